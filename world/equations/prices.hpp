#pragma once

/// How prices form. Prices in USD per kg of oxide, stocks as months of use ("cover"), rates a
/// month. Keys E1 to E8 are those of docs/model.md, "Equations".
namespace monazite::equations {

/// E2: price from inventory cover, P = Pe (C*/C)^s. Sterman 2000, used for Nd oxide by Jeffers et
/// al. 2015; the price rule of WORLD6 (Sverdrup and Olafsdottir 2020) is the same with another
/// sign. `cover` below a tenth of the normal one counts as a tenth: an empty pool has a price.
[[nodiscard]] double cover_price(double expected_price, double cover_months, double normal_months,
                                 double exponent);

/// E8 by cover: the price outside China over the Chinese one and an ordinary premium, a factor of
/// at least 1: max(1, (b C*/C)^s). It is the rent of a licence: none while buyers outside hold at
/// least the share `begins_below` (b) of their normal stock. `cover` below a twentieth of the
/// normal one counts as a twentieth.
[[nodiscard]] double licence_rent_factor(double cover_months, double normal_months, double exponent,
                                         double begins_below);

/// E3: adaptive expectation (Sterman 2000) that also returns to the anchor, the full cost of the
/// marginal producer: Pe + (P - Pe)/lag + (c - Pe)/reversion. Without the second part a random
/// price drifts for ever; that is our addition.
[[nodiscard]] double next_expected_price(double expected_price, double price, double anchor,
                                         double lag_months, double reversion_months);

/// E1: P (D/S)^e, the elasticity form of GLOMBO (Ryter et al. 2024), month by month. The
/// alternative to E2. The ratio counts within [0.5, 2].
[[nodiscard]] double next_spot_price(double price, double demand_t, double supply_t,
                                     double elasticity);

/// E8 by quantity: factor of at least 1 at which demand outside, falling with `demand_elasticity`,
/// is no more than supply outside, rising with `supply_elasticity`, and the export quota (a
/// complementarity condition: no rent where the quota does not bind). At most 20.
[[nodiscard]] double quota_rent_factor(double demand_t, double supply_t, double quota_t,
                                       double demand_elasticity, double supply_elasticity);

}  // namespace monazite::equations
