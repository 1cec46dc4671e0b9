#pragma once

#include <string>
#include <vector>

#include <agents/preferences/domain.hpp>
#include <agents/preferences/utility_table.hpp>

namespace monazite::tests {

/// A pie of `slices` equal slices, worth 1 in all, for two: outcome k gives the first party k of
/// them. No deal is worth nothing.
inline preferences::Domain pie(int slices, preferences::Discount first = {},
                               preferences::Discount second = {}) {
  agenda::Issue issue;
  issue.name = "slices";
  std::vector<double> mine, theirs;
  for (int k = 0; k <= slices; ++k) {
    issue.labels.push_back(std::to_string(k));
    issue.values.push_back(k);
    mine.push_back(static_cast<double>(k) / slices);
    theirs.push_back(static_cast<double>(slices - k) / slices);
  }
  preferences::Domain domain{"pie", agenda::Agenda::make("pie", {issue}).value(), {}};
  domain.profiles.resize(2);
  domain.profiles[0].utility = preferences::Additive::make(domain.agenda, {0, {1}, {mine}}).value();
  domain.profiles[1].utility =
      preferences::Additive::make(domain.agenda, {0, {1}, {theirs}}).value();
  domain.profiles[0].discount = first;
  domain.profiles[1].discount = second;
  return domain;
}

/// A domain of two parties from their values of each package.
inline preferences::Domain packages(const std::vector<double>& first,
                                    const std::vector<double>& second) {
  agenda::Issue issue;
  issue.name = "package";
  for (std::size_t i = 0; i < first.size(); ++i) {
    issue.labels.push_back(std::to_string(i));
    issue.values.push_back(static_cast<double>(i));
  }
  preferences::Domain domain{"packages", agenda::Agenda::make("packages", {issue}).value(), {}};
  domain.profiles.resize(2);
  domain.profiles[0].utility =
      preferences::Additive::make(domain.agenda, {0, {1}, {first}}).value();
  domain.profiles[1].utility =
      preferences::Additive::make(domain.agenda, {0, {1}, {second}}).value();
  return domain;
}

/// The tables of a domain and views of them. The domain must outlive it.
struct Tables {
  explicit Tables(const preferences::Domain& domain) : owned(preferences::tables_of(domain)) {
    for (const auto& table : owned) all.push_back(table.get());
  }
  std::vector<std::unique_ptr<preferences::UtilityTable>> owned;
  std::vector<const preferences::UtilityTable*> all;
};

}  // namespace monazite::tests
