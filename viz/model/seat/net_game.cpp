#include <algorithm>
#include <cmath>
#include <fstream>
#include <utility>

#include <protocol/net/player_name.hpp>
#include <protocol/recording/sidecar.hpp>
#include <viz/model/seat/net_game.hpp>
#include <viz/model/seat/person_turn.hpp>
#include <viz/model/seat/refusal_words.hpp>
#include <viz/model/seat/rerun.hpp>
#include <world/engine/history.hpp>
#include <world/lab/network/seat_facts.hpp>
#include <world/lab/wording.hpp>
#include <world/scenarios/load.hpp>

namespace monazite::viz::game {
namespace {

using Kind = Decision::Kind;
using Clock = std::chrono::steady_clock;

/// A host gives 64 appraisals for one question, of which a turn may need some itself.
constexpr std::uint32_t kMostAsked = 60;

v1::Claim claim_of(const NetSeat& seat, const SeatOptions& options) {
  const parties::PersonWants wants = wants_of(options, seat.seat == "toyotsu");
  v1::Claim claim;
  claim.set_table(seat.table);
  claim.set_seat(seat.seat);
  claim.set_player(net::player_name(seat.player));
  claim.mutable_wants()->set_consultation(wants.consultation);
  claim.mutable_wants()->set_supply(wants.supply);
  claim.mutable_wants()->set_allocation(wants.allocation);
  claim.mutable_wants()->set_invitations(wants.invitations);
  claim.mutable_wants()->set_acts(wants.acts);
  return claim;
}

/// The scenario that is hosted, as far as this program has it; else one with its seats' names and
/// nothing known of them.
scenarios::Scenario scenario_of(const v1::Seated& seated) {
  const std::vector<std::string> names(seated.names().begin(), seated.names().end());
  if (auto known = scenarios::load_builtin(seated.scenario());
      known && engine::make_roster(*known).names() == names) {
    known->first_day = base::Day{seated.first_day()};
    known->last_day = base::Day{seated.last_day()};
    return *std::move(known);
  }
  scenarios::Scenario strange;
  strange.name = seated.scenario();
  strange.first_day = base::Day{seated.first_day()};
  strange.last_day = base::Day{seated.last_day()};
  for (std::size_t i = base::kFirstSeat; i < names.size(); ++i) {
    scenarios::Seat seat;
    seat.name = names[i];
    seat.title = lab::capital(names[i]);
    strange.seats.push_back(std::move(seat));
  }
  return strange;
}

}  // namespace

NetGame::NetGame(NetSeat seat, const SeatOptions& options)
    : order_(std::move(seat)), wire_(order_.place, claim_of(order_, options)) {
  options_ = options;
  scenario_ = std::make_unique<const scenarios::Scenario>();
  state_.host = net::to_string(order_.place.address);
  state_.table = order_.table;
}

void NetGame::sit(const v1::Seated& seated) {
  const bool first = !seated_;
  seated_ = seated;
  if (!first) return;
  seat_ = knowledge_.seat = seated.seat();
  setup_ = lab::to_setup(seated);
  scenario_ = std::make_unique<const scenarios::Scenario>(scenario_of(seated));
  state_.table = seated.table();
  state_.today = base::Day{seated.first_day()};
}

bool NetGame::poll() {
  SeatWire::News news = wire_.take();
  const std::uint64_t question_before = question_number_;
  const bool asked_before = question_.has_value();
  if (news.seated) sit(*news.seated);
  for (const SeatWire::Arrived& arrived : news.arrived) take(arrived);
  if (news.any) {
    using Stage = HostState::Stage;
    static constexpr Stage kStages[] = {Stage::kConnecting, Stage::kPlaying, Stage::kLost,
                                        Stage::kOver, Stage::kFailed};
    state_.stage = over_ ? Stage::kOver : kStages[static_cast<std::size_t>(news.stage)];
    state_.sentence = news.sentence;
    // The host wants no more of this seat: nothing that is decided here reaches anybody.
    if (state_.stage == Stage::kFailed && turn_) {
      turn_.reset();
      present(false);
    }
  }
  const bool asks = turn_ && turn_->asks_person;
  const bool new_question = question_number_ != question_before;
  // While others play on, what is shown of the tables follows.
  if (new_question || asks != asked_before || !news.arrived.empty()) present(new_question);
  const std::optional<HostState> now = host();
  std::optional<int> seconds;
  if (now->seconds_left) seconds = static_cast<int>(std::ceil(*now->seconds_left));
  return std::exchange(shown_seconds_, seconds) != seconds || news.any || news.seated.has_value();
}

void NetGame::take(const SeatWire::Arrived& arrived) {
  const v1::Frame& frame = arrived.frame;
  switch (frame.body_case()) {
    case v1::Frame::kDelivery:
      return take_delivery(frame.delivery(), arrived.at);
    case v1::Frame::kDecided:
      return take_decided(frame.decided());
    case v1::Frame::kCarriage:
      setup_.manner = lab::to_manner(frame.carriage());
      return;
    case v1::Frame::kDayBegins:
      state_.today = base::Day{frame.day_begins().day()};
      return;
    case v1::Frame::kFilePart:
      // After a connection that was cut while it was told, it begins again.
      if (frame.file_part().offset() > recording_.size()) return;
      recording_.resize(frame.file_part().offset());
      recording_ += frame.file_part().bytes();
      return;
    case v1::Frame::kEnd:
      over_ = true;
      turn_.reset();
      state_.today = base::Day{frame.end().day()};
      return;
    case v1::Frame::kSorry:  // of a turn: it is late, or the host cannot take what was said
      if (turn_ && turn_->open == frame.sorry().turn() &&
          frame.sorry().code() != v1::Sorry::CODE_LATE) {
        sentence_ = frame.sorry().sentence();
        leave_to_staff();
      }
      return;
    default:
      return;
  }
}

void NetGame::take_delivery(const v1::Delivery& delivery, Clock::time_point at) {
  const v1::Envelope& message = delivery.envelope();
  state_.today = base::Day{message.day()};
  knowledge_.heard.push_back(message);
  if (message.has_refusal() && message.conversation() == moved_at_) {
    sentence_ = refusal_words(message.refusal().reason());
  }
  if (!delivery.asks()) return;
  if (delivery.number() <= seated_->known()) {
    // What was asked before this connection has been answered by somebody; of the turn at hand it
    // is told next by whom.
    if (turn_ && knowledge_.heard[turn_->brief].conversation() == message.conversation()) {
      turn_->open = delivery.number();
    }
    return;
  }
  if (message.has_brief()) {
    turn_ = Turn();
    turn_->brief = knowledge_.heard.size() - 1;
  } else if (!turn_ || knowledge_.heard[turn_->brief].conversation() != message.conversation()) {
    // Values of a turn that began before this program did: it goes on from its brief.
    turn_ = Turn();
    const std::optional<std::size_t> brief = last_brief(message.conversation());
    if (!brief) {
      turn_->open = delivery.number();
      return leave_to_staff();
    }
    turn_->brief = *brief;
    turn_->open = delivery.number();
    turn_->since = at;
    if (all_to_staff_) return leave_to_staff();
    return go_on();
  }
  turn_->open = delivery.number();
  turn_->since = at;
  if (turn_->asks_worth) {
    turn_->asks_worth = false;
    return;
  }
  if (message.has_appraisal()) turn_->appraisals.push_back(message);
  // What the person has decided goes out, whatever follows.
  const bool left = all_to_staff_ || left_tables_.count(message.conversation()) > 0;
  if (left && !turn_->decision) return leave_to_staff();
  go_on();
}

void NetGame::take_decided(const v1::Decided& decided) {
  bool asks_on = false;
  for (const v1::Envelope& said : decided.said()) {
    v1::Envelope& kept = knowledge_.heard.emplace_back(said);
    kept.clear_id();
    asks_on = asks_on || said.has_appraisal_request();
  }
  if (!turn_ || decided.turn() != turn_->open) return;
  if (decided.by() == v1::Decided::BY_CLIENT && asks_on) return;  // the answer is on its way
  if (decided.by() != v1::Decided::BY_CLIENT && !turn_->left) {
    sentence_ = decided.by() == v1::Decided::BY_NOBODY
                    ? "Your time was over: the seat said nothing"
                    : "Your time was over: the staff decided in your place";
  }
  turn_.reset();
}

std::optional<std::size_t> NetGame::last_brief(std::uint64_t conversation) const {
  for (std::size_t i = knowledge_.heard.size(); i-- > 0;) {
    const v1::Envelope& message = knowledge_.heard[i];
    if (message.conversation() == conversation && message.has_brief() &&
        message.brief().purpose() == v1::Brief::PURPOSE_YOUR_MOVE) {
      return i;
    }
  }
  return std::nullopt;
}

void NetGame::go_on() {
  const parties::Chair chair{seat_, order_.seat, base::Draws(0)};
  TurnStep step =
      play_turn(chair, setup_, knowledge_.heard, turn_->brief, turn_->appraisals, turn_->decision);
  if (step.asks) {
    turn_->asks_person = true;
    ++question_number_;
    return;
  }
  step.answer.set_turn(turn_->open);
  send(std::move(step.answer));
}

void NetGame::leave_to_staff() {
  turn_->left = true;
  turn_->asks_person = false;
  v1::Answer answer;
  answer.set_turn(turn_->open);
  answer.set_leave_to_staff(true);
  send(std::move(answer));
}

void NetGame::send(v1::Answer answer) {
  wire_.send(std::move(answer));
}

void NetGame::present(bool new_question) {
  const bool asks = turn_ && turn_->asks_person;
  knowledge_.question = std::nullopt;
  if (asks) knowledge_.question = knowledge_.heard[turn_->brief];
  describe();
  if (!new_question || !table_) return;
  fit_ = AdditiveFit();
  std::vector<agenda::Outcome> packages;
  std::vector<double> values;
  const std::vector<float>& told = table_->state.values();
  for (std::size_t p = 0; p < told.size(); ++p) {
    packages.push_back(table_->state.outcome(p));
    values.push_back(static_cast<double>(told[p]));
  }
  if (!packages.empty()) fit_ = AdditiveFit(*table_->agenda, packages, values);
}

base::Result<void> NetGame::answer(Decision decision) {
  if (decision.kind == Kind::kStaffOn && !question_ && !over_) {
    all_to_staff_ = true;
    return {};
  }
  if (auto why = misfit(decision)) {
    return base::fail(base::ErrorCode::kNotAllowed, std::move(*why));
  }
  if (turn_->asks_worth) {
    return base::fail(base::ErrorCode::kNotAllowed,
                      "The mandate is still being asked; try again in a moment");
  }
  const std::uint64_t conversation = knowledge_.question->conversation();
  turn_->asks_person = false;
  moved_at_ = 0;
  switch (decision.kind) {
    case Kind::kStaffOn:
      all_to_staff_ = true;
      leave_to_staff();
      break;
    case Kind::kStaffHere:
      left_tables_.insert(conversation);
      leave_to_staff();
      break;
    case Kind::kStaff:
      leave_to_staff();
      break;
    default:
      moved_at_ = conversation;
      turn_->decision = decision;
      go_on();
  }
  decisions_.push_back(std::move(decision));
  present(false);
  return {};
}

bool NetGame::knows_value(agenda::Outcome outcome) const {
  return table_ && table_->value(outcome).has_value();
}

base::Result<std::vector<double>> NetGame::appraise(const std::vector<agenda::Outcome>& outcomes) {
  if (const auto fits = check_packages(outcomes); !fits) {
    return tl::unexpected<base::Error>(fits.error());
  }
  std::vector<double> values;
  values.reserve(outcomes.size());
  for (const agenda::Outcome outcome : outcomes) {
    const auto told = table_->value(outcome);
    values.push_back(told           ? *told
                     : fit_.empty() ? table_->state.reservation()
                                    : fit_.value(*table_->agenda, outcome));
  }
  return values;
}

base::Result<void> NetGame::ask_worth(const std::vector<agenda::Outcome>& outcomes) {
  if (auto fits = check_packages(outcomes); !fits) return fits;
  if (turn_->asks_worth) return {};
  if (turn_->asked >= kMostAsked) {
    return base::fail(base::ErrorCode::kNotAllowed,
                      "The host answers no more than 60 such requests for one question");
  }
  v1::Answer answer;
  answer.set_turn(turn_->open);
  v1::Envelope& envelope = *answer.add_posts()->mutable_envelope();
  envelope.set_from(seat_);
  envelope.set_to(base::kRegistrar);
  envelope.set_conversation(question_->conversation);
  for (const agenda::Outcome outcome : outcomes) {
    if (!knows_value(outcome)) envelope.mutable_appraisal_request()->add_outcomes(outcome);
  }
  if (!envelope.has_appraisal_request()) return {};
  ++turn_->asked;
  turn_->asks_worth = true;
  send(std::move(answer));
  return {};
}

base::Result<void> NetGame::save(const std::string& path) {
  if (recording_.empty()) {
    return base::fail(base::ErrorCode::kNotFound,
                      "the host has not shown its recording: it does so when the history is over");
  }
  std::ofstream file(path, std::ios::binary);
  file << recording_;
  file.close();
  if (!file) {
    return base::fail(base::ErrorCode::kIo,
                      "the recording cannot be written to " + path +
                          "; choose a folder that exists and can be written to");
  }
  recording::Sidecar notes;
  notes["seat." + order_.seat] = "person";
  notes["host"] = state_.host;
  return recording::write_sidecar(path, notes);
}

std::string NetGame::machine_in_my_seat() const {
  return with_machines_only(recording_);
}

std::vector<v1::Worth> NetGame::values_when_asked(
    base::SeatId seat, std::uint64_t brief, const std::vector<agenda::Outcome>& outcomes) const {
  return ask_mandate_of(recording_, seat, brief, outcomes);
}

std::optional<HostState> NetGame::host() const {
  HostState state = state_;
  if (turn_ && turn_->asks_person && seated_ && seated_->decide_within_ms() > 0) {
    const double passed = std::chrono::duration<double>(Clock::now() - turn_->since).count();
    state.seconds_left = std::max(0.0, seated_->decide_within_ms() / 1000.0 - passed);
  }
  state.asks_worth = turn_ && turn_->asks_worth;
  if (!question_ && table_ && !table_->closed) {
    const bool mine = !table_->offers.empty() && table_->offers.back().mine;
    if (mine) state.thinking = table_->other;
  }
  return state;
}

}  // namespace monazite::viz::game
