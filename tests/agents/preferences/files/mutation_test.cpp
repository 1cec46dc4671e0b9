// Whatever a file looks like, reading it gives a domain with finite utilities or one sentence.
#include <cmath>

#include <agents/preferences/files/write.hpp>
#include <tests/agents/preferences/files/loading.hpp>
#include <tests/agents/reference_case.hpp>

using namespace monazite;
using namespace monazite::preferences;
using namespace monazite::tests;

namespace {

/// A small generator of numbers with a seed (splitmix64, Steele et al. 2014), the same everywhere.
class Mixer {
 public:
  explicit Mixer(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t bound) {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return static_cast<std::size_t>((z ^ (z >> 31U)) % bound);
  }

 private:
  std::uint64_t state_;
};

std::string mutated(std::string text, Mixer& mixer) {
  static const std::vector<std::string> kPieces = {"<",           ">",
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
  const std::size_t edits = 1 + mixer.below(3);
  for (std::size_t i = 0; i < edits && !text.empty(); ++i) {
    const std::size_t at = mixer.below(text.size());
    const std::size_t length = std::min<std::size_t>(text.size() - at, 1 + mixer.below(30));
    switch (mixer.below(5)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, kPieces[mixer.below(kPieces.size())]);
        break;
      case 2:
        text.insert(mixer.below(text.size()), text.substr(at, length));
        break;
      case 3:
        text[at] = static_cast<char>(mixer.below(256));
        break;
      default:
        text.resize(at);
        break;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("mutants of domains in every format are read or refused with a sentence") {
  const auto original = load_domain({reference_path("offtake_price", "files")}).value();
  for (const Format format :
       {Format::kGenius, Format::kGeniusWeb, Format::kNegmas, Format::kToml}) {
    const auto written = write_domain(original.domain, format, Semantics::kGenius).value();
    Mixer mixer(20121116);
    int loads = 0;
    int faulty = 0;
    for (int i = 0; i < 300; ++i) {
      std::vector<SourceFile> files = written.files;
      SourceFile& file = files[mixer.below(files.size())];
      file.bytes = mutated(file.bytes, mixer);
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
