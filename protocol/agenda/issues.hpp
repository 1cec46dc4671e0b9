#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <protocol/agenda/agenda.hpp>

/// Issues of the three kinds, made from what a file or a researcher says.
namespace monazite::agenda {

/// Points of a real issue's interval unless somebody says another number: 10 equal steps.
inline constexpr std::uint32_t kRealSteps = 10;

/// An issue whose levels have names. The number behind a level is what its name says if all names
/// are numbers ("100", "2.5"), else its position 0, 1, 2, ...
[[nodiscard]] Issue discrete_issue(std::string name, std::vector<std::string> labels);

/// All whole numbers from `low` to `high`, which must not be below `low`.
[[nodiscard]] Issue integer_issue(std::string name, std::int64_t low, std::int64_t high);

/// The interval from `low` to `high` on a grid: both ends, `steps` equal steps between them, and
/// those of `breakpoints` that lie inside, without repetition.
///
/// What is exact: a function that is linear between its breakpoints takes its largest and smallest
/// value at a breakpoint or an end, so with its breakpoints in the grid the best and the worst
/// value of the issue are those of the whole interval, and for linear additive utilities so are the
/// best and the worst package and each party's ends of the frontier. What is not: packages between
/// the points do not exist, so the frontier between its ends, the solution points on it and the
/// extremes of curved functions (power, gaussian, ...) are those of the grid.
[[nodiscard]] Issue real_issue(std::string name, double low, double high, std::uint32_t steps,
                               const std::vector<double>& breakpoints);

}  // namespace monazite::agenda
