#include <protocol/base/check.hpp>
#include <world/mandates/columns.hpp>

namespace monazite::mandates {

std::vector<OfficeSetup> normalised(const std::vector<OfficeSetup>& offices, Side side) {
  std::vector<OfficeSetup> own;
  double weights = 0;
  for (const OfficeSetup& office : offices) {
    if (office.side != side) continue;
    own.push_back(office);
    weights += office.weight;
  }
  MONAZITE_CHECK(weights > 0, "a side needs an office whose word has weight");
  for (OfficeSetup& office : own) office.weight /= weights;
  for (double OfficeSetup::*column :
       {&OfficeSetup::magnets, &OfficeSetup::technology, &OfficeSetup::finance,
        &OfficeSetup::audience, &OfficeSetup::relationship, &OfficeSetup::revenue,
        &OfficeSetup::shortage, &OfficeSetup::security, &OfficeSetup::price}) {
    double mean = 0;
    for (const OfficeSetup& office : own) mean += office.weight * office.*column;
    if (mean <= 0) continue;
    for (OfficeSetup& office : own) office.*column /= mean;
  }
  return own;
}

}  // namespace monazite::mandates
