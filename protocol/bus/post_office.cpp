#include <algorithm>
#include <utility>

#include <protocol/base/check.hpp>
#include <protocol/bus/post_office.hpp>

namespace monazite::bus {

PostOffice::PostOffice() = default;
PostOffice::~PostOffice() = default;

void PostOffice::add_listener(Listener listener) { listeners_.push_back(std::move(listener)); }

v1::Envelope& PostOffice::draft() {
  if (free_.empty()) {
    owned_.push_back(std::make_unique<v1::Envelope>());
    free_.push_back(owned_.back().get());
  }
  v1::Envelope* envelope = free_.back();
  free_.pop_back();
  return *envelope;
}

bool PostOffice::later(const Entry& a, const Entry& b) {
  if (a.day != b.day) return a.day > b.day;
  if (a.priority != b.priority) return a.priority > b.priority;
  return a.sequence > b.sequence;
}

void PostOffice::post(v1::Envelope& draft, base::Day day, Priority priority) {
  queue_.push_back({day.number, priority, ++sequence_, &draft});
  std::push_heap(queue_.begin(), queue_.end(), later);
}

void PostOffice::drop(v1::Envelope& draft) {
  draft.Clear();
  free_.push_back(&draft);
}

bool PostOffice::deliver_next(base::Day today,
                              const std::function<void(const v1::Envelope&)>& receive) {
  if (queue_.empty() || queue_.front().day > today.number) return false;
  std::pop_heap(queue_.begin(), queue_.end(), later);
  v1::Envelope& envelope = *queue_.back().envelope;
  queue_.pop_back();
  envelope.set_id(++delivered_);
  envelope.set_day(today.number);
  for (const Listener& listener : listeners_) listener(envelope);
  receive(envelope);
  drop(envelope);
  return true;
}

base::Day PostOffice::next_due() const {
  MONAZITE_CHECK(!queue_.empty(), "somebody must have posted something");
  return base::Day{queue_.front().day};
}

}  // namespace monazite::bus
