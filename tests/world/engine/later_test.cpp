#include <algorithm>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/engine/history.hpp>
#include <world/engine/later.hpp>
#include <world/scenarios/parameter_table.hpp>

using namespace monazite;
using engine::Later;

namespace {

const scenarios::Scenario& crisis() {
  static const scenarios::Scenario kept =
      test_support::scenario("june-2025", {"calendar.last_day=2026-12-31"});
  return kept;
}

Later later(const std::string& day, const std::vector<std::string>& settings) {
  auto made = engine::make_later(crisis(), *base::parse_day(day), settings);
  if (!made) FAIL(made.error().message);
  return *std::move(made);
}

/// What a history said and where it stood, month by month.
struct Told final : engine::Witness {
  void on_header(const v1::RunHeader& h) override { header = h; }
  void on_envelope(const v1::Envelope& e) override { envelopes.push_back(e); }
  void on_month(base::Day, const v1::WorldSnapshot& snapshot, const v1::StateHash& h) override {
    hashes.push_back(h.hash());
    if (names.empty()) names = {snapshot.names().begin(), snapshot.names().end()};
    values.push_back({snapshot.values().begin(), snapshot.values().end()});
  }
  [[nodiscard]] double value(std::size_t month, const std::string& name) const {
    const auto at = std::find(names.begin(), names.end(), name);
    REQUIRE(at != names.end());
    return values[month][static_cast<std::size_t>(at - names.begin())];
  }
  [[nodiscard]] std::vector<std::string> before(base::Day day) const {
    std::vector<std::string> bytes;
    for (const v1::Envelope& e : envelopes) {
      if (e.day() < day.number) bytes.push_back(e.SerializeAsString());
    }
    return bytes;
  }
  v1::RunHeader header;
  std::vector<v1::Envelope> envelopes;
  std::vector<std::uint64_t> hashes;
  std::vector<std::string> names;
  std::vector<std::vector<double>> values;
};

Told play(const std::vector<Later>& laters, std::uint64_t seed = 4) {
  engine::HistoryOptions options;
  options.seed = seed;
  options.later = laters;
  engine::History history(crisis(), options);
  Told told;
  history.add_witness(told);
  history.run();
  return told;
}

const Told& unchanged() {
  static const Told kept = play({});
  return kept;
}

/// Months before the change are the same to the byte, some message after it is not (what a seat
/// thinks of its offers is in its briefs, also where no decision turns on it).
void check_departs(const Told& told, base::Day day) {
  const auto months = static_cast<std::size_t>(base::months_between(crisis().first_day, day));
  const Told& a = unchanged();
  REQUIRE(told.hashes.size() == a.hashes.size());
  CHECK(std::equal(a.hashes.begin(), a.hashes.begin() + static_cast<std::ptrdiff_t>(months),
                   told.hashes.begin()));
  CHECK(a.before(day) == told.before(day));
  const base::Day end = crisis().last_day + 1;
  CHECK(a.before(end) != told.before(end));
}

}  // namespace

TEST_CASE("a later setting that sets what is set changes nothing") {
  const double value = crisis().parameters.ore.mined_reo_t_per_year;
  const Told told =
      play({later("2025-07-01", {"ore.mined_reo_t_per_year=" + std::to_string(value)}),
            later("2026-03-15", {"switches.noise=true"})});
  CHECK(told.hashes == unchanged().hashes);
  CHECK(told.before(crisis().last_day + 1) == unchanged().before(crisis().last_day + 1));
}

TEST_CASE("a number that changes on a day leaves the months before as they were") {
  // One that each part of the world reads: economy, mandates, parties, rules, politics.
  const std::vector<std::string> settings = {"ore.mined_reo_t_per_year=4500",
                                             "refinery.intake_t_per_year=2100",
                                             "plants.need_growth_per_year=0.02",
                                             "market.marginal_cost_usd_per_kg=70",
                                             "japan.hoarding=1.5",
                                             "regime.cut_magnet_tight=0.75",
                                             "politics.heat_memory=0.7",
                                             "trust.memory=0.93",
                                             "appraisal.relationship_india=20",
                                             "appraisal.act_noise_musd=4",
                                             "appraisal.private_type_log_sd=0",
                                             "talks.offer_gap_days=10",
                                             "talks.meeting_gap_days_max=90",
                                             "switches.audience=false"};
  const base::Day day = base::to_day({2025, 7, 1});
  for (const std::string& setting : settings) {
    INFO(setting);
    check_departs(play({later("2025-07-01", {setting})}), day);
  }
}

TEST_CASE("a change inside a month holds for messages from that day on") {
  const base::Day day = base::to_day({2025, 9, 17});
  check_departs(play({later("2025-09-17", {"talks.meeting_gap_days_max=42"})}), day);
}

