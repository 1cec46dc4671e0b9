#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <agents/session/round_speaker.hpp>
#include <agents/session/session.hpp>

namespace monazite::session {

/// Who keeps the minutes of a negotiation under any rule: it opens and closes, numbers and carries
/// messages, hides private reasons, and notes what happened. The rules themselves are the caller's.
///
/// Messages are numbered and dated as play() does: 1, 2, 3, ..., the day being the round.
class Registrar {
 public:
  /// All of them outlive it. `speakers` in the order of the parties.
  Registrar(const agenda::Agenda& agenda, std::span<Speaker* const> speakers,
            const SessionOptions& options)
      : agenda_(agenda), speakers_(speakers), options_(options) {}

  [[nodiscard]] std::vector<base::SeatId> seats() const;
  /// When round `round` is; rounds after the deadline count as the last.
  [[nodiscard]] strategies::Turn turn(std::uint32_t round) const;
  /// Whether moves are to carry their reasons.
  [[nodiscard]] bool recorded() const { return static_cast<bool>(options_.listener); }

  void open(v1::Rule rule, std::uint32_t quota = 0);
  /// From the registrar to every party.
  void announce(v1::Envelope& envelope, const strategies::Turn& now);
  /// From a party to all others, who do not see its reason. Changes the head of `said`.
  void pass_on(std::uint32_t who, v1::Envelope& said, const strategies::Turn& now);
  void note_offer(const strategies::Turn& now, std::uint32_t who, agenda::Outcome outcome);

  /// A party broke down or broke the rules; the first one is noted.
  void forfeit(std::uint32_t who, std::string why);
  void forfeit(std::uint32_t who, v1::Refusal::Reason refused);
  [[nodiscard]] bool forfeited() const { return course_.forfeit.has_value(); }
  /// Calls what may throw; false when it did, and the party has forfeited.
  template <class Call>
  bool guard(std::uint32_t who, Call call) {
    try {
      call();
      return true;
    } catch (const std::exception& error) {
      forfeit(who, std::string(error.what()));
    } catch (...) {
      forfeit(who, std::string("threw something that is no std::exception"));
    }
    return false;
  }

  /// All parties move at the same time: each is asked, and its move made by
  /// `make(who, envelope) -> encounter::Verdict`, before any hears what another said. It ends early
  /// when one walks away. False when somebody forfeited.
  template <class Make>
  bool all_move(std::span<RoundSpeaker* const> speakers, Ask asked, const strategies::Turn& now,
                Make make) {
    said_.resize(speakers.size());
    std::uint32_t made = 0;
    for (std::uint32_t i = 0; i < speakers.size(); ++i) {
      v1::Envelope& said = said_[i];
      said.Clear();
      if (!guard(i, [&] { speakers[i]->answer_to(asked, now, recorded(), said); })) return false;
      if (const encounter::Verdict refused = make(i, said)) {
        forfeit(i, *refused);
        return false;
      }
      ++made;
      if (said.has_walk_away()) break;
    }
    for (std::uint32_t i = 0; i < made; ++i) pass_on(i, said_[i], now);
    return !forfeited();
  }

  /// Tells the parties how it ended, if anybody records, and hands over the minutes.
  [[nodiscard]] Course close(encounter::Ending ending, std::optional<agenda::Outcome> agreement,
                             std::uint32_t round);

 private:
  void address(v1::Envelope& envelope, std::uint32_t to, const strategies::Turn& now);

  const agenda::Agenda& agenda_;
  std::span<Speaker* const> speakers_;
  const SessionOptions& options_;
  Course course_;
  std::vector<v1::Envelope> said_;
  v1::Envelope handed_;
  std::uint64_t messages_ = 0;
  std::int32_t day_ = 0;  ///< of the last message
};

}  // namespace monazite::session
