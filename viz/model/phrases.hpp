#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace monazite::viz {

/// A sentence of the world's wording (stories, reasons, intentions, clauses), with holes {0} to {9}
/// for what varies; a hole is worded by the same table again.
struct Phrase {
  std::string_view english, japanese;
};

/// All phrases, the more particular first.
[[nodiscard]] const std::vector<Phrase>& phrase_table();
/// Those of phrase_table() about what went wrong: files, hosts, games.
[[nodiscard]] const std::vector<Phrase>& fault_phrases();
/// Those of phrase_table() about a game at a seat: the brief, the coach, the debrief.
[[nodiscard]] const std::vector<Phrase>& seat_phrases();

/// A text that comes in English out of the world's or the model's wording, in Japanese: as a whole
/// from the table of strings, or as a phrase with its holes; what neither knows stays as it is
/// (names, units, codes). A function of the text alone.
[[nodiscard]] std::string in_japanese(std::string_view english);

/// in_japanese() with a memory, for what is drawn in every frame.
class JapaneseReader {
 public:
  /// Valid until forget_much().
  [[nodiscard]] std::string_view operator()(std::string_view english);
  /// Between two frames: keeps the memory small.
  void forget_much();

 private:
  std::map<std::string, std::string, std::less<>> known_;
};

}  // namespace monazite::viz
