#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace monazite::agenda {

/// The shortest decimal that reads back as exactly this number: "0.1", "1e-07", "-5", "inf", "nan".
[[nodiscard]] std::string number_text(double number);

/// A decimal number, blanks around it allowed; also "inf", ".inf", "nan" and ".nan" with a sign, as
/// YAML and Python write them. Nothing for any other text (hexadecimal numbers among them), and
/// nothing for a decimal too large for a double.
[[nodiscard]] std::optional<double> number_of(std::string_view text);

}  // namespace monazite::agenda
