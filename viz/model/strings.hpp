#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace monazite::viz {

enum class Language { kEnglish, kJapanese };

/// The words of the user interface: English in the code, other languages in one table
/// (string_table.cpp), whose key is the English text. What the table lacks is shown in English.
///
///   const Strings tr{language};
///   ui.title(tr("Parties"));
///
/// A pattern has its parts in braces, {0} {1}: tr("day {0} of {1}", "213", "546").
class Strings {
 public:
  explicit Strings(Language language = Language::kEnglish) : language_(language) {}

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::string_view operator()(std::string_view english) const;
  [[nodiscard]] std::string operator()(std::string_view pattern,
                                       const std::vector<std::string>& parts) const;
  /// A party's name by its seat's name ("india"): "India", "インド政府". The scenario's own title
  /// where the table has none.
  [[nodiscard]] std::string party(std::string_view seat, std::string_view title) const;
  /// The Japanese name beside an English one, or empty.
  [[nodiscard]] static std::string_view party_in_japanese(std::string_view seat);

  /// All Japanese text, for the fonts' glyph ranges.
  [[nodiscard]] static const std::string& all_japanese();
  /// Whether the table has this English text; for tests.
  [[nodiscard]] static bool knows(std::string_view english);

 private:
  Language language_;
};

}  // namespace monazite::viz
