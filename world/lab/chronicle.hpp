#pragma once

#include <cstdint>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>
#include <protocol/messages/record.pb.h>
#include <protocol/messages/seat_event.pb.h>
#include <protocol/recording/reading.hpp>
#include <world/engine/witness.hpp>

namespace monazite::lab {

/// One history in memory, as measures, stories and tables read it: the same whether it was just
/// played or comes from a recording. Observations, briefs and appraisals are left out (they are
/// most of the bytes and nobody here asks for them).
struct Chronicle {
  struct Analysis {
    base::Day day{};
    v1::NegotiationAnalysis analysis;
  };
  struct Month {
    base::Day day{};
    v1::WorldSnapshot snapshot;
    std::uint64_t hash = 0;
  };

  v1::RunHeader header;
  std::vector<v1::Envelope> envelopes;  ///< without those that were refused
  std::vector<Analysis> analyses;
  std::vector<v1::SeatEvent> seat_events;  ///< players who were late or away
  std::vector<Month> months;
  std::uint64_t messages = 0;  ///< delivered in all, with those left out
  std::uint64_t offers = 0;

  /// Position of a snapshot's value by name, or -1.
  [[nodiscard]] int column(const char* name) const;
  /// The values of one name over the months; empty when there is no such name.
  [[nodiscard]] std::vector<double> series(const char* name) const;
  [[nodiscard]] const std::string& name(base::SeatId seat) const;
};

/// A meeting of a consultation as somebody sees it who knows both mandates, with its parties in the
/// order of its opening.
struct Meeting {
  base::Day day{};
  base::SeatId first = 0, second = 0;
  const v1::NegotiationAnalysis* analysis = nullptr;  ///< in the chronicle
};
/// All of them in order of day, on the beliefs of that day.
[[nodiscard]] std::vector<Meeting> meetings_of(const Chronicle& chronicle);

/// Fills a chronicle while a history is played.
class ChronicleWitness final : public engine::Witness {
 public:
  explicit ChronicleWitness(Chronicle& chronicle) : chronicle_(chronicle) {}
  void on_header(const v1::RunHeader& header) override;
  void on_envelope(const v1::Envelope& envelope) override;
  void on_seat_event(const v1::SeatEvent& event) override;
  void on_analysis(base::Day day, const v1::NegotiationAnalysis& analysis) override;
  void on_month(base::Day day, const v1::WorldSnapshot& snapshot,
                const v1::StateHash& hash) override;

 private:
  void forget(std::uint64_t id);

  Chronicle& chronicle_;
};

/// Reads what a recording holds; what is damaged is left out (see Recording::damage).
[[nodiscard]] Chronicle read_chronicle(recording::Recording& recording);

}  // namespace monazite::lab
