#include <cmath>
#include <limits>
#include <stdexcept>

#include <agents/preferences/solutions.hpp>
#include <agents/strategies/encounter/subgame_perfect.hpp>
#include <protocol/base/check.hpp>

namespace monazite::strategies {
namespace {

using preferences::UtilityTable;

/// Value of no deal at the deadline, as a session values it.
double of_no_deal(const UtilityTable& table, std::uint32_t rounds) {
  const preferences::Profile& profile = table.profile();
  if (!profile.discount.reservation || !std::isfinite(profile.reservation)) {
    return profile.reservation;
  }
  return profile.discount.discounted(profile.reservation, 1, rounds);
}

/// The lowest i in [0, size) for which `holds`, which is false up to some i and true from there on;
/// `size` if it never is.
template <class Predicate>
std::uint32_t first_that(std::uint32_t size, Predicate holds) {
  std::uint32_t low = 0;
  std::uint32_t high = size;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (holds(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

}  // namespace

BackwardInduction::BackwardInduction(const UtilityTable& first, const UtilityTable& second,
                                     OfferTiming timing)
    : tables_{&first, &second}, timing_(timing), proposals_(timing.offers()) {
  MONAZITE_CHECK_EQ(first.size(), second.size(), "both parties value the same packages");
  MONAZITE_CHECK_GE(timing.rounds, 1U, "an encounter needs at least one round");
  std::vector<double> values[2];
  const preferences::Cloud<double> cloud{first.values(), second.values()};
  for (const std::uint32_t i : preferences::pareto_frontier(cloud)) {
    if (!frontier_.empty() && first.values()[i] == values[0].back()) continue;
    frontier_.push_back(first.outcome(i));
    values[0].push_back(first.values()[i]);
    values[1].push_back(second.values()[i]);
  }
  const auto size = static_cast<std::uint32_t>(frontier_.size());
  for (const std::uint32_t p : {0U, 1U}) {
    after_no_[p].resize(timing.offers());
    value_[p] = of_no_deal(*tables_[p], timing.rounds);
  }
  for (std::uint32_t k = timing.offers(); k-- > 0;) {
    for (const std::uint32_t p : {0U, 1U}) after_no_[p][k] = value_[p];
    const std::uint32_t proposer = k % 2;
    const std::uint32_t receiver = 1 - proposer;
    const auto accepted = [&](std::uint32_t i) {
      return discounted(k, receiver, values[receiver][i]) >= value_[receiver];
    };
    // Along the frontier the first party gains and the second loses.
    std::uint32_t most = 0;
    if (proposer == 0) {
      const std::uint32_t refused = first_that(size, [&](std::uint32_t i) { return !accepted(i); });
      if (refused == 0) continue;
      most = refused - 1;
    } else {
      most = first_that(size, accepted);
      if (most == size) continue;
    }
    const double yes = discounted(k, proposer, values[proposer][most]);
    if (yes < value_[proposer]) continue;
    proposals_[k] = most;
    value_[receiver] = discounted(k, receiver, values[receiver][most]);
    value_[proposer] = yes;
  }
}

double BackwardInduction::discounted(std::uint32_t offer, std::uint32_t position,
                                     double value) const {
  const std::uint32_t round = timing_.round_of_yes(offer);
  const double time = static_cast<double>(round + 1) / static_cast<double>(timing_.rounds + 1);
  return tables_[position]->profile().discount.discounted(value, time, round);
}

std::optional<Outcome> BackwardInduction::proposal(std::uint32_t offer) const {
  const auto& found = proposals_[offer];
  if (!found) return std::nullopt;
  return frontier_[*found];
}

double BackwardInduction::of_yes(std::uint32_t offer, std::uint32_t position,
                                 Outcome outcome) const {
  return discounted(offer, position, tables_[position]->value(outcome));
}

void SubgamePerfect::begin(const Place& place) {
  const bool stacked = known_.rule == v1::RULE_STACKED_ALTERNATING_OFFERS;
  if (known_.tables.size() != 2 || place.parties != 2 ||
      (!stacked && known_.rule != v1::RULE_UNSPECIFIED)) {
    throw std::runtime_error(
        "subgame_perfect plays alternating offers of two parties who know each other's "
        "preferences, and this is no such table");
  }
  position_ = place.position;
  best_ = place.own->best();
  offers_ = 0;
  place.own->spend(place.own->table().size());
  solved_ = std::make_unique<const BackwardInduction>(*known_.tables[0], *known_.tables[1],
                                                      OfferTiming{place.rounds, stacked});
}

Answer SubgamePerfect::respond(const Turn& /*turn*/, Outcome offer) {
  const std::uint32_t last = offers_ - 1;
  return solved_->of_yes(last, position_, offer) >= solved_->after_no(last, position_)
             ? Answer::kAccept
             : Answer::kReject;
}

std::optional<Outcome> SubgamePerfect::propose(const Turn& /*turn*/) {
  const std::uint32_t now = offers_++;
  if (now >= solved_->timing().offers()) return best_;  // nobody will answer it
  return solved_->proposal(now).value_or(best_);
}

}  // namespace monazite::strategies
