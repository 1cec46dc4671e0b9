#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <agents/preferences/utility.hpp>

namespace monazite::preferences {

/// A utility that is a sum over groups of issues, with a table per group over the combinations of
/// its issues' levels (GeniusWeb's SumOfGroupsUtilitySpace): issues interact within a group and not
/// across. Summed in the order of the groups; combinations that a group does not name are worth 0.
class SumOfGroups final : public Utility {
 public:
  struct Group {
    std::string name;
    std::vector<std::size_t> issues;
    /// (levels in the order of `issues`, utility); each combination at most once.
    std::vector<std::pair<std::vector<std::uint32_t>, double>> utilities;
  };
  /// Fails with a sentence that names the group when it names an issue twice, an issue is in two
  /// groups, a combination does not exist or is there twice, or a number is not finite.
  [[nodiscard]] static base::Result<std::shared_ptr<const SumOfGroups>> make(
      const Agenda& agenda, std::vector<Group> groups);

  [[nodiscard]] double value(const Agenda& agenda, Outcome outcome) const override;
  void fill(const Agenda& agenda, Outcome first, std::span<double> out) const override;

  [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }

 private:
  /// A group's table under the mixed-radix numbers of its combinations.
  struct Table {
    std::vector<std::size_t> issues;
    std::vector<std::uint64_t> strides;
    std::vector<double> dense;                             ///< by number; empty: `sparse` holds it
    std::vector<std::pair<std::uint64_t, double>> sparse;  ///< ascending
    [[nodiscard]] double at(const std::uint32_t* levels) const;
  };
  SumOfGroups() = default;
  [[nodiscard]] double at(const std::uint32_t* levels) const;

  std::vector<Group> groups_;
  std::vector<Table> tables_;
};

}  // namespace monazite::preferences
