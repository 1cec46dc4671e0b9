#include <cmath>
#include <limits>

#include <protocol/agenda/number_text.hpp>
#include <tests/support/catch.hpp>

using monazite::agenda::number_of;
using monazite::agenda::number_text;

TEST_CASE("a number is written by its shortest decimal and reads back the same") {
  CHECK(number_text(0.1) == "0.1");
  CHECK(number_text(-5) == "-5");
  const double odd[] = {1.0 / 3,   1e-320, 1.7976931348623157e308,
                        0.1 + 0.2, -0.0,   123456789012345680};
  for (const double number : odd) CHECK(number_of(number_text(number)) == number);
}

TEST_CASE("texts that are numbers are told from others") {
  CHECK(number_of(" 2.50 ") == 2.5);
  CHECK(number_of("+1e3") == 1000);
  CHECK(number_of("-.inf") == -std::numeric_limits<double>::infinity());
  CHECK(number_of("Infinity") == std::numeric_limits<double>::infinity());
  CHECK(std::isnan(number_of(".NaN").value()));
  for (const char* text : {"", " ", "1,5", "0x10", "1e400", "1.2.3", "abc", "--1", "1 2", "e5"}) {
    CAPTURE(text);
    CHECK_FALSE(number_of(text).has_value());
  }
}
