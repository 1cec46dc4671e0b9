#pragma once

#include <vector>

#include <world/mandates/office.hpp>

namespace monazite::mandates {

/// The offices of one side, in the scenario's order, with weights that sum to 1 and each column of
/// emphases scaled so that its weighted mean is 1: the state as a whole counts a dollar as a
/// dollar, offices differ in emphasis only. This takes a hidden parameter out that otherwise
/// decides the price. A column of zeros stays zero.
[[nodiscard]] std::vector<OfficeSetup> normalised(const std::vector<OfficeSetup>& offices,
                                                  Side side);

}  // namespace monazite::mandates
