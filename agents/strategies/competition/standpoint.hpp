#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>

#include <agents/strategies/acceptance.hpp>
#include <agents/strategies/bidding/demand.hpp>
#include <agents/strategies/bidding/search.hpp>
#include <agents/strategies/parts.hpp>

namespace monazite::strategies {

/// Levels that an agent takes for one: it looks among its packages from a level to this much above.
inline constexpr double kBand = 0.02;

/// What the agents of the competitions have in common: their own packages by level (see Scale; the
/// competitions' utilities in [0, 1]), and the best of what they were offered. The bidding and the
/// acceptance of one agent share one; each also works alone, with a standpoint of its own.
class Standpoint {
 public:
  /// The most packages that a choice for the other side's sake looks at; of more, every k-th.
  static constexpr std::size_t kMostCandidates = 1000;

  virtual ~Standpoint() = default;
  /// Both parts call it, so it may be called twice before the first turn.
  virtual void begin(const Place& place);
  /// Another party's offer. Both parts tell of it; what was told already is not heard again.
  void hear(const Bid& bid);

  [[nodiscard]] const OwnPreferences& own() const { return *own_; }
  [[nodiscard]] const Place& place() const { return place_; }
  [[nodiscard]] double level(double value) const { return scale_.level(value); }
  /// Level of no deal, at least 0.
  [[nodiscard]] double floor() const { return scale_.floor(); }
  /// The discount factor over the whole negotiation; 1 if time costs nothing.
  [[nodiscard]] double discount() const;

  /// Of the packages no worse than no deal: the one of the lowest level not below `level`, the best
  /// if there is none. In all of these the best package of all when none is as good as no deal.
  [[nodiscard]] Outcome lowest_from(double level);
  /// One of those not below `level`, all equally likely; the best if there is none.
  [[nodiscard]] Outcome random_from(double level, const Turn& turn, base::Purpose purpose);
  /// Of those between the levels the one that the model thinks best for the other side, of equal
  /// ones the best for oneself. None there: lowest_from(low). Without a model the last.
  [[nodiscard]] Outcome best_for_other(double low, double high, const OpponentModel* model);

  /// The offer worth most to oneself so far, the first of several.
  [[nodiscard]] const std::optional<Bid>& best_received() const { return best_received_; }
  /// Its level, or 0.
  [[nodiscard]] double best_received_level() const {
    return best_received_ ? level(best_received_->own_value) : 0.0;
  }
  /// Whether no move of one's own comes after this turn.
  [[nodiscard]] bool last_turn(const Turn& turn) const { return turn.round + 1 >= turn.rounds; }

 protected:
  /// An offer, once. best_received() knows of it already.
  virtual void learn(const Bid& /*bid*/) {}

 private:
  Place place_;
  const OwnPreferences* own_ = nullptr;
  Scale scale_;
  RankSearch search_;
  std::optional<Bid> best_received_;
  std::optional<Bid> last_received_;
};

/// A competition agent's own parts. The opponent model, where it has one, is a third.
struct AgentParts {
  std::unique_ptr<Bidding> bidding;
  std::unique_ptr<Acceptance> acceptance;
};

/// A bidding that tells its standpoint what it hears and keeps no exchange.
template <class S>
class StandpointBidding : public Bidding {
 public:
  explicit StandpointBidding(std::shared_ptr<S> standpoint) : standpoint_(std::move(standpoint)) {}

  void begin(const Place& place) override { standpoint_->begin(place); }
  void hear(const Bid& bid) override { standpoint_->hear(bid); }
  [[nodiscard]] bool reads_exchange() const override { return false; }

 protected:
  [[nodiscard]] S& standpoint() { return *standpoint_; }

 private:
  std::shared_ptr<S> standpoint_;
};

/// The acceptance of the same agent. Says no to whatever is worse than no deal, and leaves the rest
/// to accepts().
template <class S>
class StandpointAcceptance : public Acceptance {
 public:
  explicit StandpointAcceptance(std::shared_ptr<S> standpoint)
      : standpoint_(std::move(standpoint)) {}

  void begin(const Place& place) override {
    standpoint_->begin(place);
    lowest_sent_ = last_sent_ = kNone;
  }
  void hear(const Bid& bid) override { standpoint_->hear(bid); }
  void sent(const Bid& bid) override {
    last_sent_ = standpoint_->level(bid.own_value);
    lowest_sent_ = std::min(lowest_sent_, last_sent_);
  }
  [[nodiscard]] Answer respond(const Turn& turn, const Bid& offer, const Exchange&,
                               NextBid& next) final {
    if (!individually_rational(offer.own_value, standpoint_->own().reservation())) {
      return Answer::kReject;
    }
    return accepts(turn, standpoint_->level(offer.own_value), next) ? Answer::kAccept
                                                                    : Answer::kReject;
  }
  [[nodiscard]] bool reads_exchange() const override { return false; }

 protected:
  static constexpr double kNone = 2;  ///< above every level

  /// `level`: of the offer.
  [[nodiscard]] virtual bool accepts(const Turn& turn, double level, NextBid& next) = 0;

  [[nodiscard]] S& standpoint() { return *standpoint_; }
  [[nodiscard]] double level_of(NextBid& next) { return standpoint_->level(next.own_value()); }
  /// Levels of the own offers so far; kNone before the first.
  [[nodiscard]] double last_sent() const { return last_sent_; }
  [[nodiscard]] double lowest_sent() const { return lowest_sent_; }

 private:
  std::shared_ptr<S> standpoint_;
  double last_sent_ = kNone;
  double lowest_sent_ = kNone;
};

}  // namespace monazite::strategies
