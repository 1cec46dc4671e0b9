#pragma once

namespace monazite::economy {

/// Rare earths that are not separated yet, or are sold as they come: t REO in all, and the NdPr and
/// the La/Ce in it. The rest of the REO (Sm, Gd, Y, ...) is reo_t - ndpr_t - light_t.
struct Mass {
  double reo_t = 0;
  double ndpr_t = 0;
  double light_t = 0;

  Mass& operator+=(const Mass& other) {
    reo_t += other.reo_t;
    ndpr_t += other.ndpr_t;
    light_t += other.light_t;
    return *this;
  }
  Mass& operator-=(const Mass& other) {
    reo_t -= other.reo_t;
    ndpr_t -= other.ndpr_t;
    light_t -= other.light_t;
    return *this;
  }
  friend Mass operator+(Mass a, const Mass& b) { return a += b; }
  friend Mass operator-(Mass a, const Mass& b) { return a -= b; }
  friend Mass operator*(const Mass& a, double factor) {
    return {a.reo_t * factor, a.ndpr_t * factor, a.light_t * factor};
  }
};

/// Takes a share (0 to 1) out of `from`, in its composition. The whole leaves exactly nothing
/// behind.
[[nodiscard]] inline Mass take_share(Mass& from, double share) {
  if (share >= 1) {
    const Mass all = from;
    from = {};
    return all;
  }
  if (share <= 0) return {};
  const Mass taken = from * share;
  from -= taken;
  return taken;
}

}  // namespace monazite::economy
