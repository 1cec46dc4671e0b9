#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <protocol/base/hash.hpp>
#include <protocol/bus/visibility.hpp>
#include <world/engine/acts.hpp>
#include <world/engine/admission.hpp>
#include <world/engine/event_calendar.hpp>
#include <world/engine/history.hpp>
#include <world/engine/later.hpp>
#include <world/engine/month_end.hpp>
#include <world/engine/seating.hpp>
#include <world/engine/stage.hpp>
#include <world/engine/tables.hpp>

namespace monazite::engine {
namespace {

/// Where a party of this process puts its messages.
class InProcessDesk final : public parties::Desk {
 public:
  explicit InProcessDesk(Stage& stage) : stage_(stage) {}

  /// `seat` reads `message`: what it sends from now on answers that. An appraisal continues the
  /// question on which it was asked for.
  void sit(base::SeatId seat, const v1::Envelope& message) {
    seat_ = seat;
    answered_ = message.id();
    asks_values_ = says_something_ = false;
    if (!message.has_appraisal()) return;
    const auto asked = question_of_.find(message.in_reply_to());
    if (asked == question_of_.end()) return;
    answered_ = asked->second;
    question_of_.erase(asked);
  }
  /// A request for values came in, which answers a question.
  void values_asked(const v1::Envelope& request) {
    question_of_[request.id()] = request.in_reply_to();
  }
  [[nodiscard]] base::Day today() const override { return stage_.today; }
  [[nodiscard]] v1::Envelope& reply(const v1::Envelope& message) override {
    v1::Envelope& envelope = stage_.post.draft();
    envelope.set_from(seat_);
    parties::address_reply(envelope, message);
    return envelope;
  }
  void send(v1::Envelope& envelope, int delay_days) override {
    if (envelope.body_case() == v1::Envelope::BODY_NOT_SET) {  // it says nothing
      stage_.post.drop(envelope);
      return;
    }
    // What a request for values leads to is known from the recording only if it goes alone.
    const bool asks = envelope.has_appraisal_request();
    if (asks_values_ || (asks && (says_something_ || delay_days > 0))) {
      stage_.post.drop(envelope);
      return;
    }
    asks_values_ = asks;
    says_something_ = true;
    envelope.set_from(seat_);  // nobody speaks for another
    envelope.set_in_reply_to(answered_);
    const bool at_a_table = is_table_move(envelope) || asks;
    stage_.post.post(envelope, stage_.today + std::clamp(delay_days, 0, kLongestDelay),
                     at_a_table ? bus::Priority::kTable : bus::Priority::kAct);
  }

  void note(const v1::SeatEvent& event) override {
    for (Witness* witness : stage_.witnesses) witness->on_seat_event(event);
  }

 private:
  static constexpr int kLongestDelay = 3'660;

  Stage& stage_;
  base::SeatId seat_ = 0;
  std::uint64_t answered_ = 0;
  bool asks_values_ = false;
  bool says_something_ = false;
  std::map<std::uint64_t, std::uint64_t> question_of_;  ///< by the id of the request on it
};

}  // namespace

class History::Parts {
 public:
  Parts(const scenarios::Scenario& scenario, HistoryOptions options)
      : options_(std::move(options)),
        changing_(own_copy(scenario, options_)),
        stage_(changing_ ? *changing_ : scenario, make_roster(scenario),
               base::Draws(options_.seed, options_.run)),
        tables_(stage_),
        acts_(stage_, tables_),
        month_end_(stage_, tables_, acts_),
        desk_(stage_) {
    stage_.private_scale = options_.private_scale;
    seat_everybody(stage_, options_.casting, options_.wrapping);
    stage_.post.add_listener([this](const v1::Envelope& envelope) {
      for (Witness* witness : stage_.witnesses) witness->on_envelope(envelope);
    });
  }

  void add_witness(Witness& witness) { stage_.witnesses.push_back(&witness); }

  bool run() {
    announce();
    const scenarios::Scenario& scenario = stage_.scenario;
    const auto months =
        static_cast<std::uint32_t>(base::months_between(scenario.first_day, scenario.last_day) + 1);
    for (stage_.today = scenario.first_day; stage_.today <= scenario.last_day;
         stage_.today = stage_.today + 1) {
      if (options_.stop != nullptr && options_.stop->load()) return false;
      if (options_.day_begins) options_.day_begins(stage_.today);
      play_day();
      if (!base::is_end_of_month(stage_.today)) continue;
      close_month();
      if (stage_.month == months) month_end_.look_back();
      if (options_.progress) options_.progress(stage_.month, months);
    }
    return true;
  }

  [[nodiscard]] std::uint64_t digest() const { return month_end_.digest(); }
  [[nodiscard]] std::uint64_t messages() const { return stage_.post.delivered(); }

 private:
  /// A scenario that changes on the way is a copy of our own.
  static std::optional<scenarios::Scenario> own_copy(const scenarios::Scenario& scenario,
                                                     const HistoryOptions& options) {
    if (options.later.empty()) return std::nullopt;
    return scenario;
  }

