#include <algorithm>
#include <cmath>

#include <world/economy/shipping.hpp>
#include <world/equations/shapes.hpp>

namespace monazite::economy {
namespace {

constexpr base::Purpose kVoyage{"economy.sea.days"};
constexpr base::Purpose kLate{"economy.sea.late"};

/// Days between two bookings of a month.
constexpr int kDaysBetweenBookings = 3;

int whole_days(double days) {
  return static_cast<int>(std::lround(days));
}

Cargo make_cargo(const equations::Parameters& p, const Mass& mass, base::Day month_end, int booking,
                 const base::Draws& draws) {
  const equations::Refinery& r = p.refinery;
  const auto ordinal = static_cast<std::uint32_t>(booking);
  const int fastest = whole_days(r.sea_days_min);
  const int slowest = std::max(fastest, whole_days(r.sea_days_max));
  Cargo cargo;
  cargo.reo_t = mass.reo_t;
  cargo.ndpr_t = mass.ndpr_t;
  cargo.light_t = mass.light_t;
  cargo.left = month_end + whole_days(r.road_days) + booking * kDaysBetweenBookings;
  int days = (fastest + slowest) / 2;
  if (p.switches.noise) {
    const int days_apart = slowest - fastest + 1;
    const auto range = static_cast<std::uint64_t>(days_apart);
    days = fastest + static_cast<int>(draws.below(range, kVoyage, month_end, 0, ordinal));
    if (draws.uniform(kLate, month_end, 0, ordinal) < r.late_probability) {
      cargo.days_late = whole_days(r.late_days);
      days += cargo.days_late;
    }
  }
  cargo.due = cargo.left + days;
  return cargo;
}

int bookings(const equations::Parameters& p) {
  return std::max(1, whole_days(p.refinery.cargoes_per_month));
}

}  // namespace

void unload(Month& m) {
  std::vector<Cargo>& at_sea = m.state.at_sea;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < at_sea.size(); ++i) {
    const Cargo cargo = at_sea[i];
    if (cargo.due > m.day) {
      at_sea[kept++] = cargo;
      const int slowest = whole_days(m.parameters.refinery.sea_days_max);
      const int late = m.day - (cargo.left + slowest);
      if (late > 0) m.account.late_cargoes += 1;
      if (late > m.parameters.trust.lateness_counts_after_days) {
        m.account.overdue_ndpr_t += cargo.ndpr_t;
      }
      continue;
    }
    m.landed += cargo.mass();
    m.account.landings.push_back(cargo);
  }
  at_sea.resize(kept);
  m.account.landed_reo_t = m.landed.reo_t;
  m.account.landed_ndpr_t = m.landed.ndpr_t;
  m.ledger.move(Material::kReo, Node::kAtSea, Node::kElsewhere, m.landed.reo_t);
  m.ledger.move(Material::kLight, Node::kAtSea, Node::kElsewhere, m.landed.light_t);
  m.account.trust_fulfilment = m.account.fulfilment_ndpr;
  if (m.controls.committed_ndpr_t > 0) {
    const double kept_ndpr = m.account.shipped_ndpr_t - m.account.overdue_ndpr_t;
    m.account.trust_fulfilment = equations::clip(kept_ndpr / m.controls.committed_ndpr_t, 0, 1);
  }
}

void load_ships(Month& m, const Mass& product) {
  if (product.reo_t <= 0) return;
  const int count = bookings(m.parameters);
  Mass rest = product;
  for (int i = 0; i < count; ++i) {
    const Mass part = take_share(rest, 1.0 / (count - i));
    const Cargo cargo = make_cargo(m.parameters, part, m.day, i, m.draws);
    m.state.at_sea.push_back(cargo);
    m.account.departures.push_back(cargo);
  }
}

std::vector<Cargo> cargoes_at_start(const equations::Parameters& parameters, const Mass& monthly,
                                    base::Day first_day, const base::Draws& draws) {
  std::vector<Cargo> cargoes;
  // No voyage takes half a year.
  for (int back = 6; back >= 0; --back) {
    const base::Day month_end = base::add_months(first_day, -back) - 1;
    const int count = bookings(parameters);
    for (int i = 0; i < count; ++i) {
      const Cargo cargo = make_cargo(parameters, monthly * (1.0 / count), month_end, i, draws);
      if (cargo.due >= first_day) cargoes.push_back(cargo);
    }
  }
  return cargoes;
}

}  // namespace monazite::economy
