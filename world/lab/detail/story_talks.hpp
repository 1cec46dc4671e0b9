#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <world/lab/detail/story_pen.hpp>

namespace monazite::lab::detail {

/// Tells of the three tables: who asks for talks, how they end, what is signed.
class StoryTalks {
 public:
  explicit StoryTalks(StoryPen& pen) : pen_(&pen) {}

  void on_envelope(const v1::Envelope& e);
  void on_analysis(const v1::NegotiationAnalysis& analysis);
  /// Says who was in the way of talks that failed, before the month's lines are put in order.
  void end_month();

 private:
  struct Talks {
    v1::Table table = v1::TABLE_UNSPECIFIED;
    base::Day opened{};
    std::uint32_t offers = 0;
    base::SeatId first = 0, second = 0;
    bool closed = false;
    base::SeatId left = 0;  ///< who walked away, and why
    v1::Reason left_because;
    /// How often an office was most in the way of its side, by meetings.
    std::map<std::pair<base::SeatId, v1::Office>, int> obstacles;
  };
  /// What was signed last at a table.
  struct Signed {
    agenda::Outcome outcome = 0;
    base::Day until{};
  };
  struct Ended {
    std::size_t line;
    std::uint64_t conversation;
  };

  void request(const v1::Envelope& e);
  void clearance(const v1::Envelope& e);
  void agreement(const v1::Envelope& e);
  void closing(const v1::Envelope& e);
  [[nodiscard]] std::string in_the_way(const Talks& talks) const;
  /// The issues of a package on which it differs from another one, with its levels, in words.
  [[nodiscard]] std::string changed_terms(const agenda::Agenda& agenda, agenda::Outcome outcome,
                                          agenda::Outcome before) const;

  StoryPen* pen_;
  std::map<std::uint64_t, Talks> talks_;
  std::map<v1::Table, Signed> signed_;
  std::vector<Ended> ended_;  ///< this month; their lines do not say yet who was in the way
};

}  // namespace monazite::lab::detail
