#pragma once

#include <tests/world/mandates/september_2025.hpp>
#include <world/mandates/columns.hpp>
#include <world/mandates/consultation.hpp>
#include <world/mandates/india_coefficients.hpp>
#include <world/mandates/reservation.hpp>

namespace monazite::fixtures {

/// Both governments' models from the same beliefs: what the worked example is computed from. Change
/// what a test is about, then call appraise().
struct TwoCapitals {
  equations::Parameters parameters = worked_parameters();
  mandates::Beliefs beliefs = worked_beliefs(parameters);
  mandates::PrivateType india_type, japan_type;
  base::Day today = kSeptember2025;
  mandates::SideModel india, japan;
  double surviving = 0;
  double price_india = 0;  ///< reservation prices, USD/kg NdPr in feed
  double price_japan = 0;

  [[nodiscard]] mandates::Outlook delhi() const {
    return {parameters, beliefs, india_type, today, false};
  }
  [[nodiscard]] mandates::Outlook tokyo() const {
    return {parameters, beliefs, japan_type, today, false};
  }

  void appraise() {
    india = model(delhi(), mandates::Side::kIndia);
    japan = model(tokyo(), mandates::Side::kJapan);
    surviving = surviving_share(delhi(), india.offices, india.appraisers);
    appraise_no_deal(delhi(), surviving, india);
    appraise_no_deal(tokyo(), surviving, japan);
    price_india = reservation_price(delhi(), india);
    price_japan = reservation_price(tokyo(), japan);
  }

  static mandates::SideModel model(const mandates::Outlook& outlook, mandates::Side side) {
    const auto offices = mandates::normalised(worked_offices(), side);
    std::vector<double> weights;
    for (const mandates::OfficeSetup& office : offices) weights.push_back(office.weight);
    return mandates::model_side(outlook, side, offices, weights);
  }

  /// Value of a package to an office less that of no deal, M.
  [[nodiscard]] double gain(const mandates::SideModel& side, std::size_t office,
                            const treaty::MouTerms& terms) const {
    return mandates::value_of(side.appraisers[office], *side.clauses, parameters, terms,
                              terms.term_years, 255)
               .total() -
           side.no_deal[office].total();
  }
  [[nodiscard]] double side_gain(const mandates::SideModel& side,
                                 const treaty::MouTerms& terms) const {
    return side.side_value(parameters, terms).total() - side.side_no_deal.total();
  }
};

[[nodiscard]] inline std::vector<mandates::Weighted> weighted(const mandates::SideModel& side) {
  std::vector<mandates::Weighted> list;
  for (std::size_t i = 0; i < side.offices.size(); ++i) {
    list.push_back({&side.appraisers[i], side.weights[i]});
  }
  return list;
}

/// `count` packages of an agenda, spread evenly over it by a multiplicative sequence.
[[nodiscard]] inline std::vector<agenda::Outcome> spread_packages(const agenda::Agenda& agenda,
                                                                  std::size_t count) {
  std::vector<agenda::Outcome> outcomes;
  std::uint64_t x = 1;
  for (std::size_t i = 0; i < count; ++i) {
    x = x * 6364136223846793005ULL + 1442695040888963407ULL;
    outcomes.push_back((x >> 16) % agenda.size());
  }
  return outcomes;
}

}  // namespace monazite::fixtures
