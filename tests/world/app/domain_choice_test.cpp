#include <filesystem>
#include <fstream>

#include <tests/protocol/recording/scratch_folder.hpp>
#include <tests/support/catch.hpp>
#include <world/app/domain_choice.hpp>

using namespace monazite;
using recording::testing::ScratchFolder;

TEST_CASE("a folder of folders stands for them, in alphabetical order") {
  const ScratchFolder scratch;
  for (const char* name : {"b", "a", "c"}) {
    std::filesystem::create_directories(scratch.path(std::string("all/") + name));
    std::ofstream(scratch.path(std::string("all/") + name + "/x.xml")) << "x";
  }
  CHECK(app::domain_folders({scratch.path("all"), scratch.path("all/b")}) ==
        std::vector<std::string>{scratch.path("all/a"), scratch.path("all/b"),
                                 scratch.path("all/c"), scratch.path("all/b")});
  CHECK(app::domain_folders({"/nowhere"}) == std::vector<std::string>{"/nowhere"});
}

TEST_CASE("the name of a semantics is read, and none leaves it to the format") {
  CHECK(app::semantics_named("genius") == preferences::Semantics::kGenius);
  CHECK(app::semantics_named("negmas") == preferences::Semantics::kNegmas);
  CHECK_FALSE(app::semantics_named("").has_value());
}

TEST_CASE("a file that cannot be written is told with its path") {
  const auto written = app::write_file("/nowhere/at/all.svg", "x");
  REQUIRE_FALSE(written.has_value());
  CHECK(written.error().message.find("/nowhere/at/all.svg") != std::string::npos);
}
