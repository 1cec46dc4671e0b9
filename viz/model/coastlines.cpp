#include <charconv>
#include <cmath>
#include <optional>

#include <viz/model/coastlines.hpp>

namespace monazite::viz {
namespace {

std::optional<double> number_at(std::string_view& line) {
  while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
  double value = 0;
  const auto read = std::from_chars(line.data(), line.data() + line.size(), value);
  if (read.ec != std::errc{} || !std::isfinite(value)) return std::nullopt;
  line.remove_prefix(static_cast<std::size_t>(read.ptr - line.data()));
  return value;
}

base::Result<std::vector<Ring>> fault(int number, const char* what) {
  return base::fail(base::ErrorCode::kBadInput,
                    "coastlines, line " + std::to_string(number) + ": " + what + ".");
}

}  // namespace

base::Result<std::vector<Ring>> parse_coastlines(std::string_view text) {
  std::vector<Ring> rings;
  int number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (line == "ring") {
      if (!rings.empty() && rings.back().size() < 3) {
        return fault(number, "the ring before has fewer than three points");
      }
      rings.emplace_back();
      continue;
    }
    const auto longitude = number_at(line);
    const auto latitude = number_at(line);
    if (!longitude || !latitude || !line.empty()) {
      return fault(number, "expected a longitude and a latitude");
    }
    if (std::abs(*longitude) > 180 || std::abs(*latitude) > 90) {
      return fault(number, "there is no such place");
    }
    if (rings.empty()) return fault(number, "a point before the first ring");
    rings.back().push_back({*longitude, *latitude});
  }
  if (!rings.empty() && rings.back().size() < 3) {
    return fault(number, "the last ring has fewer than three points");
  }
  return rings;
}

const std::vector<Ring>& coastlines() {
  // The embedded file is read by a test too, so that it cannot be wrong here.
  static const std::vector<Ring> kLand =
      parse_coastlines(coastlines_text()).value_or(std::vector<Ring>{});
  return kLand;
}

}  // namespace monazite::viz
