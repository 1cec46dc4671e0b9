#include <protocol/messages/trade.pb.h>
#include <world/economy/payments.hpp>

namespace monazite::economy {
namespace {

constexpr double kMusdPerTonneAtOneUsdPerKg = 1e-3;

/// Enters `tonnes` at `price` as a payment, if there is anything to pay.
void pay(Month& m, base::SeatId payer, base::SeatId payee, double tonnes, double price,
         v1::Payment::For purpose) {
  const double amount = tonnes * price * kMusdPerTonneAtOneUsdPerKg;
  if (!(amount > 0) || payer == payee) return;
  const Transfer transfer{payer, payee, amount, purpose};
  book_transfer(m.state, transfer);
  m.ledger.pay(transfer);
  m.account.payments.push_back(transfer);
}

void bear_cost(Month& m, base::SeatId payer, double tonnes, double cost) {
  const double amount = tonnes * cost * kMusdPerTonneAtOneUsdPerKg;
  if (!(amount > 0)) return;
  const Transfer transfer{payer, base::kRegistrar, amount, v1::Payment::FOR_UNSPECIFIED};
  book_transfer(m.state, transfer);
  m.ledger.pay(transfer);
  m.account.running_costs.push_back(transfer);
}

void pay_for_feed_and_product(Month& m) {
  const equations::Parameters& p = m.parameters;
  const MonthAccount& a = m.account;
  const State& s = m.state;
  const double feed = a.feed_ndpr_t * m.controls.feed_price_usd_per_kg_ndpr +
                      m.feed_light_t * s.price_light * p.refinery.light_price_share;
  pay(m, m.seats.toyotsu, m.seats.irel, feed, 1, v1::Payment::FOR_FEED);
  const std::vector<double>& agreed = m.controls.allocation_price_usd_per_kg;
  for (std::size_t i = 0; i < m.makers.size(); ++i) {
    const double price = i < agreed.size() ? agreed[i] : s.price_outside;
    const double product = a.maker_allocated_t[i] * price + a.maker_spot_t[i] * s.price_outside;
    pay(m, m.makers[i].seat, m.seats.toyotsu, product, 1, v1::Payment::FOR_PRODUCT);
  }
  const double others = (m.landed.light_t + m.sold_elsewhere.light_t) * s.price_light +
                        m.sold_elsewhere.ndpr_t * s.price_outside;
  pay(m, base::kRegistrar, m.seats.toyotsu, others, 1, v1::Payment::FOR_PRODUCT);
  pay(m, base::kRegistrar, m.seats.irel, m.separated_light_t, s.price_light,
      v1::Payment::FOR_PRODUCT);
  pay(m, m.seats.india, m.seats.irel, a.plant_ndpr_used_t + m.other_use_t, s.price_china,
      v1::Payment::FOR_PRODUCT);
}

void pay_for_japan(Month& m) {
  const MonthAccount& a = m.account;
  const State& s = m.state;
  // Magnets are worked for car makers in proportion to the magnet makers' own needs.
  double magnet_makers = 0;
  for (const MakerSetup& maker : m.makers) {
    if (!maker.car_maker) magnet_makers += maker.need_share;
  }
  for (std::size_t i = 0; i < m.makers.size(); ++i) {
    pay(m, m.makers[i].seat, base::kRegistrar, a.maker_purchase_t[i], s.price_outside,
        v1::Payment::FOR_MATERIAL_ELSEWHERE);
    pay(m, m.makers[i].seat, m.seats.japan, a.maker_released_t[i], s.price_outside,
        v1::Payment::FOR_STATE_STOCK);
    if (!m.makers[i].car_maker || magnet_makers <= 0) continue;
    for (std::size_t j = 0; j < m.makers.size(); ++j) {
      if (m.makers[j].car_maker) continue;
      const double part = m.makers[j].need_share / magnet_makers;
      pay(m, m.makers[i].seat, m.makers[j].seat, part * a.maker_magnets_made_t[i],
          m.parameters.japan.conversion_fee_usd_per_kg_magnet, v1::Payment::FOR_MAGNETS);
    }
  }
  pay(m, m.seats.japan, base::kRegistrar, a.state_bought_t, s.price_outside,
      v1::Payment::FOR_STATE_STOCK);
}

/// A magnet is paid as the NdPr in it and the fee for making it.
double magnet_price(const Month& m) {
  return m.state.price_outside / m.parameters.plants.magnet_per_oxide +
         m.parameters.japan.conversion_fee_usd_per_kg_magnet;
}

void pay_for_magnets(Month& m) {
  const double price = magnet_price(m);
  pay(m, m.seats.india, base::kRegistrar, m.account.magnets_imported_t, price,
      v1::Payment::FOR_MAGNETS);
  pay(m, base::kRegistrar, m.seats.india, m.magnets_sold_abroad_t, price, v1::Payment::FOR_MAGNETS);
  // Returned magnets are paid like others; those made in Japan go to the makers that gave the NdPr.
  double magnet_makers = 0;
  for (const MakerSetup& maker : m.makers) {
    if (!maker.car_maker) magnet_makers += maker.need_share;
  }
  for (const MakerSetup& maker : m.makers) {
    if (maker.car_maker || magnet_makers <= 0) continue;
    pay(m, m.seats.india, maker.seat,
        maker.need_share / magnet_makers * m.account.magnets_delivered_t, price,
        v1::Payment::FOR_MAGNETS);
  }
  pay(m, m.seats.india, m.seats.japan, m.account.heavy_swapped_t, m.state.price_heavy,
      v1::Payment::FOR_MATERIAL_ELSEWHERE);
}

}  // namespace

void book_transfer(State& state, const Transfer& transfer) {
  state.cash_musd[transfer.payer] -= transfer.amount_musd;
  state.cash_musd[transfer.payee] += transfer.amount_musd;
}

void settle_payments(Month& m) {
  pay_for_feed_and_product(m);
  pay_for_japan(m);
  pay_for_magnets(m);
  bear_cost(m, m.seats.irel, m.account.finished_ndpr_t, m.parameters.appraisal.separation_cost);
  bear_cost(m, m.seats.toyotsu, m.refined_ndpr_t, m.parameters.refinery.cost_usd_per_kg_ndpr);
  const double idle = m.parameters.refinery.idle_cost_musd_per_year / 12 *
                      (1 - m.account.refinery_load) / kMusdPerTonneAtOneUsdPerKg;
  bear_cost(m, m.seats.toyotsu, idle, 1);
}

}  // namespace monazite::economy
