#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/viz/screens/driven_viewer.hpp>
#include <viz/model/app/playable_seats.hpp>
#include <viz/model/strings.hpp>

namespace monazite::viz {
namespace {

using tests::DrivenViewer;

/// Names, units, codes and keys that are written in Latin letters in Japanese too.
const std::set<std::string, std::less<>>& written_in_latin() {
  static const std::set<std::string, std::less<>> kWords = {
      // the program, offices and companies
      "Monazite", "IREL", "METI", "JOGMEC", "NdPr", "NdFeB", "REO", "USD", "JPY", "bn", "kg",
      // elements and oxides
      "Nd", "Pr", "Dy", "Tb", "La", "Ce",
      // keys and files
      "Ctrl", "Shift", "Alt", "Esc", "Space", "Home", "End", "Enter", "Tab", "CSV", "PNG", "JSON",
      "mcap", "june", "MCAP", "UI", "Nash", "ID", "Sankey",

      "Lynas", "MB",
      "BS",  // key of a source
  };
  return kWords;
}

/// Words of two and more Latin letters; one that is cut off is none.
std::vector<std::string> latin_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char letter = i < text.size() ? text[i] : ' ';
    if (std::isalpha(static_cast<unsigned char>(letter)) != 0) {
      word += letter;
      continue;
    }
    const bool cut = text.substr(std::min(i, text.size()), 3) == "…";
    if (word.size() > 1 && !cut) words.push_back(word);
    word.clear();
  }
  return words;
}

/// Collects what is left in Latin letters, with the text it stands in.
class Leftovers {
 public:
  void look_at(DrivenViewer& driven, const std::string& where) {
    for (const DrawnText& drawn : driven.texts()) {
      for (const std::string& word : latin_words(drawn.text)) {
        if (written_in_latin().count(word) == 0)
          found_.emplace(word, drawn.text + " (" + where + ")");
      }
    }
  }
  [[nodiscard]] std::string told() const {
    std::string text;
    for (const auto& [word, where] : found_) text += "\n  " + word + ": " + where;
    return text;
  }
  [[nodiscard]] std::size_t size() const { return found_.size(); }

 private:
  std::map<std::string, std::string> found_;
};

TEST_CASE("A Japanese screen has no English left, but names, units and codes") {
  DrivenViewer driven;
  driven.app.settings.language = Language::kJapanese;
  driven.open_demo();
  Leftovers left;
  for (const char* text : {"2024-03-10", "2025-07-30", "2026-02-11", "2027-05-20", "2028-09-30",
                           "2029-12-15", "2031-12-31"}) {
    driven.app.time.seek(base::parse_day(text).value());
    for (const Layout layout : {Layout::kOverview, Layout::kNegotiation, Layout::kMarket}) {
      driven.app.set_layout(layout);
      for (const BookTab tab : {BookTab::kClauses, BookTab::kBookmarks}) {
        driven.app.view.book = tab;
        left.look_at(driven, std::string(layout_name(layout)) + " " + text);
      }
      for (const FlowView flows : {FlowView::kSankey, FlowView::kTable, FlowView::kMap}) {
        driven.app.view.flows = flows;
        left.look_at(driven, std::string(layout_name(layout)) + " " + text);
      }
    }
  }
  INFO("left in Latin letters:" << left.told());
  CHECK(left.size() == 0);
}

TEST_CASE("What if and the seat are in Japanese too, and so are messages") {
  DrivenViewer driven;
  driven.app.settings.language = Language::kJapanese;
  driven.open_demo();
  Leftovers left;
  driven.app.time.seek(base::parse_day("2025-07-30").value());
  driven.app.view.book = BookTab::kMessages;
  while (driven.app.summaries.size() < driven.app.replay()->messages().size()) driven.frame(20);
  left.look_at(driven, "messages");
  driven.app.set_layout(Layout::kWhatIf);
  driven.frame(3);
  left.look_at(driven, "what if");
  REQUIRE(driven.app.sit_down("japan", 7).has_value());
  driven.frame(3);
  left.look_at(driven, "seat");
  INFO("left in Latin letters:" << left.told());
  CHECK(left.size() == 0);
}

TEST_CASE("Every seat is in Japanese at its table, after its decisions and in the debrief") {
  Leftovers left;
  for (const PlayableSeat& seat : playable_seats()) {
    DrivenViewer driven;
    driven.app.settings.language = Language::kJapanese;
    driven.press("5");
    left.look_at(driven, "choice");
    REQUIRE(driven.app.sit_down(seat.name, 7, base::parse_day("2025-12-01").value()).has_value());
    int moves = 0;
    for (int i = 0; i < 12 && driven.app.seat()->game().question(); ++i) {
      SeatTable& table = *driven.app.seat();
      table.play_on();
      driven.frame(2);
      left.look_at(driven, seat.name);
      const auto& question = *table.game().question();
      if (question.kind == game::Question::Kind::kMove && ++moves % 3 == 0) {
        table.take_suggestion();
        left.look_at(driven, seat.name + ", suggestion");
        table.send_bid();
      } else if (question.standing && moves % 4 == 1) {
        table.accept();
      } else {
        table.leave_to_staff(parties::PersonDecision::Kind::kStaff);
      }
    }
    driven.app.seat()->leave_to_staff(parties::PersonDecision::Kind::kStaffOn);
    driven.frame(2);
    CHECK(moves > 0);
    left.look_at(driven, seat.name + ", debrief");
  }
  INFO("left in Latin letters:" << left.told());
  CHECK(left.size() == 0);
}

}  // namespace
}  // namespace monazite::viz
