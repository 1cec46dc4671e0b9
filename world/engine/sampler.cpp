#include <algorithm>

#include <world/engine/sampler.hpp>

namespace monazite::engine {
namespace {

constexpr base::Purpose kPackage{"engine.sampler.package"};

/// Bits of one package: a level for each issue from fresh 64-bit words, or if it is to be near to
/// what is in force, half of the time the level there.
agenda::Outcome random_package(const agenda::Agenda& agenda,
                               const std::vector<std::uint32_t>& in_force, bool near,
                               const base::Draws& draws, base::Day day, std::uint32_t conversation,
                               std::uint32_t ordinal) {
  agenda::Outcome outcome = 0;
  const auto issues = static_cast<std::uint32_t>(agenda.issues().size());
  for (std::uint32_t issue = 0; issue < issues; issue += 2) {
    const auto words = draws.words(kPackage, day, conversation, ordinal * 64 + issue);
    const std::uint64_t bits[2] = {words.first, words.second};
    for (std::uint32_t k = 0; k < 2 && issue + k < issues; ++k) {
      const bool kept = near && (bits[k] & 1U) != 0;
      const std::uint64_t level =
          kept ? in_force[issue + k] : (bits[k] >> 1U) % agenda.issues()[issue + k].levels();
      outcome += level * agenda.stride(issue + k);
    }
  }
  return outcome;
}

}  // namespace

std::vector<agenda::Outcome> sample_packages(const agenda::Agenda& agenda, agenda::Outcome in_force,
                                             std::size_t size,
                                             const std::function<bool(agenda::Outcome)>& possible,
                                             const base::Draws& draws, base::Day day,
                                             std::uint32_t conversation) {
  std::vector<agenda::Outcome> sample;
  if (agenda.size() <= size) {
    for (agenda::Outcome outcome = 0; outcome < agenda.size(); ++outcome) {
      if (outcome == in_force || possible(outcome)) sample.push_back(outcome);
    }
    return sample;
  }
  sample.reserve(size);
  sample.push_back(in_force);
  if (agenda.status_quo() != in_force) sample.push_back(agenda.status_quo());
  std::vector<std::uint32_t> levels_in_force(agenda.issues().size());
  agenda.levels(in_force, levels_in_force.data());
  // Twice as many draws as wanted: most agendas reject few packages, and a bound keeps a table on
  // which nothing is possible from going on for ever.
  for (std::uint32_t i = 0; sample.size() < size && i < 2 * size; ++i) {
    const agenda::Outcome outcome =
        random_package(agenda, levels_in_force, i % 2 == 1, draws, day, conversation, i);
    if (possible(outcome)) sample.push_back(outcome);
  }
  // Once each, in the order first drawn.
  std::vector<agenda::Outcome> sorted = sample;
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) {
    std::vector<agenda::Outcome> once;
    std::vector<bool> taken(sorted.size(), false);
    for (const agenda::Outcome outcome : sample) {
      const auto at = static_cast<std::size_t>(
          std::lower_bound(sorted.begin(), sorted.end(), outcome) - sorted.begin());
      if (taken[at]) continue;
      taken[at] = true;
      once.push_back(outcome);
    }
    sample = std::move(once);
  }
  return sample;
}

}  // namespace monazite::engine
