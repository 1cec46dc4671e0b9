#include <tests/build/source_lists.hpp>
#include <tests/support/catch.hpp>

using monazite::tests::lists_file;
using monazite::tests::unlisted_files;

TEST_CASE("every file is built, checked or run by something") {
  CHECK(unlisted_files(MONAZITE_SOURCE_DIR) == std::vector<std::string>{});
}

TEST_CASE("a file is listed when a CMakeLists.txt names it as a word") {
  const char* text =
      "monazite_library(bus\n  HEADERS\n    post_office.hpp\n  SOURCES\n"
      "    detail/queue.cpp  # no pool.cpp yet\n)\nadd_executable(x \"main.cpp\")\n";
  CHECK(lists_file(text, "post_office.hpp"));
  CHECK(lists_file(text, "detail/queue.cpp"));
  CHECK(lists_file(text, "main.cpp"));
  CHECK_FALSE(lists_file(text, "office.hpp"));
  CHECK_FALSE(lists_file(text, "queue.cpp"));
  CHECK_FALSE(lists_file(text, "pool.cpp"));
}
