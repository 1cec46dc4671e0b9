#include <algorithm>

#include <world/equations/shapes.hpp>
#include <world/mandates/act_list.hpp>
#include <world/mandates/japan_coefficients.hpp>

namespace monazite::mandates {
namespace {

/// Least that is worth a sale, t NdPr.
constexpr double kLeastRelease = 1;

void list_talks(const ActView& view, v1::Office office, v1::Brief& brief) {
  if (!could_ask_for_talks(view.outlook)) return;
  const Beliefs& b = view.outlook.beliefs;
  const equations::Acts& costs = view.outlook.parameters.acts;
  const double pressure = view.outlook.parameters.switches.audience ? b.pressure : 0;
  const double value = worth_of_talks(view) - costs.talks_hesitation_musd +
                       costs.talks_per_flow_held_musd * (1 - b.through()) +
                       costs.talks_per_pressure_musd * pressure;
  add_option(brief, office, v1::ACT_ASK_CONSULTATION, value,
             drawn(view, kTalksAttention, office,
                   costs.attention_to_talks * view.outlook.parameters.appraisal.attention));
}

void list_release(const ActView& view, bool desk, v1::Brief& brief) {
  const equations::Parameters& p = view.outlook.parameters;
  const equations::Acts& costs = p.acts;
  const Beliefs& b = view.outlook.beliefs;
  const double held_t = b.state_cover_days * b.maker_need_t_per_month / kDaysPerMonth;
  const double amount_t = std::min(held_t, costs.release_months * b.maker_need_t_per_month);
  if (amount_t < kLeastRelease) return;
  const double missing = equations::logistic((costs.release_cover_days - b.maker_cover_days) /
                                             costs.release_width_days);
  const double saved = missing * p.japan.loss_usd_per_kg_ndpr * view.outlook.type.shortfall;
  const double cost =
      costs.release_premium * b.outside_price_mean() + costs.release_handling_usd_per_kg;
  add_option(brief, v1::OFFICE_JOGMEC, v1::ACT_RELEASE_STOCK, 1e-3 * (saved - cost) * amount_t,
             desk)
      .set_amount(amount_t);
}

/// A leak heats India's press; Japan then trusts an unsigned flow less.
double worth_of_leak(const ActView& view, std::size_t office) {
  Beliefs hotter = view.outlook.beliefs;
  hotter.heat += view.outlook.parameters.politics.leak_heat;
  const Outlook after{view.outlook.parameters, hotter, view.outlook.type, view.outlook.today,
                      view.outlook.hindsight};
  const double before = doubt_without_deal(supply_outlook(view.outlook));
  const double change = doubt_without_deal(supply_outlook(after)) / before - 1;
  const double q0 = baseline_ndpr_t(view.outlook.parameters);
  const double year = value_of_flow(view.models.own.appraisers[office],
                                    flow_in_force(view.outlook, view.models.surviving), 1, q0)
                          .total();
  return before * change * year -
         view.outlook.parameters.acts.leak_friendship * friendship_scale(view, office);
}

}  // namespace

void list_japan_acts(const ActView& view, v1::Brief& brief) {
  const equations::Parameters& p = view.outlook.parameters;
  const SideModel& own = view.models.own;
  for (std::size_t i = 0; i < own.offices.size(); ++i) {
    const v1::Office office = own.offices[i].office;
    const bool desk = drawn(view, kAttention, office, p.appraisal.attention);
    add_option(brief, office, v1::ACT_NONE, 0, desk);
    if (p.switches.acts) {
      if (office == v1::OFFICE_JOGMEC) list_release(view, desk, brief);
      add_option(
          brief, office, v1::ACT_LEAK, worth_of_leak(view, i),
          drawn(view, kLeakAttention, office, p.acts.attention_to_leaks * p.appraisal.attention));
    }
    if (office == v1::OFFICE_METI_SUPPLY || office == v1::OFFICE_FOREIGN_MINISTRY) {
      list_talks(view, office, brief);
    }
  }
}

}  // namespace monazite::mandates
