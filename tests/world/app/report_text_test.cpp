#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/world/app/told_run.hpp>
#include <world/lab/wording.hpp>

using namespace monazite;
using test_support::told_run;

namespace {

const std::string& text() {
  static const std::string kept = app::report_text(told_run().report);
  return kept;
}

/// The numbers of a party's line below a heading, as printed.
std::vector<std::string> cells(const std::string& heading, const std::string& party) {
  const std::size_t from = text().find("\n" + heading);
  if (from == std::string::npos) return {};
  const std::size_t at = text().find("\n" + party + " ", from);
  if (at == std::string::npos) return {};
  std::istringstream line(
      text().substr(at + 1 + party.size(), text().find('\n', at + 1) - at - 1 - party.size()));
  std::vector<std::string> found;
  for (std::string cell; line >> cell;) found.push_back(cell);
  return found;
}

}  // namespace

TEST_CASE("no line of a report is wider than a hundred letters, and it ends with a line feed") {
  std::istringstream lines(text());
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);) {
    widest = std::max(widest, line.size());
    CHECK((line.empty() || line.back() != ' '));
  }
  CHECK(widest <= 100);
  CHECK(widest > 60);
  CHECK(text().back() == '\n');
}

TEST_CASE("a report has its parts in order") {
  std::size_t last = 0;
  for (const char* part :
       {"Seed 6", "A simulated history", "What happened", "In short", "The memorandum",
        "The parties", "What changed hands", "Landed in Japan", "Price of NdPr oxide outside China",
        "NdPr kept in India", "Recording  runs/one/june-2025.mcap", "Results    runs/one"}) {
    const std::size_t at = text().find(part);
    CAPTURE(part);
    REQUIRE(at != std::string::npos);
    CHECK(at > last);
    last = at;
  }
}

TEST_CASE("every line of the story is in the report, with its source") {
  for (const lab::StoryLine& line : told_run().report.story) {
    CAPTURE(line.text);
    CHECK(text().find(base::to_string(line.day)) != std::string::npos);
    if (!line.source.empty()) CHECK(text().find("[" + line.source) != std::string::npos);
  }
}

TEST_CASE("each party has its row in both tables, with the measures' numbers") {
  for (const lab::PartyMeasures& party : told_run().measures.parties) {
    CAPTURE(party.title);
    const auto worth = cells("The parties", party.title);
    REQUIRE(worth.size() >= 6);
    CHECK(worth[0] == lab::number_words(party.gain_musd, 1));
    CHECK(worth[1] == (party.gain_true_musd ? lab::number_words(*party.gain_true_musd, 1) : "-"));
    CHECK(worth[2] == lab::number_words(party.cash_musd, 1));
    const auto moved = cells("What changed hands", party.title);
    REQUIRE(moved.size() == 5);
    CHECK(moved[3] == (party.received_ndpr_t ? lab::number_words(*party.received_ndpr_t, 0) : "-"));
  }
}
