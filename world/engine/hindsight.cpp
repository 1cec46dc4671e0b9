#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include <world/engine/analysis.hpp>
#include <world/engine/hindsight.hpp>
#include <world/engine/seating.hpp>

namespace monazite::engine {
namespace {

/// Quantities that are steps, not amounts: their average is rounded.
bool is_step(v1::Quantity quantity) {
  return quantity == v1::QUANTITY_REGIME_LIGHT || quantity == v1::QUANTITY_REGIME_MAGNET;
}

v1::Envelope averages(const std::vector<FactsOfMonth>& months, const SignedSession& deal,
                      base::SeatId reader) {
  v1::Envelope envelope;
  envelope.set_to(reader);
  envelope.set_day(deal.signed_on.number);
  v1::Observation& observation = *envelope.mutable_observation();
  const auto first = std::find_if(months.begin(), months.end(), [&](const FactsOfMonth& month) {
    return month.day >= deal.signed_on;
  });
  const auto last = std::find_if(first, months.end(),
                                 [&](const FactsOfMonth& month) { return month.day > deal.until; });
  if (first == last) return envelope;
  observation.set_month(static_cast<std::uint32_t>(first - months.begin()));
  const auto count = static_cast<double>(last - first);
  for (std::size_t i = 0; i < first->facts.size(); ++i) {
    const Fact& fact = first->facts[i];
    double mean = 0;
    for (auto month = first; month != last; ++month) mean += month->facts[i].value / count;
    if (is_step(fact.quantity)) mean = std::round(mean);
    if (fact.quantity == v1::QUANTITY_INDIA_PLANT_START) mean = months.back().facts[i].value;
    v1::Reading& reading = *observation.add_readings();
    reading.set_quantity(fact.quantity);
    reading.set_subject(fact.subject);
    reading.set_value(mean);
    reading.set_as_of_day(deal.signed_on.number);
  }
  return envelope;
}

v1::Envelope opening(const Session& session, base::SeatId reader) {
  v1::Envelope envelope;
  envelope.set_to(reader);
  envelope.set_day(session.opened.number);
  envelope.set_conversation(session.conversation);
  write_opening(session, *envelope.mutable_opening());
  return envelope;
}

}  // namespace

void analyse_hindsight(const Stage& stage, const SignedSession& deal,
                       const std::vector<FactsOfMonth>& months, v1::NegotiationAnalysis& analysis) {
  Session session = deal.session;
  std::vector<std::uint64_t> packages(session.sample.begin(), session.sample.end());
  packages.push_back(deal.outcome);
  std::vector<double> values;
  std::array<std::unique_ptr<mandates::Mandate>, 2> both;
  for (std::size_t side = 0; side < 2; ++side) {
    const base::SeatId seat = session.parties[side];
    both[side] = make_mandate_in_hindsight(stage, seat - base::kFirstSeat, session);
    mandates::Mandate* mandate = both[side].get();
    mandate->absorb(opening(session, seat));
    mandate->absorb(averages(months, deal, seat));
    mandate->prepare(deal.signed_on);
    mandate->values(session.conversation, packages, values);
    PartyView& view = session.views[side];
    view.value_musd.assign(values.begin(), values.end());
    view.ideas = {deal.outcome};
    view.clearable.resize(packages.size(), 0);
    view.consents.clear();  // homes have voted
    view.reservation_musd = mandate->reservation(session.conversation);
  }
  analyse_beliefs(session, {both[0].get(), both[1].get()}, deal.outcome, true, analysis);
  analysis.set_basis(v1::NegotiationAnalysis::BASIS_WHAT_CAME_TRUE);
}

}  // namespace monazite::engine
