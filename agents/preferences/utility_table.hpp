#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include <agents/preferences/domain.hpp>
#include <agents/preferences/utility.hpp>

namespace monazite::preferences {

/// Packages in ascending order of value, ties in enumeration order. Positions are ranks: 0 is the
/// worst.
class Ranking {
 public:
  Ranking() = default;
  /// Sorts those of `values` that are at least `lowest`.
  Ranking(std::span<const double> values, double lowest);

  [[nodiscard]] std::size_t size() const { return order_.size(); }
  [[nodiscard]] bool empty() const { return order_.empty(); }
  /// Position in the table of the package of that rank.
  [[nodiscard]] std::uint32_t at(std::size_t rank) const { return order_[rank]; }
  /// Its value.
  [[nodiscard]] double value(std::size_t rank) const { return values_[rank]; }
  /// The lowest rank whose value is at least `value`; size() if there is none. O(log n).
  [[nodiscard]] std::size_t first_at_least(double value) const;

 private:
  std::vector<std::uint32_t> order_;
  std::vector<double> values_;  ///< by rank
};

/// One party's utilities of all packages of an agenda, or of a sample, evaluated once. Shared by
/// all who need them; safe to read from several threads.
class UtilityTable {
 public:
  /// Larger spaces are sampled: see tables_of().
  static constexpr std::uint64_t kMostOutcomes = 10'000'000;

  /// `agenda` and `profile` must outlive the table.
  UtilityTable(const Agenda& agenda, const Profile& profile);
  /// The same on `sample`: distinct outcomes in ascending order, at least one.
  UtilityTable(const Agenda& agenda, const Profile& profile, std::vector<Outcome> sample);

  [[nodiscard]] const Agenda& agenda() const { return *agenda_; }
  [[nodiscard]] const Profile& profile() const { return *profile_; }

  /// Packages in the table, in enumeration order.
  [[nodiscard]] std::size_t size() const { return values_.size(); }
  [[nodiscard]] bool sampled() const { return !sample_.empty(); }
  [[nodiscard]] Outcome outcome(std::size_t position) const {
    return sample_.empty() ? position : sample_[position];
  }
  [[nodiscard]] std::span<const double> values() const { return values_; }
  /// Value of any outcome of the agenda, in the table or not.
  [[nodiscard]] double value(Outcome outcome) const {
    return sample_.empty() ? values_[outcome] : profile_->utility->value(*agenda_, outcome);
  }

  [[nodiscard]] double lowest() const { return lowest_; }
  [[nodiscard]] double highest() const { return highest_; }
  /// The best package: Utility::best() where the form names one, else the first with the largest
  /// value.
  [[nodiscard]] Outcome best() const { return best_; }
  [[nodiscard]] double reservation() const { return profile_->reservation; }

  /// All packages ranked, and those no worse than no deal. Sorted at the first call (10^6 packages:
  /// some hundredths of a second).
  [[nodiscard]] const Ranking& ranking() const;
  [[nodiscard]] const Ranking& rational() const;

 private:
  void measure();

  const Agenda* agenda_;
  const Profile* profile_;
  std::vector<Outcome> sample_;
  std::vector<double> values_;
  double lowest_ = 0;
  double highest_ = 0;
  Outcome best_ = 0;
  mutable std::once_flag ranked_, rational_ranked_;
  mutable Ranking ranking_, rational_;
};

/// Tables for all parties of a domain on the same packages, in the order of its profiles. A space
/// of more than UtilityTable::kMostOutcomes is sampled: 10^6 packages drawn evenly with a fixed
/// seed, and each party's best and reserved ones. `domain` must outlive them.
[[nodiscard]] std::vector<std::unique_ptr<UtilityTable>> tables_of(const Domain& domain);

}  // namespace monazite::preferences
