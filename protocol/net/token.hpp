#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace monazite::net {

/// Whether both are the same, in a time that tells nothing of where they differ (only whether their
/// lengths do). An empty token fits nothing.
[[nodiscard]] bool same_token(std::string_view expected, std::string_view given);

/// A token that nobody guesses: 26 letters and digits (130 bits) from the system's generator.
[[nodiscard]] std::string new_token();

/// A number that nobody guesses, from the same generator.
[[nodiscard]] std::uint64_t unguessable_number();

}  // namespace monazite::net
