#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <agents/session/round_speaker.hpp>

namespace monazite::session {

/// A strategy at a table where all move at the same time. How its three calls are used there:
///
///   multiple offers        propose(); then hear() of every other's offer, and respond() to each:
///                          kAccept is a vote for it
///   monotonic concession   the same. A proposal that it has given up before counts as sticking to
///                          the present one, since the rule would not take it
///   a single text          respond() to the text on the vote. The standing text is heard, as if
///   the
///                          next party had said it, at first and whenever it changes
///   Nash's demand game     strategies::Demander::demand(), or else the value of what it proposes;
///                          nothing: it walks away
///
/// respond() may also say kWalkAway. A reason says OPENING_BID, CONCEDED, HELD_FIRM,
/// OFFER_GOOD_ENOUGH or NOTHING_PAYS with the own value of the package (a; of the first one voted
/// for) and of the own offer before it (b). A demand is an OPENING_BID with itself and the
/// reservation value, 0 where that is infinite.
class NegotiatorRoundSpeaker final : public RoundSpeaker {
 public:
  /// The negotiator must be new and outlive this; it begins when the Opening is heard.
  NegotiatorRoundSpeaker(strategies::Negotiator& negotiator, const strategies::Place& place);

  void receive(const v1::Envelope& message, const strategies::Turn& turn) override;
  void answer_to(Ask asked, const strategies::Turn& turn, bool with_reason,
                 v1::Envelope& answer) override;

 private:
  void offer(const strategies::Turn& turn, bool with_reason, v1::Envelope& answer);
  void ballot(const strategies::Turn& turn, bool with_reason, v1::Envelope& answer);
  void demand(const strategies::Turn& turn, bool with_reason, v1::Envelope& answer);
  void hear_text(agenda::Outcome text, const strategies::Turn& turn);
  void count_yes(bool yes, const strategies::Turn& turn);
  [[nodiscard]] double value(agenda::Outcome outcome) const;

  strategies::Negotiator& negotiator_;
  strategies::Place place_;
  v1::Rule rule_ = v1::RULE_UNSPECIFIED;
  std::vector<agenda::Outcome> table_;  ///< what others have offered in this round
  std::optional<agenda::Outcome> own_;  ///< last offer
  std::vector<agenda::Outcome> given_up_;
  // Under a single text.
  std::optional<agenda::Outcome> standing_;
  std::optional<agenda::Outcome> text_;  ///< on the vote
  std::uint32_t voted_ = 0;
  std::uint32_t yes_ = 0;
};

}  // namespace monazite::session
