// Whatever a file looks like, reading it gives a domain with finite utilities or one sentence.
#include <cmath>

#include <agents/preferences/files/write.hpp>
#include <tests/agents/preferences/files/loading.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/mutation.hpp>

using namespace monazite;
using namespace monazite::preferences;
using namespace monazite::tests;
using test_support::Mutator;

namespace {

const std::vector<std::string> kPieces = {"<",           ">",
                                          "\"",          "\n",
                                          "{",           "}",
                                          "[",           "]",
                                          ",",           ":",
                                          "-",           "&",
                                          "*",           "? ",
                                          "9999999999",  "1e400",
                                          "nan",         "-inf",
                                          "true",        "null",
                                          "\xff",        std::string(1, '\0'),
                                          "0.5",         "=",
                                          "#",           "type",
                                          "index=\"1\"", "\xFF\xFE"};

}  // namespace

TEST_CASE("mutants of domains in every format are read or refused with a sentence") {
  const auto original = load_domain({reference_path("offtake_price", "files")}).value();
  for (const Format format :
       {Format::kGenius, Format::kGeniusWeb, Format::kNegmas, Format::kToml}) {
    const auto written = write_domain(original.domain, format, Semantics::kGenius).value();
    Mutator mutator(20121116, kPieces, 3);
    int loads = 0;
    int faulty = 0;
    for (int i = 0; i < 300; ++i) {
      std::vector<SourceFile> files = written.files;
      SourceFile& file = files[mutator.below(files.size())];
      file.bytes = mutator.spoil(file.bytes);
      CAPTURE(name_of(format), file.name, file.bytes);
      const auto made = load_domain_files(files);
      if (!made) {
        ++faulty;
        REQUIRE(made.error().message.find('\n') == std::string::npos);
        REQUIRE(!made.error().message.empty());
        continue;
      }
      ++loads;
      for (const Profile& profile : made->domain.profiles) {
        REQUIRE(std::isfinite(profile.utility->value(made->domain.agenda, 0)));
        REQUIRE_FALSE(std::isnan(profile.reservation));
      }
    }
    CAPTURE(name_of(format));
    CHECK(loads > 10);
    CHECK(faulty > 50);
  }
}
