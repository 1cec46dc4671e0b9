#include <tests/agents/preferences/files/loading.hpp>

using namespace monazite;
using namespace monazite::preferences;
using namespace monazite::tests;

namespace {

const std::string kDomain = R"({"name": "trip", "issuesValues": {
 "place": {"values": ["sea", "hills"]},
 "days": {"range": ["2", "3.5", "0.5"]}}})";

const std::string kAdditive = R"({"LinearAdditiveUtilitySpace": {
 "name": "ann",
 "issueUtilities": {
  "place": {"discreteutils": {"valueUtilities": {"hills": 0.25, "sea": 1}}},
  "days": {"numberutils": {"lowValue": 2, "lowUtility": 0.5, "highValue": 3.5, "highUtility": 0.2}}},
 "issueWeights": {"place": 0.75, "days": 0.25},
 "reservationBid": {"issuevalues": {"place": "hills", "days": 2.5}}}})";

const std::string kGroups = R"({"SumOfGroupsUtilitySpace": {
 "name": "bob",
 "partUtilities": {
  "both": {"partsutils": {"issues": ["days", "place"], "utilslist": [
   {"values": ["2", "sea"], "util": 0.3}, {"values": [3, "hills"], "util": 0.9}]}}},
 "domain": {"name": "trip"}}})";

std::string fault(const std::string& profile) {
  return fault_of({{"trip.json", kDomain}, {"ann.json", profile}});
}

}  // namespace

TEST_CASE("GeniusWeb's additive spaces and groups load with bids that stand for no deal") {
  const LoadedDomain made =
      loaded({{"trip.json", kDomain}, {"ann.json", kAdditive}, {"bob.json", kGroups}});
  CHECK(made.format == Format::kGeniusWeb);
  CHECK(made.semantics == Semantics::kGenius);
  CHECK(made.warnings.empty());
  CHECK(made.domain.agenda.issues()[1].labels == std::vector<std::string>{"2", "2.5", "3", "3.5"});
  CHECK(made.domain.agenda.issues()[1].kind == agenda::IssueKind::kReal);
  CHECK(utility_of(made, 0, 0) == 0.75 * 1 + 0.25 * 0.5);
  CHECK(utility_of(made, 0, 7) == Approx(0.75 * 0.25 + 0.25 * 0.2));
  CHECK(made.domain.profiles[0].reserved_outcome == 5U);
  CHECK(made.domain.profiles[0].reservation == utility_of(made, 0, 5));
  CHECK(utility_of(made, 1, 0) == 0.3);
  CHECK(utility_of(made, 1, 6) == 0.9);
  CHECK(utility_of(made, 1, 7) == 0);
  CHECK(made.domain.profiles[1].reservation == 0);
}

TEST_CASE("GeniusWeb's own values are divided by nothing in either semantics") {
  const std::string low = replaced(kAdditive, "\"sea\": 1", "\"sea\": 0.5");
  for (const Semantics semantics : {Semantics::kGenius, Semantics::kNegmas}) {
    const LoadedDomain made = loaded({{"trip.json", kDomain}, {"ann.json", low}}, semantics);
    CHECK(utility_of(made, 0, 0) == 0.75 * 0.5 + 0.25 * 0.5);
  }
}

TEST_CASE("a range of decimals has exactly the decimals") {
  const std::string domain =
      R"({"name": "d", "issuesValues": {"x": {"range": {"low": 0, "high": 1, "step": 0.1}}}})";
  const std::string profile = R"({"issueUtilities": {"x": {"NumberValueSetUtilities":
    {"lowValue": 0, "lowUtility": 0, "highValue": 1, "highUtility": 1}}}, "issueWeights": {"x": 1}})";
  const LoadedDomain made = loaded({{"d.json", domain}, {"p.json", profile}});
  const agenda::Issue& x = made.domain.agenda.issues()[0];
  CHECK(x.labels[3] == "0.3");
  CHECK(x.values[3] == 0.3);
  CHECK(x.labels.back() == "1");
}

TEST_CASE("faults of GeniusWeb files are told with file and line") {
  CHECK(fault(replaced(kAdditive, "\"hills\": 0.25", "\"moon\": 0.25")).find("ann.json:4:") == 0);
  CHECK(fault(replaced(kAdditive, "\"hills\": 0.25", "\"moon\": 0.25"))
            .find("issue \"place\" has no value \"moon\"") != std::string::npos);
  CHECK(fault(replaced(kAdditive, "{\"place\": 0.75", "{\"plaice\": 0.75"))
            .find("there is no issue \"plaice\"") != std::string::npos);
  CHECK(fault(replaced(kAdditive, "\"sea\": 1", "\"sea\": NaN"))
            .find("must be a finite number, not \"NaN\"") != std::string::npos);
  CHECK(fault(replaced(kAdditive, "\"days\": 2.5", "\"days\": 2.7"))
            .find("issue \"days\" has no value \"2.7\"") != std::string::npos);
  CHECK(fault(replaced(kAdditive, "0.75, ", "0.75,, ")).find("ann.json:6:") == 0);
  CHECK(fault(replaced(kAdditive, "0.75, ", "0.75,, ")).find("is not well-formed JSON: ") !=
        std::string::npos);
  CHECK(fault_of({{"trip.json", kDomain}}) == "trip.json: there is no profile here, only a domain");
}
