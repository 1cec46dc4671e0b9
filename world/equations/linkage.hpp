#pragma once

#include <world/equations/parameters.hpp>

/// The linkage account: what leaders can bind to a deal that officials cannot, by head. Linkage of
/// issues makes room for agreement (Tollison and Willett 1979; Sebenius 1983). Unit: billion JPY.
namespace monazite::equations {

/// What a deal of `bn_jpy` draws from each head of the account: one after the other in the order of
/// the heads, never more than lies there. What lies there beyond `bn_jpy` stays.
[[nodiscard]] LinkageHeads drawn(const LinkageHeads& account, double bn_jpy);

/// Factor on the worth (or cost) of `bn_jpy` of money of which a part is bound under the heads:
/// 1 + sum over heads of (factor - 1) x share bound under it. What the account does not hold counts
/// as ordinary money. 1 for no money.
[[nodiscard]] double linkage_factor(const LinkageHeads& account, const LinkageHeads& factors,
                                    double bn_jpy);

}  // namespace monazite::equations
