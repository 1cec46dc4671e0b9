#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <agents/preferences/solutions.hpp>
#include <agents/strategies/encounter/zeuthen.hpp>

namespace monazite::strategies {
namespace {

constexpr base::Purpose kCoin{"strategies.zeuthen.coin"};
constexpr std::uint32_t kNature = 0;

/// Where any deal is better than none, the worst package takes the place of no deal.
double no_deal(const preferences::UtilityTable& table) {
  return std::isfinite(table.reservation()) ? table.reservation() : table.lowest();
}

}  // namespace

void Zeuthen::begin(const Place& place) {
  if (known_.tables.size() != 2 || place.parties != 2) {
    throw std::runtime_error(
        "zeuthen is for two parties who know each other's preferences, and this is no such table");
  }
  place_ = place;
  own_ = known_.tables[place.position];
  other_ = known_.tables[1 - place.position];
  own_reservation_ = no_deal(*own_);
  other_reservation_ = no_deal(*other_);
  place.own->spend(own_->size());
  const preferences::Cloud<double> cloud{own_->values(), other_->values(), own_reservation_,
                                         other_reservation_};
  deals_.clear();
  double last = 0;
  for (const std::uint32_t i : preferences::zone_frontier(cloud)) {
    // Of packages that are the same to both the first is enough.
    if (!deals_.empty() && own_->values()[i] == last) continue;
    last = own_->values()[i];
    deals_.push_back(own_->outcome(i));
  }
  std::reverse(deals_.begin(), deals_.end());
  reached_ = 0;
  mine_.reset();
  theirs_.reset();
}

double Zeuthen::own_gain(Outcome outcome) const {
  return own_->value(outcome) - own_reservation_;
}

double Zeuthen::other_gain(Outcome outcome) const {
  return other_->value(outcome) - other_reservation_;
}

Gains Zeuthen::gains(Outcome mine) const {
  return {own_gain(mine), own_gain(*theirs_), other_gain(*theirs_), other_gain(mine)};
}

Answer Zeuthen::respond(const Turn& /*turn*/, Outcome offer) {
  // Before it has said anything, its first proposal stands for what it has.
  const double gain = own_gain(offer);
  if (deals_.empty()) return gain > 0 ? Answer::kAccept : Answer::kReject;
  return gain >= own_gain(mine_.value_or(deals_.front())) ? Answer::kAccept : Answer::kReject;
}

bool Zeuthen::concedes(const Turn& turn) const {
  const int compared = compare_risk(gains(*mine_));
  if (compared != 0) return compared < 0;
  if (equal_ == Equal::kBoth) return true;
  const base::Day day{static_cast<std::int32_t>(turn.round)};
  return place_.draws.below(2, kCoin, day, kNature) == place_.position;
}

void Zeuthen::concede() {
  const double offered = own_gain(*theirs_);
  while (reached_ + 1 < deals_.size() && own_gain(deals_[reached_ + 1]) > offered) {
    mine_ = deals_[++reached_];
    if (compare_risk(gains(*mine_)) > 0) return;
  }
  // Nothing in between is enough. Below no deal there is nothing to adopt.
  if (offered >= 0) mine_ = theirs_;
}

std::optional<Outcome> Zeuthen::propose(const Turn& turn) {
  if (deals_.empty()) return std::nullopt;
  if (!mine_) {
    mine_ = deals_.front();
  } else if (theirs_ && own_gain(*theirs_) < own_gain(*mine_) && concedes(turn)) {
    concede();
  }
  return mine_;
}

}  // namespace monazite::strategies