  void announce() {
    v1::RunHeader header;
    header.set_program_version(options_.program_version);
    header.set_scenario(stage_.scenario.name);
    header.set_scenario_text(stage_.scenario.text);
    header.set_seed(options_.seed);
    header.set_run(options_.run);
    header.set_first_day(stage_.scenario.first_day.number);
    header.set_last_day(stage_.scenario.last_day.number);
    for (const std::string& name : stage_.roster.names()) header.add_names(name);
    for (const std::string& setting : options_.settings) header.add_settings(setting);
    for (const Later& later : options_.later) {
      for (const std::string& setting : later.settings) {
        header.add_settings(with_day(setting, later.day));
      }
    }
    header.set_parent(options_.parent);
    if (options_.fork_day) header.set_fork_day(options_.fork_day->number);
    for (const std::string& envelope : options_.replaced) header.add_replaced(envelope);
    for (Witness* witness : stage_.witnesses) witness->on_header(header);
  }

  /// What is to be another from today on. Nothing that is the same is touched, so that a setting
  /// which sets what is set leaves the history as it was.
  void take_later_settings() {
    for (; next_later_ < options_.later.size() && options_.later[next_later_].day <= stage_.today;
         ++next_later_) {
      const LaterEffect effect = apply(options_.later[next_later_], *changing_);
      if (effect.numbers) adopt_numbers(stage_);
      if (effect.events) events_.replaced(stage_);
    }
  }

  void play_day() {
    take_later_settings();
    stage_.flow.begin_day(stage_.today);
    events_.post_due(stage_);
    if (base::to_date(stage_.today).day == 1) begin_month();
    tables_.on_day();
    deliver();
  }

  /// Firms sit down at the turn of a quarter, and when a contract runs out.
  void begin_month() {
    const base::Date date = base::to_date(stage_.today);
    if (date.month % 3 == 1) tables_.open_allocations();
    if (stage_.arrangements.supply().until < stage_.today ||
        (date.month == 1 &&
         stage_.arrangements.supply().until < base::add_months(stage_.today, 12))) {
      tables_.open_supply();
    }
  }

  void close_month() {
    month_end_.settle(events_.take_mine_output_factor());
    deliver();
    ++stage_.month;
    month_end_.ask_for_acts();
    deliver();
    month_end_.report();
  }

  void deliver() {
    while (stage_.post.deliver_next(
        stage_.today, [this](const v1::Envelope& envelope) { hand_over(envelope); })) {
    }
  }

  /// One message: the registrar checks it, its readers get it, the registrar follows it up.
  void hand_over(const v1::Envelope& envelope) {
    if (stage_.is_seat(envelope.from())) {
      if (const auto verdict = inadmissible(stage_, tables_, envelope)) {
        refuse(envelope, *verdict);
        return;
      }
    }
    if (is_table_move(envelope) ? !tables_.take(envelope) : !acts_.take(envelope)) return;
    if (envelope.has_appraisal_request()) desk_.values_asked(envelope);
    for (Witness* witness : stage_.witnesses) witness->on_admitted(envelope);
    if (stage_.is_seat(envelope.from())) stage_.host(envelope.from()).mandate->absorb(envelope);
    if (envelope.to() == base::kPublic) {
      for (SeatHost& host : stage_.seats) {
        if (host.id != envelope.from()) give(host, envelope);
      }
    } else if (stage_.is_seat(envelope.to())) {
      give(stage_.host(envelope.to()), envelope);
    }
    tables_.follow_up(envelope);
    acts_.follow_up(envelope);
  }

  /// A move at a table that is none counts as one against the rules there: it is asked for again,
  /// though not for ever. So does a question of the party that is to move.
  void refuse(const v1::Envelope& envelope, v1::Refusal::Reason reason) {
    if (is_table_move(envelope) || envelope.has_appraisal_request()) {
      tables_.refuse(envelope, reason);
    } else {
      stage_.refuse(envelope, reason);
    }
  }

  void give(SeatHost& host, const v1::Envelope& envelope) {
    desk_.sit(host.id, envelope);
    if (bus::carries_private(envelope, host.id)) {
      bus::strip_private(envelope, host.id, stripped_);
      host.mandate->absorb(stripped_);
      host.party->receive(stripped_, desk_);
    } else {
      host.mandate->absorb(envelope);
      host.party->receive(envelope, desk_);
    }
  }

  HistoryOptions options_;
  std::optional<scenarios::Scenario> changing_;  ///< what stage_ refers to, if there is any later
  std::size_t next_later_ = 0;
  Stage stage_;
  Tables tables_;
  Acts acts_;
  MonthEnd month_end_;
  InProcessDesk desk_;
  EventCalendar events_;
  v1::Envelope stripped_;
};

History::History(const scenarios::Scenario& scenario, HistoryOptions options)
    : parts_(std::make_unique<Parts>(scenario, std::move(options))) {}
History::~History() = default;
void History::add_witness(Witness& witness) {
  parts_->add_witness(witness);
}
bool History::run() {
  return parts_->run();
}
std::uint64_t History::digest() const {
  return parts_->digest();
}
std::uint64_t History::messages() const {
  return parts_->messages();
}

base::Roster make_roster(const scenarios::Scenario& scenario) {
  base::Roster roster;
  for (const scenarios::Seat& seat : scenario.seats) roster.add(seat.name);
  return roster;
}

}  // namespace monazite::engine
