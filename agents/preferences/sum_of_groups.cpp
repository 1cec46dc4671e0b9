#include <algorithm>
#include <cmath>

#include <agents/preferences/levels_walk.hpp>
#include <agents/preferences/sum_of_groups.hpp>

namespace monazite::preferences {
namespace {

constexpr std::uint64_t kMostDense = 1'000'000;

}  // namespace

base::Result<std::shared_ptr<const SumOfGroups>> SumOfGroups::make(const Agenda& agenda,
                                                                   std::vector<Group> groups) {
  std::vector<bool> taken(agenda.issues().size());
  std::shared_ptr<SumOfGroups> made(new SumOfGroups);
  double total = 0;
  for (const Group& group : groups) {
    const auto fail = [&](const std::string& what) {
      return base::fail(base::ErrorCode::kBadInput,
                        "agenda \"" + agenda.name() + "\": group \"" + group.name + "\" " + what);
    };
    if (group.issues.empty()) return fail("needs an issue");
    Table table;
    table.issues = group.issues;
    table.strides.resize(group.issues.size());
    std::uint64_t size = 1;
    for (std::size_t i = group.issues.size(); i-- > 0;) {
      const std::size_t issue = group.issues[i];
      if (issue >= taken.size()) return fail("has an issue that the agenda does not have");
      if (taken[issue]) {
        return fail("has issue \"" + agenda.issues()[issue].name + "\", which is in use already");
      }
      taken[issue] = true;
      table.strides[i] = size;
      size *= agenda.issues()[issue].levels();  // at most the agenda's size
    }
    double largest = 0;
    for (const auto& [levels, utility] : group.utilities) {
      if (levels.size() != group.issues.size()) return fail("has a combination of another length");
      std::uint64_t number = 0;
      for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i] >= agenda.issues()[group.issues[i]].levels()) {
          return fail("has a combination with a level that does not exist");
        }
        number += table.strides[i] * levels[i];
      }
      if (!std::isfinite(utility)) return fail("has a utility that is not a finite number");
      largest = std::max(largest, std::abs(utility));
      table.sparse.emplace_back(number, utility);
    }
    total += largest;
    if (!std::isfinite(total)) return fail("makes the sum larger than a number can be");
    std::sort(table.sparse.begin(), table.sparse.end());
    const auto twice =
        std::adjacent_find(table.sparse.begin(), table.sparse.end(),
                           [](const auto& a, const auto& b) { return a.first == b.first; });
    if (twice != table.sparse.end()) return fail("has a combination twice");
    if (size <= kMostDense) {
      table.dense.resize(size);
      for (const auto& [number, utility] : table.sparse) table.dense[number] = utility;
      table.sparse.clear();
    }
    made->tables_.push_back(std::move(table));
  }
  made->groups_ = std::move(groups);
  return made;
}

double SumOfGroups::Table::at(const std::uint32_t* levels) const {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < issues.size(); ++i) number += strides[i] * levels[issues[i]];
  if (!dense.empty()) return dense[number];
  const auto found =
      std::lower_bound(sparse.begin(), sparse.end(), number,
                       [](const auto& entry, std::uint64_t key) { return entry.first < key; });
  return found != sparse.end() && found->first == number ? found->second : 0;
}

double SumOfGroups::at(const std::uint32_t* levels) const {
  double sum = 0;
  for (const Table& table : tables_) sum += table.at(levels);
  return sum;
}

double SumOfGroups::value(const Agenda& agenda, Outcome outcome) const {
  std::vector<std::uint32_t> levels(agenda.issues().size());
  agenda.levels(outcome, levels.data());
  return at(levels.data());
}

void SumOfGroups::fill(const Agenda& agenda, Outcome first, std::span<double> out) const {
  if (out.empty()) return;
  LevelsWalk walk(agenda, first);
  for (double& value : out) {
    value = at(walk.levels().data());
    walk.next();
  }
}

}  // namespace monazite::preferences
