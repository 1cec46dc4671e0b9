#include <protocol/base/toml_stray.hpp>
#include <tests/support/catch.hpp>

using monazite::base::stray_toml_character;
using monazite::base::without_letters_beyond_ascii;

TEST_CASE("characters beyond ASCII may stand in quotes and comments") {
  CHECK_FALSE(stray_toml_character("name = \"été\"  # où\nother = 'é'\n").has_value());
  CHECK_FALSE(
      stray_toml_character("a = \"\"\"é\n\"quoted\" é\"\"\"\nb = '''é\n'é''''\n").has_value());
  CHECK_FALSE(stray_toml_character("\xEF\xBB\xBF"
                                   "a = \"\\\"é\"")
                  .has_value());
  CHECK_FALSE(stray_toml_character("").has_value());
}

TEST_CASE("elsewhere they are found, with line and column") {
  const auto place = stray_toml_character("a = 1\nb = \"é\" é\n");
  REQUIRE(place.has_value());
  CHECK(place->line == 2);
  CHECK(place->column == 9);
  CHECK(stray_toml_character("é = 1")->column == 1);
  CHECK(stray_toml_character("a = \"\\é\"").has_value());
}

TEST_CASE("quotes that are not closed are left to the parser") {
  CHECK_FALSE(stray_toml_character("a = \"open\nb = é").has_value());
  CHECK_FALSE(stray_toml_character("a = '''open\nb = é").has_value());
}

TEST_CASE("a text without letters beyond ASCII keeps its quotes, lines and columns") {
  CHECK(without_letters_beyond_ascii("a = \"été\"\nb") == "a = \"xtx\"\nb");
  CHECK(without_letters_beyond_ascii("\xEF\xBB\xBF"
                                     "a") == "a");
}
