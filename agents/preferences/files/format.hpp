#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace monazite::preferences {

/// The formats that domains are read from and written to; see docs/domains.md.
enum class Format : std::uint8_t {
  kGenius,     ///< XML: a domain and a utility space for each party
  kGeniusWeb,  ///< JSON: a domain and a profile for each party
  kNegmas,     ///< YAML or JSON: an outcome space and a utility function for each party
  kToml        ///< our own: one file for the whole domain
};

/// "genius", "geniusweb", "negmas", "toml".
[[nodiscard]] std::string_view name_of(Format format);
[[nodiscard]] std::optional<Format> format_of(std::string_view name);

}  // namespace monazite::preferences
