#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <viz/model/seat/coach.hpp>
#include <viz/model/seat/seat_words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz::game {
namespace {

constexpr double kStrength = 0.5, kHalf = 6;  ///< of strategies::FrequencyModel
/// Even an offer as good as what they would ask for is more often countered than taken.
constexpr double kReluctance = 2;

double logistic(double x) {
  return 1 / (1 + std::exp(-x));
}

}  // namespace

Coach::Coach(const TableView& table, std::string other) : table_(table), other_(std::move(other)) {
  const agenda::Agenda& agenda = *table.agenda;
  const std::vector<float>& believed = table.state.believed();
  std::vector<agenda::Outcome> packages;
  std::vector<double> values;
  for (std::size_t p = 0; p < believed.size(); ++p) {
    packages.push_back(table.state.outcome(p));
    values.push_back(static_cast<double>(believed[p]));
  }
  if (values.empty()) return;
  fit_ = AdditiveFit(agenda, packages, values);
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  lowest_ = *low;
  highest_ = std::max(*high, *low + 1e-9);
  for (const agenda::Issue& issue : agenda.issues()) {
    asked_.emplace_back(issue.levels(), 0.0);
    chance_level_ +=
        1 / static_cast<double>(issue.levels()) / static_cast<double>(agenda.issues().size());
  }
  offers_ = table.offers_of(false);
  for (const SeenOffer& offer : table.offers) {
    if (offer.mine) continue;
    for (std::size_t i = 0; i < asked_.size(); ++i) {
      asked_[i][agenda.level(offer.outcome, i)] += 1 / static_cast<double>(offers_);
    }
  }
  guess_reservation();
  guess_weights();
  guess_frontier();
  suggest();
}

double Coach::believed(agenda::Outcome outcome) const {
  const auto package = table_.state.find(outcome);
  const double value = package ? static_cast<double>(table_.state.believed()[*package])
                               : fit_.value(*table_.agenda, outcome);
  return (value - lowest_) / (highest_ - lowest_);
}

double Coach::moved_by(agenda::Outcome outcome) const {
  if (offers_ == 0) return 0;
  double agreement = 0;
  for (std::size_t i = 0; i < asked_.size(); ++i) {
    agreement += asked_[i][table_.agenda->level(outcome, i)] / static_cast<double>(asked_.size());
  }
  const double n = static_cast<double>(offers_);
  return kStrength * n / (n + kHalf) * (agreement - chance_level_);
}

Band Coach::widened(double belief, double moved, double more) const {
  const double width = zone_ * (0.08 + 0.2 / std::sqrt(1.0 + static_cast<double>(offers_))) + more;
  return {std::min(belief, moved) - width, (belief + moved) / 2, std::max(belief, moved) + width};
}

Band Coach::estimate(agenda::Outcome outcome) const {
  if (fit_.empty()) return {0, 0.5, 1};
  const double belief = believed(outcome);
  const bool listed = table_.state.find(outcome).has_value();
  return widened(belief, belief + moved_by(outcome),
                 listed ? 0 : fit_.error() / (highest_ - lowest_));
}

