#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>
#include <world/lab/story.hpp>
#include <world/lab/wording.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::lab::detail {

/// Writes the lines of a story: what all who tell parts of it share.
class StoryPen {
 public:
  StoryPen(const scenarios::Scenario& scenario, std::vector<std::string> names)
      : scenario_(&scenario), names_(std::move(names)) {}

  [[nodiscard]] const scenarios::Scenario& scenario() const { return *scenario_; }
  [[nodiscard]] std::vector<StoryLine>& lines() { return lines_; }
  [[nodiscard]] const std::vector<StoryLine>& lines() const { return lines_; }

  /// What a line is filed under.
  struct Head {
    StoryKind kind;
    base::SeatId who;
    std::string label;
  };
  StoryLine& add(const v1::Envelope& e, Head head, std::string text,
                 const v1::Reason& reason = {}) {
    lines_.push_back({base::Day{e.day()},
                      std::move(text),
                      reason_words(reason),
                      {},
                      head.kind,
                      head.who,
                      e.id(),
                      std::move(head.label)});
    return lines_.back();
  }

  [[nodiscard]] std::string name(base::SeatId seat) const {
    return seat < names_.size() ? names_[seat] : "nobody";
  }
  [[nodiscard]] std::string title(base::SeatId seat) const {
    const std::size_t at = seat - base::kFirstSeat;
    return seat >= base::kFirstSeat && at < scenario_->seats.size() ? scenario_->seats[at].title
                                                                    : name(seat);
  }
  /// By name, or the registrar.
  [[nodiscard]] base::SeatId seat(const std::string& wanted) const {
    for (std::size_t i = base::kFirstSeat; i < names_.size(); ++i) {
      if (names_[i] == wanted) return static_cast<base::SeatId>(i);
    }
    return base::kRegistrar;
  }

  /// True when the same kind of news was told not long ago.
  bool often(const std::string& kind, const v1::Envelope& e, int months = 12) {
    return often(kind, base::Day{e.day()}, months);
  }
  bool often(const std::string& kind, base::Day day, int months = 12) {
    const auto found = told_.find(kind);
    if (found != told_.end() && base::months_between(found->second, day) < months) return true;
    told_[kind] = day;
    return false;
  }

 private:
  const scenarios::Scenario* scenario_;
  std::vector<std::string> names_;
  std::vector<StoryLine> lines_;
  std::map<std::string, base::Day> told_;
};

}  // namespace monazite::lab::detail
