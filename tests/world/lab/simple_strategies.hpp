#pragma once

#include <memory>

#include <agents/strategies/negotiator.hpp>
#include <world/lab/tournament.hpp>

namespace monazite::test_support {

/// Demands a fixed share of its own scale, in every round the first package that gives it, and
/// accepts what gives it.
class FixedDemand final : public strategies::Negotiator {
 public:
  explicit FixedDemand(double share) : share_(share) {}

  void begin(const strategies::Place& place) override { own_ = place.own; }
  strategies::Answer respond(const strategies::Turn&, agenda::Outcome offer) override {
    return own_->value(offer) >= bar() ? strategies::Answer::kAccept : strategies::Answer::kReject;
  }
  std::optional<agenda::Outcome> propose(const strategies::Turn&) override {
    for (agenda::Outcome x = 0; x < own_->agenda().size(); ++x) {
      if (own_->value(x) >= bar()) return x;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] double bar() const {
    return own_->lowest() + share_ * (own_->highest() - own_->lowest());
  }

  double share_;
  const strategies::OwnPreferences* own_ = nullptr;
};

inline lab::Contestant fixed_demand(double share) {
  return {"demands " + std::to_string(share).substr(0, 3),
          [share] { return std::make_unique<FixedDemand>(share); }};
}

}  // namespace monazite::test_support
