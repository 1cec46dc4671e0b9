#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace monazite::base {

/// Who a message is from or to: a small number, named once by the Roster. Numbers are the order of
/// the scenario's list of seats, starting at kFirstSeat.
using SeatId = std::uint32_t;

/// The registrar: opens encounters, delivers observations, refuses illegal moves. Also "nature"
/// when random numbers are drawn.
inline constexpr SeatId kRegistrar = 0;
/// Everybody who reads the papers: the address of public messages.
inline constexpr SeatId kPublic = 1;
/// Whoever keeps the record. Private reasons are addressed here.
inline constexpr SeatId kRecorder = 2;
inline constexpr SeatId kFirstSeat = 3;

/// The names of all who can be addressed. `registrar`, `public` and `recorder` are always there.
class Roster {
 public:
  Roster();
  /// Adds a seat and gives its number; the name must be new (snake_case, as in files and on
  /// screen).
  SeatId add(std::string name);
  [[nodiscard]] const std::string& name(SeatId seat) const;
  [[nodiscard]] std::optional<SeatId> find(std::string_view name) const;
  /// One more than the largest number in use.
  [[nodiscard]] SeatId size() const { return static_cast<SeatId>(names_.size()); }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
};

}  // namespace monazite::base
