// What each mechanism does, shown by shutting it off: the same seeds with common draws, one measure
// each, and a direction that the theory behind it gives. Few seeds and years, so directions only;
// the numbers of a hundred seeds are in docs/model.md, section 8.
#include <cmath>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/engine/history.hpp>
#include <world/lab/ensemble.hpp>
#include <world/treaty/terms.hpp>

using namespace monazite;

namespace {

constexpr std::uint32_t kSeeds = 24;

using Runs = std::vector<lab::Measures>;

Runs play(const scenarios::Settings& settings, std::uint32_t runs = 6) {
  scenarios::Settings all = {"calendar.last_day=2027-12-31"};
  all.insert(all.end(), settings.begin(), settings.end());
  lab::EnsembleOptions options;
  options.runs = runs;
  options.workers = 2;
  return lab::run_ensemble(test_support::scenario("june-2025", all), options).runs;
}

const Runs& as_it_is() {
  static const Runs kept = play({}, kSeeds);
  return kept;
}

using Measure = std::function<double(const lab::Measures&)>;

/// Mean over the seeds of what shutting off adds to a measure, in standard errors of that mean.
double effect(const Runs& off, const Measure& measure) {
  const Runs& on = as_it_is();
  REQUIRE(off.size() == on.size());
  const auto count = static_cast<double>(on.size());
  double mean = 0, square = 0;
  for (std::size_t i = 0; i < on.size(); ++i) {
    REQUIRE(off[i].seed == on[i].seed);
    const double more = measure(off[i]) - measure(on[i]);
    mean += more / count;
    square += more * more / count;
  }
  const double error = std::sqrt((square - mean * mean) / (count - 1));
  return error > 0 ? mean / error : mean == 0 ? 0 : std::copysign(1e9, mean);
}

std::size_t count(const Runs& runs, lab::Flow flow) {
  std::size_t found = 0;
  for (const lab::Measures& run : runs) found += run.flow == flow ? 1 : 0;
  return found;
}

double flow_ratio(const lab::Measures& run) {
  return run.flow_ratio;
}

/// The terms of all memoranda that were signed.
std::vector<treaty::MouTerms> memoranda(const Runs& runs, const scenarios::Settings& settings) {
  const scenarios::Scenario scenario = test_support::scenario("june-2025", settings);
  std::vector<treaty::MouTerms> terms;
  for (const lab::Measures& run : runs) {
    for (const lab::Deal& deal : run.deals) {
      if (deal.table != v1::TABLE_CONSULTATION) continue;
      terms.push_back(treaty::read_mou(scenario.agendas[0], deal.outcome, {}));
    }
  }
  return terms;
}

/// What the mandates of one seat say in the first months of deciding.
struct Briefs final : engine::Witness {
  explicit Briefs(base::SeatId seat) : seat_(seat) {}
  void on_envelope(const v1::Envelope& envelope) override {
    if (envelope.has_brief() && envelope.to() == seat_) briefs.push_back(envelope);
  }
  std::vector<v1::Envelope> briefs;

 private:
  base::SeatId seat_;
};

std::vector<v1::Envelope> briefs_of(base::SeatId seat, const scenarios::Settings& settings,
                                    std::uint64_t seed) {
  const scenarios::Scenario scenario = test_support::scenario("june-2025", settings);
  engine::HistoryOptions options;
  options.seed = seed;
  engine::History history(scenario, options);
  Briefs told(seat);
  history.add_witness(told);
  history.run();
  return told.briefs;
}

constexpr base::SeatId kIndiaSeat = base::kFirstSeat;
constexpr base::SeatId kJapanSeat = base::kFirstSeat + 1;

}  // namespace

TEST_CASE("without acts nobody stops the flow") {
  for (const lab::Measures& run : play({"switches.acts=false"})) {
    CHECK(run.flow == lab::Flow::kGoOn);
    CHECK(run.directions == 0);
    CHECK(run.notifications == 0);
    CHECK(run.requests == 1);  // the scripted one
  }
}

TEST_CASE("without talks nothing is signed, whatever else is done") {
  for (const lab::Measures& run : play({"conduct.consultation=none"})) {
    CHECK(run.consultations == 0);
    CHECK_FALSE(run.first_agreement.has_value());
  }
}

TEST_CASE("every conduct signs only what both homes clear and nobody loses by") {
  for (const char* conduct : {"nash", "kalai_smorodinsky", "rubinstein", "protocol"}) {
    std::size_t deals = 0;
    for (const lab::Measures& run : play({std::string("conduct.consultation=") + conduct}, 3)) {
      CHECK(run.signed_below_reservation == 0);
      deals += run.first_agreement.has_value() ? 1 : 0;
    }
    INFO(conduct);
    CHECK(deals > 0);
  }
}

