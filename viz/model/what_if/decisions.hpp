#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>
#include <viz/model/recording_file.hpp>
#include <viz/model/what_if/change.hpp>

namespace monazite::viz {

/// One thing that could be done at a decision.
struct Option {
  std::string words;  ///< "directs IREL to stop the feed"
  /// What it is worth to who decides, M: an act against doing nothing, a package as such. Nothing
  /// where the brief does not say.
  std::optional<double> value_musd;
  bool recorded = false;    ///< what A did
  bool on_the_desk = true;  ///< the office has taken the matter up; others are open to a human
  Change change;            ///< what choosing it means; not to be used when it is the recorded one
};

/// A decision of a recording: one office or firm at one brief, or an event of the scenario.
struct Decision {
  enum class Kind { kAct, kInvitation, kMove, kEvent };
  Kind kind = Kind::kAct;
  base::Day day{};
  base::SeatId seat = 0;                ///< 0: an event that is nobody's
  v1::Office office = v1::OFFICE_NONE;  ///< of an act or an answer to an invitation
  std::uint64_t brief = 0;              ///< id of the message that asks; 0: an event
  std::string event;                    ///< its name in the scenario
  std::string who;                      ///< "India, Commerce"
  std::string what;                     ///< what was done, in words
  std::vector<Option> options;          ///< the recorded one among them
  // Of a move at a table:
  std::uint64_t conversation = 0;
  std::optional<agenda::Outcome> standing;  ///< the other side's offer on the table
  std::optional<agenda::Outcome> offered;   ///< the package that was offered or accepted
  double reservation_musd = 0;

  /// Position of the recorded option, or -1.
  [[nodiscard]] int recorded() const;
};

/// The decisions of a recording, in order of day. Reads bodies from the file as they are asked for.
class Decisions {
 public:
  /// `file` must outlive this. Only what has been read on to is there; see refresh().
  explicit Decisions(RecordingFile& file);

  /// Takes up what has been read on to since.
  void refresh();

  /// Moments at which somebody decided: briefs that were answered (those at which a firm did
  /// nothing are left out) and events of the scenario.
  [[nodiscard]] std::size_t size() const { return moments_.size(); }
  [[nodiscard]] base::Day day(std::size_t moment) const { return moments_[moment].day; }
  [[nodiscard]] base::SeatId seat(std::size_t moment) const { return moments_[moment].seat; }
  /// The first moment on or after a day; size() when there is none.
  [[nodiscard]] std::size_t at(base::Day day) const;
  /// The moment of a brief, or of the brief that a message answers; nothing when it is none.
  [[nodiscard]] std::optional<std::size_t> of_message(std::uint64_t message) const;

  /// What is decided at a moment: one decision for each office that had a choice.
  [[nodiscard]] std::vector<Decision> describe(std::size_t moment);
  /// The decisions of about `days` before and after a day, at most `most`, those next to the day.
  [[nodiscard]] std::vector<Decision> around(base::Day day, int days = 45, std::size_t most = 24);

  /// Another package instead of what was done at a move. `outcome` must be on the agenda.
  [[nodiscard]] Change offer_instead(const Decision& decision, agenda::Outcome outcome) const;
  /// What the package is worth to who moves, as its brief says; nothing when it does not.
  [[nodiscard]] std::optional<double> worth(const Decision& decision, agenda::Outcome outcome);

 private:
  struct Moment {
    base::Day day{};
    base::SeatId seat = 0;
    std::uint64_t brief = 0;
    std::size_t event = 0;  ///< position in the scenario's events, of a moment without a brief
  };
  void add_event_moments();

  RecordingFile& file_;
  std::size_t rows_ = 0;  ///< of the replay's messages, taken up so far
  std::vector<Moment> moments_;
};

}  // namespace monazite::viz
