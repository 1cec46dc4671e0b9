#include <tests/build/source_lists.hpp>
#include <tests/support/catch.hpp>

using monazite::tests::listed_paths;
using monazite::tests::split_test_names;
using monazite::tests::test_names;
using monazite::tests::unlisted_files;

TEST_CASE("every file is built, checked or run by something") {
  CHECK(unlisted_files(MONAZITE_SOURCE_DIR) == std::vector<std::string>{});
}

TEST_CASE("no name of a test case has a semicolon, at which CMake would split it") {
  CHECK(split_test_names(MONAZITE_SOURCE_DIR) == std::vector<std::string>{});
}

TEST_CASE("the names of test cases are read over line ends and with their marks") {
  const std::vector<std::string> names = test_names(
      "TEST"
      "_CASE(\"one, two\") {}\n"
      "TEST"
      "_CASE(\n    \"a \\\"b\\\"; \"\n    \"c\", \"[tag]\") {}\n");
  CHECK(names == std::vector<std::string>{"one, two", "a \\\"b\\\"; c"});
}

TEST_CASE("a file is listed when a CMakeLists.txt names it as a word") {
  const auto paths =
      listed_paths("tests/protocol/bus",
                   "monazite_test(protocol_bus\n  SOURCES\n    post_office_test.cpp\n"
                   "    detail/queue_test.cpp  # no pool_test.cpp yet\n"
                   "    ../sample.cpp)\nadd_executable(x \"main.cpp\")\n");
  CHECK(paths.count("tests/protocol/bus/post_office_test.cpp") == 1);
  CHECK(paths.count("tests/protocol/bus/detail/queue_test.cpp") == 1);
  CHECK(paths.count("tests/protocol/sample.cpp") == 1);
  CHECK(paths.count("tests/protocol/bus/main.cpp") == 1);
  CHECK(paths.count("tests/protocol/bus/office_test.cpp") == 0);
  CHECK(paths.count("tests/protocol/bus/pool_test.cpp") == 0);
}
