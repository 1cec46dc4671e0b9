#pragma once

#include <cstdint>

namespace monazite::preferences {

/// Whose reading of a file, and whose definitions under a common name, are meant. The two programs
/// make different games of the same Genius XML:
///
///                  genius                                       negmas
///   evaluation     divided by the largest of its issue          as it stands
///   sum            clipped at 1                                 as it is
///   discount d     u * d^t, t the relative time in [0, 1]       u * d^round
///   no deal        reservation value of the file, 0 if absent   the same, and the lowest utility
///                                                               where that is larger
enum class Semantics : std::uint8_t { kGenius, kNegmas };

/// "genius" or "negmas".
[[nodiscard]] constexpr const char* name_of(Semantics semantics) {
  return semantics == Semantics::kGenius ? "genius" : "negmas";
}

}  // namespace monazite::preferences