TEST_CASE("a change on the first day is a change of the whole run as far as stocks go on from it") {
  const Told told = play({later("2024-01-01", {"japan.hoarding=1.5"})});
  const auto whole =
      scenarios::load_builtin("june-2025", {"calendar.last_day=2026-12-31", "japan.hoarding=1.5"});
  REQUIRE(whole.has_value());
  engine::HistoryOptions options;
  options.seed = 4;
  engine::History history(*whole, options);
  Told from_the_start;
  history.add_witness(from_the_start);
  history.run();
  CHECK(told.hashes == from_the_start.hashes);
}

TEST_CASE("plants that do not run yet are delayed, and start by the same draw") {
  const Told told = play({later("2025-07-01", {"plants.slip_mean_months=42"})});
  CHECK(told.value(17, "plant_true_start_month") ==
        unchanged().value(17, "plant_true_start_month"));
  const double moved = told.value(18, "plant_true_start_month");
  CHECK(moved > unchanged().value(18, "plant_true_start_month"));
  const auto whole = scenarios::load_builtin(
      "june-2025", {"calendar.last_day=2026-12-31", "plants.slip_mean_months=42"});
  engine::HistoryOptions options;
  options.seed = 4;
  engine::History history(*whole, options);
  Told from_the_start;
  history.add_witness(from_the_start);
  history.run();
  CHECK(from_the_start.value(18, "plant_true_start_month") == moved);
}

TEST_CASE("an event is dropped, moved later or earlier from a day on") {
  const base::Day day = base::to_day({2025, 6, 10});
  const auto requests = [](const Told& told) {
    std::vector<int> days;
    for (const v1::Envelope& e : told.envelopes) {
      if (e.has_directive() && e.directive().reason().code() == v1::REASON_CODE_SCRIPTED)
        days.push_back(e.day());
    }
    return days;
  };
  CHECK(requests(unchanged()) == std::vector<int>{day.number});
  const Told dropped = play({later("2025-06-10", {"event.request.enabled=false"})});
  check_departs(dropped, day);
  CHECK(requests(dropped).empty());
  const auto moved = [](const std::string& to) {
    return std::vector<std::string>{"event.request.day=" + to,
                                    "event.request.confidence=assumption"};
  };
  CHECK(requests(play({later("2025-06-10", moved("2025-12-10"))})) ==
        std::vector<int>{base::to_day({2025, 12, 10}).number});
  CHECK(requests(play({later("2025-03-10", moved("2025-03-10"))})) ==
        std::vector<int>{base::to_day({2025, 3, 10}).number});
  // Moved to a day that has been: it does not happen.
  CHECK(requests(play({later("2025-06-10", moved("2025-03-10"))})).empty());
}

TEST_CASE("summits that were announced are not announced again when the list of events changes") {
  const Told told = play({later("2025-06-10", {"event.request.enabled=false"})});
  const auto summits = [](const Told& t) {
    return std::count_if(t.envelopes.begin(), t.envelopes.end(), [](const v1::Envelope& e) {
      return e.has_policy_announcement() &&
             e.policy_announcement().kind() == v1::PolicyAnnouncement::KIND_SUMMIT;
    });
  };
  CHECK(summits(told) == summits(unchanged()));
}

TEST_CASE("the header lists later settings with their day, and they are read back from it") {
  const Told told = play({later("2025-07-01", {"japan.hoarding=1.5"}),
                          later("2026-01-01", {"switches.trust=false", "trust.memory=0.93"})});
  const std::vector<std::string> settings = {told.header.settings().begin(),
                                             told.header.settings().end()};
  CHECK(settings == std::vector<std::string>{"japan.hoarding=1.5@2025-07-01",
                                             "switches.trust=false@2026-01-01",
                                             "trust.memory=0.93@2026-01-01"});
  const auto read = engine::later_settings(crisis(), settings);
  REQUIRE(read.has_value());
  REQUIRE(read->size() == 2);
  // Each has those before it laid under its own.
  CHECK(read->back().scenario->parameters.japan.hoarding == 1.5);
  CHECK_FALSE(read->back().scenario->parameters.switches.trust);
  CHECK(read->front().scenario->parameters.switches.trust);
  CHECK(engine::is_later("a=1@2025-07-01"));
  CHECK_FALSE(engine::is_later("a=1"));
  CHECK_FALSE(engine::is_later("a=me@home"));
}

TEST_CASE("what cannot change on the way is refused in one sentence") {
  for (const char* const setting :
       {"calendar.last_day=2027-12-31", "office.commerce.weight=0.3", "seats=[]",
        "agenda.consultation.issues=[]", "maker.toyota.need_share=0.2"}) {
    const auto made = engine::make_later(crisis(), base::to_day({2025, 7, 1}), {setting});
    INFO(setting);
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().message.find("cannot change on the way") != std::string::npos);
  }
  CHECK_FALSE(engine::make_later(crisis(), base::to_day({2025, 7, 1}), {"ore.nonsense=1"}));
  CHECK_FALSE(engine::make_later(crisis(), base::to_day({2025, 7, 1}), {"japan.hoarding=99"}));
}
