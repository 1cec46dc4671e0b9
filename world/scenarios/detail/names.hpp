#pragma once

#include <map>
#include <string>
#include <vector>

#include <protocol/messages/encounter.pb.h>
#include <protocol/messages/mandate.pb.h>
#include <protocol/messages/observation.pb.h>
#include <world/scenarios/observation_table.hpp>

/// Names of offices, acts, conducts and quantities as they stand in scenario files: those of the
/// messages without their prefix, in lower case (OFFICE_ATOMIC_ENERGY is "atomic_energy").
namespace monazite::scenarios::detail {

[[nodiscard]] const std::map<std::string, v1::Office>& office_names();
[[nodiscard]] const std::map<std::string, v1::Act>& act_names();
[[nodiscard]] const std::map<std::string, v1::Conduct>& conduct_names();
[[nodiscard]] const std::map<std::string, v1::Quantity>& quantity_names();
/// india, irel, toyotsu, japan, makers.
[[nodiscard]] const std::map<std::string, Viewpoint>& viewpoint_names();

/// Offices of India have smaller numbers than those of Japan.
[[nodiscard]] inline bool is_indian(v1::Office office) {
  return office < v1::OFFICE_METI_SUPPLY;
}

template <class Value>
[[nodiscard]] std::vector<std::string> names_of(const std::map<std::string, Value>& named) {
  std::vector<std::string> names;
  names.reserve(named.size());
  for (const auto& entry : named) names.push_back(entry.first);
  return names;
}

/// The name of a value that has one; else an empty text.
template <class Value>
[[nodiscard]] std::string name_of(const std::map<std::string, Value>& named, Value value) {
  for (const auto& entry : named) {
    if (entry.second == value) return entry.first;
  }
  return {};
}

}  // namespace monazite::scenarios::detail
