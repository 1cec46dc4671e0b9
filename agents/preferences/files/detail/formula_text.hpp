#pragma once

#include <string>
#include <utility>
#include <vector>

#include <agents/preferences/value_function.hpp>

namespace monazite::preferences::detail {

/// A formula as our TOML and NegMAS' files write it: its names there and its numbers, those that
/// have their usual value left out. What is read back is the same formula.
struct FormulaText {
  std::string kind;    ///< ours: "affine"
  std::string negmas;  ///< NegMAS': "AffineFun"; empty where it has no such
  std::vector<std::pair<std::string, double>> numbers;
  std::vector<double> coefficients;  ///< of a polynomial
};
[[nodiscard]] FormulaText formula_text(const ValueFunction& function);

}  // namespace monazite::preferences::detail