void Coach::guess_reservation() {
  const double told =
      (table_.brief.believed_other_reservation_musd() - lowest_) / (highest_ - lowest_);
  // What they can hope for: the best for them among what is no loss to this seat.
  double best = told;
  for (std::size_t p = 0; p < table_.state.values().size(); ++p) {
    if (static_cast<double>(table_.state.values()[p]) < table_.state.reservation()) continue;
    best = std::max(best, believed(table_.state.outcome(p)));
  }
  zone_ = std::max(0.05, best - told);
  reservation_ = widened(told, told, 0);
  double first = 0, last = 0, least = 0;
  std::uint32_t seen = 0;
  for (const SeenOffer& offer : table_.offers) {
    if (offer.mine) continue;
    last = estimate(offer.outcome).mid;
    if (seen == 0) first = last;
    least = seen == 0 ? last : std::min(least, last);
    ++seen;
  }
  next_ask_ = told + 0.9 * zone_;
  if (seen > 0) {
    // Nobody offers what is worse to it than no deal.
    reservation_.high = std::min(reservation_.high, std::max(least, reservation_.low));
    reservation_.mid = std::clamp(reservation_.mid, reservation_.low, reservation_.high);
    const double step = seen > 1 ? (first - last) / static_cast<double>(seen - 1) : 0;
    next_ask_ = last - std::max(0.0, step);
  }
  // What they have turned down last was not enough.
  const SeenOffer* const mine = table_.last(true);
  if (seen > 0 && mine != nullptr) next_ask_ = std::max(next_ask_, estimate(mine->outcome).mid);
  next_ask_ = std::max(next_ask_, reservation_.mid);
  if (table_.state.last_chance()) next_ask_ = reservation_.mid;
}

Band Coach::chance(agenda::Outcome outcome) const {
  const Band theirs = estimate(outcome);
  const auto at = [this](double u) {
    return std::clamp(logistic((u - next_ask_) / (0.12 * zone_) - kReluctance), 0.02, 0.95);
  };
  return {at(theirs.low), at(theirs.mid), at(theirs.high)};
}

void Coach::guess_weights() {
  const std::size_t issues = asked_.size();
  std::vector<double> belief(issues), asked(issues);
  double sum = 0, sum_asked = 0;
  for (std::size_t i = 0; i < issues; ++i) {
    belief[i] = fit_.range(i);
    sum += belief[i];
    // An issue that matters is the last to be given up: the more often the same level, the heavier.
    asked[i] = *std::max_element(asked_[i].begin(), asked_[i].end());
    sum_asked += asked[i];
  }
  for (std::size_t i = 0; i < issues; ++i) {
    const double told = sum > 0 ? belief[i] / sum : 0;
    const double seen = offers_ > 0 && sum_asked > 0
                            ? told * asked[i] * static_cast<double>(issues) / sum_asked
                            : told;
    const double width = 0.02 + 0.06 / std::sqrt(1.0 + static_cast<double>(offers_));
    weights_.push_back({i,
                        {std::max(0.0, std::min(told, seen) - width), (told + seen) / 2,
                         std::min(1.0, std::max(told, seen) + width)}});
  }
  std::stable_sort(
      weights_.begin(), weights_.end(),
      [](const IssueWeight& a, const IssueWeight& b) { return a.share.mid > b.share.mid; });
}

void Coach::guess_frontier() {
  std::vector<FrontierGuess> all;
  for (std::size_t p = 0; p < table_.state.values().size(); ++p) {
    if (table_.state.open()[p] == 0) continue;
    const agenda::Outcome outcome = table_.state.outcome(p);
    all.push_back({outcome, table_.utility(static_cast<double>(table_.state.values()[p])),
                   estimate(outcome)});
  }
  std::stable_sort(all.begin(), all.end(), [](const FrontierGuess& a, const FrontierGuess& b) {
    return a.mine != b.mine ? a.mine > b.mine : a.theirs.mid > b.theirs.mid;
  });
  for (const FrontierGuess& guess : all) {
    if (frontier_.empty() || guess.theirs.mid > frontier_.back().theirs.mid) {
      frontier_.push_back(guess);
    }
  }
  std::reverse(frontier_.begin(), frontier_.end());
}

