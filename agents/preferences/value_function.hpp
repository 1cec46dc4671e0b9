#pragma once

#include <string>
#include <variant>
#include <vector>

#include <agents/preferences/value_functions/affine.hpp>
#include <agents/preferences/value_functions/exponential.hpp>
#include <agents/preferences/value_functions/gaussian.hpp>
#include <agents/preferences/value_functions/piecewise.hpp>
#include <agents/preferences/value_functions/powers.hpp>
#include <agents/preferences/value_functions/waves.hpp>
#include <protocol/agenda/agenda.hpp>
#include <protocol/base/result.hpp>

namespace monazite::preferences {

/// What a number of one issue is worth by itself, as a formula. Names of levels need a table
/// instead, which Additive holds for every issue in any case. The formulae are those of NegMAS'
/// value functions of the same names, and of Genius' evaluators.
using ValueFunction =
    std::variant<Constant, Identity, Affine, Triangular, Trapezoidal, Power, Quadratic, Polynomial,
                 Exponential, Logarithm, Cosine, Sine, Gaussian>;

[[nodiscard]] double value_at(const ValueFunction& function, double x);

/// Where a grid on the issue needs a point for the function's extremes to be exact: ends of
/// straight pieces, tops. Some may not be finite.
[[nodiscard]] std::vector<double> breakpoints_of(const ValueFunction& function);

/// The function's value at each level of an issue. Fails with a sentence that names the level when
/// one is not a finite number.
[[nodiscard]] base::Result<std::vector<double>> tabulate(const ValueFunction& function,
                                                         const agenda::Issue& issue);

}  // namespace monazite::preferences
