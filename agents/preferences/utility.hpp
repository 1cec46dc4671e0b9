#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <agents/preferences/value_function.hpp>
#include <protocol/agenda/agenda.hpp>
#include <protocol/base/result.hpp>

namespace monazite::preferences {

using agenda::Agenda;
using agenda::Outcome;

/// What every package of one agenda is worth to one party, before any discount. Immutable, and the
/// same answer to the same question always. The unit is the profile's own: [0, 1] in most files of
/// other programs, M (million USD) in the trade model.
class Utility {
 public:
  virtual ~Utility() = default;
  /// `outcome` must lie in `agenda`, which must be the one the utility was made for. Finite.
  [[nodiscard]] virtual double value(const Agenda& agenda, Outcome outcome) const = 0;
  /// Values of the outcomes first, first + 1, ... into `out`: the same numbers to the last bit as
  /// value() gives, faster where the form allows.
  virtual void fill(const Agenda& agenda, Outcome first, std::span<double> out) const;
  /// The package with the largest value, where the form gives it without a search; of several, the
  /// one a peer would name (see the form). Nothing: it has to be searched.
  [[nodiscard]] virtual std::optional<Outcome> best(const Agenda& /*agenda*/) const {
    return std::nullopt;
  }
};

/// Linear additive utility with a table per issue:
///
///   u(x) = bias + sum over issues i of weight_i * value_i[level of x on i]
///
/// summed from left to right in double (Keeney and Raiffa 1976; the order is NegMAS'), and not
/// above `ceiling` (Genius clips at 1). Weights need not sum to 1 here; who reads a file warns of
/// it.
class Additive final : public Utility {
 public:
  struct Parts {
    double bias = 0;
    std::vector<double> weights;              ///< one per issue
    std::vector<std::vector<double>> values;  ///< [issue][level]
    double ceiling = std::numeric_limits<double>::infinity();
    /// The formulae that tables were made from, for who writes a file; empty or one per issue.
    std::vector<std::optional<ValueFunction>> functions = {};
  };

  /// Fails with a sentence that names the issue when the parts do not fit the agenda or a number is
  /// not finite.
  [[nodiscard]] static base::Result<std::shared_ptr<const Additive>> make(const Agenda& agenda,
                                                                          Parts parts);

  [[nodiscard]] double value(const Agenda& agenda, Outcome outcome) const override;
  void fill(const Agenda& agenda, Outcome first, std::span<double> out) const override;
  /// Per issue the last level with the largest weight_i * value_i (as NegMAS' extreme_outcomes).
  [[nodiscard]] std::optional<Outcome> best(const Agenda& agenda) const override;

  [[nodiscard]] const Parts& parts() const { return parts_; }

 private:
  explicit Additive(Parts parts) : parts_(std::move(parts)) {}

  Parts parts_;
};

}  // namespace monazite::preferences
