#include <world/economy/regimes.hpp>

namespace monazite::economy {
namespace {

constexpr base::Purpose kLightRegime{"economy.regime.light"};
constexpr base::Purpose kMagnetRegime{"economy.regime.magnet"};

constexpr int kOpen = 0;
constexpr int kSlow = 1;
constexpr int kStopped = 2;

struct Chances {
  double p01, p12, p10, p21;
};

/// Next state of a chain 0 - 1 - 2 from one uniform number.
int next_state(int state, const Chances& chances, double uniform) {
  switch (state) {
    case kOpen:
      return uniform < chances.p01 ? kSlow : kOpen;
    case kSlow:
      if (uniform < chances.p12) return kStopped;
      return uniform < chances.p12 + chances.p10 ? kOpen : kSlow;
    default:
      return uniform < chances.p21 ? kSlow : kStopped;
  }
}

int next_regime(const std::vector<int>& imposed, const Month& m, int state, const Chances& chances,
                base::Purpose purpose) {
  const auto index = static_cast<std::size_t>(m.index);
  if (index < imposed.size()) return imposed[index];
  return next_state(state, chances, m.draws.uniform(purpose, m.day));
}

}  // namespace

void step_regimes(Month& m) {
  const equations::Regime& r = m.parameters.regime;
  State& s = m.state;
  const int light = next_regime(m.regime_path.light, m, s.regime_light,
                                {r.light_01, r.light_12, r.light_10, r.light_21}, kLightRegime);
  const int magnet =
      next_regime(m.regime_path.magnet, m, s.regime_magnet,
                  {r.magnet_01, r.magnet_12, r.magnet_10, r.magnet_21}, kMagnetRegime);
  m.account.regime_light_changed = light != s.regime_light;
  m.account.regime_magnet_changed = magnet != s.regime_magnet;
  m.light_tightened = light - s.regime_light;
  m.magnet_tightened = magnet - s.regime_magnet;
  s.regime_light = m.account.regime_light = light;
  s.regime_magnet = m.account.regime_magnet = magnet;
}

double cut_light(const equations::Regime& regime, int state) {
  if (state == kOpen) return 0;
  return state == kSlow ? regime.cut_slow : regime.cut_light_stopped;
}

double cut_magnet(const equations::Regime& regime, int state) {
  if (state == kOpen) return 0;
  return state == kSlow ? regime.cut_slow : regime.cut_magnet_tight;
}

}  // namespace monazite::economy
