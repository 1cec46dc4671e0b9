#pragma once

#include <agents/strategies/competition/standpoint.hpp>
#include <tests/agents/strategies/models/model_desk.hpp>

namespace monazite::tests {

/// One agent of a competition at a price with 101 levels: a package's number is its own level in
/// hundredths. The other side is played by hand.
class AgentDesk {
 public:
  explicit AgentDesk(strategies::AgentParts parts, std::uint32_t rounds = 100,
                     double reservation = 0, preferences::Discount discount = {})
      : desk_({101}, rounds, reservation, discount), parts_(std::move(parts)) {
    parts_.bidding->begin(desk_.place());
    parts_.acceptance->begin(desk_.place());
  }

  /// The other side offers `hundredths` in the round.
  void hear(std::uint32_t round, agenda::Outcome hundredths) {
    const strategies::Bid bid = bid_of(round, hundredths, 0);
    parts_.bidding->hear(bid);
    parts_.acceptance->hear(bid);
  }
  /// What it offers in the round; it then counts as offered.
  agenda::Outcome propose(std::uint32_t round) {
    const auto outcome = parts_.bidding->propose(desk_.turn(round), {}, nullptr);
    MONAZITE_CHECK(outcome.has_value(), "an agent of the tests makes an offer");
    const strategies::Bid bid = bid_of(round, *outcome, 1);
    parts_.bidding->sent(bid);
    parts_.acceptance->sent(bid);
    return *outcome;
  }
  /// Whether it says yes, when it would offer `next` instead.
  bool accepts(std::uint32_t round, agenda::Outcome hundredths, agenda::Outcome next = 100) {
    hear(round, hundredths);
    Next instead(desk_.own().value(next));
    return parts_.acceptance->respond(desk_.turn(round), bid_of(round, hundredths, 0), {},
                                      instead) == strategies::Answer::kAccept;
  }
  [[nodiscard]] double time(std::uint32_t round) const { return desk_.turn(round).time; }

 private:
  class Next final : public strategies::NextBid {
   public:
    explicit Next(double value) : value_(value) {}
    double own_value() override { return value_; }

   private:
    double value_;
  };

  [[nodiscard]] strategies::Bid bid_of(std::uint32_t round, agenda::Outcome hundredths,
                                       std::uint32_t who) const {
    return {desk_.turn(round), hundredths, desk_.own().value(hundredths), who};
  }

  ModelDesk desk_;
  strategies::AgentParts parts_;
};

/// The lowest package at or above a level.
[[nodiscard]] inline agenda::Outcome from_level(double level) {
  agenda::Outcome hundredths = 0;
  while (hundredths < 100 && static_cast<double>(hundredths) / 100 < level) ++hundredths;
  return hundredths;
}

}  // namespace monazite::tests