void Coach::suggest() {
  const auto best = table_.state.best();
  if (!best) return;
  const double top = table_.utility(static_cast<double>(table_.state.values()[*best]));
  const double reservation = table_.reservation();
  aspiration_ = reservation + std::max(0.0, top - reservation) * (1 - table_.state.urgency());
  const SeenOffer* const mine = table_.last(true);
  const auto last = mine != nullptr ? table_.value(mine->outcome) : std::nullopt;
  if (last) aspiration_ = std::min(aspiration_, std::max(reservation, table_.utility(*last)));
  if (const auto standing = table_.state.standing()) {
    const auto value = table_.value(*standing);
    if (value && table_.utility(*value) >= aspiration_ && !table_.state.barred(*standing)) {
      suggestion_ = {
          Suggestion::Kind::kAccept, *standing, table_.utility(*value), estimate(*standing), {}};
      suggestion_.text = "Accept: their offer is worth " + two(suggestion_.mine) +
                         " to you, and you would ask for " + two(aspiration_);
      return;
    }
  }
  for (const FrontierGuess& guess : frontier_) {  // by rising own utility: the first pleases most
    if (guess.mine < aspiration_ - 1e-9) continue;
    const bool same = mine != nullptr && mine->outcome == guess.outcome;
    suggestion_ = {same ? Suggestion::Kind::kHold : Suggestion::Kind::kOffer,
                   guess.outcome,
                   guess.mine,
                   guess.theirs,
                   {}};
    suggestion_.text = same ? "Hold: of what is worth " + two(aspiration_) +
                                  " to you, nothing seems better for " + other_
                            : "Try: " +
                                  changes_words(*table_.agenda,
                                                mine != nullptr ? mine->outcome : table_.status_quo,
                                                guess.outcome) +
                                  "; worth " + two(guess.mine) + " to you, about " +
                                  two(guess.theirs.mid) + " to " + other_;
    return;
  }
  suggestion_.text = "No package that home would clear is worth more to you than no deal";
}

std::optional<Trade> Coach::trade(agenda::Outcome to, double mine_to) const {
  const SeenOffer* const last = table_.last(true);
  if (last == nullptr || fit_.empty()) return std::nullopt;
  const auto value = last->value_musd ? last->value_musd : table_.value(last->outcome);
  if (!value) return std::nullopt;
  Trade trade;
  trade.mine = mine_to - table_.utility(table_.value(last->outcome).value_or(*value));
  const double belief = believed(to) - believed(last->outcome);
  const double moved = belief + moved_by(to) - moved_by(last->outcome);
  // Errors of both packages are much the same where they agree: only what differs is uncertain.
  std::size_t differing = 0;
  for (std::size_t i = 0; i < asked_.size(); ++i) {
    differing += table_.agenda->level(to, i) != table_.agenda->level(last->outcome, i) ? 1 : 0;
  }
  const double share = static_cast<double>(differing) / static_cast<double>(asked_.size());
  const Band whole = widened(belief, moved, 0);
  const double shrink = std::sqrt(share);
  trade.theirs = {whole.mid - (whole.mid - whole.low) * shrink, whole.mid,
                  whole.mid + (whole.high - whole.mid) * shrink};
  trade.headline = std::string(trade.mine < 0 ? "Your concession" : "Your change") + ": you " +
                   signed_two(trade.mine) + ", " + other_ + " about " +
                   signed_two(trade.theirs.mid);
  const std::string low = two(trade.theirs.low), high = two(trade.theirs.high);
  if (low != high) trade.headline += " (" + low + " to " + high + ")";
  if (trade.mine < 0 && trade.theirs.mid <= 0) {
    trade.remark = "You give, and they seem to gain nothing by it.";
  } else if (trade.mine < 0) {
    trade.remark = trade.theirs.mid >= -0.8 * trade.mine ? "A fair trade."
                                                         : "You give more than they seem to gain.";
  } else {
    trade.remark =
        trade.theirs.mid > 0 ? "Better for both by estimate." : "You ask for more than before.";
  }
  if (weights_.size() > 1) {
    const auto& issues = table_.agenda->issues();
    trade.remark += " " + other_ + " seems to care most about " +
                    lab::issue_words(issues[weights_.front().issue].name) + ", least about " +
                    lab::issue_words(issues[weights_.back().issue].name) + ".";
  }
  return trade;
}

}  // namespace monazite::viz::game
