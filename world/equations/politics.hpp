#pragma once

#include <world/equations/parameters.hpp>

namespace monazite::equations {

/// What politics remembers. Heat: how hot the matter is in India, 0 to 1. Commitment: how far India
/// is bound by what it demanded in public. Pressure: of the press on both sides. Asks: standing
/// requests of Commerce to atomic energy. The last three are >= 0 and fade.
struct PoliticalClimate {
  double heat = 0;
  double commitment = 0;
  double pressure = 0;
  double asks = 0;
};

/// Weeks that a magnet stock lasts.
[[nodiscard]] double magnet_weeks(double stock_t, double need_t_per_month);

/// A month passes: all four fade, heat to its base; missing magnets and a short cover heat it:
/// h <- g h + (1-g) h0 + w1 min(1, k shortage/need) + w2 L((weeks* - weeks)/width), within [0, 1].
[[nodiscard]] PoliticalClimate next_climate(const PoliticalClimate& now, double shortage_t,
                                            double need_t_per_month, double magnet_stock_t,
                                            const Politics& politics);

/// Commerce's request becomes public.
[[nodiscard]] PoliticalClimate after_published_request(PoliticalClimate climate,
                                                       const Politics& politics);
/// A request stays inside: one more stands at atomic energy.
[[nodiscard]] PoliticalClimate after_quiet_request(PoliticalClimate climate,
                                                   const Politics& politics);
/// Somebody at home tells the press.
[[nodiscard]] PoliticalClimate after_leak(PoliticalClimate climate, const Politics& politics);
/// The trade directorate restricts exports.
[[nodiscard]] PoliticalClimate after_notification(PoliticalClimate climate,
                                                  const Politics& politics);

}  // namespace monazite::equations
