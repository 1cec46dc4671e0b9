#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <viz/model/app/free_file.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/model/seat/seat_game.hpp>
#include <viz/model/seat/what_became.hpp>
#include <world/scenarios/load.hpp>

namespace monazite::viz {

base::Result<std::unique_ptr<SeatTable>> SeatTable::sit_down(const std::string& scenario_name,
                                                             const std::string& seat,
                                                             std::uint64_t seed) {
  const auto scenario = scenarios::load(scenario_name);
  if (!scenario) {
    return base::fail(base::ErrorCode::kBadInput, scenarios::to_string(scenario.error().front()));
  }
  game::SeatOptions options;
  options.program_version = MONAZITE_VERSION;
  auto started = game::SeatGame::start(*scenario, seed, seat, options);
  if (!started) return tl::unexpected<base::Error>(started.error());
  return std::unique_ptr<SeatTable>(new SeatTable(std::move(*started)));
}

std::unique_ptr<SeatTable> SeatTable::sit_at(std::unique_ptr<game::Game> game) {
  return std::unique_ptr<SeatTable>(new SeatTable(std::move(game)));
}

SeatTable::SeatTable(std::unique_ptr<game::Game> started) : game_(std::move(started)) {
  refresh();
}

bool SeatTable::poll() {
  const std::uint64_t number = game_->question_number();
  const bool asked = game_->question().has_value();
  if (!game_->poll()) return false;
  if (number != game_->question_number() || asked != game_->question().has_value() ||
      game_->finished()) {
    confirm_walk_away = false;  // it was about the question before
    refresh();
  } else {
    refresh_bid();
    refresh_news();
  }
  if (std::string told = game_->take_sentence(); !told.empty()) sentence = std::move(told);
  return true;
}

const game::Debrief* SeatTable::debrief() {
  if (debrief_ == nullptr && !debrief_failed_) {
    if (auto made = game::debrief(*game_)) {
      debrief_ = std::make_unique<game::Debrief>(std::move(*made));
    } else {
      debrief_failed_ = true;
    }
  }
  return debrief_.get();
}

void SeatTable::begin(game::BidStart start) {
  start_ = start;
  if (!composer_) return;
  composer_->begin(start);
  refresh_bid();
}

void SeatTable::set_level(std::size_t issue, std::uint32_t level) {
  if (!composer_ || composer_->level(issue) == level) return;
  composer_->set_level(issue, level);
  refresh_bid();
}

void SeatTable::ask_worth() {
  if (!composer_) return;
  sentence.clear();
  if (const auto done = game_->ask_worth(composer_->compared()); !done) {
    sentence = done.error().message;
  }
}

void SeatTable::take_suggestion() {
  if (!composer_ || coach_ == nullptr) return;
  composer_->set(coach_->suggestion().outcome);
  refresh_bid();
}

void SeatTable::send_bid() {
  if (!composer_) return;
  parties::PersonDecision decision;
  decision.kind = parties::PersonDecision::Kind::kOffer;
  decision.outcome = composer_->outcome();
  decide(std::move(decision));
}

void SeatTable::accept() {
  parties::PersonDecision decision;
  decision.kind = parties::PersonDecision::Kind::kAccept;
  decide(std::move(decision));
}

void SeatTable::walk_away() {
  confirm_walk_away = false;
  parties::PersonDecision decision;
  decision.kind = parties::PersonDecision::Kind::kWalkAway;
  decide(std::move(decision));
}

void SeatTable::answer_invitation(bool accepted) {
  parties::PersonDecision decision;
  decision.kind =
      accepted ? parties::PersonDecision::Kind::kAgree : parties::PersonDecision::Kind::kDecline;
  decide(std::move(decision));
}

void SeatTable::leave_to_staff(parties::PersonDecision::Kind kind) {
  parties::PersonDecision decision;
  decision.kind = kind;
  decide(std::move(decision));
}

void SeatTable::staff_until(base::Day day) {
  parties::PersonDecision decision;
  decision.kind = parties::PersonDecision::Kind::kStaff;
  while (game_->question() && game_->question()->day < day) {
    if (!game_->answer(decision)) break;
  }
  need_not_be_saved();
  refresh();
}

void SeatTable::undo() {
  sentence.clear();
  looking_back_ = false;
  decided_at_.reset();
  became_.clear();
  if (game_->undo()) refresh();
}

bool SeatTable::can_save() const {
  if (!game_->host()) return !game_->decisions().empty();
  return game_->finished() && !game_->kept_hidden();
}

base::Result<std::string> SeatTable::save() {
  const scenarios::Scenario& scenario = game_->scenario();
  std::string name = scenario.name;
  const std::size_t at = game_->seat() - base::kFirstSeat;
  if (game_->seat() >= base::kFirstSeat && at < scenario.seats.size()) {
    name += "-" + scenario.seats[at].name;
  }
  if (const auto host = game_->host()) {
    name += "-table-" + std::to_string(std::max(1U, host->table));
  } else if (const auto seed = game_->run_seed()) {
    name += "-seed-" + std::to_string(*seed);
  }
  const std::string path = free_recording(name);
  if (auto done = game_->save(path); !done) return tl::unexpected<base::Error>(done.error());
  kept_ = game_->decisions().size();
  std::error_code none;
  const std::string whole = std::filesystem::absolute(path, none).string();
  return none ? path : whole;
}

bool SeatTable::unsaved() const {
  return !game_->host() && game_->decisions().size() > kept_;
}

void SeatTable::decide(parties::PersonDecision decision) {
  sentence.clear();
  decision.statement = statement;
  decision.note = note;
  const std::uint64_t talks =
      game_->question() && game_->question()->kind == game::Question::Kind::kMove
          ? game_->question()->conversation
          : 0;
  const std::size_t heard = game_->knowledge().heard.size();
  if (const auto done = game_->answer(std::move(decision)); !done) {
    sentence = done.error().message;
    return;
  }
  decided_at_ = heard;
  told_ = 0;  // it was played anew: the same number of messages may say something else
  // What was saved after this point and taken back is another game.
  if (!game_->decisions().empty()) kept_ = std::min(kept_, game_->decisions().size() - 1);
  statement.clear();
  note.clear();
  if (talks != 0 && game_->looks_back_early()) {
    const auto table = game::table_of(game_->knowledge(), talks);
    looking_back_ = table && table->closed.has_value();
  }
  refresh();
}

void SeatTable::refresh() {
  composer_.reset();
  brief_.reset();
  bid_.reset();
  coach_.reset();
  trade_.reset();
  debrief_.reset();
  debrief_failed_ = false;
  refresh_news();
  const std::optional<game::Question>& question = game_->question();
  if (!question || question->kind != game::Question::Kind::kMove || game_->table() == nullptr)
    return;
  start_ = game::BidStart::kMyLast;
  composer_.emplace(*game_, start_);
  if (auto brief = game::brief_view(*game_)) {
    brief_ = std::move(*brief);
  } else {
    sentence = brief.error().message;
  }
  const std::size_t at = question->other - base::kFirstSeat;
  const auto& seats = game_->scenario().seats;
  coach_ = std::make_unique<game::Coach>(*game_->table(), at < seats.size() ? seats[at].title : "");
  refresh_bid();
}

void SeatTable::refresh_news() {
  const std::size_t heard = game_->knowledge().heard.size();
  if (heard == told_) return;
  told_ = heard;
  news_ = game::news_of(game_->knowledge(), game_->scenario());
  if (decided_at_ && !game_->decisions().empty()) {
    became_ = game::what_became(game_->knowledge(), *decided_at_, game_->scenario(),
                                game_->decisions().back());
  }
}

void SeatTable::refresh_bid() {
  bid_.reset();
  trade_.reset();
  if (!composer_) return;
  auto bid = composer_->bid();
  if (!bid) {
    sentence = bid.error().message;
    return;
  }
  bid_ = std::move(*bid);
  if (coach_ != nullptr) trade_ = coach_->trade(bid_->outcome, bid_->utility);
}

}  // namespace monazite::viz
