#include <tests/support/catch.hpp>
#include <world/lab/text_layout.hpp>

using namespace monazite::lab;

TEST_CASE("widths count what is seen, not bytes") {
  CHECK(pad("é", 3) == "é  ");
  CHECK(left_pad("é", 3) == "  é");
  CHECK(pad("long", 2) == "long");
  CHECK(heading("é") == "\né\n-\n");
}

TEST_CASE("a paragraph is broken at blanks and its later lines are indented") {
  const std::string word(39, 'x');
  CHECK(wrap("> ", word + " " + word + " " + word, 2) ==
        "> " + word + " " + word + "\n  " + word + "\n");
  CHECK(wrap("", "short", 4) == "short\n");
}

TEST_CASE("a table is as wide as its cells, with numbers to the right") {
  TextTable table({"name", ">value"});
  table.add({"a", "1.5"});
  table.add({"long name", "-12.25"});
  CHECK(table.text(1) ==
        " name        value\n"
        " a             1.5\n"
        " long name  -12.25\n");
}

TEST_CASE("lines of a table end without blanks") {
  TextTable table({"name", "note"});
  table.add({"a", ""});
  CHECK(table.text() == "name  note\na\n");
}
