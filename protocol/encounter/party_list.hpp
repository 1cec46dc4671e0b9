#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include <protocol/base/check.hpp>
#include <protocol/base/roster.hpp>

namespace monazite::encounter {

/// The parties of an encounter in their order, and which of them have moved in the phase that is
/// going on: for rules under which all move at once, in any order of arrival.
class PartyList {
 public:
  /// Two or more different seats.
  explicit PartyList(std::vector<base::SeatId> seats)
      : seats_(std::move(seats)), moved_(seats_.size(), 0) {
    MONAZITE_CHECK_GE(seats_.size(), 2U, "an encounter needs two parties");
    auto sorted = seats_;
    std::sort(sorted.begin(), sorted.end());
    MONAZITE_CHECK(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end(),
                   "the parties of an encounter are different seats");
  }

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(seats_.size()); }
  [[nodiscard]] const std::vector<base::SeatId>& seats() const { return seats_; }
  [[nodiscard]] std::optional<std::uint32_t> position_of(base::SeatId seat) const {
    const auto found = std::find(seats_.begin(), seats_.end(), seat);
    if (found == seats_.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - seats_.begin());
  }

  [[nodiscard]] bool has_moved(std::uint32_t position) const { return moved_[position] != 0; }
  /// Returns whether all have moved now.
  bool note_move(std::uint32_t position) {
    moved_[position] = 1;
    return std::find(moved_.begin(), moved_.end(), 0) == moved_.end();
  }
  void begin_phase() { std::fill(moved_.begin(), moved_.end(), std::uint8_t{0}); }

  friend bool operator==(const PartyList& a, const PartyList& b) {
    return a.seats_ == b.seats_ && a.moved_ == b.moved_;
  }

 private:
  std::vector<base::SeatId> seats_;
  std::vector<std::uint8_t> moved_;
};

}  // namespace monazite::encounter
