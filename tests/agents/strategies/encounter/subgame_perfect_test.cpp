#include <cmath>

#include <agents/strategies/encounter/subgame_perfect.hpp>
#include <protocol/base/draws.hpp>
#include <tests/agents/strategies/encounter/pie.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using preferences::Discount;
using strategies::BackwardInduction;
using strategies::OfferTiming;
using strategies::Outcome;

namespace {

Discount per_round(double factor) {
  return {Discount::Kind::kPerRound, factor, true};
}

/// The same game solved by looking at every package in every period, and by recursion.
struct ByHand {
  const tests::Tables& tables;
  OfferTiming timing;

  [[nodiscard]] double discounted(std::uint32_t k, std::uint32_t p, double value) const {
    const std::uint32_t round = timing.round_of_yes(k);
    return tables.all[p]->profile().discount.discounted(
        value, (round + 1.0) / (timing.rounds + 1.0), round);
  }
  [[nodiscard]] std::pair<double, double> solve(std::uint32_t k) const {
    if (k == timing.offers()) {
      const auto none = [&](std::uint32_t p) {
        const preferences::Profile& profile = tables.all[p]->profile();
        return profile.discount.discounted(profile.reservation, 1, timing.rounds);
      };
      return {none(0), none(1)};
    }
    const std::pair<double, double> after = solve(k + 1);
    const double next[] = {after.first, after.second};
    const std::uint32_t p = k % 2;
    double best[] = {next[0], next[1]};
    for (std::size_t i = 0; i < tables.all[0]->size(); ++i) {
      double yes[2];
      for (const std::uint32_t q : {0U, 1U}) {
        yes[q] = discounted(k, q, tables.all[q]->values()[i]);
      }
      if (yes[1 - p] < next[1 - p] || yes[p] < best[p]) continue;
      // Of equal ones for the proposer the frontier has the one that is better for the other.
      if (yes[p] == best[p] && yes[1 - p] < best[1 - p]) continue;
      best[0] = yes[0];
      best[1] = yes[1];
    }
    return {best[0], best[1]};
  }
};

}  // namespace

TEST_CASE("the timing of offers is that of the two rules") {
  const OfferTiming one{4, false};
  CHECK(one.offers() == 4);
  CHECK(one.round_of_yes(3) == 3);
  const OfferTiming stacked{4, true};
  CHECK(stacked.offers() == 7);  // the eighth gets no answer
  CHECK(stacked.round_of_yes(0) == 0);
  CHECK(stacked.round_of_yes(1) == 1);
  CHECK(stacked.round_of_yes(2) == 1);
  CHECK(stacked.round_of_yes(6) == 3);
}

TEST_CASE("who makes the only offer takes all") {
  const preferences::Domain domain = tests::pie(10);
  const tests::Tables tables(domain);
  const BackwardInduction solved(*tables.all[0], *tables.all[1], {1, false});
  CHECK(solved.proposal(0) == Outcome{10});
  CHECK(solved.value(0) == 1);
  CHECK(solved.value(1) == 0);
}

TEST_CASE("of two offers the second takes all, and the first leaves what that is worth today") {
  const preferences::Domain domain = tests::pie(10, per_round(0.5), per_round(0.7));
  const tests::Tables tables(domain);
  const BackwardInduction solved(*tables.all[0], *tables.all[1], {2, false});
  CHECK(solved.proposal(1) == Outcome{0});
  CHECK(solved.after_no(0, 1) == 0.7);
  CHECK(solved.proposal(0) == Outcome{3});
}

TEST_CASE("Rubinstein's shares come out to the accuracy of the grid and of the horizon") {
  constexpr int kSlices = 10'000;
  constexpr std::uint32_t kOffers = 400;
  for (const auto& [d1, d2] :
       {std::pair{0.9, 0.8}, {0.8, 0.9}, {0.5, 0.5}, {0.95, 0.95}, {0.99, 0.9}, {0.3, 0.97}}) {
    CAPTURE(d1, d2);
    const preferences::Domain domain = tests::pie(kSlices, per_round(d1), per_round(d2));
    const tests::Tables tables(domain);
    const BackwardInduction solved(*tables.all[0], *tables.all[1], {kOffers, false});
    const double closed_form = (1 - d2) / (1 - d1 * d2);
    const double grid = 1.0 / kSlices / (1 - d1 * d2);
    const double horizon = std::pow(d1 * d2, kOffers / 2 - 1);
    CHECK(std::fabs(solved.value(0) - closed_form) <= grid + horizon + 1e-12);
    CHECK(horizon < 1e-8);
    REQUIRE(solved.proposal(0).has_value());
    CHECK(solved.value(0) == Approx(static_cast<double>(*solved.proposal(0)) / kSlices));
  }
}

TEST_CASE("in stacked rounds the first party's refusals cost nothing, so that it takes all") {
  const preferences::Domain domain = tests::pie(1000, per_round(0.9), per_round(0.8));
  const tests::Tables tables(domain);
  const BackwardInduction solved(*tables.all[0], *tables.all[1], {200, true});
  CHECK(solved.value(0) == 1);  // (1 - d2) / (1 - 1 * d2)
  CHECK(solved.proposal(0) == Outcome{1000});
}

TEST_CASE("backward induction over the frontier is that over all packages") {
  constexpr base::Purpose kValue{"tests.subgame_perfect.value"};
  const base::Draws draws(1982);
  for (int trial = 0; trial < 200; ++trial) {
    const auto uniform = [&](std::uint32_t what, std::uint32_t i) {
      return draws.uniform(kValue, base::Day{trial}, what, i);
    };
    std::vector<double> first, second;
    for (std::uint32_t i = 0; i < 12; ++i) {
      first.push_back(uniform(0, i));
      second.push_back(uniform(1, i));
    }
    preferences::Domain domain = tests::packages(first, second);
    for (std::uint32_t p = 0; p < 2; ++p) {
      preferences::Profile& profile = domain.profiles[p];
      profile.reservation = 0.5 * uniform(2, p);
      const Discount::Kind kinds[] = {Discount::Kind::kNone, Discount::Kind::kPerRound,
                                      Discount::Kind::kPerTime, Discount::Kind::kLinear};
      profile.discount = {kinds[draws.below(4, kValue, base::Day{trial}, 3, p)],
                          0.5 + 0.5 * uniform(4, p), true};
    }
    const tests::Tables tables(domain);
    const OfferTiming timing{1 + static_cast<std::uint32_t>(trial % 7), trial % 2 == 1};
    const BackwardInduction solved(*tables.all[0], *tables.all[1], timing);
    const auto [a, b] = ByHand{tables, timing}.solve(0);
    CAPTURE(trial);
    REQUIRE(solved.value(0) == a);
    REQUIRE(solved.value(1) == b);
  }
}

TEST_CASE("it does not sit down under a rule that it has not solved") {
  const preferences::Domain domain = tests::pie(10);
  const tests::Tables tables(domain);
  const strategies::OwnPreferences own(*tables.all[0]);
  strategies::Place place;
  place.own = &own;
  strategies::SubgamePerfect uninformed;
  CHECK_THROWS(uninformed.begin(place));
  strategies::SubgamePerfect elsewhere;
  elsewhere.inform({tables.all, v1::RULE_MULTIPLE_OFFERS});
  CHECK_THROWS(elsewhere.begin(place));
  strategies::SubgamePerfect here;
  here.inform({tables.all, v1::RULE_STACKED_ALTERNATING_OFFERS});
  CHECK_NOTHROW(here.begin(place));
}
