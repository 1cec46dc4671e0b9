#include <protocol/base/seed_text.hpp>
#include <tests/support/catch.hpp>

using monazite::base::seed_fault;

TEST_CASE("a seed is a whole number that 64 bits can hold") {
  for (const char* text : {"0", "7", "007", "18446744073709551615", "000018446744073709551615"}) {
    INFO(text);
    CHECK(seed_fault(text).empty());
  }
  for (const char* text : {"", "-1", "+1", "1.5", "1e3", "abc", "18446744073709551616",
                           "99999999999999999999", "100000000000000000000"}) {
    INFO(text);
    CHECK(seed_fault(text).find("a whole number from 0 to 18446744073709551615") !=
          std::string::npos);
  }
}
