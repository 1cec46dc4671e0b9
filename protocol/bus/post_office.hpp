#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>

namespace monazite::bus {

/// Which of the messages due on the same day go first.
enum class Priority : std::uint8_t {
  kWorld = 0,  ///< what happened: events, cargoes, announcements
  kAct = 1,    ///< what parties decided earlier and is due today
  kTable = 2,  ///< offers and answers
  kMonth = 3   ///< the month's account: observations and briefs
};

/// The in-process post office: one clock, one deterministic order (day, priority, sequence). The very
/// object that the sender filled is handed to the receiver and taken back into a pool afterwards;
/// nothing is serialised. Ids are given at delivery: 1, 2, 3, ... Not thread-safe; one per history.
class PostOffice {
 public:
  /// Called with every message delivered, before its receiver gets it (recorders, statistics).
  using Listener = std::function<void(const v1::Envelope&)>;

  PostOffice();
  ~PostOffice();
  PostOffice(const PostOffice&) = delete;
  PostOffice& operator=(const PostOffice&) = delete;

  void add_listener(Listener listener);

  /// An empty envelope from the pool, to be filled and then posted (or dropped) exactly once. It stays
  /// the post office's.
  [[nodiscard]] v1::Envelope& draft();
  /// `draft` must come from draft(); `day` must not lie before the day now being delivered.
  void post(v1::Envelope& draft, base::Day day, Priority priority);
  /// Gives a draft back unsent.
  void drop(v1::Envelope& draft);

  /// Delivers the next message due on or before `today`: numbers it, dates it, tells the listeners,
  /// then calls `receive`, which may post more. False when nothing is due.
  bool deliver_next(base::Day today, const std::function<void(const v1::Envelope&)>& receive);

  [[nodiscard]] std::uint64_t delivered() const { return delivered_; }
  /// Messages posted and not yet delivered.
  [[nodiscard]] std::size_t waiting() const { return queue_.size(); }
  /// Day of the earliest message waiting; only when waiting() > 0.
  [[nodiscard]] base::Day next_due() const;

 private:
  struct Entry {
    std::int32_t day;
    Priority priority;
    std::uint64_t sequence;
    v1::Envelope* envelope;
  };
  static bool later(const Entry& a, const Entry& b);

  std::vector<std::unique_ptr<v1::Envelope>> owned_;
  std::vector<v1::Envelope*> free_;
  std::vector<Entry> queue_;  ///< a heap, earliest on top
  std::vector<Listener> listeners_;
  std::uint64_t sequence_ = 0;
  std::uint64_t delivered_ = 0;
};

}  // namespace monazite::bus
