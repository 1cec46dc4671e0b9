#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <viz/model/seat/bid.hpp>
#include <viz/model/seat/brief_view.hpp>
#include <viz/model/seat/coach.hpp>
#include <viz/model/seat/debrief.hpp>
#include <viz/model/seat/game.hpp>
#include <viz/model/seat/news.hpp>

namespace monazite::viz {

/// A person's place at the table: the game, the bid being put together, what is being written, and
/// what the panels show of it. Everything is worked out anew after a move and only then; a bid
/// while its levels are moved.
class SeatTable {
 public:
  /// A game of june-2025 (or another scenario that comes with the program) at a seat, played to the
  /// first question.
  [[nodiscard]] static base::Result<std::unique_ptr<SeatTable>> sit_down(
      const std::string& scenario, const std::string& seat, std::uint64_t seed);

  /// A game that is played elsewhere, or that somebody else has begun.
  [[nodiscard]] static std::unique_ptr<SeatTable> sit_at(std::unique_ptr<game::Game> game);

  [[nodiscard]] game::Game& game() { return *game_; }
  [[nodiscard]] const game::Game& game() const { return *game_; }
  /// Takes up what came from the host of the game, if it has one. True when something to be seen
  /// changed.
  bool poll();

  // --- what is shown; null or empty where the question is no move
  [[nodiscard]] const std::optional<game::BriefView>& brief() const { return brief_; }
  [[nodiscard]] const std::optional<game::Bid>& bid() const { return bid_; }
  [[nodiscard]] const game::Coach* coach() const { return coach_.get(); }
  [[nodiscard]] const std::optional<game::Trade>& trade() const { return trade_; }
  /// What the seat has heard so far, as a story; the latest last.
  [[nodiscard]] const std::vector<lab::StoryLine>& news() const { return news_; }
  /// What became of the last decision, one or two sentences; none before the first, or when it was
  /// taken back.
  [[nodiscard]] const std::vector<std::string>& became() const { return became_; }
  /// Talks of the seat have just ended (or the whole history has): time for the debrief.
  [[nodiscard]] bool looking_back() const { return looking_back_ || game_->finished(); }
  /// Goes on to the question that waits.
  void play_on() { looking_back_ = false; }
  /// Of the talks that ended last; worked out when first asked for. Null while none has ended.
  [[nodiscard]] const game::Debrief* debrief();
  [[nodiscard]] bool debrief_failed() const { return debrief_failed_; }

  // --- the bid
  [[nodiscard]] game::BidStart start() const { return start_; }
  void begin(game::BidStart start);
  [[nodiscard]] std::uint32_t level(std::size_t issue) const { return composer_->level(issue); }
  void set_level(std::size_t issue, std::uint32_t level);
  /// Asks the mandate what the bid is worth, where that is a message of its own.
  void ask_worth();
  /// The coach's suggestion as the bid.
  void take_suggestion();

  // --- moves; what cannot be done is told in `sentence`
  void send_bid();
  void accept();
  void walk_away();
  void answer_invitation(bool accepted);
  /// The staff decides this question, this encounter, or all that follows.
  void leave_to_staff(parties::PersonDecision::Kind kind);
  /// The staff decides all questions before a day.
  void staff_until(base::Day day);
  void undo();

  // --- on disk
  /// Whether the game can be saved: one at home can once something was decided, one at a host when
  /// the host has shown its recording.
  [[nodiscard]] bool can_save() const;
  /// Writes the game with its notes into the current folder under a free name, and gives the path.
  [[nodiscard]] base::Result<std::string> save();
  /// Whether decisions of the person would be lost with this game. Never at a host, which records.
  [[nodiscard]] bool unsaved() const;
  void need_not_be_saved() { kept_ = game_->decisions().size(); }

  std::string statement, note;  ///< being written
  bool coach_on = true;
  bool confirm_walk_away = false;
  std::string sentence;  ///< why the last move could not be made; empty

 private:
  explicit SeatTable(std::unique_ptr<game::Game> started);
  void decide(parties::PersonDecision decision);
  void refresh();
  void refresh_bid();
  void refresh_news();

  std::unique_ptr<game::Game> game_;
  std::optional<game::BidComposer> composer_;
  game::BidStart start_ = game::BidStart::kMyLast;
  std::optional<game::BriefView> brief_;
  std::optional<game::Bid> bid_;
  std::unique_ptr<game::Coach> coach_;
  std::optional<game::Trade> trade_;
  std::vector<lab::StoryLine> news_;
  std::size_t told_ = 0;  ///< messages that are in the news
  std::vector<std::string> became_;
  std::optional<std::size_t> decided_at_;  ///< messages heard before the last decision
  std::unique_ptr<game::Debrief> debrief_;
  bool debrief_failed_ = false;
  bool looking_back_ = false;
  std::size_t kept_ = 0;  ///< so many decisions at the front are on disk, or the staff's
};

}  // namespace monazite::viz
