#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/engine/history.hpp>

using namespace monazite;

namespace {

/// What every month brought, as messages and as a snapshot.
struct Months final : engine::Witness {
  struct Month {
    base::Day day{};
    std::vector<v1::Envelope> envelopes;
    std::map<std::string, double> state;
  };
  void on_header(const v1::RunHeader& told) override { header = told; }
  void on_envelope(const v1::Envelope& envelope) override { current.push_back(envelope); }
  void on_month(base::Day day, const v1::WorldSnapshot& snapshot, const v1::StateHash&) override {
    if (names.empty()) names.assign(snapshot.names().begin(), snapshot.names().end());
    Month month{day, {}, {}};
    month.envelopes.swap(current);
    for (std::size_t i = 0; i < names.size(); ++i) {
      month.state[names[i]] = snapshot.values(static_cast<int>(i));
    }
    sizes.insert(snapshot.values_size());
    months.push_back(std::move(month));
  }
  v1::RunHeader header;
  std::vector<v1::Envelope> current;
  std::vector<std::string> names;
  std::set<int> sizes;
  std::vector<Month> months;
};

const scenarios::Scenario& two_years() {
  static const scenarios::Scenario kept =
      test_support::scenario("june-2025", {"calendar.last_day=2026-06-30"});
  return kept;
}

const Months& played_months() {
  static const Months kept = [] {
    engine::HistoryOptions options;
    options.seed = 5;
    engine::History history(two_years(), options);
    Months told;
    history.add_witness(told);
    history.run();
    return told;
  }();
  return kept;
}

}  // namespace

TEST_CASE("each month ends with one observation for every seat, and briefs only where acts are") {
  const std::size_t seats = two_years().seats.size();
  for (const Months::Month& month : played_months().months) {
    std::set<base::SeatId> observed, asked;
    for (const v1::Envelope& envelope : month.envelopes) {
      if (envelope.has_observation()) CHECK(observed.insert(envelope.to()).second);
      if (envelope.has_brief() && envelope.brief().purpose() == v1::Brief::PURPOSE_ACTS) {
        CHECK(asked.insert(envelope.to()).second);
        CHECK(envelope.day() == month.day.number);
      }
    }
    CAPTURE(base::to_string(month.day));
    CHECK(observed.size() == seats);
    // Two governments, the miner and the trader; makers act through their orders.
    CHECK(asked.size() == (month.day < two_years().decisions_from ? 0U : 4U));
  }
}

TEST_CASE("payments are what accounts changed by, but for the running costs of mine and refinery") {
  std::map<std::string, double> before;
  std::size_t payments = 0;
  for (const Months::Month& month : played_months().months) {
    std::map<std::string, double> change;
    for (const v1::Envelope& envelope : month.envelopes) {
      if (!envelope.has_payment()) continue;
      const v1::Payment& payment = envelope.payment();
      CHECK(payment.amount_musd() > 0);
      const auto name = [&](std::uint32_t seat) {
        return played_months().header.names(static_cast<int>(seat));
      };
      change[name(payment.payer())] -= payment.amount_musd();
      change[name(payment.payee())] += payment.amount_musd();
      ++payments;
    }
    double costs = 0, outside = 0;
    for (const std::string& seat : played_months().header.names()) {
      const double now = month.state.at("cash_" + seat + "_musd");
      const double unexplained = now - before[seat] - change[seat];
      before[seat] = now;
      CAPTURE(base::to_string(month.day), seat);
      if (seat == "registrar") {
        outside = unexplained;
      } else if (seat == "irel" || seat == "toyotsu") {
        CHECK(unexplained <= 1e-6);
        costs -= unexplained;
      } else {
        CHECK(unexplained == Approx(0).margin(1e-6));
      }
    }
    CHECK(costs > 0);
    CHECK(outside == Approx(costs).margin(1e-6));
  }
  CHECK(payments > 200);
}

TEST_CASE("cargoes in the messages are the tonnes in the month's account") {
  for (const Months::Month& month : played_months().months) {
    double left = 0, landed = 0;
    for (const v1::Envelope& envelope : month.envelopes) {
      if (!envelope.has_shipment()) continue;
      CHECK(envelope.shipment().ndpr_t() <= envelope.shipment().reo_t());
      (envelope.shipment().landed() ? landed : left) += envelope.shipment().reo_t();
    }
    CAPTURE(base::to_string(month.day));
    CHECK(month.state.at("shipped_reo_t") == Approx(left).margin(1e-6));
    CHECK(month.state.at("landed_reo_t") == Approx(landed).margin(1e-6));
  }
}
