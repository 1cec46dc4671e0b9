#include <agents/strategies/models/bid_list.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using strategies::read_bids;

namespace {

agenda::Agenda fruit() {
  auto agenda = agenda::Agenda::make("fruit", {{"fruit", "", {"apple", "pear"}, {0, 1}, 0},
                                               {"price", "", {"10", "20", "30"}, {10, 20, 30}, 0}});
  REQUIRE(agenda);
  return *agenda;
}

std::string complaint(std::string_view text) {
  const auto bids = read_bids(text, "bids.tsv", fruit());
  return bids ? "none" : bids.error().message;
}

}  // namespace

TEST_CASE("offers are read one a line, whatever ends it and however numbers are written") {
  const auto bids = read_bids(
      "\xEF\xBB\xBF"
      "apple\t10\r\n\npear\t30\npear\t20.0",
      "x", fruit());
  REQUIRE(bids);
  CHECK(*bids == std::vector<agenda::Outcome>{0, 5, 4});
}

TEST_CASE("a mistake in a list of offers is told with line, what was found and what was expected") {
  CHECK(complaint("apple\t10\npaer\t20\n") ==
        "bids.tsv:2: found \"paer\" for issue \"fruit\", which has no such value; did you mean "
        "\"pear\"?");
  CHECK(complaint("apple\t99\n") ==
        "bids.tsv:1: found \"99\" for issue \"price\", which has no such value; expected one of "
        "\"10\", \"20\", \"30\"");
  CHECK(complaint("apple 10\n") ==
        "bids.tsv:1: found 1 value (\"apple 10\"), expected 2, one for each issue, with tabs "
        "between them");
  CHECK(complaint("\n\n") == "bids.tsv:1: found no offer, expected one a line");
  CHECK(complaint("apple\tnan\n").find("found \"nan\"") != std::string::npos);
}

TEST_CASE("a file of offers that is not there is named") {
  const auto bids = strategies::read_bid_file("no/such/file.tsv", fruit());
  REQUIRE_FALSE(bids);
  CHECK(bids.error().code == base::ErrorCode::kNotFound);
  CHECK(bids.error().message.find("no/such/file.tsv") != std::string::npos);
}

TEST_CASE("the offers of a reference case are read as its models were told them") {
  const preferences::Domain domain = tests::as_genius_reads("allocation");
  const auto bids = strategies::read_bid_file(
      tests::reference_path("allocation", "opponent_bids.tsv"), domain.agenda);
  REQUIRE(bids);
  const auto told = tests::reference_json("allocation", "genius_models.json").at("bids");
  REQUIRE(bids->size() == told.size());
  for (std::size_t k = 0; k < told.size(); ++k) {
    for (std::size_t i = 0; i < domain.agenda.issues().size(); ++i) {
      CHECK(domain.agenda.issues()[i].labels[domain.agenda.level((*bids)[k], i)] ==
            told[k][i].get<std::string>());
    }
  }
}
