#include <protocol/base/toml_letters.hpp>
#include <tests/support/catch.hpp>

using monazite::base::find_toml_letters;
using monazite::base::with_letters_escaped;
using monazite::base::without_letters_beyond_ascii;

TEST_CASE("letters beyond ASCII may stand in quotes and comments") {
  CHECK_FALSE(find_toml_letters("name = \"été\"  # où\nother = 'é'\n").stray.has_value());
  CHECK_FALSE(
      find_toml_letters("a = \"\"\"é\n\"quoted\" é\"\"\"\nb = '''é\n'é''''\n").stray.has_value());
  CHECK_FALSE(find_toml_letters("a = \"\\\"é\"").stray.has_value());
  CHECK_FALSE(find_toml_letters("").stray.has_value());
}

TEST_CASE("elsewhere they are found, with line and column") {
  const auto place = find_toml_letters("a = 1\nb = \"é\" é\n").stray;
  REQUIRE(place.has_value());
  CHECK(place->line == 2);
  CHECK(place->column == 9);
  CHECK(find_toml_letters("é = 1").stray->column == 1);
  CHECK(find_toml_letters("a = \"\\é\"").stray.has_value());
}

TEST_CASE("quotes that are not closed are left to the parser") {
  CHECK_FALSE(find_toml_letters("a = \"open\nb = é").stray.has_value());
  CHECK_FALSE(find_toml_letters("a = '''open\nb = é").stray.has_value());
}

TEST_CASE("letters after a backslash that ends a line are told apart") {
  const std::string text = "a = \"\"\"one \\  \n\n   é\\\\é\\\nb\"\"\"";
  const auto letters = find_toml_letters(text);
  CHECK_FALSE(letters.stray.has_value());
  REQUIRE(letters.after_line_ends.size() == 1);
  CHECK(letters.after_line_ends[0] == text.find("é"));
  CHECK(find_toml_letters("a = '''\\\né'''").after_line_ends.empty());
}

TEST_CASE("a text without letters beyond ASCII keeps its quotes, lines and columns") {
  CHECK(without_letters_beyond_ascii("a = \"été\"\nb") == "a = \"xtx\"\nb");
}

TEST_CASE("letters are escaped by their number, and bytes that are none stay") {
  CHECK(with_letters_escaped("é日🙂", {0, 2, 5}) == "\\U000000E9\\U000065E5\\U0001F642");
  CHECK(with_letters_escaped("aéb", {1}) == "a\\U000000E9b");
  CHECK(with_letters_escaped("\xE9 b", {0}) == "\xE9 b");
  CHECK(with_letters_escaped("\xC0\x80", {0}) == "\xC0\x80");
  CHECK(with_letters_escaped("\xE6\x97", {0}) == "\xE6\x97");
}
