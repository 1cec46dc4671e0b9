#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <viz/model/phrases.hpp>
#include <viz/model/string_table.hpp>
#include <viz/model/strings.hpp>

namespace monazite::viz {
namespace {

struct Party {
  std::string_view seat, english, japanese;
};

constexpr std::array kParties = {
    Party{"india", "India", "インド政府"},
    Party{"irel", "IREL", "インド希土類公社"},
    Party{"japan", "Japan", "日本政府"},
    Party{"proterial", "Proterial", "プロテリアル"},
    Party{"shin_etsu", "Shin-Etsu", "信越化学工業"},
    Party{"suzuki", "Suzuki", "スズキ"},
    Party{"toyota", "Toyota", "トヨタ自動車"},
    Party{"toyotsu", "Toyotsu", "豊田通商"},
};

const std::map<std::string_view, std::string_view>& table() {
  static const auto kMade = [] {
    std::map<std::string_view, std::string_view> made;
    for (const StringEntry& entry : string_table()) made.emplace(entry.english, entry.japanese);
    return made;
  }();
  return kMade;
}

const Party* party_of(std::string_view seat) {
  const auto found = std::find_if(kParties.begin(), kParties.end(),
                                  [&](const Party& party) { return party.seat == seat; });
  return found == kParties.end() ? nullptr : &*found;
}

}  // namespace

std::string_view Strings::operator()(std::string_view english) const {
  if (language_ == Language::kEnglish) return english;
  const auto found = table().find(english);
  return found == table().end() ? english : found->second;
}

std::string Strings::operator()(std::string_view pattern,
                                const std::vector<std::string>& parts) const {
  const std::string_view words = (*this)(pattern);
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool hole = words[i] == '{' && i + 2 < words.size() && words[i + 2] == '}' &&
                      words[i + 1] >= '0' && words[i + 1] <= '9';
    if (!hole) {
      text += words[i];
      continue;
    }
    const auto which = static_cast<std::size_t>(words[i + 1] - '0');
    if (which < parts.size()) text += parts[which];
    i += 2;
  }
  return text;
}

std::string Strings::party(std::string_view seat, std::string_view title) const {
  const Party* found = party_of(seat);
  if (found == nullptr) return std::string(title);
  return std::string(language_ == Language::kEnglish ? found->english : found->japanese);
}

std::string_view Strings::party_in_japanese(std::string_view seat) {
  const Party* found = party_of(seat);
  return found == nullptr ? std::string_view{} : found->japanese;
}

const std::string& Strings::all_japanese() {
  static const std::string kAll = [] {
    std::string all;
    for (const StringEntry& entry : string_table()) all += entry.japanese;
    for (const Phrase& phrase : phrase_table()) all += phrase.japanese;
    all += "；：、。（）年月日";  // between the parts of a text
    for (const Party& party : kParties) all += party.japanese;
    return all;
  }();
  return kAll;
}

bool Strings::knows(std::string_view english) {
  return table().count(english) > 0;
}

}  // namespace monazite::viz
