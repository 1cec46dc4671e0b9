#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>

namespace monazite::viz {

/// One thing that can be pointed at, in any panel.
struct Entity {
  enum class Kind : std::uint8_t {
    kNone,
    kSeat,         ///< number: seat
    kNegotiation,  ///< number: conversation
    kMessage,      ///< number: id (an offer is a message)
    kClause,       ///< number: v1::ClauseStatus::Clause
    kEvent,        ///< number: position in Replay::events()
    kFlow,         ///< number: position in the list of trade flows
    kSeries        ///< number: position in Replay::series_names()
  };
  Kind kind = Kind::kNone;
  std::uint64_t number = 0;

  friend bool operator==(const Entity& a, const Entity& b) {
    return a.kind == b.kind && a.number == b.number;
  }
  friend bool operator!=(const Entity& a, const Entity& b) { return !(a == b); }
  explicit operator bool() const { return kind != Kind::kNone; }
};

/// What is selected and what the mouse is over, the same for all panels; with a history of
/// selections to go back and forth in.
class Selection {
 public:
  static constexpr std::size_t kRemembered = 100;

  [[nodiscard]] const Entity& selected() const { return selected_; }
  [[nodiscard]] bool is(Entity::Kind kind, std::uint64_t number) const {
    return selected_ == Entity{kind, number};
  }
  /// Whether it is to be marked: selected, or pointed at in any panel.
  [[nodiscard]] bool marks(Entity::Kind kind, std::uint64_t number) const {
    return is(kind, number) || hovered == Entity{kind, number};
  }
  void select(const Entity& entity);
  void clear() { select({}); }
  void back();
  void forward();
  [[nodiscard]] bool can_go_back() const { return at_ > 0; }
  [[nodiscard]] bool can_go_forward() const { return at_ + 1 < past_.size(); }

  Entity hovered;                        ///< what the mouse points at; set anew in every frame
  std::optional<base::Day> hovered_day;  ///< a day that the mouse points at in any panel

 private:
  Entity selected_;
  std::vector<Entity> past_{Entity{}};
  std::size_t at_ = 0;
};

}  // namespace monazite::viz
