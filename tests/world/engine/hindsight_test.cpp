#include <cmath>
#include <map>
#include <set>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/engine/history.hpp>

using namespace monazite;

namespace {

/// Who signed what, and how it was judged.
struct Judged final : engine::Witness {
  void on_envelope(const v1::Envelope& envelope) override {
    if (!envelope.has_agreement()) return;
    signed_in.insert(envelope.conversation());
    table_of[envelope.conversation()] = envelope.agreement().table();
    outcome_of[envelope.conversation()] = envelope.agreement().outcome();
  }
  void on_analysis(base::Day, const v1::NegotiationAnalysis& analysis) override {
    if (analysis.basis() == v1::NegotiationAnalysis::BASIS_WHAT_CAME_TRUE) {
      looked_back.push_back(analysis);
    } else if (analysis.agreed()) {
      on_beliefs[analysis.conversation()] = analysis;
    }
  }
  std::set<std::uint64_t> signed_in;
  std::map<std::uint64_t, v1::Table> table_of;
  std::map<std::uint64_t, std::uint64_t> outcome_of;
  std::map<std::uint64_t, v1::NegotiationAnalysis> on_beliefs;
  std::vector<v1::NegotiationAnalysis> looked_back;
};

const Judged& judged() {
  static const Judged kept = [] {
    const auto scenario = test_support::scenario("june-2025", {"calendar.last_day=2027-12-31"});
    engine::HistoryOptions options;
    options.seed = 4;
    engine::History history(scenario, options);
    Judged told;
    history.add_witness(told);
    history.run();
    return told;
  }();
  return kept;
}

}  // namespace

TEST_CASE("every signed deal of all three tables is judged once on what came true") {
  std::set<std::uint64_t> seen;
  std::set<v1::Table> tables;
  for (const v1::NegotiationAnalysis& analysis : judged().looked_back) {
    CHECK(seen.insert(analysis.conversation()).second);
    CHECK(analysis.agreed());
    CHECK(analysis.table() == judged().table_of.at(analysis.conversation()));
    tables.insert(analysis.table());
  }
  CHECK(seen == judged().signed_in);
  CHECK(tables.size() == 3);
}

TEST_CASE("looking back judges the same packages by other numbers") {
  std::size_t differ = 0;
  for (const v1::NegotiationAnalysis& analysis : judged().looked_back) {
    const auto believed = judged().on_beliefs.find(analysis.conversation());
    REQUIRE(believed != judged().on_beliefs.end());
    CHECK(analysis.sample_size() >= 1);
    CHECK(std::isfinite(analysis.deal().first()));
    CHECK(std::isfinite(analysis.deal().second()));
    differ += analysis.deal().first() != believed->second.deal().first() ||
                      analysis.deal().second() != believed->second.deal().second()
                  ? 1
                  : 0;
  }
  // What a party believes is hardly ever what comes true.
  CHECK(2 * differ > judged().looked_back.size());
}
