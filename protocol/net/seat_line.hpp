#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/draws.hpp>
#include <protocol/messages/session.pb.h>
#include <protocol/net/frame.hpp>

namespace monazite::net {

/// What a seat's line says of itself.
struct SeatFacts {
  std::string name;       ///< "japan"
  std::string own_token;  ///< claims this seat only; empty: the host's token does
  v1::Seated seated;      ///< what its player is told, without token and `known`
  /// A draw of the seat's own (see v1::DrawRequest), from any thread; nothing for a purpose that is
  /// not a party's. May be empty: the host draws for nobody.
  std::function<std::optional<base::Draws::Words>(base::Purpose, base::Day, std::uint32_t)> draw;
};

/// How long a history waits for a seat.
struct Patience {
  std::chrono::milliseconds decide_within{120'000};  ///< for an answer; 0: without end
  /// For the player's connection to come back; 0: not at all.
  std::chrono::milliseconds return_within{10'000};
};

/// The line between a history and whoever plays one of its seats from elsewhere: all frames that
/// the seat was ever sent, in order, and the question that waits for an answer. A connection reads
/// the frames at its own speed, from where it stands: nothing is copied for it, and one that comes
/// back, or comes late, reads what it missed.
///
/// The history's thread and the connection's call it at the same time; every function may be called
/// from any thread.
class SeatLine {
 public:
  explicit SeatLine(SeatFacts facts);

  [[nodiscard]] const SeatFacts& facts() const { return facts_; }
  /// Of the seat alone, and the same for the whole history: gives the seat back.
  [[nodiscard]] const std::string& seat_token() const { return seat_token_; }

  // --- the history's side
  /// Numbers a frame (a Delivery, Decided, Carriage or DayBegins) and adds it. Returns its number.
  std::uint64_t tell(v1::Frame& frame);
  /// The same for a Delivery that asks: the turn is open from before anybody can read it.
  std::uint64_t tell_question(v1::Frame& frame);

  /// What became of a question.
  struct Turn {
    enum class How { kAnswered, kLate, kAbsent, kStopped };
    How how = How::kStopped;
    v1::Answer answer;  ///< of kAnswered
  };
  /// Waits for the answer to the question `turn`, the last one told. Closes the turn.
  [[nodiscard]] Turn wait_for_answer(std::uint64_t turn, const Patience& patience,
                                     const std::atomic<bool>* stop);
  /// Lockstep: waits for the player to be ready for the next day, as long as for a decision. A
  /// player who is away is not waited for, nor one who let a day go by until it says DayDone again.
  /// True: it has just let the first one go by.
  bool wait_for_day(base::Day day, const Patience& patience, const std::atomic<bool>* stop);
  /// Nothing more will be told but this. The last frame.
  void finish(const v1::End& end);
  /// Whoever sat here last has read to the end, or has been away since longer than `patience` says.
  [[nodiscard]] bool over(const Patience& patience) const;
  /// Somebody has ever sat here; and sits here now.
  [[nodiscard]] bool ever_taken() const;
  [[nodiscard]] bool taken() const;
  /// How the last player was called.
  [[nodiscard]] std::string player() const;
  /// What the last player wants to be asked; nothing while nobody has ever sat here.
  [[nodiscard]] std::optional<v1::Wants> wants() const;

  // --- the connection's side
  /// The player of `claim` (its name, wants and frames; the token has been looked at) sits down.
  /// `wake` is called, from the history's thread, when there is something to read; it must be quick
  /// and must not call the line. Another player's connection loses the seat.
  struct Attached {
    std::uint64_t known = 0;  ///< see v1::Seated
    std::uint64_t next = 0;   ///< position of the first frame to send
  };
  Attached attach(std::uint64_t connection, const v1::Claim& claim, std::function<void()> wake);
  /// Leaves the seat, if it is still this connection's.
  void detach(std::uint64_t connection);
  [[nodiscard]] bool belongs_to(std::uint64_t connection) const;
  /// Frame at a position (its number less 1); null when it has not been told yet.
  [[nodiscard]] Bytes frame(std::uint64_t position) const;
  [[nodiscard]] std::optional<v1::End> end() const;
  enum class Took { kTaken, kLate, kNotAsked };
  Took answer(v1::Answer answer);
  void day_done(base::Day day);
  /// The last frame has been written.
  void end_told();

  /// Of all frames. Unit: bytes.
  [[nodiscard]] std::size_t bytes() const;

 private:
  std::uint64_t add(v1::Frame& frame, bool question);
  void wake();

  const SeatFacts facts_;
  const std::string seat_token_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Bytes> frames_;
  std::size_t bytes_ = 0;
  std::optional<v1::End> end_;
  bool end_told_ = false;
  std::uint64_t open_turn_ = 0;  ///< 0: none
  std::uint64_t last_turn_ = 0;  ///< the last that was ever open
  std::optional<v1::Answer> answer_;
  std::optional<base::Day> day_done_;
  bool lags_ = false;             ///< has let a day go by, and said nothing since
  std::uint64_t connection_ = 0;  ///< 0: nobody
  bool ever_taken_ = false;
  std::chrono::steady_clock::time_point left_at_{};
  std::string player_;
  v1::Wants wants_;
  std::function<void()> wake_;
};

}  // namespace monazite::net
