#pragma once

#include <world/mandates/supply_partner.hpp>

namespace monazite::mandates {

/// IREL, the state miner: wants cash, a plant in use and a friendly partner; feels part of what
/// NdPr kept at home is worth to the public; obeys atomic energy, whose direction in force forbids
/// packages with more than it allows. Private: how much it feels of that worth.
class IrelMandate final : public SupplyPartner {
 public:
  IrelMandate(const CompanySetup& setup, const equations::Parameters& parameters,
              const base::Draws& draws);

 private:
  void revise(Change change) override;
  [[nodiscard]] Obstacle obstacle_to(const treaty::SupplyTerms& terms) const override;
};

}  // namespace monazite::mandates
