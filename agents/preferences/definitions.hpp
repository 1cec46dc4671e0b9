#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <agents/preferences/semantics.hpp>

namespace monazite::preferences {

/// Whose definitions of the frontier and of the solution points are meant: programs call different
/// things by the same name (docs/analysis.md).
enum class Definitions : std::uint8_t { kMonazite, kNegmas, kGenius, kNegolog };

/// "monazite", "negmas", "genius", "negolog".
[[nodiscard]] std::string_view name_of(Definitions definitions);
[[nodiscard]] std::optional<Definitions> definitions_named(std::string_view name);
/// The definitions of the program that reads files that way.
[[nodiscard]] constexpr Definitions definitions_of(Semantics semantics) {
  return semantics == Semantics::kGenius ? Definitions::kGenius : Definitions::kNegmas;
}

}  // namespace monazite::preferences
