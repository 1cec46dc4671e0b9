#include <protocol/base/toml_text.hpp>
#include <tests/support/catch.hpp>

using monazite::base::read_toml;

TEST_CASE("a TOML text is read, with or without a byte order mark") {
  const auto plain = read_toml("name = 'été'", "a.toml");
  REQUIRE(plain.has_value());
  CHECK((*plain)["name"].value_or(std::string()) == "été");
  CHECK(read_toml("\xEF\xBB\xBFname = 1", "a.toml").has_value());
}

TEST_CASE("a letter may follow a backslash that ends a line") {
  const auto table = read_toml("name = \"\"\"one \\\n   été\"\"\"\nnext = 'é'", "a.toml");
  REQUIRE(table.has_value());
  CHECK((*table)["name"].value_or(std::string()) == "one été");
  CHECK((*table)["next"].value_or(std::string()) == "é");
}

TEST_CASE("a letter where TOML has no place for it is told with line and column") {
  const auto table = read_toml("a = 1\né = 2", "a.toml");
  REQUIRE_FALSE(table.has_value());
  CHECK(table.error().line == 2);
  CHECK(table.error().column == 1);
  CHECK_FALSE(read_toml("a = \"\"\"one \\ é\"\"\"", "a.toml").has_value());
  CHECK_FALSE(read_toml("levels =0[\"\xE9\"", "a.toml").has_value());
}

TEST_CASE("other mistakes are told in the parser's words") {
  const auto table = read_toml("a = 'é'\nb = [1", "a.toml");
  REQUIRE_FALSE(table.has_value());
  CHECK(table.error().line == 2);
  CHECK_FALSE(table.error().what.empty());
}

TEST_CASE("a brace where a value belongs is told, whatever the parser takes for granted") {
  for (const char* text : {"a = [1,} 2]", "a = [1, 2,\n}]", "a = {b = }", "a = [}", "a = }"}) {
    CAPTURE(text);
    CHECK_FALSE(read_toml(text, "a.toml").has_value());
  }
}

TEST_CASE("bytes that are not UTF-8 are refused") {
  CHECK_FALSE(read_toml("a = \"\"\"one \\\n\xE9 b\"\"\"", "a.toml").has_value());
  CHECK_FALSE(read_toml("a = '\xFF'", "a.toml").has_value());
}
