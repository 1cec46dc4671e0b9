#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace monazite::strategies {

/// Levels of a list of packages, issue by issue, for counting without decoding each time. An issue
/// has at most 65,536 levels.
class LevelTable {
 public:
  LevelTable() = default;
  /// `level_counts[i]`: number of levels of issue i, the last issue fastest in the numbering.
  explicit LevelTable(std::vector<std::uint32_t> level_counts);

  void add(std::uint64_t outcome) { add({&outcome, 1}); }
  void add(std::span<const std::uint64_t> outcomes);
  /// Forgets all packages but the first `packages`.
  void shrink(std::size_t packages);
  [[nodiscard]] std::size_t packages() const { return packages_; }
  [[nodiscard]] std::size_t issues() const { return counts_.size(); }
  [[nodiscard]] std::uint32_t levels(std::size_t issue) const { return counts_[issue]; }
  [[nodiscard]] std::uint16_t level(std::size_t issue, std::size_t package) const {
    return columns_[issue][package];
  }
  [[nodiscard]] std::uint16_t level_of(std::uint64_t outcome, std::size_t issue) const {
    return static_cast<std::uint16_t>(outcome / strides_[issue] % counts_[issue]);
  }
  [[nodiscard]] std::span<const std::uint16_t> column(std::size_t issue) const {
    return columns_[issue];
  }

 private:
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint64_t> strides_;
  std::vector<std::vector<std::uint16_t>> columns_;
  std::size_t packages_ = 0;
};

/// What the other side's offers say about what it wants: a frequency count of the levels it asked
/// for, each issue counting the same (the core of the frequency models of Hindriks and Tykhonov's
/// line; see van Krimpen, Looije and Hajizadeh 2013, without their issue weights). A package is the
/// more likely to please the other side, the more of its offers had the same levels.
///
/// It moves a prior belief about the other's value v(x), in M:
///
///   estimate(x) = v(x) + strength * spread * n / (n + half) * (agreement(x) - chance)
///
/// with n the number of its offers, agreement(x) the mean over issues of the share of its offers
/// that had the level of x, chance what a random package would reach, and spread the range of v
/// over the packages. So without offers the estimate is the belief, and the count weighs half of
/// `strength` after `half` offers.
class FrequencyModel {
 public:
  struct Weights {
    double strength = 0.5;
    double half = 6;  ///< offers
  };

  FrequencyModel() = default;
  explicit FrequencyModel(const LevelTable& packages) : FrequencyModel(packages, Weights{}) {}
  FrequencyModel(const LevelTable& packages, Weights weights);

  /// The other side offered `outcome`. Costs one comparison per package and issue.
  void observe(const LevelTable& packages, std::uint64_t outcome);
  /// Packages from number `kept` on were replaced: forgets their scores and counts them anew.
  void replace(const LevelTable& packages, std::size_t kept);
  /// Packages were added at the end of `packages`.
  void extend(const LevelTable& packages);

  [[nodiscard]] std::uint32_t offers() const { return offers_; }
  /// The estimate is believed(x) + factor * score(x) + constant. `spread` in M, >= 0.
  struct Line {
    float factor = 0;
    float constant = 0;
  };
  [[nodiscard]] Line line(double spread) const;
  /// Number of (offer, issue) pairs in which the offer had the level of the package.
  [[nodiscard]] std::span<const float> scores() const { return scores_; }

 private:
  Weights weights_{};
  std::uint32_t offers_ = 0;
  double chance_ = 0;
  std::vector<std::vector<std::uint32_t>> counts_;  ///< [issue][level]
  std::vector<float> scores_;
};

}  // namespace monazite::strategies
