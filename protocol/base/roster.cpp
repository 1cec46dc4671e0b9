#include <algorithm>
#include <utility>

#include <protocol/base/check.hpp>
#include <protocol/base/roster.hpp>

namespace monazite::base {

Roster::Roster() : names_{"registrar", "public", "recorder"} {}

SeatId Roster::add(std::string name) {
  MONAZITE_CHECK(!find(name), "a seat's name must be new");
  names_.push_back(std::move(name));
  return size() - 1;
}

const std::string& Roster::name(SeatId seat) const {
  MONAZITE_CHECK(seat < size(), "a seat's number must be in the roster");
  return names_[seat];
}

std::optional<SeatId> Roster::find(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) return std::nullopt;
  return static_cast<SeatId>(found - names_.begin());
}

}  // namespace monazite::base
