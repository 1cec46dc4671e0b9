#include <cmath>

#include <agents/preferences/solution_points.hpp>
#include <protocol/base/check.hpp>

namespace monazite::preferences {
namespace {

using Row = std::span<const double>;

/// All points whose sorted key (smallest first) is lexicographically the largest. `key(row, k)` is
/// what party k goes by.
template <class Key>
std::vector<std::uint32_t> leximin(const Points& points, Key key) {
  std::vector<std::uint32_t> best;
  std::vector<double> top;
  std::vector<double> mine(points.parties());
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t k = 0; k < mine.size(); ++k) mine[k] = key(points[i], k);
    std::sort(mine.begin(), mine.end());
    if (best.empty() || top < mine) {
      best.clear();
      top = mine;
    }
    if (mine == top) best.push_back(points.package(i));
  }
  std::sort(best.begin(), best.end());
  return best;
}

void check_size(const Points& points, Row numbers) {
  MONAZITE_CHECK_EQ(points.parties(), numbers.size(), "there is one number for each party");
}

}  // namespace

std::vector<std::uint32_t> nash(const Points& points, Row d, double tolerance) {
  check_size(points, d);
  return maximisers(points, tolerance, [&](Row u) {
    double product = 1;
    for (std::size_t k = 0; k < u.size(); ++k) product *= u[k] - d[k];
    return product;
  });
}

std::vector<std::uint32_t> egalitarian(const Points& points, Row d, double tolerance) {
  check_size(points, d);
  return maximisers(points, tolerance, [&](Row u) {
    double smallest = u[0] - d[0];
    for (std::size_t k = 1; k < u.size(); ++k) smallest = std::min(smallest, u[k] - d[k]);
    return smallest;
  });
}

std::vector<std::uint32_t> egalitarian_leximin(const Points& points, Row d) {
  check_size(points, d);
  return leximin(points, [&](Row u, std::size_t k) { return u[k] - d[k]; });
}

std::vector<std::uint32_t> kalai_smorodinsky_leximin(const Points& points, Row d) {
  check_size(points, d);
  if (points.empty()) return {};
  std::vector<double> largest;
  for (std::size_t k = 0; k < points.parties(); ++k) largest.push_back(points.highest(k) - d[k]);
  return leximin(points, [&](Row u, std::size_t k) {
    return largest[k] > 0 ? (u[k] - d[k]) / largest[k] : 1.0;
  });
}

std::vector<std::uint32_t> most_even_shares(const Points& points, Row d, Row ideal,
                                            double tolerance) {
  check_size(points, d);
  check_size(points, ideal);
  return maximisers(points, tolerance, [&](Row u) {
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (std::size_t k = 0; k < u.size(); ++k) {
      const double range = ideal[k] - d[k];
      const double share = (u[k] - d[k]) / (range > 0 ? range : 1.0);
      least = std::min(least, share);
      most = std::max(most, share);
    }
    return -(most - least);
  });
}

std::vector<std::uint32_t> most_even_utilities(const Points& points, double tolerance) {
  return maximisers(points, tolerance, [](Row u) {
    double differences = 0;
    for (std::size_t i = 0; i < u.size(); ++i) {
      for (std::size_t j = i + 1; j < u.size(); ++j) differences += std::abs(u[i] - u[j]);
    }
    return -differences;
  });
}

std::vector<std::uint32_t> welfare(const Points& points, Row d, double tolerance) {
  check_size(points, d);
  return maximisers(points, tolerance, [&](Row u) {
    double sum = 0;
    for (std::size_t k = 0; k < u.size(); ++k) sum += u[k] - d[k];
    return sum;
  });
}

std::vector<std::uint32_t> relative_welfare(const Points& points, Row lowest, Row range,
                                            double tolerance) {
  check_size(points, lowest);
  check_size(points, range);
  return maximisers(points, tolerance, [&](Row u) {
    double sum = 0;
    for (std::size_t k = 0; k < u.size(); ++k) {
      sum += (u[k] - lowest[k]) / (range[k] > 0 ? range[k] : 1.0);
    }
    return sum;
  });
}

}  // namespace monazite::preferences
