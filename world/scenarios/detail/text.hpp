#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Plain text in columns.
namespace monazite::scenarios::detail {

inline constexpr std::size_t kWidth = 100;

/// Number of characters (code points of UTF-8), as columns count them.
[[nodiscard]] std::size_t length(std::string_view text);
/// Spaces to the right up to `width`.
[[nodiscard]] std::string left(std::string_view text, std::size_t width);
/// Spaces to the left up to `width`.
[[nodiscard]] std::string right(std::string_view text, std::size_t width);
/// Breaks at spaces so that no line is longer than kWidth if a word allows; every line is indented
/// and ends with a line end.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent);
/// The same with `label` before the first line, in a column of `label_width`.
[[nodiscard]] std::string entry(std::string_view label, std::size_t label_width,
                                std::string_view text, std::size_t indent);

/// "1000", "0.255": as short as the number allows.
[[nodiscard]] std::string short_number(double value);
/// "4,100", "-5", "0.255".
[[nodiscard]] std::string with_separators(double value);
/// What a level of an agenda is called when nobody named it: "1,000 t REO/year", "25.5 %", "0".
[[nodiscard]] std::string level_label(double value, const std::string& unit);
[[nodiscard]] std::string joined(const std::vector<std::string>& texts, std::string_view between);

}  // namespace monazite::scenarios::detail