TEST_CASE("a mediated table signs sooner than offers between strategies") {
  const auto signed_in = [](const lab::Measures& run) {
    return run.first_agreement ? static_cast<double>(run.first_agreement->number)
                               : base::to_day({2028, 1, 1}).number;
  };
  CHECK(effect(play({"conduct.consultation=nash"}, kSeeds), signed_in) < -2);
}

TEST_CASE("without contracts or allocations between firms none is signed") {
  const auto deals = [](const Runs& runs, v1::Table table) {
    std::size_t found = 0;
    for (const lab::Measures& run : runs) {
      for (const lab::Deal& deal : run.deals) found += deal.table == table ? 1 : 0;
    }
    return found;
  };
  CHECK(deals(as_it_is(), v1::TABLE_SUPPLY_CONTRACT) > 0);
  CHECK(deals(as_it_is(), v1::TABLE_ALLOCATION) > 0);
  CHECK(deals(play({"conduct.supply=none"}), v1::TABLE_SUPPLY_CONTRACT) == 0);
  CHECK(deals(play({"conduct.allocation=none"}), v1::TABLE_ALLOCATION) == 0);
}

TEST_CASE("a seat concedes by the tactic that the scenario gives it") {
  const auto signed_in = [](const std::string& tactic) {
    std::size_t deals = 0;
    for (const lab::Measures& run :
         play({"seat.india.tactic=" + tactic, "seat.japan.tactic=" + tactic})) {
      deals += run.first_agreement.has_value() ? 1 : 0;
    }
    return deals;
  };
  const std::size_t stubborn = signed_in("hardliner");
  const std::size_t yielding = signed_in("conceder:exponent=0.2");
  CHECK(stubborn < yielding);
  CHECK(yielding > 0);
}

TEST_CASE("exports earn India money: without the material term less of them goes on") {
  const Runs off = play({"switches.material=false"}, kSeeds);
  CHECK(effect(off, flow_ratio) < -2);
  CHECK(effect(off, [](const lab::Measures& run) { return double(run.directions); }) > 2);
}

TEST_CASE("requests are made for those at home: without the audience term there are fewer") {
  const Runs off = play({"switches.audience=false"}, kSeeds);
  CHECK(effect(off, [](const lab::Measures& run) { return double(run.requests); }) < -2);
  CHECK(effect(off, flow_ratio) > 2);
}

TEST_CASE("friendship holds the flow: without the relationship term it stops") {
  const Runs off = play({"switches.relationship=false"}, kSeeds);
  CHECK(count(off, lab::Flow::kStop) > count(as_it_is(), lab::Flow::kStop) + kSeeds / 4);
  CHECK(effect(off, flow_ratio) < -2);
}

TEST_CASE("NdPr is kept for plants to come: without plants nobody holds it back") {
  const Runs off = play({"switches.plants=false"}, kSeeds);
  CHECK(count(off, lab::Flow::kGoOn) == kSeeds);
  CHECK(effect(off, flow_ratio) > 2);
}

TEST_CASE("makers that do not hoard have thinner stocks and a lower price") {
  const Runs off = play({"switches.hoarding=false"}, kSeeds);
  CHECK(effect(off, [](const lab::Measures& run) { return run.makers_worst_cover_days; }) < -2);
  CHECK(effect(off, [](const lab::Measures& run) { return run.price_mean_usd_per_kg; }) < -2);
}

TEST_CASE("magnets that are worth nothing are not returned") {
  const auto returned = [](const Runs& runs) {
    double t = 0;
    for (const treaty::MouTerms& terms : memoranda(runs, {})) t += terms.magnets_t_per_year;
    return t;
  };
  CHECK(returned(as_it_is()) > 0);
  const Runs off = play({"switches.magnets=false"}, kSeeds);
  CHECK(!memoranda(off, {}).empty());
  CHECK(returned(off) == 0);
}

TEST_CASE("a technology clause that is off the agenda is not agreed on") {
  const auto granted = [](const Runs& runs, const scenarios::Settings& settings) {
    int levels = 0;
    for (const treaty::MouTerms& terms : memoranda(runs, settings)) {
      levels += terms.technology_level + (terms.joint_venture_t_per_year > 0 ? 1 : 0);
    }
    return levels;
  };
  CHECK(granted(as_it_is(), {}) > 0);
  const Runs off = play({"switches.technology=false"}, kSeeds);
  CHECK(!memoranda(off, {"switches.technology=false"}).empty());
  CHECK(granted(off, {"switches.technology=false"}) == 0);
}

