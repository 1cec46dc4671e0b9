#include <array>
#include <cmath>
#include <cstdio>

#include <viz/model/level_words.hpp>
#include <viz/model/seat/seat_words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz::game {

std::string two(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", std::abs(value) < 0.005 ? 0.0 : value);
  return text.data();
}

std::string signed_two(double value) {
  return (value >= 0.005 ? "+" : "") + two(value);
}

std::string changes_words(const agenda::Agenda& agenda, agenda::Outcome from, agenda::Outcome to) {
  constexpr std::size_t kMost = 4;
  std::string words;
  std::size_t count = 0;
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    if (agenda.level(from, i) == agenda.level(to, i)) continue;
    if (++count > kMost) continue;
    const agenda::Issue& issue = agenda.issues()[i];
    words += (words.empty() ? "" : ", ") + lab::issue_words(issue.name) + " " +
             short_level_words(issue, agenda.level(to, i));
  }
  if (count > kMost) words += " and " + std::to_string(count - kMost) + " more";
  return count == 0 ? "the same package" : words;
}

}  // namespace monazite::viz::game
