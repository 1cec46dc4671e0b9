#pragma once

#include <protocol/base/calendar.hpp>
#include <protocol/messages/envelope.pb.h>
#include <protocol/messages/record.pb.h>
#include <protocol/messages/seat_event.pb.h>

namespace monazite::engine {

/// Somebody who sees a whole history as it unfolds: recorders, statistics, the live viewer. Called
/// in the order of events, on the thread of the history; references are valid during the call only.
class Witness {
 public:
  virtual ~Witness() = default;
  virtual void on_header(const v1::RunHeader&) {}
  /// Every message delivered, with private reasons, before its receiver gets it.
  virtual void on_envelope(const v1::Envelope&) {}
  /// The same message again, once the registrar has found nothing against it; one that is refused
  /// stays between the registrar, its sender and the record.
  virtual void on_admitted(const v1::Envelope&) {}
  /// A question to a seat in another process was not decided by its player.
  virtual void on_seat_event(const v1::SeatEvent&) {}
  virtual void on_analysis(base::Day, const v1::NegotiationAnalysis&) {}
  /// The world at the end of a month, then its hash: nothing more happens on that day.
  virtual void on_month(base::Day, const v1::WorldSnapshot&, const v1::StateHash&) {}
};

}  // namespace monazite::engine
