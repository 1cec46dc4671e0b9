#include <tests/build/include_rules.hpp>
#include <tests/support/catch.hpp>

using monazite::tests::check_includes;
using monazite::tests::read_sources;
using monazite::tests::SourceFile;

namespace {

std::vector<std::string> check(const std::string& path, const std::string& text) {
  return check_includes({SourceFile{path, text}});
}

}  // namespace

TEST_CASE("every include follows the dependency direction") {
  const auto files = read_sources(MONAZITE_SOURCE_DIR);
  REQUIRE(files.size() > 10);  // else the test looked in the wrong place
  CHECK(check_includes(files) == std::vector<std::string>{});
}

TEST_CASE("an include against the direction is found, with file and line") {
  const auto faults = check("agents/parties/india.cpp",
                            "#include <vector>\n\n#include <world/economy/state.hpp>\n");
  REQUIRE(faults.size() == 1);
  CHECK(faults[0] == "agents/parties/india.cpp:3: agents/parties may not include world/economy");
}

TEST_CASE("each rule that carries the design forbids what it should") {
  CHECK(check("agents/parties/a.hpp", "#include <world/treaty/terms.hpp>").size() == 1);
  CHECK(check("agents/parties/a.hpp", "#include <protocol/recording/writer.hpp>").size() == 1);
  CHECK(check("agents/strategies/a.hpp", "#include <agents/parties/party.hpp>").size() == 1);
  CHECK(check("world/mandates/a.cpp", "#include <world/economy/state.hpp>").size() == 1);
  CHECK(check("world/economy/a.cpp", "#include <agents/preferences/utility.hpp>").size() == 1);
  CHECK(check("world/engine/a.cpp", "#include <world/lab/ensemble.hpp>").size() == 1);
  CHECK(check("protocol/base/a.cpp", "#include <protocol/messages/envelope.pb.h>").size() == 1);
  CHECK(check("protocol/bus/a.cpp", "#include <tests/support/catch.hpp>").size() == 1);
}

TEST_CASE("what the direction allows is not reported") {
  CHECK(check("agents/parties/a.cpp",
              "#include <protocol/bus/post_office.hpp>\n"
              "#include <protocol/messages/envelope.pb.h>\n")
            .empty());
  CHECK(check("world/mandates/a.cpp", "#include <world/treaty/terms.hpp>").empty());
  CHECK(check("world/app/a.cpp", "#include <world/lab/ensemble.hpp>").empty());
  CHECK(check("protocol/base/a.cpp", "#include <google/protobuf/message.h>").empty());
}

TEST_CASE("an include is recognised however it is spaced") {
  CHECK(check("agents/parties/a.hpp", "  #  include<world/engine/engine.hpp>").size() == 1);
  CHECK(check("agents/parties/a.hpp", "// #include <world/engine/engine.hpp>").empty());
}

TEST_CASE("includes are written from the top, and every folder has a rule") {
  CHECK(check("agents/parties/a.hpp", "#include \"party.hpp\"").size() == 1);
  CHECK(check("agents/gossip/a.hpp", "").size() == 1);
}
