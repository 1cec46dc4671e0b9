#pragma once

#include <string>
#include <string_view>

namespace monazite::base {

/// Empty when `text` is a seed, a whole number from 0 to 18446744073709551615 (2^64 - 1) in digits;
/// else what is wrong with it, in one clause. Parsers of numbers take -1 and 2^64 for the largest.
[[nodiscard]] inline std::string seed_fault(std::string_view text) {
  constexpr std::string_view kLargest = "18446744073709551615";
  const bool digits =
      !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  const std::size_t zeros = digits ? text.find_first_not_of('0') : 0;
  const std::string_view number = zeros == std::string_view::npos ? "0" : text.substr(zeros);
  const bool fits =
      number.size() < kLargest.size() || (number.size() == kLargest.size() && number <= kLargest);
  if (digits && fits) return {};
  return "\"" + std::string(text) + "\" is no seed: a whole number from 0 to " +
         std::string(kLargest);
}

}  // namespace monazite::base
