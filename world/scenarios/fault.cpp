#include <algorithm>
#include <cstddef>
#include <numeric>

#include <world/scenarios/fault.hpp>

namespace monazite::scenarios {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string to_string(const Fault& fault) {
  std::string text = fault.file;
  if (fault.line > 0) {
    text.append(":")
        .append(std::to_string(fault.line))
        .append(":")
        .append(std::to_string(fault.column));
  }
  if (!text.empty()) text.append(": ");
  text.append("found ").append(fault.found);
  if (!fault.expected.empty()) text.append(", expected ").append(fault.expected);
  if (!fault.nearest.empty()) text.append("; did you mean ").append(fault.nearest).append("?");
  return text;
}

std::string to_string(const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults) text.append(to_string(fault)).append("\n");
  return text;
}

std::string nearest_name(std::string_view found, const std::vector<std::string>& names) {
  constexpr std::size_t kLongestCompared = 200;  // nothing longer is a misspelt name
  if (found.size() > kLongestCompared) return {};
  std::string best;
  std::size_t best_distance = 0;
  for (const std::string& name : names) {
    const std::size_t distance = edit_distance(found, name);
    const std::size_t limit = std::max<std::size_t>(2, std::max(found.size(), name.size()) / 3);
    if (distance > limit || distance >= std::max(found.size(), name.size())) continue;
    if (best.empty() || distance < best_distance) {
      best = name;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace monazite::scenarios
