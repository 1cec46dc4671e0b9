#pragma once

#include <world/economy/month.hpp>

namespace monazite::economy {

/// China's licence regimes for light (NdPr) and for magnets with heavy rare earths: imposed as far
/// as the scenario knows, afterwards two Markov chains with monthly chances. Notes changes.
void step_regimes(Month& month);

/// Share of Chinese supply to Japan that the light regime cuts off, 0 to 1.
[[nodiscard]] double cut_light(const equations::Regime& regime, int state);
/// The same of magnets and heavy rare earths.
[[nodiscard]] double cut_magnet(const equations::Regime& regime, int state);

}  // namespace monazite::economy
