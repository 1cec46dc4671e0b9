#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <agents/session/speaker.hpp>
#include <protocol/agenda/agenda.hpp>
#include <protocol/encounter/stacked_alternating_offers.hpp>

namespace monazite::session {

/// An offer as it was made.
struct Move {
  std::uint32_t round = 0;
  std::uint32_t who = 0;  ///< position of the party; a mediator's is the number of parties
  agenda::Outcome outcome = 0;
};

/// A party that broke the rules or broke down: it leaves, and there is no deal.
struct Forfeit {
  std::uint32_t who = 0;
  std::string why;  ///< one sentence
};

/// How a negotiation went.
struct Course {
  encounter::Ending ending = encounter::Ending::kOpen;
  std::optional<agenda::Outcome> agreement;
  /// Round in which it ended; the number of rounds when it ended by the deadline.
  std::uint32_t round = 0;
  std::uint64_t offers_made = 0;
  std::vector<Move> offers;  ///< empty unless they were to be kept
  std::optional<Forfeit> forfeit;
};

/// Rounds that a recording of a negotiation can hold: its times are nanoseconds in 64 bits.
inline constexpr std::uint32_t kMostRecordedRounds = 100'000;

/// What a session is to do beside playing.
struct SessionOptions {
  std::uint32_t rounds = 100;  ///< at least 1
  bool keep_offers = true;
  /// Called with every message as it is sent, private reasons included: the recorder's ear. Without
  /// one, reasons are not worked out.
  std::function<void(const v1::Envelope&)> listener;
};

/// Plays one negotiation by stacked alternating offers between `speakers`, in the order in which
/// they move; at least two. All that passes between them is a message: the very object is handed
/// over, filled anew for each move and never serialised. Messages are numbered 1, 2, 3, ...; the
/// day of a message is its round, counted from 1970-01-01, since such a negotiation has no
/// calendar.
///
/// A speaker that throws, says nothing, or makes a move that the rules refuse forfeits: the
/// encounter ends as if it had walked away, and the course says who and why.
[[nodiscard]] Course play(const agenda::Agenda& agenda, std::span<Speaker* const> speakers,
                          const SessionOptions& options);

}  // namespace monazite::session
