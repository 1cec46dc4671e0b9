#pragma once

#include <world/economy/month.hpp>

namespace monazite::economy {

/// Japan's makers, each with its own stock, orders and lines. Two kinds. Magnet makers use NdPr.
/// Car makers fit magnets; they own NdPr at the magnet makers, who work it into magnets for a fee,
/// and keep a stock of finished magnets. In a month each maker
///  1. gets Indian product: what its allocation says (all of them cut alike if less has landed),
///  then
///     the rest in proportion to the gaps to target stocks;
///  2. gets what JOGMEC releases, in the same proportion;
///  3. orders elsewhere (E9) and buys as much as China's regime and the other suppliers let it
///  have;
///  4. uses; what is missing stops lines.
void settle_makers(Month& month);

/// t NdPr that maker `i` needs in month `index`.
[[nodiscard]] double need_ndpr_t(const equations::Parameters& parameters,
                                 const std::vector<MakerSetup>& makers, const State& state,
                                 std::size_t i, int index);

/// Days of `need_t` a month that NdPr and magnets of a maker last.
[[nodiscard]] double cover_days(const equations::Parameters& parameters, const MakerState& maker,
                                double need_t);

}  // namespace monazite::economy
