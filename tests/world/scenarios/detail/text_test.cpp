#include <tests/support/catch.hpp>
#include <world/scenarios/detail/text.hpp>

namespace detail = monazite::scenarios::detail;

TEST_CASE("Columns count characters, not bytes") {
  CHECK(detail::length("\xc3\xa9t\xc3\xa9") == 3);
  CHECK(detail::left("\xc3\xa9", 3) == "\xc3\xa9  ");
  CHECK(detail::right("ab", 4) == "  ab");
  CHECK(detail::right("abcd", 2) == "abcd");
}

TEST_CASE("Text is broken at spaces, and a long word stays whole") {
  const std::string word(60, 'x');
  CHECK(detail::wrapped(word + " " + word, 2) == "  " + word + "\n  " + word + "\n");
  const std::string address(150, 'y');
  CHECK(detail::wrapped("see " + address, 0) == "see\n" + address + "\n");
  CHECK(detail::wrapped("", 4).empty());
  CHECK(detail::wrapped("a  b\nc", 0) == "a b c\n");
}

TEST_CASE("An entry hangs under its label") {
  const std::string word(60, 'x');
  CHECK(detail::entry("key", 5, word + " " + word, 2) ==
        "  key  " + word + "\n       " + word + "\n");
}

TEST_CASE("Numbers are as short as they allow and separate thousands") {
  CHECK(detail::short_number(0.255) == "0.255");
  CHECK(detail::with_separators(4100) == "4,100");
  CHECK(detail::with_separators(-1234567.5) == "-1,234,567.5");
  CHECK(detail::with_separators(999) == "999");
  CHECK(detail::level_label(0.255, "share") == "25.5 %");
  CHECK(detail::level_label(2000, "t REO/year") == "2,000 t REO/year");
  CHECK(detail::level_label(2, "") == "2");
}
