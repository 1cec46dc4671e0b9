#include <filesystem>
#include <fstream>

#include <tests/agents/preferences/files/loading.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/scratch.hpp>

using namespace monazite;
using namespace monazite::preferences;
using namespace monazite::tests;

namespace fs = std::filesystem;

TEST_CASE("files are parties in the order given, a folder's in the order of their names") {
  const std::string folder = reference_path("tied", "files") + "/";
  const auto turned =
      load_domain({folder + "tied_japan.xml", folder + "tied.xml", folder + "tied_india.xml"})
          .value();
  CHECK(turned.domain.profiles[0].name == "tied_japan");
  CHECK(turned.domain.profiles[1].name == "tied_india");
  const auto ordered = load_domain({folder}).value();
  CHECK(ordered.domain.profiles[0].name == "tied_india");
}

TEST_CASE("paths that are no domain are refused with a sentence") {
  const std::string folder = reference_path("tied", "files");
  CHECK(load_domain({"/no/such/file.xml"})
            .error()
            .message.find("/no/such/file.xml: cannot be read: ") == 0);
  CHECK(load_domain({folder, folder}).error().message ==
        folder + ": is a folder; name one folder alone, or files");
  const fs::path empty = test_support::fresh_folder("empty-domain");
  CHECK(load_domain({empty.string()})
            .error()
            .message.find("there is no .xml, .json, .yml or .toml file") != std::string::npos);
  CHECK(load_domain({}).error().message == "a domain needs a file");
}

TEST_CASE("what is no domain is left out, and two formats are refused") {
  const std::string folder = reference_path("tied", "files") + "/";
  const auto read = [&](const std::string& name) {
    std::ifstream in(folder + name, std::ios::binary);
    return SourceFile{name, {std::istreambuf_iterator<char>(in), {}}};
  };
  std::vector<SourceFile> files = {read("tied.xml"), read("tied_india.xml"),
                                   read("tied_japan.xml")};
  files.push_back({"notes.json", "{\"author\": \"me\"}"});
  files.push_back({"more.xml", "<frontier/>"});
  const LoadedDomain made = loaded(files);
  REQUIRE(made.warnings.size() == 2);
  CHECK(made.warnings[0] == "notes.json: is neither a domain nor a profile and is left out");
  CHECK(made.warnings[1] == "more.xml: is neither a domain nor a profile and is left out");
  files.push_back({"web.json", "{\"issuesValues\": {}}"});
  CHECK(fault_of(files).find("web.json: is another domain, or in another format than") == 0);
}

TEST_CASE("a domain of three parties has three profiles") {
  const std::string folder = reference_path("tied", "files") + "/";
  const auto three = load_domain({folder + "tied.xml", folder + "tied_india.xml",
                                  folder + "tied_japan.xml", folder + "tied_india.xml"})
                         .value();
  CHECK(three.domain.profiles.size() == 3);
}
