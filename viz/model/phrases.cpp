#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include <viz/model/phrases.hpp>
#include <viz/model/string_table.hpp>
#include <viz/model/strings.hpp>

namespace monazite::viz {
namespace {

/// Holes within holes; deeper text is left as it is.
constexpr int kDeepest = 16;
/// Texts and parts of texts that are looked up for one text, so that none takes long.
constexpr int kMostSteps = 400;
constexpr std::size_t kMostHoles = 10;
/// No sentence of ours is longer; anything may stand in a recording.
constexpr std::size_t kLongestPhrase = 600;

struct Pattern {
  std::vector<std::string_view> pieces;  ///< what is between the holes, first and last included
  std::vector<std::size_t> holes;        ///< their numbers, in the order of the English
  std::string_view japanese;
  bool measure = false;  ///< "{0} weeks": the hole is a number
};

Pattern pattern_of(const Phrase& phrase) {
  Pattern pattern;
  pattern.japanese = phrase.japanese;
  std::string_view rest = phrase.english;
  for (std::size_t at = rest.find('{'); at != std::string_view::npos; at = rest.find('{')) {
    pattern.pieces.push_back(rest.substr(0, at));
    pattern.holes.push_back(static_cast<std::size_t>(rest[at + 1] - '0'));
    rest.remove_prefix(at + 3);
  }
  pattern.pieces.push_back(rest);
  pattern.measure =
      pattern.holes.size() == 1 && pattern.pieces.front().empty() &&
      (phrase.japanese.substr(0, 4) == "{0} " || pattern.pieces.back().substr(0, 2) == " %");
  return pattern;
}

const std::vector<Pattern>& patterns() {
  static const std::vector<Pattern> kPatterns = [] {
    std::vector<Pattern> all;
    for (const Phrase& phrase : phrase_table()) {
      if (phrase.english.find('{') != std::string_view::npos) all.push_back(pattern_of(phrase));
    }
    // Patterns of the table of strings that begin or end with words of their own.
    for (const StringEntry& entry : string_table()) {
      if (entry.english.find("{0}") == std::string_view::npos) continue;
      Pattern pattern = pattern_of({entry.english, entry.japanese});
      std::size_t letters = 0;
      for (const std::string_view piece : pattern.pieces) {
        letters += static_cast<std::size_t>(std::count_if(piece.begin(), piece.end(), [](char c) {
          return std::isalpha(static_cast<unsigned char>(c)) != 0;
        }));
      }
      if (letters >= 6 && pattern.holes.size() <= kMostHoles) all.push_back(std::move(pattern));
    }
    return all;
  }();
  return kPatterns;
}

const std::map<std::string_view, std::string_view>& whole_texts() {
  static const std::map<std::string_view, std::string_view> kTexts = [] {
    std::map<std::string_view, std::string_view> all;
    for (const Phrase& phrase : phrase_table()) {
      if (phrase.english.find('{') == std::string_view::npos) {
        all.emplace(phrase.english, phrase.japanese);
      }
    }
    for (const StringEntry& entry : string_table()) all.emplace(entry.english, entry.japanese);
    return all;
  }();
  return kTexts;
}

/// Whether there is a word that a reader of Japanese would stumble over.
bool has_word(std::string_view text) {
  int letters = 0;
  for (const char c : text) {
    letters = std::isalpha(static_cast<unsigned char>(c)) != 0 ? letters + 1 : 0;
    if (letters >= 2) return true;
  }
  return false;
}

std::ptrdiff_t letters_of(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

using Holes = std::array<std::string_view, kMostHoles>;

/// Fills the holes from `piece` on, the shortest text for each that lets the rest match.
bool match(const Pattern& pattern, std::size_t piece, std::string_view text, Holes& holes) {
  const std::string_view literal = pattern.pieces[piece];
  if (text.substr(0, literal.size()) != literal) return false;
  text.remove_prefix(literal.size());
  if (piece + 1 == pattern.pieces.size()) return text.empty();
  const std::string_view next = pattern.pieces[piece + 1];
  const std::size_t hole = pattern.holes[piece];
  if (piece + 2 == pattern.pieces.size()) {  // the last hole takes all up to the last piece
    if (text.size() <= next.size() || text.substr(text.size() - next.size()) != next) return false;
    const std::string_view rest = text.substr(0, text.size() - next.size());
    // A list, a reason or a sentence that follows is taken apart first.
    for (const std::string_view sign : {"; ", ": ", ". "}) {
      if (rest.find(sign) != std::string_view::npos) return false;
    }
    holes[hole] = rest;
    return true;
  }
  for (std::size_t at = text.find(next, 1); at != std::string_view::npos;
       at = text.find(next, at + 1)) {
    holes[hole] = text.substr(0, at);
    if (holes[hole].find(". ") != std::string_view::npos) return false;  // two sentences
    if (match(pattern, piece + 1, text.substr(at), holes)) return true;
  }
  return false;
}

/// "after 1 offer" as "after 1 offers": Japanese has no plural, so the table knows one form only.
std::string with_plurals(std::string_view text) {
  std::string plural(text);
  for (const std::string_view one : {"1 offer", "1 month", "1 meeting"}) {
    for (std::size_t at = plural.find(one); at != std::string::npos; at = plural.find(one, at)) {
      const bool begins = at == 0 || std::isalnum(static_cast<unsigned char>(plural[at - 1])) == 0;
      at += one.size();
      const bool ends =
          at == plural.size() || std::isalnum(static_cast<unsigned char>(plural[at])) == 0;
      if (begins && ends) plural.insert(at, 1, 's');
    }
  }
  return plural;
}

std::string worded(std::string_view text, int depth, int& left);

std::optional<std::string> whole(std::string_view text) {
  const auto found = whole_texts().find(text);
  if (found != whole_texts().end()) return std::string(found->second);
  // The same words at the beginning of a sentence, or within one.
  std::string other(text);
  if (other.empty()) return std::nullopt;
  const auto first = static_cast<unsigned char>(other[0]);
  other[0] =
      static_cast<char>(std::isupper(first) != 0 ? std::tolower(first) : std::toupper(first));
  const auto again = whole_texts().find(other);
  if (again == whole_texts().end()) return std::nullopt;
  return std::string(again->second);
}

/// "12 July 2028" and "Jul 2028", as both calendars of ours write them.
std::optional<std::string> date(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const auto number = [](std::string_view digits) {
    return !digits.empty() && digits.size() <= 4 &&
           std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  std::string_view day;
  if (const std::size_t space = text.find(' ');
      space != std::string_view::npos && number(text.substr(0, space))) {
    day = text.substr(0, space);
    text.remove_prefix(space + 1);
  }
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos || !number(text.substr(space + 1))) return std::nullopt;
  const std::string_view name = text.substr(0, space), year = text.substr(space + 1);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (name != kMonths[i] && name != kMonths[i].substr(0, 3)) continue;
    std::string words = std::string(year) + "年" + std::to_string(i + 1) + "月";
    if (!day.empty()) words += std::string(day) + "日";
    return words;
  }
  return std::nullopt;
}

std::string filled(const Pattern& pattern, const Holes& holes, int depth, int& left) {
  std::string text;
  const std::string_view words = pattern.japanese;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == '{' && i + 2 < words.size() && words[i + 2] == '}') {
      text +=
          worded(holes[static_cast<std::size_t>(words[i + 1] - '0') % kMostHoles], depth + 1, left);
      i += 2;
    } else {
      text += words[i];
    }
  }
  return text;
}

