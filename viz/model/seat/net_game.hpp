#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <viz/model/net/seat_wire.hpp>
#include <viz/model/seat/additive_fit.hpp>
#include <viz/model/seat/game.hpp>

namespace monazite::viz::game {

/// A seat at a table of a host.
struct NetSeat {
  HostPlace place;
  std::uint32_t table = 0;  ///< 0: the first one where the seat is free
  std::string seat;         ///< "japan"
  std::string player;       ///< how the person is called in the lobby
};

/// A game of one person at one seat of a host, over the network. It begins without anything being
/// known; poll() takes up what comes, and question() is set while the host waits for the person.
///
/// The moves are those that parties::PersonParty makes of the same decisions. Three things differ
/// from a game at home: nothing can be taken back; asking what a package is worth is a message that
/// is recorded, so it is done by ask_worth() alone; and the host may decide itself, by the built-in
/// party, when the person is late or away. The others' values are there once the host has ended the
/// history and shown its recording.
///
///   NetGame game(seat, options);
///   while (!game.finished()) { game.poll(); if (game.question()) game.answer(...); }
class NetGame final : public Game {
 public:
  NetGame(NetSeat seat, const SeatOptions& options);

  [[nodiscard]] bool finished() const override { return over_; }
  [[nodiscard]] std::optional<std::uint64_t> run_seed() const override { return std::nullopt; }
  [[nodiscard]] bool can_undo() const override { return false; }
  bool undo() override { return false; }
  [[nodiscard]] bool asks_freely() const override { return false; }
  [[nodiscard]] bool looks_back_early() const override { return false; }

  [[nodiscard]] base::Result<void> answer(Decision decision) override;
  [[nodiscard]] base::Result<std::vector<double>> appraise(
      const std::vector<agenda::Outcome>& outcomes) override;
  [[nodiscard]] bool knows_value(agenda::Outcome outcome) const override;
  /// At most 60 times for one question.
  [[nodiscard]] base::Result<void> ask_worth(const std::vector<agenda::Outcome>& outcomes) override;

  [[nodiscard]] bool kept_hidden() const override { return over_ && recording_.empty(); }
  [[nodiscard]] std::string whole_recording() const override { return recording_; }
  [[nodiscard]] base::Result<void> save(const std::string& path) override;
  [[nodiscard]] std::string machine_in_my_seat() const override;
  [[nodiscard]] std::vector<v1::Worth> values_when_asked(
      base::SeatId seat, std::uint64_t brief,
      const std::vector<agenda::Outcome>& outcomes) const override;

  [[nodiscard]] std::optional<HostState> host() const override;
  bool poll() override;
  /// See SeatWire::cut().
  void cut() { wire_.cut(); }

 private:
  /// A turn of the seat, from the brief that asked to what was decided.
  struct Turn {
    std::size_t brief = 0;                 ///< position in what was heard
    std::vector<v1::Envelope> appraisals;  ///< that the turn itself asked for
    std::optional<Decision> decision;
    bool left = false;                            ///< to the staff
    bool asks_person = false;                     ///< and waits
    bool asks_worth = false;                      ///< values that the person wants are on their way
    std::uint32_t asked = 0;                      ///< by ask_worth()
    std::uint64_t open = 0;                       ///< Delivery.number that waits for an answer
    std::chrono::steady_clock::time_point since;  ///< it came
  };

  void sit(const v1::Seated& seated);
  void take(const SeatWire::Arrived& arrived);
  void take_delivery(const v1::Delivery& delivery, std::chrono::steady_clock::time_point at);
  void take_decided(const v1::Decided& decided);
  /// Position in what was heard of the last brief of a table that asked for a move.
  [[nodiscard]] std::optional<std::size_t> last_brief(std::uint64_t conversation) const;
  void go_on();
  void leave_to_staff();
  void send(v1::Answer answer);
  void present(bool new_question);

  NetSeat order_;
  std::optional<v1::Seated> seated_;
  parties::PartySetup setup_;
  std::optional<Turn> turn_;
  std::set<std::uint64_t> left_tables_;  ///< conversations that are the staff's
  bool all_to_staff_ = false;
  std::uint64_t moved_at_ = 0;  ///< conversation of the person's last move
  AdditiveFit fit_;             ///< of the question
  HostState state_;
  std::optional<int> shown_seconds_;
  bool over_ = false;
  std::string recording_;
  SeatWire wire_;
};

}  // namespace monazite::viz::game
