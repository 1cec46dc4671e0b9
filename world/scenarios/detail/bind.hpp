#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

#include <world/scenarios/parameter_table.hpp>

/// How the tables of numbers are made: each group of parameters binds its members by name.
namespace monazite::scenarios::detail {

using equations::Parameters;
using Bindings = std::vector<NumberBinding>;

template <class Group, class Member>
void bind(Bindings& table, const char* group, const char* name, const char* unit,
          Group Parameters::*group_member, Member Group::*member) {
  static const Parameters kPlace{};
  const auto* start = reinterpret_cast<const unsigned char*>(&kPlace);
  const auto* here = reinterpret_cast<const unsigned char*>(&(kPlace.*group_member.*member));
  NumberBinding binding;
  binding.group = group;
  binding.name = name;
  binding.unit = unit;
  binding.offset = static_cast<std::size_t>(here - start) / sizeof(double);
  // NOLINTNEXTLINE(bugprone-sizeof-expression): a member is a double or an array of doubles
  binding.count = sizeof(Member) / sizeof(double);
  binding.list = !std::is_same_v<Member, double>;
  table.push_back(std::move(binding));
}

/// Each appends the groups of one subject, in the order of the members of Parameters.
void bind_trade(Bindings& table);     ///< [ore] to [regime]
void bind_conduct(Bindings& table);   ///< [politics] to [clearance]
void bind_practice(Bindings& table);  ///< [talks] to [allocation]

}  // namespace monazite::scenarios::detail

// Writes the name of a member once, so that the key in files cannot differ from it.
#define MONAZITE_BIND(group, name, unit)                                         \
  ::monazite::scenarios::detail::bind(table, #group, #name, unit,                \
                                      &::monazite::equations::Parameters::group, \
                                      &decltype(::monazite::equations::Parameters::group)::name)
