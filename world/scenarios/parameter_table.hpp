#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <world/equations/parameters.hpp>

namespace monazite::scenarios {

/// One number (or a short list of numbers) of the model by its key: where it stands in
/// equations::Parameters, and its unit. Units of pure numbers are words: "share" (0 to 1),
/// "factor", "exponent", "per month".
struct NumberBinding {
  std::string group;       ///< table in a scenario file: "ore"
  std::string name;        ///< key in that table: "mined_reo_t_per_year"
  std::string unit;        ///< "t REO/year"
  std::size_t offset = 0;  ///< from the start of Parameters, in doubles
  std::size_t count = 1;   ///< how many numbers: 1, or the length of the list
  bool list = false;
};

struct SwitchBinding {
  std::string name;  ///< key in [switches]
  bool equations::Switches::*member = nullptr;
};

/// Every number of Parameters, in the order of its members. A test holds it against the size of
/// each struct, so a member that is not bound does not go unnoticed.
[[nodiscard]] const std::vector<NumberBinding>& number_bindings();
[[nodiscard]] const std::vector<SwitchBinding>& switch_bindings();

/// The first of the bound numbers; the others follow it.
[[nodiscard]] double* numbers_of(equations::Parameters& parameters, const NumberBinding& binding);
[[nodiscard]] const double* numbers_of(const equations::Parameters& parameters,
                                       const NumberBinding& binding);

/// A number by its key as it stands in Provenance and in settings: "ore.mined_reo_t_per_year",
/// "regime.risk_light[1]". Nothing bound there: nullptr.
[[nodiscard]] double* find_number(equations::Parameters& parameters, std::string_view key);

}  // namespace monazite::scenarios
