#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <viz/model/what_if/decisions.hpp>
#include <viz/model/what_if/options.hpp>

namespace monazite::viz {

int Decision::recorded() const {
  const auto found = std::find_if(options.begin(), options.end(),
                                  [](const Option& option) { return option.recorded; });
  return found == options.end() ? -1 : static_cast<int>(found - options.begin());
}

Decisions::Decisions(RecordingFile& file) : file_(file) {
  add_event_moments();
  refresh();
}

void Decisions::add_event_moments() {
  const scenarios::Scenario* scenario = file_.replay().scenario();
  if (scenario == nullptr) return;
  for (std::size_t i = 0; i < scenario->events.size(); ++i) {
    Moment moment;
    moment.day = scenario->events[i].day;
    moment.event = i;
    if (!scenario->events[i].seat.empty()) {
      moment.seat = file_.replay().seat_by_name(scenario->events[i].seat);
    }
    moments_.push_back(moment);
  }
}

void Decisions::refresh() {
  const Replay& replay = file_.replay();
  const std::vector<MessageRow>& rows = replay.messages();
  if (rows_ == rows.size()) return;
  // An answer may come days after its brief: all is looked at again, which is quick.
  std::set<std::uint64_t> known;
  for (const Moment& moment : moments_) known.insert(moment.brief);
  std::map<std::uint64_t, bool> answered;  // by brief: whether something was done
  for (const MessageRow& row : rows) {
    if (row.in_reply_to == 0 || row.from < base::kFirstSeat ||
        row.kind == v1::Envelope::kAppraisalRequest) {
      continue;
    }
    answered[row.in_reply_to] |= row.kind != v1::Envelope::kNoAct;
  }
  for (const MessageRow& row : rows) {
    if (row.kind != v1::Envelope::kBrief || known.count(row.id) > 0) continue;
    const auto answer = answered.find(row.id);
    if (answer == answered.end()) continue;
    const scenarios::Seat* seat = replay.seat(row.to);
    const bool government = seat != nullptr && seat->kind == scenarios::SeatKind::kGovernment;
    if (!answer->second && !government) continue;
    Moment moment;
    moment.day = row.day;
    moment.seat = row.to;
    moment.brief = row.id;
    moments_.push_back(moment);
  }
  std::stable_sort(moments_.begin(), moments_.end(), [](const Moment& a, const Moment& b) {
    return a.day != b.day ? a.day < b.day : a.brief < b.brief;
  });
  rows_ = rows.size();
}

std::size_t Decisions::at(base::Day day) const {
  const auto found =
      std::lower_bound(moments_.begin(), moments_.end(), day,
                       [](const Moment& moment, base::Day wanted) { return moment.day < wanted; });
  return static_cast<std::size_t>(found - moments_.begin());
}

std::optional<std::size_t> Decisions::of_message(std::uint64_t message) const {
  const MessageRow* row = file_.replay().message(message);
  if (row == nullptr) return std::nullopt;
  for (std::size_t i = at(row->day - 31); i < moments_.size() && moments_[i].day <= row->day; ++i) {
    const std::uint64_t brief = moments_[i].brief;
    if (brief != 0 && (brief == row->id || brief == row->in_reply_to)) return i;
  }
  return std::nullopt;
}

std::vector<Decision> Decisions::describe(std::size_t moment) {
  const Moment& at = moments_[moment];
  const scenarios::Scenario* scenario = file_.replay().scenario();
  if (scenario == nullptr) return {};
  if (at.brief == 0) return {describe_event(*scenario, at.event, at.seat)};
  return describe_brief(file_, *scenario, at.brief);
}

std::vector<Decision> Decisions::around(base::Day day, int days, std::size_t most) {
  std::vector<Decision> found;
  for (std::size_t i = at(day - days); i < moments_.size() && moments_[i].day <= day + days; ++i) {
    for (Decision& decision : describe(i)) found.push_back(std::move(decision));
  }
  const auto distance = [day](const Decision& d) { return std::abs(d.day - day); };
  std::stable_sort(found.begin(), found.end(),
                   [&](const Decision& a, const Decision& b) { return distance(a) < distance(b); });
  if (found.size() > most) found.resize(most);
  std::stable_sort(found.begin(), found.end(),
                   [](const Decision& a, const Decision& b) { return a.day < b.day; });
  return found;
}

Change Decisions::offer_instead(const Decision& decision, agenda::Outcome outcome) const {
  return offer_change(file_.replay(), decision, outcome);
}

std::optional<double> Decisions::worth(const Decision& decision, agenda::Outcome outcome) {
  const auto message = file_.envelope(decision.brief);
  if (!message || !message->has_brief()) return std::nullopt;
  return value_of(file_, *message, outcome);
}

}  // namespace monazite::viz
