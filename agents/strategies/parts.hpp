#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <agents/strategies/negotiator.hpp>

namespace monazite::strategies {

/// The three parts that a strategy is built from (BOA: Bidding, Opponent model, Acceptance;
/// Baarslag et al. 2014). composed.hpp puts them together. Each part is made anew for each
/// negotiation.

/// An offer as it was made, with what it is worth to oneself.
struct Bid {
  Turn turn;  ///< when it was made
  Outcome outcome = 0;
  double own_value = 0;
  std::uint32_t who = 0;  ///< position of the party that made it
};

/// What has been said so far, seen from one seat, in order.
struct Exchange {
  std::vector<Bid> sent;
  std::vector<Bid> received;  ///< of all others
};

/// Where another party's concessions seem to lead.
struct Outlook {
  double reservation = 0;  ///< the most that its offers will ever be worth to oneself
  double deadline = 1;     ///< when it will have conceded that much; 1: when the negotiation ends
  double exponent = 1;     ///< of its concession, (time / deadline)^exponent
};

/// What another party seems to want, from its offers alone.
class OpponentModel {
 public:
  virtual ~OpponentModel() = default;
  virtual void begin(const Place& place) = 0;
  /// It offered `offer`.
  virtual void observe(const Turn& turn, Outcome offer) = 0;
  /// Its estimated utility of a package, on a scale of the model's own (most use [0, 1]).
  [[nodiscard]] virtual double estimate(Outcome outcome) const = 0;
  /// Estimates of the packages first, first + 1, ... into `out`: the same numbers to the last bit
  /// as estimate() gives, faster where the form allows.
  virtual void fill(Outcome first, std::span<double> out) const {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = estimate(first + i);
  }
  /// Estimated weights of the issues, summing to 1; empty when the model has none.
  [[nodiscard]] virtual std::vector<double> weights() const { return {}; }
  /// Nothing: the model does not look ahead, or has heard too little.
  [[nodiscard]] virtual std::optional<Outlook> outlook() const { return std::nullopt; }
};

/// Which package to put on the table.
class Bidding {
 public:
  virtual ~Bidding() = default;
  /// Once, first; again, it starts afresh.
  virtual void begin(const Place& place) = 0;
  /// Another party's offer, as soon as it is made.
  virtual void hear(const Bid& /*bid*/) {}
  /// The package; nothing: walk away. `model` is null when the strategy has none. Called at most
  /// once a turn, and possibly only to know what would be offered: whatever depends on having
  /// offered it belongs into sent().
  [[nodiscard]] virtual std::optional<Outcome> propose(const Turn& turn, const Exchange& exchange,
                                                       const OpponentModel* model) = 0;
  /// The package was put on the table.
  virtual void sent(const Bid& /*bid*/) {}
  /// Whether propose() reads the exchange. Keeping it costs memory and time, so a part that does
  /// not need it says so here, and is then given an empty one.
  [[nodiscard]] virtual bool reads_exchange() const { return true; }
  /// The own preferences were replaced. Unless told otherwise a part starts afresh.
  virtual void preferences_changed(const Turn& /*turn*/, const Place& place) { begin(place); }
};

/// The package that would be offered instead of saying yes, worked out when it is first asked for.
class NextBid {
 public:
  /// Its own value; minus infinity if there would be none.
  [[nodiscard]] virtual double own_value() = 0;

 protected:
  ~NextBid() = default;
};

/// Whether to say yes.
class Acceptance {
 public:
  virtual ~Acceptance() = default;
  virtual void begin(const Place& place) = 0;
  /// Another party's offer, as soon as it is made; respond() may follow.
  virtual void hear(const Bid& /*bid*/) {}
  /// An own offer was put on the table.
  virtual void sent(const Bid& /*bid*/) {}
  /// `offer` was heard before, so it is the last one received.
  [[nodiscard]] virtual Answer respond(const Turn& turn, const Bid& offer, const Exchange& exchange,
                                       NextBid& next) = 0;
  /// As in Bidding.
  [[nodiscard]] virtual bool reads_exchange() const { return true; }
  virtual void preferences_changed(const Turn& /*turn*/, const Place& place) { begin(place); }
};

}  // namespace monazite::strategies
