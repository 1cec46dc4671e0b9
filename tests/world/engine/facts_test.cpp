#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/engine/history.hpp>

using namespace monazite;

namespace {

/// The names of a run's state and its last values; the readings that India got.
struct Known final : engine::Witness {
  void on_envelope(const v1::Envelope& envelope) override {
    if (envelope.has_observation() && envelope.to() == base::kFirstSeat) {
      observation = envelope.observation();
    }
  }
  void on_month(base::Day, const v1::WorldSnapshot& snapshot, const v1::StateHash&) override {
    if (names.empty()) names.assign(snapshot.names().begin(), snapshot.names().end());
    values.assign(snapshot.values().begin(), snapshot.values().end());
  }
  std::vector<std::string> names;
  std::vector<double> values;
  v1::Observation observation;
};

const Known& known() {
  static const Known kept = [] {
    const auto scenario = test_support::scenario("june-2025", {"calendar.last_day=2025-12-31"});
    engine::History history(scenario, {});
    Known told;
    history.add_witness(told);
    history.run();
    return told;
  }();
  return kept;
}

}  // namespace

TEST_CASE("every number of the state has one name, and names tell the unit or a pure number") {
  CHECK(known().names.size() == known().values.size());
  const std::set<std::string> distinct(known().names.begin(), known().names.end());
  CHECK(distinct.size() == known().names.size());
  for (const double value : known().values) CHECK(std::isfinite(value));
}

TEST_CASE("the linkage account is told by head, and nothing but its own is told twice") {
  std::set<std::pair<int, std::uint32_t>> seen;
  int heads = 0;
  for (const v1::Reading& reading : known().observation.readings()) {
    CHECK(seen.insert({reading.quantity(), reading.subject()}).second);
    if (reading.quantity() >= v1::QUANTITY_LINKAGE_FINANCE &&
        reading.quantity() <= v1::QUANTITY_LINKAGE_DEFENCE) {
      ++heads;
      CHECK(reading.value() >= 0);
    }
  }
  CHECK(heads == 4);
  for (const char* head : {"finance", "infrastructure", "technology", "defence"}) {
    CHECK(std::count(known().names.begin(), known().names.end(),
                     "politics_linkage_" + std::string(head) + "_bn_jpy") == 1);
  }
}
