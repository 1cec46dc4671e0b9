#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace monazite::net {

/// Longest name of a player, in bytes.
inline constexpr std::size_t kLongestName = 64;

/// Text that somebody typed, as a name for a screen, a log or a frame: well-formed UTF-8 of whole
/// characters within kLongestName, with a space for each control character and a question mark for
/// each byte that belongs to no character.
[[nodiscard]] std::string player_name(std::string_view text);

}  // namespace monazite::net
