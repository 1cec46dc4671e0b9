#include <algorithm>
#include <limits>

#include <viz/model/replay.hpp>

namespace monazite::viz {

int Negotiation::side(base::SeatId seat) const {
  const auto found = std::find(parties.begin(), parties.end(), seat);
  return found == parties.end() ? -1 : static_cast<int>(found - parties.begin());
}

const ClauseChange* ClauseLane::at(base::Day day) const {
  const auto after = std::upper_bound(
      changes.begin(), changes.end(), day,
      [](base::Day wanted, const ClauseChange& change) { return wanted < change.since; });
  return after == changes.begin() ? nullptr : &*(after - 1);
}

const MessageRow* Replay::message(std::uint64_t id) const {
  const auto found =
      std::lower_bound(messages_.begin(), messages_.end(), id,
                       [](const MessageRow& row, std::uint64_t wanted) { return row.id < wanted; });
  return found == messages_.end() || found->id != id ? nullptr : &*found;
}

std::size_t Replay::messages_until(base::Day day) const {
  const auto after =
      std::upper_bound(messages_.begin(), messages_.end(), day,
                       [](base::Day wanted, const MessageRow& row) { return wanted < row.day; });
  return static_cast<std::size_t>(after - messages_.begin());
}

const std::vector<double>& Replay::series(std::string_view name) const {
  static const std::vector<double> kNone;
  const auto found = columns_.find(name);
  return found == columns_.end() ? kNone : values_[found->second];
}

int Replay::month_at(base::Day day) const {
  const auto after = std::upper_bound(months_.begin(), months_.end(), day);
  return static_cast<int>(after - months_.begin()) - 1;
}

std::optional<double> Replay::value_at(std::string_view name, base::Day day) const {
  const std::vector<double>& values = series(name);
  if (values.empty()) return std::nullopt;
  return values[static_cast<std::size_t>(std::max(0, month_at(day)))];
}

const Negotiation* Replay::negotiation(std::uint64_t conversation) const {
  const auto found = by_conversation_.find(conversation);
  return found == by_conversation_.end() ? nullptr : &negotiations_[found->second];
}

const Negotiation* Replay::latest(v1::Table table, base::Day day) const {
  for (auto at = negotiations_.rbegin(); at != negotiations_.rend(); ++at) {
    if (at->table == table && at->opened <= day) return &*at;
  }
  return nullptr;
}

const Intention* Replay::intention(base::SeatId seat, base::Day day) const {
  const auto found = intentions_.find(seat);
  if (found == intentions_.end()) return nullptr;
  const std::vector<Intention>& all = found->second;
  const auto after = std::upper_bound(
      all.begin(), all.end(), day,
      [](base::Day wanted, const Intention& intention) { return wanted < intention.day; });
  return after == all.begin() ? nullptr : &*(after - 1);
}

std::vector<base::SeatId> Replay::seats() const {
  std::vector<base::SeatId> seats;
  for (base::SeatId id = base::kFirstSeat; id < static_cast<base::SeatId>(header_.names_size());
       ++id) {
    seats.push_back(id);
  }
  return seats;
}

const std::string& Replay::seat_name(base::SeatId seat) const {
  static const std::string kNobody = "nobody";
  return seat < static_cast<base::SeatId>(header_.names_size())
             ? header_.names(static_cast<int>(seat))
             : kNobody;
}

std::string Replay::seat_title(base::SeatId seat) const {
  const scenarios::Seat* found = this->seat(seat);
  if (found != nullptr) return found->title;
  if (seat == base::kRegistrar) return "Registrar";
  if (seat == base::kPublic) return "Public";
  if (seat == base::kRecorder) return "Recorder";
  return seat_name(seat);
}

const scenarios::Seat* Replay::seat(base::SeatId seat) const {
  if (!scenario_ || seat < base::kFirstSeat) return nullptr;
  const std::size_t at = seat - base::kFirstSeat;
  return at < scenario_->seats.size() ? &scenario_->seats[at] : nullptr;
}

base::SeatId Replay::seat_by_name(std::string_view name) const {
  for (const base::SeatId seat : seats()) {
    if (seat_name(seat) == name) return seat;
  }
  return 0;
}

}  // namespace monazite::viz
