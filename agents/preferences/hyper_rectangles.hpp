#pragma once

#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include <agents/preferences/utility.hpp>

namespace monazite::preferences {

/// Non-linear utility by boxes in the outcome space (Ito, Hattori and Klein 2007):
///
///   u(x) = min(ceiling, (bias + sum over the boxes that pay of weight * utility) / divisor)
///
/// summed in the order of the boxes. An inclusive box pays the packages inside it, an exclusive one
/// those outside. A box bounds some of the issues; with no bound it holds every package.
class HyperRectangles final : public Utility {
 public:
  /// Levels of one issue that are inside: those in any of the ranges, both ends included.
  struct Bound {
    std::size_t issue = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  };
  struct Box {
    std::vector<Bound> bounds;
    double utility = 0;
    double weight = 1;
    bool inclusive = true;
  };
  struct Parts {
    double bias = 0;
    std::vector<Box> boxes;
    double divisor = 1;  ///< Genius' "maxutility", so that the best package is worth 1
    double ceiling = std::numeric_limits<double>::infinity();
  };

  /// Fails with a sentence that names the box when it does not fit the agenda or a number is not
  /// finite.
  [[nodiscard]] static base::Result<std::shared_ptr<const HyperRectangles>> make(
      const Agenda& agenda, Parts parts);

  [[nodiscard]] double value(const Agenda& agenda, Outcome outcome) const override;
  void fill(const Agenda& agenda, Outcome first, std::span<double> out) const override;

  [[nodiscard]] const Parts& parts() const { return parts_; }

 private:
  explicit HyperRectangles(Parts parts) : parts_(std::move(parts)) {}
  [[nodiscard]] double at(const std::uint32_t* levels) const;

  Parts parts_;
};

}  // namespace monazite::preferences
