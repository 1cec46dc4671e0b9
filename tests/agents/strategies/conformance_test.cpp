#include <algorithm>
#include <functional>
#include <stdexcept>

#include <agents/strategies/strategies.hpp>
#include <tests/agents/strategy_conformance.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::strategies;
using preferences::Semantics;

namespace {

/// Genius' time-dependent agents go down to the lowest utility there is, and NegMAS' naive tit for
/// tat measures its offers from there, reservation value or not.
bool follows_a_peer_below_reservation(const std::string& name, Semantics semantics) {
  const bool plain = name == "boulware" || name == "linear" || name == "conceder";
  return name.rfind("genius_", 0) == 0 || name == "naive_tft" ||
         (semantics == Semantics::kGenius && plain) ||
         (semantics == Semantics::kGenius && name == "parts");
}

using Faults = std::vector<std::string>;

Faults faults(const Strategies& known, const std::string& description, bool below) {
  const auto made = known.strategies.make(description);
  if (!made) return {made.error().message};
  tests::ConformanceTerms terms;
  terms.may_offer_below_reservation = below;
  return tests::faults_of_strategy([&] { return std::move(*known.strategies.make(description)); },
                                   terms);
}

/// Does what `propose` and `respond` say.
struct Rogue final : Negotiator {
  std::function<std::optional<Outcome>(const Turn&)> propose_;
  std::function<Answer(const Turn&, Outcome)> respond_;
  const OwnPreferences* own = nullptr;
  int games = 0;

  void begin(const Place& place) override {
    own = place.own;
    ++games;
  }
  Answer respond(const Turn& turn, Outcome offer) override {
    return respond_ ? respond_(turn, offer) : Answer::kReject;
  }
  std::optional<Outcome> propose(const Turn& turn) override {
    return propose_ ? propose_(turn) : own->best();
  }
};

/// Whether the kit has that to say of it.
bool is_caught(const std::function<void(Rogue&)>& spoil, const std::string& complaint) {
  const Faults found = tests::faults_of_strategy([&] {
    auto rogue = std::make_unique<Rogue>();
    spoil(*rogue);
    return std::unique_ptr<Negotiator>(std::move(rogue));
  });
  return std::any_of(found.begin(), found.end(), [&](const std::string& fault) {
    return fault.find(complaint) != std::string::npos;
  });
}

}  // namespace

TEST_CASE("every strategy that has a name keeps the rules") {
  for (const Semantics semantics : {Semantics::kNegmas, Semantics::kGenius}) {
    Strategies known;
    register_strategies(known, semantics);
    for (const std::string& name : known.strategies.names()) {
      if (semantics == Semantics::kGenius && !follows_a_peer_below_reservation(name, semantics)) {
        continue;  // the same under both
      }
      INFO(name);
      CHECK(faults(known, name, follows_a_peer_below_reservation(name, semantics)) == Faults{});
    }
  }
}

TEST_CASE("every bidding keeps the rules with every acceptance") {
  Strategies known;
  register_strategies(known, Semantics::kNegmas);
  for (const std::string& acceptance : known.acceptances.names()) {
    INFO(acceptance);
    CHECK(faults(known, "parts:bidding=conceder,acceptance=" + acceptance, false) == Faults{});
  }
  for (const std::string& bidding : known.biddings.names()) {
    INFO(bidding);
    CHECK(faults(known, "parts:acceptance=combi_avg_window,acceptance.time=0.5,bidding=" + bidding,
                 follows_a_peer_below_reservation(bidding, Semantics::kNegmas)) == Faults{});
  }
}

TEST_CASE("a strategy that breaks the rules is found out") {
  CHECK(tests::faults_of_strategy([] { return std::make_unique<Rogue>(); }) == Faults{});
  CHECK(
      is_caught([](Rogue& r) { r.propose_ = [&r](const Turn&) { return r.own->agenda().size(); }; },
                "offers what is not on the agenda"));
  CHECK(is_caught(
      [](Rogue& r) {
        r.propose_ = [&r](const Turn&) {
          return r.own->table().outcome(r.own->table().ranking().at(0));
        };
      },
      "offers less than its reservation value"));
  CHECK(
      is_caught([](Rogue& r) { r.respond_ = [](const Turn&, Outcome) { return Answer::kAccept; }; },
                "accepts less than its reservation value"));
  CHECK(is_caught(
      [](Rogue& r) {
        r.propose_ = [](const Turn&) -> Outcome { throw std::runtime_error("no idea"); };
      },
      "throws: no idea"));
  CHECK(is_caught(
      [](Rogue& r) {
        r.propose_ = [&r](const Turn&) {
          while (r.own->value(0) < 1e9) {
          }
          return Outcome{0};
        };
      },
      "throws: asked for more evaluations"));
  CHECK(is_caught(
      [](Rogue& r) {
        r.propose_ = [&r](const Turn&) {
          return r.games > 1 ? std::optional<Outcome>() : r.own->best();
        };
      },
      "keeps something from one negotiation to the next"));
  int made = 0;
  CHECK(is_caught(
      [&made](Rogue& r) {
        const bool odd = ++made % 2 == 1;
        r.propose_ = [&r, odd](const Turn&) {
          return odd ? std::optional<Outcome>() : r.own->best();
        };
      },
      "moves otherwise when all is the same"));
}
