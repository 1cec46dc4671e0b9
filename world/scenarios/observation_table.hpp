#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include <protocol/messages/observation.pb.h>

namespace monazite::scenarios {

/// Who looks at the world. Seats of one kind see alike: a government other than India sees what
/// Japan sees.
enum class Viewpoint { kIndia, kIrel, kToyotsu, kJapan, kMakers };
inline constexpr std::size_t kViewpoints = 5;

/// How one viewpoint sees one quantity.
struct Sight {
  static constexpr int kNever = -1;
  int delay_months = kNever;  ///< whole months; kNever: not at all
  double error_log_sd = 0;    ///< standard deviation of the logarithm of the error; 0: exact

  [[nodiscard]] bool sees() const { return delay_months != kNever; }
};

/// Who sees what, how late and how exactly: the tables [observation] and [observations] of a
/// scenario. A quantity that was never set is seen by nobody.
class ObservationTable {
 public:
  void set(v1::Quantity quantity, Viewpoint viewpoint, const Sight& sight);
  [[nodiscard]] Sight sight(v1::Quantity quantity, Viewpoint viewpoint) const;
  /// Months of the latest reading that anybody gets; 0 for an empty table.
  [[nodiscard]] int longest_delay_months() const;

  /// Months for which an error stays as it was drawn, like a report: a whole number, at least 1.
  double report_months = 1;

 private:
  std::vector<std::array<Sight, kViewpoints>> rows_;  ///< by the number of the quantity
};

}  // namespace monazite::scenarios
