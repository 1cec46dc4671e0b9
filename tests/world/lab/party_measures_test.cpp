#include <numeric>

#include <tests/support/catch.hpp>
#include <tests/world/lab/played.hpp>
#include <world/lab/measures.hpp>

using namespace monazite;

namespace {

struct Told {
  lab::Played played = test_support::play(6);
  lab::Measures measures = lab::measure(played.chronicle, test_support::short_crisis());

  [[nodiscard]] const lab::PartyMeasures& party(const std::string& name) const {
    for (const lab::PartyMeasures& one : measures.parties) {
      if (one.name == name) return one;
    }
    throw std::runtime_error("no party " + name);
  }
  [[nodiscard]] double total(const char* series) const {
    const std::vector<double> values = played.chronicle.series(series);
    return std::accumulate(values.begin(), values.end(), 0.0);
  }
};

const Told& told() {
  static const Told kept;
  return kept;
}

}  // namespace

TEST_CASE("what one party delivers the next one receives, along the whole chain") {
  const lab::PartyMeasures& irel = told().party("irel");
  const lab::PartyMeasures& toyotsu = told().party("toyotsu");
  const lab::PartyMeasures& india = told().party("india");
  const lab::PartyMeasures& japan = told().party("japan");
  REQUIRE(irel.delivered_ndpr_t.has_value());
  CHECK(*irel.delivered_ndpr_t > 100);
  CHECK(irel.delivered_ndpr_t == toyotsu.received_ndpr_t);
  CHECK(irel.delivered_reo_t == toyotsu.received_reo_t);
  CHECK(toyotsu.delivered_reo_t == india.delivered_reo_t);
  // Cargoes are at sea when the run begins and when it ends.
  const double at_sea = told().played.chronicle.series("at_sea_ndpr_t").back();
  CHECK(*japan.received_ndpr_t == Approx(*india.delivered_ndpr_t).margin(100));
  CHECK(*japan.received_ndpr_t <= *india.delivered_ndpr_t + 100 - at_sea);
  CHECK_FALSE(irel.received_reo_t.has_value());
  CHECK_FALSE(japan.delivered_reo_t.has_value());
}

TEST_CASE("shipments in the messages add up to what India delivered and Japan received") {
  double left = 0, landed = 0;
  for (const v1::Envelope& envelope : told().played.chronicle.envelopes) {
    if (!envelope.has_shipment()) continue;
    (envelope.shipment().landed() ? landed : left) += envelope.shipment().ndpr_t();
  }
  CHECK(*told().party("india").delivered_ndpr_t == Approx(left));
  CHECK(*told().party("japan").received_ndpr_t == Approx(landed));
}

TEST_CASE("the makers share what landed, and each gets more than that from others") {
  double indian = 0;
  for (const char* name : {"shin_etsu", "proterial", "toyota", "suzuki"}) {
    const lab::PartyMeasures& maker = told().party(name);
    CAPTURE(name);
    REQUIRE(maker.received_ndpr_t.has_value());
    CHECK(*maker.received_ndpr_t > *maker.received_indian_ndpr_t);
    indian += *maker.received_indian_ndpr_t;
  }
  CHECK(indian == Approx(*told().party("japan").received_ndpr_t).epsilon(0.02));
}

TEST_CASE("the worst month is looked for from the day on which parties decide") {
  const base::Day from = test_support::short_crisis().decisions_from;
  for (const lab::PartyMeasures& party : told().measures.parties) {
    CAPTURE(party.name);
    CHECK(party.worst_month.has_value() == party.worst_cover_days.has_value());
    if (party.worst_month) CHECK(*party.worst_month >= from);
  }
  const lab::PartyMeasures& suzuki = told().party("suzuki");
  REQUIRE(suzuki.worst_cover_days.has_value());
  std::size_t month = 0;
  for (const double days : told().played.chronicle.series("maker_suzuki_cover_days")) {
    if (told().played.chronicle.months[month++].day >= from)
      CHECK(days >= *suzuki.worst_cover_days);
  }
}

TEST_CASE("India's cover and what is missing there are of magnets, the others' of NdPr") {
  const lab::PartyMeasures& india = told().party("india");
  REQUIRE(india.worst_cover_days.has_value());
  CHECK(*india.worst_cover_days <=
        7 * told().played.chronicle.series("india_magnet_cover_weeks").back() + 1e-9);
  CHECK(*india.missing_magnets_t == Approx(told().total("india_magnet_shortage_t")));
  CHECK_FALSE(india.unmet_ndpr_t.has_value());
  CHECK_FALSE(told().party("irel").unmet_ndpr_t.has_value());
  CHECK(*told().party("japan").unmet_ndpr_t == Approx(told().measures.unmet_ndpr_t));
}

TEST_CASE("a maker's gains are told on beliefs and on what came true") {
  bool differs = false;
  for (const char* name : {"toyotsu", "shin_etsu", "proterial", "toyota", "suzuki"}) {
    const lab::PartyMeasures& party = told().party(name);
    bool signed_one = false;
    for (const lab::Deal& deal : told().measures.deals) {
      for (const base::SeatId seat : deal.parties) signed_one = signed_one || seat == party.seat;
    }
    CAPTURE(name);
    CHECK(party.gain_true_musd.has_value() == signed_one);
    if (party.gain_true_musd) {
      differs = differs || *party.gain_true_musd != party.gain_musd;
    }
  }
  CHECK(differs);
}
