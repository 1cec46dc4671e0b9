#include <agents/strategies/accepting/combined.hpp>
#include <agents/strategies/accepting/next.hpp>
#include <agents/strategies/accepting/threshold.hpp>
#include <agents/strategies/bidding/fixed.hpp>
#include <agents/strategies/bidding/micro.hpp>
#include <agents/strategies/bidding/naive_tit_for_tat.hpp>
#include <agents/strategies/bidding/time_dependent.hpp>
#include <agents/strategies/composed.hpp>
#include <agents/strategies/strategies.hpp>

namespace monazite::strategies {
namespace {

using preferences::Semantics;

/// A strategy's own bidding and acceptance, from its own numbers.
struct Pair {
  std::unique_ptr<Bidding> bidding;
  std::unique_ptr<Acceptance> acceptance;
};
using MakePair = std::function<base::Result<Pair>(const Settings&)>;

/// Puts the three parts together; a description that is empty stands for the part given, or none.
base::Result<std::unique_ptr<Negotiator>> compose(const Strategies& known, Pair pair,
                                                  const std::string& acceptance,
                                                  const std::string& model) {
  if (!acceptance.empty()) {
    auto made = known.acceptances.make(acceptance);
    if (!made) return tl::unexpected<base::Error>(made.error());
    pair.acceptance = std::move(*made);
  }
  std::unique_ptr<OpponentModel> opponent;
  if (!model.empty()) {
    auto made = known.models.make(model);
    if (!made) return tl::unexpected<base::Error>(made.error());
    opponent = std::move(*made);
  }
  return std::unique_ptr<Negotiator>(std::make_unique<Composed>(
      std::move(pair.bidding), std::move(pair.acceptance), std::move(opponent)));
}

/// A strategy under its name. Whoever wants another acceptance or an opponent model names it:
/// boulware:acceptance=combi_max,acceptance.time=0.9. `model`: the usual one; empty: none.
void add_strategy(Strategies& known, Signature signature, MakePair make,
                  const std::string& model = "") {
  const std::size_t own_slots = signature.slots.size();
  signature.slots.push_back({"acceptance", "", "another acceptance in place of its own"});
  signature.slots.push_back({"model", model, "what the other side wants"});
  known.strategies.add(
      std::move(signature),
      [&known, own_slots,
       make = std::move(make)](const Settings& s) -> base::Result<std::unique_ptr<Negotiator>> {
        auto pair = make(s);
        if (!pair) return tl::unexpected<base::Error>(pair.error());
        return compose(known, std::move(*pair), s.part(own_slots), s.part(own_slots + 1));
      });
}

template <class B, class A>
MakePair plain() {
  return [](const Settings&) -> base::Result<Pair> {
    return Pair{std::make_unique<B>(), std::make_unique<A>()};
  };
}

/// The signature of the bidding of that name, for a strategy that adds nothing to it but an
/// acceptance.
Signature like_bidding(const Strategies& known, const std::string& name) {
  const auto* const entry = known.biddings.find(name);
  MONAZITE_CHECK(entry != nullptr, "a strategy's bidding is registered before it");
  return entry->signature;
}

/// A strategy that is the bidding of the same name with AC_next.
void add_with_next(Strategies& known, const std::string& name, const std::string& model = "") {
  const auto make = known.biddings.find(name)->make;
  add_strategy(
      known, like_bidding(known, name),
      [make](const Settings& s) -> base::Result<Pair> {
        auto bidding = make(s);
        if (!bidding) return tl::unexpected<base::Error>(bidding.error());
        return Pair{std::move(*bidding), std::make_unique<NextAcceptance>()};
      },
      model);
}

void add_negmas(Strategies& known, const std::string& name) {
  add_strategy(known, like_bidding(known, name), [](const Settings& s) -> base::Result<Pair> {
    auto band = std::make_shared<AspirationBand>(std::make_unique<TimeDependent>(s.number(0)));
    return Pair{std::make_unique<AspirationBidding>(band),
                std::make_unique<AspirationAcceptance>(band)};
  });
}

void add_parts(Strategies& known) {
  known.strategies.add(
      {"parts",
       "any bidding with any acceptance and opponent model",
       {},
       {{"bidding", "boulware", "what to offer"},
        {"acceptance", "next", "when to say yes"},
        {"model", "", "what the other side wants"}},
       "Baarslag et al. 2014 (BOA)"},
      [&known](const Settings& s) -> base::Result<std::unique_ptr<Negotiator>> {
        auto bidding = known.biddings.make(s.part(0));
        if (!bidding) return tl::unexpected<base::Error>(bidding.error());
        return compose(known, {std::move(*bidding), nullptr}, s.part(1), s.part(2));
      });
}

}  // namespace

void register_negotiators(Strategies& known, Semantics semantics) {
  for (const char* const name : {"boulware", "linear", "conceder"}) {
    if (semantics == Semantics::kNegmas) {
      add_negmas(known, name);
    } else {
      add_with_next(known, name);
    }
  }
  for (const char* const name : {"negmas_boulware", "negmas_linear", "negmas_conceder"}) {
    add_negmas(known, name);
  }
  for (const char* const name : {"genius_boulware", "genius_linear", "genius_conceder"}) {
    add_with_next(known, name);
  }
  add_strategy(known, like_bidding(known, "naive_tft"),
               plain<NaiveTitForTatBidding, NaiveTitForTatAcceptance>());
  add_strategy(known, like_bidding(known, "micro"), plain<MicroBidding, LowestBidAcceptance>());
  add_strategy(known, like_bidding(known, "tough"), plain<ToughBidding, BestAcceptance>());
  for (const char* const name : {"random", "trade_off"}) add_with_next(known, name);
  add_with_next(known, "zeuthen", "hardheaded");
  for (const std::string& name : known.demands.names()) {
    if (name != "nice_tft") add_with_next(known, name);
  }
  const auto nice = known.biddings.find("nice_tft")->make;
  add_strategy(
      known, like_bidding(known, "nice_tft"),
      [nice](const Settings& s) -> base::Result<Pair> {
        auto bidding = nice(s);
        if (!bidding) return tl::unexpected<base::Error>(bidding.error());
        return Pair{std::move(*bidding), std::make_unique<CombinedAcceptance>(
                                             0.98, CombinedAcceptance::Bar::kMaxWindow)};
      },
      "bayesian");
  add_parts(known);
}

}  // namespace monazite::strategies
