#pragma once

#include <world/economy/month.hpp>

namespace monazite::economy {

/// Who pays whom for what the month moved, at the prices that formed in it (feed and allocations:
/// at the prices the contracts name). Everything the model's parties trade with others goes through
/// the registrar, so that the sum over all nodes is zero. Running costs of IREL and of the refinery
/// are booked apart.
void settle_payments(Month& month);

/// Books one transfer in the cash of its two nodes.
void book_transfer(State& state, const Transfer& transfer);

}  // namespace monazite::economy
