#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>
#include <protocol/messages/record.pb.h>
#include <protocol/messages/seat_event.pb.h>
#include <world/lab/chronicle.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::lab {

/// What sort of news a line is.
enum class StoryKind : std::uint8_t {
  kPolicy,     ///< a government measures, asks or directs
  kCrisis,     ///< somebody runs out of something
  kTalks,      ///< talks begin, meet, fail; a player is late or away
  kAgreement,  ///< something is signed, or kept again
  kBreach,     ///< a clause is no longer kept
  kMarket,     ///< the trade, its plants and the weather
  kPress
};

/// One dated line of a story: what happened, who did it, why.
struct StoryLine {
  base::Day day{};
  std::string text;    ///< "Commerce (India) asks atomic energy and IREL to hold neodymium back"
  std::string why;     ///< "it expects 2.3 M from it"; may be empty
  std::string source;  ///< key of the source where the line is a reported fact; else empty
  StoryKind kind = StoryKind::kPolicy;
  base::SeatId who = base::kRegistrar;  ///< the seat it is about; the registrar: none of ours
  std::uint64_t message = 0;            ///< its id; 0: the month's account
  std::string label;                    ///< a few words for a timeline: "Request to IREL"
};

/// Tells a history while it unfolds, or is read. What repeats is told once and counted (requests
/// that are renewed, quarters that are allocated), so that eight years read in a minute or two;
/// everything stays in the recording. Says what happened and never whose fault it was.
///
/// To be told all messages, analyses, seat events and months in the order of the history;
/// observations, briefs and appraisals may be left out. Lines of a month are final once that month
/// has been told.
class Storyteller {
 public:
  /// Keeps what it needs of the header; the scenario must outlive it.
  Storyteller(const scenarios::Scenario& scenario, const v1::RunHeader& header);
  ~Storyteller();
  Storyteller(Storyteller&&) noexcept;
  Storyteller& operator=(Storyteller&&) noexcept;

  void on_envelope(const v1::Envelope& envelope);
  void on_analysis(const v1::NegotiationAnalysis& analysis);
  void on_seat_event(const v1::SeatEvent& event);
  void on_month(base::Day day, const v1::WorldSnapshot& snapshot);
  /// When no month follows: a history that breaks off.
  void finish();

  /// All so far, in order of day.
  [[nodiscard]] const std::vector<StoryLine>& lines() const;

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

/// Tells what a chronicle holds, in order of day.
[[nodiscard]] std::vector<StoryLine> tell(const Chronicle& chronicle,
                                          const scenarios::Scenario& scenario);

}  // namespace monazite::lab
