#include <algorithm>

#include <protocol/base/check.hpp>
#include <world/equations/shapes.hpp>
#include <world/mandates/allocation_value.hpp>
#include <world/mandates/company_options.hpp>
#include <world/mandates/japan_coefficients.hpp>

namespace monazite::mandates {
namespace {

constexpr double kQuarterDays = 91;
constexpr double kMonthDays = 365.25 / 12;
constexpr double kKgPerT = 1e-3;

/// A shortage lasts until another supplier's material may be used.
double line_stop_usd_per_kg(const equations::Parameters& parameters, const MakerView& view,
                            double cover_days) {
  const double chance = shortage_chance(parameters, view.regime_light, cover_days + view.state_days,
                                        view.short_now ? 1 : 0);
  return parameters.expectations.loss_share * view.loss_usd_per_kg * chance *
         (1 + view.qualification_months / 12);
}

double usual_share(double ndpr_t, double usual_t) {
  return usual_t > 0 ? std::min(1.0, ndpr_t / usual_t) : 0.0;
}

}  // namespace

MakerView maker_view(const equations::Parameters& parameters, const CompanyBeliefs& beliefs,
                     base::Day today, const MakerMandateSetup& maker, double usual_t,
                     double loss_scale) {
  const auto& japan = parameters.japan;
  const equations::Allocation& habits = parameters.allocation;
  MakerView view;
  view.index_usd_per_kg =
      beliefs.reading(v1::QUANTITY_PRICE_NDPR_OUTSIDE, beliefs.six_month_price());
  view.index_log_sd = parameters.market.price_log_sd;
  const double usual_need = japan.need_t_per_year / 12 * maker.need_share;
  const double need_t_per_month =
      std::max(1e-3, beliefs.reading(v1::QUANTITY_MAKER_NEED, maker.seat, usual_need));
  view.need_t_per_quarter = 3 * need_t_per_month;
  view.target_cover_days =
      maker.target_cover_days > 0 ? maker.target_cover_days : japan.target_cover_days;
  // A car maker of Japan waits for its part of a cargo like the others.
  const double landed = beliefs.landed_ndpr_t_per_month(usual_t / 3);
  const double part = landed > 0 ? std::min(1.0, usual_t / 3 / landed) : 0;
  const double per_cargo = usual_t / 3 / std::max(1.0, parameters.refinery.cargoes_per_month);
  const double late_t =
      std::max(part * beliefs.overdue_ndpr_t(today),
               per_cargo * std::max(0.0, beliefs.reading(v1::QUANTITY_LATE_CARGO, 0.0)));
  view.cover_days = beliefs.reading(v1::QUANTITY_MAKER_COVER, maker.seat, view.target_cover_days) -
                    late_t / need_t_per_month * kMonthDays;
  view.state_days =
      (maker.car_maker ? habits.state_stock_for_car_makers : habits.state_stock_trusted) *
      japan.state_stock_days;
  view.regime_light = beliefs.regime_light();
  view.short_now = beliefs.reading(v1::QUANTITY_MAKER_UNMET, maker.seat, 0.0) > 0;
  view.security_usd_per_kg = habits.security_felt * japan.security_usd_per_kg;
  view.loss_usd_per_kg = maker.loss_usd_per_kg_ndpr * loss_scale;
  view.qualification_months = maker.qualification_months;
  view.usual_t = usual_t;
  view.material_on = parameters.switches.material;
  view.relationship_on = parameters.switches.relationship;
  return view;
}

double maker_marginal_worth(const equations::Parameters& parameters, const MakerView& view,
                            double cover_days) {
  const equations::Allocation& habits = parameters.allocation;
  const double target = std::max(1.0, view.target_cover_days);
  const double security = view.security_usd_per_kg *
                          equations::logistic((habits.security_until_cover * target - cover_days) /
                                              (habits.security_width * target));
  const double carrying =
      habits.carrying_cost_per_year * view.index_usd_per_kg * std::max(0.0, cover_days) / 365;
  return line_stop_usd_per_kg(parameters, view, cover_days) + security - carrying;
}

CompanyWorth maker_worth(const equations::Parameters& parameters, const MakerView& view,
                         const treaty::AllocationTerms& terms) {
  CompanyWorth worth = maker_no_deal(parameters, view);
  const double ndpr_t = terms.ndpr_t_per_quarter;
  if (view.material_on) {
    // The tonnes come over the quarter while need runs on: they add days to the cover one by one,
    // and the mean of their marginal worths is taken by Simpson's rule.
    const double days = kQuarterDays * ndpr_t / std::max(1e-9, view.need_t_per_quarter);
    const double first = maker_marginal_worth(parameters, view, view.cover_days);
    const double middle = maker_marginal_worth(parameters, view, view.cover_days + 0.5 * days);
    const double last = maker_marginal_worth(parameters, view, view.cover_days + days);
    const double mean = (first + 4 * middle + last) / 6;
    const double premium = 0.01 * terms.premium_percent * view.index_usd_per_kg;
    const double flexible = 0.01 * terms.flexibility_percent *
                            (flexibility_worth(view.index_usd_per_kg, view.index_log_sd) +
                             parameters.allocation.flexibility_insurance *
                                 line_stop_usd_per_kg(parameters, view, view.cover_days));
    worth.material += kKgPerT * ndpr_t * (mean - premium + flexible);
  }
  if (view.relationship_on)
    worth.relationship = parameters.allocation.partnership_musd * usual_share(ndpr_t, view.usual_t);
  return worth;
}

CompanyWorth maker_no_deal(const equations::Parameters& parameters, const MakerView& view) {
  CompanyWorth worth;
  if (view.material_on) {
    worth.material = -kKgPerT * view.need_t_per_quarter *
                     line_stop_usd_per_kg(parameters, view, view.cover_days);
  }
  return worth;
}

double maker_reservation_premium(const equations::Parameters& parameters, const MakerView& view,
                                 double ndpr_t) {
  if (ndpr_t <= 0 || view.index_usd_per_kg <= 0) return 0;
  treaty::AllocationTerms terms;
  terms.ndpr_t_per_quarter = ndpr_t;
  const double gain =
      maker_worth(parameters, view, terms).total() - maker_no_deal(parameters, view).total();
  return 100 * gain / (kKgPerT * ndpr_t * view.index_usd_per_kg);
}

bool offers_more(const Rival& a, const Rival& b) {
  return a.premium_percent > b.premium_percent;
}

double seller_elsewhere(const SellerView& view, double ndpr_t) {
  MONAZITE_DEV_CHECK(std::is_sorted(view.rivals.begin(), view.rivals.end(), offers_more),
                     "who pays most is served first");
  double left = std::max(0.0, ndpr_t);
  double percent_t = 0;
  for (const Rival& rival : view.rivals) {
    if (rival.premium_percent < -100 * view.spot_discount) break;
    const double sold = std::min(left, rival.ndpr_t);
    percent_t += sold * rival.premium_percent;
    left -= sold;
  }
  percent_t -= left * 100 * view.spot_discount;
  return kKgPerT * 0.01 * percent_t * view.index_usd_per_kg;
}

CompanyWorth seller_worth(const SellerView& view, const treaty::AllocationTerms& terms) {
  CompanyWorth worth;
  const double ndpr_t = terms.ndpr_t_per_quarter;
  if (view.material_on) {
    const double per_kg = 0.01 * terms.premium_percent * view.index_usd_per_kg -
                          0.01 * terms.flexibility_percent *
                              flexibility_worth(view.index_usd_per_kg, view.index_log_sd);
    worth.material = kKgPerT * ndpr_t * per_kg + seller_elsewhere(view, view.left_t - ndpr_t) -
                     seller_elsewhere(view, view.left_t);
  }
  if (view.relationship_on)
    worth.relationship = view.partnership_musd * usual_share(ndpr_t, view.usual_t);
  return worth;
}

AllocationTable::AllocationTable(
    const agenda::Agenda& agenda, const TermsReader& reader,
    const treaty::AllocationTerms& otherwise,
    const std::function<double(const treaty::AllocationTerms&)>& worth) {
  const auto axis = [&](TermsReader::Field field, double value) {
    const int issue = reader.issue(field);
    if (issue < 0) return Axis{-1, {value}};
    return Axis{issue, agenda.issues()[static_cast<std::size_t>(issue)].values};
  };
  tonnes_ = axis(TermsReader::kTonnes, otherwise.ndpr_t_per_quarter);
  premium_ = axis(TermsReader::kPremium, otherwise.premium_percent);
  flexibility_ = axis(TermsReader::kFlexibility, otherwise.flexibility_percent);
  for (const double tonnes : tonnes_.values) base_.push_back(worth({tonnes, 0, 0}));
  constexpr double kSome = 10;
  const double plain = worth({kSome, 0, 0});
  per_premium_ = (worth({kSome, kSome, 0}) - plain) / (kSome * kSome);
  per_flexibility_ = (worth({kSome, 0, kSome}) - plain) / (kSome * kSome);
}

double AllocationTable::value(const std::uint32_t* levels) const {
  const std::size_t tonnes = tonnes_.level(levels);
  return base_[tonnes] + tonnes_.values[tonnes] *
                             (per_premium_ * premium_.values[premium_.level(levels)] +
                              per_flexibility_ * flexibility_.values[flexibility_.level(levels)]);
}

}  // namespace monazite::mandates
