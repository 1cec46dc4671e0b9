#pragma once

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <agents/preferences/discount.hpp>
#include <agents/preferences/utility.hpp>
#include <protocol/agenda/agenda.hpp>

namespace monazite::preferences {

/// One party's side of a domain: what it wants, and what it has without a deal.
struct Profile {
  std::string name;
  std::shared_ptr<const Utility> utility;
  /// Value of no deal, same unit as the utility; minus infinity: any deal is better than none.
  double reservation = 0;
  /// The outcome that stands for no deal, in formats that name one.
  std::optional<Outcome> reserved_outcome;
  Discount discount;
};

/// A negotiation to be held: an agenda and a profile for each party, in the order of the parties.
struct Domain {
  std::string name;
  agenda::Agenda agenda;
  std::vector<Profile> profiles;
};

}  // namespace monazite::preferences