TEST_CASE("without shocks the price does not peak") {
  const Runs off = play({"switches.noise=false"}, kSeeds);
  CHECK(effect(off, [](const lab::Measures& run) { return run.price_peak_usd_per_kg; }) < -2);
}

TEST_CASE("who holds office makes histories differ: with ordinary types fewer flows stop") {
  const Runs off = play({"switches.private_types=false"}, kSeeds);
  CHECK(count(off, lab::Flow::kStop) < count(as_it_is(), lab::Flow::kStop));
  const auto spread = [](const Runs& runs) {
    double mean = 0, square = 0;
    for (const lab::Measures& run : runs) {
      mean += run.flow_ratio / double(runs.size());
      square += run.flow_ratio * run.flow_ratio / double(runs.size());
    }
    return square - mean * mean;
  };
  CHECK(spread(off) < spread(as_it_is()));
}

TEST_CASE("press that learns of requests leaks them") {
  const auto press = [](const lab::Measures& run) { return double(run.leaks); };
  const Runs more = play({"politics.leak_probability=0.6"}, kSeeds);
  CHECK(effect(more, press) > 2);
}

TEST_CASE(
    "a stop moves the threat point: what leverage adds to its worth grows with Japan's loss") {
  // Commerce's value of a notification to stop, on the first day of deciding, before histories
  // part.
  const auto stop_is_worth = [](const char* leverage, const char* loss, std::uint64_t seed) {
    double value = 0;
    for (const v1::Envelope& brief :
         briefs_of(kIndiaSeat,
                   {"calendar.last_day=2025-06-30", std::string("switches.leverage=") + leverage,
                    std::string("japan.loss_usd_per_kg_ndpr=") + loss},
                   seed)) {
      if (brief.brief().purpose() != v1::Brief::PURPOSE_ACTS) continue;
      for (const v1::ActOption& option : brief.brief().acts()) {
        if (option.act() == v1::ACT_NOTIFY_STOP) value += option.value_musd();
      }
      break;
    }
    return value;
  };
  const auto leverage_adds = [&](const char* loss, std::uint64_t seed) {
    return stop_is_worth("true", loss, seed) - stop_is_worth("false", loss, seed);
  };
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    CHECK(std::abs(leverage_adds("1500", seed)) > 0.1);
    CHECK(leverage_adds("4500", seed) > leverage_adds("1500", seed));
  }
}

TEST_CASE("promises kept build trust: a flow without a deal is worth more to Japan than at first") {
  // Japan's value of no deal at its first meeting; until then most promises were kept.
  const auto no_deal = [](const char* trust) {
    double sum = 0;
    int found = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
      for (const v1::Envelope& brief : briefs_of(
               kJapanSeat, {"calendar.last_day=2026-12-31", std::string("switches.trust=") + trust},
               seed)) {
        if (brief.brief().purpose() != v1::Brief::PURPOSE_MEETING) continue;
        sum += brief.brief().reservation_musd();
        ++found;
        break;
      }
    }
    REQUIRE(found > 0);
    return sum / found;
  };
  CHECK(no_deal("true") > no_deal("false"));
}

TEST_CASE("leaders bind money that officials have not: with nothing to link less is granted") {
  const auto granted = [](const scenarios::Settings& settings) {
    double sum = 0;
    const auto signed_terms = memoranda(play(settings, kSeeds), {});
    for (const treaty::MouTerms& terms : signed_terms) sum += terms.finance_bn_jpy;
    REQUIRE(!signed_terms.empty());
    return sum / double(signed_terms.size());
  };
  CHECK(granted({"talks.linkage_bn_jpy_per_summit=[0,0,0,0]"}) <
        granted({"talks.linkage_bn_jpy_per_summit=[30,30,15,15]"}));
}

TEST_CASE("what parties believe, want and do are numbers of the scenario, and each group counts") {
  const auto digests = [](const scenarios::Settings& settings) {
    std::vector<std::uint64_t> all;
    for (const lab::Measures& run : play(settings, 3)) all.push_back(run.digest);
    return all;
  };
  const auto unchanged = digests({});
  for (const char* setting :
       {"expectations.need_gap_width_t=1000", "worth_to_india.audience_magnets=0.3",
        "worth_to_japan.term_worth_musd_per_year=1.2", "acts.request_effort_musd=2",
        "clearance.veto_tolerance_musd=2", "treaty.magnets_delay_months=9",
        "irel.shortage_share=0.6", "toyotsu.security_passed_on=0.5", "supply.take_risk=0.2",
        "allocation.security_felt=0.7", "refinery.clear_months=6",
        "appraisal.friendship_at_stake=0.7", "talks.urgency_heat_or_flow=1.6"}) {
    INFO(setting);
    CHECK(digests({setting}) != unchanged);
  }
}
