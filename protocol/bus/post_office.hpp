#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>

namespace google::protobuf {
class MessageLite;
}  // namespace google::protobuf

namespace monazite::bus {

/// Which of the messages due on the same day go first.
enum class Priority : std::uint8_t {
  kWorld = 0,  ///< what happened: events, cargoes, announcements
  kAct = 1,    ///< what parties decided earlier and is due today
  kTable = 2,  ///< offers and answers
  kMonth = 3   ///< the month's account: observations and briefs
};

/// The in-process post office: one clock, one deterministic order (day, priority, order of
/// posting). The very object that the sender filled is handed to the receiver and taken back into a
/// pool afterwards; nothing is serialised. Ids are given at delivery: 1, 2, 3, ... Not thread-safe;
/// one per history.
///
/// A message goes through three hands: the listeners see it as it was written; the hook
/// before_receipt may edit it (to take out what its receiver must not read); then it is received.
/// Receiving may post more, also for the same day and with a more urgent priority: it is then next.
/// It must not deliver: the clock has one hand.
class PostOffice {
 public:
  /// Called with every message delivered, before its receiver gets it (recorders, statistics).
  using Listener = std::function<void(const v1::Envelope&)>;
  /// Called after the listeners and before the receiver.
  using Hook = std::function<void(v1::Envelope&)>;

  PostOffice();
  ~PostOffice();
  PostOffice(const PostOffice&) = delete;
  PostOffice& operator=(const PostOffice&) = delete;

  /// Listeners are called in the order they were added; add them before the first delivery.
  void add_listener(Listener listener);
  void set_before_receipt(Hook hook);

  /// An empty envelope from the pool, to be filled and then posted or dropped exactly once. It
  /// stays the post office's. A reference to it is good until it is dropped or delivered.
  [[nodiscard]] v1::Envelope& draft();
  /// The same with an empty body of that kind in it. Protobuf frees the body when an envelope gets
  /// another kind of body; one that is asked for by kind is used again with the memory of its
  /// arrays and texts, which tells with large messages (briefs, observations, openings).
  [[nodiscard]] v1::Envelope& draft(v1::Envelope::BodyCase kind);
  /// `draft` must come from draft(); `day` must not lie before the day now being delivered.
  void post(v1::Envelope& draft, base::Day day, Priority priority);
  /// Gives a draft back unsent.
  void drop(v1::Envelope& draft);

  /// Delivers the next message due on or before `today`: numbers it, dates it `today`, tells the
  /// listeners, calls the hook, then `receive`, which may post more. `today` must not go back.
  /// False when nothing is due.
  bool deliver_next(base::Day today, const std::function<void(const v1::Envelope&)>& receive);

  [[nodiscard]] std::uint64_t delivered() const { return delivered_; }
  /// Messages posted and not yet delivered.
  [[nodiscard]] std::size_t waiting() const { return queue_.size(); }
  /// Envelopes ever made: in drafts, waiting, in delivery and free.
  [[nodiscard]] std::size_t pool_size() const { return owned_.size(); }
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

  using Body = google::protobuf::MessageLite;
  /// What is known of one kind of body.
  struct Kind {
    Body* (*mutable_body)(v1::Envelope&) = nullptr;  ///< makes it if need be; null: no such kind
    std::vector<v1::Envelope*> free;  ///< with a body of this kind; all else in them is empty
  };

  [[nodiscard]] v1::Envelope* take_free(std::size_t kind);
  [[nodiscard]] bool is_drafted(const v1::Envelope& envelope) const;

  std::vector<std::unique_ptr<v1::Envelope>> owned_;
  std::vector<Kind> kinds_;   ///< by body case; 0 is an envelope without a body
  std::size_t free_ = 0;      ///< envelopes in all lists of `kinds_`
  std::vector<Entry> queue_;  ///< a heap, earliest on top
  std::vector<Listener> listeners_;
  Hook before_receipt_;
  std::uint64_t sequence_ = 0;
  std::uint64_t delivered_ = 0;
  base::Day today_;
  bool delivering_ = false;
};

}  // namespace monazite::bus
