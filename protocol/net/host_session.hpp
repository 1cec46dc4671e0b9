#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <protocol/messages/session.pb.h>
#include <protocol/net/board.hpp>
#include <protocol/net/frame.hpp>

namespace monazite::net {

/// One client of a host, from hello to end, without its wire: bytes go in, bytes are asked for, and
/// the time is told. So the same session runs over TCP, TLS or a WebSocket, and under a fuzzer.
///
/// Whatever comes in, memory stays bounded: one frame being read (Limits::frame_bytes), answers
/// that have not been written (Limits::unsent_bytes), one chunk on its way out. What a seat reads
/// lies in its SeatLine, once for all.
///
/// Not thread-safe: all sessions of a host run on its network thread. `wake` is called from any
/// thread when there may be output.
class HostSession {
 public:
  using Time = std::chrono::steady_clock::time_point;

  HostSession(Board& board, std::uint64_t id, std::function<void()> wake, Time now);
  ~HostSession();
  HostSession(const HostSession&) = delete;
  HostSession& operator=(const HostSession&) = delete;

  void on_bytes(std::string_view bytes, Time now);
  /// Time passes; call a few times a second.
  void on_tick(Time now);
  /// Puts what is to be written next into `out` (replacing it), some 64 KiB at most unless one
  /// frame is longer. False: nothing now. Call again only when it has been written.
  [[nodiscard]] bool output(std::string& out, Time now);
  /// What output() gave is written.
  void on_written(Time now);
  /// The client has closed its side in order, or had all the time for it: what was written was
  /// read.
  void on_last_words();
  /// The host wants to end: says so, and is done.
  void stop();

  /// The connection is to be closed once output() has nothing left.
  [[nodiscard]] bool done() const { return done_; }
  /// It is to be closed without waiting for what is still to be written.
  [[nodiscard]] bool broken() const { return broken_; }
  /// Why it was ended, for the log; empty: it was not, or in order.
  [[nodiscard]] const std::string& why() const { return why_; }
  /// It has not shown a right token yet.
  [[nodiscard]] bool knocks() const { return counted_as_handshake_; }
  /// It was refused for its token: guesses are to take their time.
  [[nodiscard]] bool wrong_token() const { return wrong_token_; }
  /// The seat it has, "japan at table 3"; empty: none.
  [[nodiscard]] std::string seat_words() const;

 private:
  enum class Stage { kHello, kLobby, kSeat, kWatch, kWatchAll };

  void take(v1::Frame& frame, Time now);
  void take_hello(const v1::Hello& hello);
  void take_list(const v1::ListTables& list);
  void take_claim(const v1::Claim& claim);
  void take_watch(const v1::Watch& watch);
  void take_answer(v1::Answer& answer);
  void take_draw(const v1::DrawRequest& request);
  /// Whether it is the token of a seat, or the one for everything.
  [[nodiscard]] bool opens_something(std::string_view token) const;
  [[nodiscard]] bool may_pass(std::string_view token);
  [[nodiscard]] HostTable* find_table(std::uint32_t number);
  void seat_at(HostTable& table, SeatLine& line, const v1::Claim& claim);
  [[nodiscard]] std::optional<v1::Sorry::Code> fault_of(const v1::Answer& answer) const;

  void put(const v1::Frame& frame);
  /// Refuses; the connection stays.
  void sorry(v1::Sorry::Code code, std::string sentence, std::uint64_t turn = 0);
  /// Refuses and ends.
  void fail(v1::Sorry::Code code, std::string sentence);
  void passed();  ///< the handshake is over

  void add_line_output(std::string& out);
  void add_watch_output(std::string& out);
  [[nodiscard]] bool add_file_output(std::string& out, const std::string& path, bool complete);

  Board& board_;
  const std::uint64_t id_;
  const std::function<void()> wake_;
  FrameReader reader_;
  v1::Frame frame_;
  Stage stage_ = Stage::kHello;
  bool counted_as_handshake_ = true;
  bool done_ = false;
  bool broken_ = false;
  bool wrong_token_ = false;
  std::string why_;

  std::deque<std::string> control_;  ///< answers, before anything else
  std::size_t control_bytes_ = 0;
  std::size_t client_takes_ = kLargestHostFrame;

  HostTable* table_ = nullptr;
  SeatLine* line_ = nullptr;
  std::uint64_t position_ = 0;     ///< in the line or the watch line
  std::uint64_t file_offset_ = 0;  ///< of the recording sent so far
  bool ended_ = false;             ///< End has been put out

  const Time began_;
  Time last_heard_;
  Time last_ping_;
  std::optional<Time> writing_since_;
  std::uint64_t pings_ = 0;
  double frames_left_;  ///< token bucket
  Time refilled_;
};

}  // namespace monazite::net
