#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <agents/strategies/negotiator.hpp>

namespace monazite::strategies {

/// The three parts that a strategy is built from (BOA: Bidding, Opponent model, Acceptance;
/// Baarslag et al. 2014). composed.hpp puts them together. Each part is made anew for each
/// negotiation.

/// An offer as it was made, with what it is worth to oneself.
struct Bid {
  Turn turn;
  Outcome outcome = 0;
  double own_value = 0;
};

/// What has been said so far, seen from one seat, in order.
struct Exchange {
  std::vector<Bid> sent;
  std::vector<Bid> received;  ///< of all others
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
  /// Estimated weights of the issues, summing to 1; empty when the model has none.
  [[nodiscard]] virtual std::vector<double> weights() const { return {}; }
};

/// Which package to put on the table.
class Bidding {
 public:
  virtual ~Bidding() = default;
  virtual void begin(const Place& place) = 0;
  /// Another party's offer, as soon as it is made.
  virtual void hear(const Turn& /*turn*/, Outcome /*offer*/, double /*own_value*/) {}
  /// The package; nothing: walk away. `model` is null when the strategy has none. Called at most
  /// once a turn.
  [[nodiscard]] virtual std::optional<Outcome> propose(const Turn& turn, const Exchange& exchange,
                                                       const OpponentModel* model) = 0;
};

/// Whether to say yes.
class Acceptance {
 public:
  virtual ~Acceptance() = default;
  virtual void begin(const Place& place) = 0;
  /// `own_next()` is the value of the package that would be offered instead, worked out when asked
  /// for; minus infinity if there would be none.
  [[nodiscard]] virtual Answer respond(const Turn& turn, const Bid& offer, const Exchange& exchange,
                                       const std::function<double()>& own_next) = 0;
};

}  // namespace monazite::strategies
