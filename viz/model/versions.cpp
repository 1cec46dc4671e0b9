#include <array>
#include <charconv>
#include <optional>

#include <viz/model/versions.hpp>

namespace monazite::viz {
namespace {

using VersionParts = std::array<int, 3>;

std::optional<VersionParts> parts_of(std::string_view version) {
  VersionParts parts{};
  const char* at = version.data();
  const char* const end = at + version.size();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0 && (at == end || *at++ != '.')) return std::nullopt;
    const auto read = std::from_chars(at, end, parts[i]);
    if (read.ec != std::errc{} || parts[i] < 0) return std::nullopt;
    at = read.ptr;
  }
  return at == end ? std::optional(parts) : std::nullopt;
}

}  // namespace

bool is_later_version(std::string_view version, std::string_view than) {
  const auto a = parts_of(version), b = parts_of(than);
  return a && b && *a > *b;
}

}  // namespace monazite::viz