/// A known text with a number before or behind it: "shipped 83", "0.05 per month".
std::optional<std::string> with_number(std::string_view text, int depth, int& left) {
  const auto number = [](std::string_view part) {
    return part.find_first_of("0123456789") != std::string_view::npos && !has_word(part);
  };
  for (const std::size_t at : {text.rfind(' '), text.find(' ')}) {
    if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) continue;
    const std::string_view before = text.substr(0, at), after = text.substr(at + 1);
    if (number(before) == number(after)) continue;
    std::string first = worded(before, depth + 1, left);
    std::string second = worded(after, depth + 1, left);
    if (first == before && second == after) continue;
    first += ' ';
    first += second;
    return first;
  }
  return std::nullopt;
}

/// Two parts with a sign between them, taken apart where the fewest letters are left unread.
std::optional<std::string> parts(std::string_view text, int depth, int& left) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kSigns = {
      {{"; ", "；"},
       {": ", "："},
       {" -> ", " → "},
       {", ", "、"},
       {" · ", " · "},
       {". ", "。"},
       {" (", "（"},
       {"：", "："},
       {"、", "、"},
       {"。", "。"}}};
  std::optional<std::string> best;
  std::ptrdiff_t least = letters_of(text);
  for (const auto& [sign, japanese] : kSigns) {
    const std::size_t at = text.find(sign);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view before = text.substr(0, at);
    std::string_view after = text.substr(at + sign.size());
    const bool bracket = sign == " (";
    if (bracket) {
      if (after.empty() || after.back() != ')') continue;
      after.remove_suffix(1);
    }
    std::string whole = worded(before, depth + 1, left);
    whole += japanese;
    whole += worded(after, depth + 1, left);
    if (bracket) whole += "）";
    const std::ptrdiff_t unread = letters_of(whole);
    if (unread >= least) continue;
    least = unread;
    best = std::move(whole);
  }
  return best;
}

std::string worded(std::string_view text, int depth, int& left) {
  if (depth > kDeepest || --left < 0 || text.size() > kLongestPhrase || !has_word(text))
    return std::string(text);
  if (auto known = whole(text)) return *std::move(known);
  if (auto known = date(text)) return *std::move(known);
  const bool sentence = text.back() == '.';
  for (const Pattern& pattern : patterns()) {
    // The full stop of a sentence is no part of its last hole.
    if (sentence && pattern.pieces.back().empty()) continue;
    Holes holes{};
    if (!match(pattern, 0, text, holes) || (pattern.measure && has_word(holes[0]))) continue;
    return filled(pattern, holes, depth, left);
  }
  if (sentence) {
    const std::string_view without = text.substr(0, text.size() - 1);
    std::string words = worded(without, depth + 1, left);
    if (words != without) return words + "。";
  }
  if (auto known = parts(text, depth, left)) return *std::move(known);
  if (auto known = with_number(text, depth, left)) return *std::move(known);
  return std::string(text);
}

}  // namespace

std::string in_japanese(std::string_view english) {
  int left = kMostSteps;
  return worded(with_plurals(english), 0, left);
}

std::string_view JapaneseReader::operator()(std::string_view english) {
  if (!has_word(english)) return english;
  auto found = known_.find(english);
  if (found == known_.end()) {
    found = known_.emplace(std::string(english), in_japanese(english)).first;
  }
  return found->second;
}

void JapaneseReader::forget_much() {
  constexpr std::size_t kMost = 8000;
  if (known_.size() > kMost) known_.clear();
}

}  // namespace monazite::viz
