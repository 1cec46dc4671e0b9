#include <string>

#include <tests/support/catch.hpp>
#include <viz/plot/utf8.hpp>

namespace monazite::viz {
namespace {

std::u32string characters(std::string_view text) {
  std::u32string all;
  while (!text.empty()) all += take_character(text);
  return all;
}

TEST_CASE("Characters of one to four bytes are read") {
  CHECK(characters("aé日\U0001F600z") == U"aé日\U0001F600z");
}

TEST_CASE("Broken bytes count as one unknown character each, and reading goes on") {
  CHECK(characters("a\xFFz") == U"a\uFFFDz");
  CHECK(characters("\xE6\x97") == U"\uFFFD");
  CHECK(characters("\xE6z") == U"\uFFFDz");
  CHECK(characters("\x80") == U"\uFFFD");
}

TEST_CASE("Japanese is told from the rest, and its marks from its characters") {
  CHECK(is_ideographic(U'日'));
  CHECK(is_ideographic(U'ア'));
  CHECK_FALSE(is_ideographic(U'a'));
  CHECK_FALSE(is_ideographic(U'→'));
  CHECK(may_not_begin_line(U'。'));
  CHECK(may_not_begin_line(U'ー'));
  CHECK_FALSE(may_not_begin_line(U'日'));
}

}  // namespace
}  // namespace monazite::viz
