#pragma once

#include <memory>
#include <vector>

#include <agents/preferences/utility.hpp>

namespace monazite::preferences {

/// Linear utility on the numbers behind the levels:
///
///   u(x) = bias + (w_0 * x_0 + w_1 * x_1 + ...)
///
/// the bracket summed from the left, then the bias added (NegMAS' LinearUtilityFunction and
/// AffineUtilityFunction, to the last bit).
class Linear final : public Utility {
 public:
  struct Parts {
    double bias = 0;
    std::vector<double> weights;  ///< one per issue
  };
  /// Fails with a sentence that names the issue when the parts do not fit the agenda or a number is
  /// not finite.
  [[nodiscard]] static base::Result<std::shared_ptr<const Linear>> make(const Agenda& agenda,
                                                                        Parts parts);

  [[nodiscard]] double value(const Agenda& agenda, Outcome outcome) const override;
  void fill(const Agenda& agenda, Outcome first, std::span<double> out) const override;
  /// Per issue the last level with the largest weight * number.
  [[nodiscard]] std::optional<Outcome> best(const Agenda& agenda) const override;

  [[nodiscard]] const Parts& parts() const { return parts_; }

 private:
  explicit Linear(Parts parts) : parts_(std::move(parts)) {}

  Parts parts_;
};

}  // namespace monazite::preferences
