#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include <protocol/base/toml.hpp>

namespace monazite::base {

/// Why a text is not well-formed TOML, and where. Both numbers from 1; columns count characters.
struct TomlFault {
  std::size_t line = 1;
  std::size_t column = 1;
  std::string what;  ///< In words, without a full stop.
};

/// A text as TOML 1.0. `text` is UTF-8, with or without a byte order mark; `file` is what the
/// places of its nodes name. toml++ 3 takes letters beyond ASCII for unreachable code wherever it
/// expects none, so it is only given texts that it can read: see toml_letters.hpp.
[[nodiscard]] tl::expected<toml::table, TomlFault> read_toml(std::string_view text,
                                                             std::string_view file);

}  // namespace monazite::base
