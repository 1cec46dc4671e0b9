#pragma once

#include <vector>

#include <protocol/base/draws.hpp>
#include <protocol/base/roster.hpp>
#include <world/mandates/consultation.hpp>

namespace monazite::mandates {

/// What talks might bring before there are any: a fixed set of packages of the scenario's agenda,
/// drawn once, half of them near the present state of things.
class Prospect {
 public:
  Prospect(const agenda::Agenda& agenda, const treaty::MouTerms& status_quo,
           const equations::Parameters& parameters, const base::Draws& draws, base::SeatId seat,
           base::Day first_day);

  /// The best package's smaller gain of the two sides, as believed; may be negative. M.
  [[nodiscard]] double best_smaller_gain(const Models& models, double q0) const;

 private:
  PackageReader reader_;
  std::vector<Package> packages_;
};

}  // namespace monazite::mandates
