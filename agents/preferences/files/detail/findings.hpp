#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <protocol/base/result.hpp>

namespace monazite::preferences::detail {

/// Where something stands. Line and column count from 1; 0: not known.
struct Place {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;
};

/// "party1.xml:12:5", "party1.xml:12" or "party1.xml".
[[nodiscard]] std::string to_string(const Place& place);

/// What reading a set of files brings to light. Only the first failure counts: readers may go on
/// after it with whatever they have, as long as they end, and their result is thrown away.
class Findings {
 public:
  void fail(const Place& place, const std::string& what);
  void fail(const std::string& what);
  void warn(const Place& place, const std::string& what);
  [[nodiscard]] bool failed() const { return error_.has_value(); }
  /// The first failure; there must be one.
  [[nodiscard]] base::Error error() const;
  [[nodiscard]] std::vector<std::string> warnings() const;

 private:
  std::optional<base::Error> error_;
  std::vector<std::string> warnings_;
  std::size_t unsaid_ = 0;
};

/// A name in quotes, its middle left out if it is long, without control characters.
[[nodiscard]] std::string in_quotes(std::string_view name);

}  // namespace monazite::preferences::detail
