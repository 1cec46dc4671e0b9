#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>

#include <tests/support/catch.hpp>
#include <viz/model/string_table.hpp>
#include <viz/model/strings.hpp>

using namespace monazite;
using viz::Language;
using viz::Strings;

TEST_CASE("words are English in the code and Japanese from the table") {
  const Strings english;
  const Strings japanese{Language::kJapanese};
  CHECK(english("Parties") == "Parties");
  CHECK(japanese("Parties") == "当事者");
  CHECK(japanese("a text that nobody wrote") == "a text that nobody wrote");
  CHECK(Strings::knows("Clauses"));
  CHECK_FALSE(Strings::knows("clauses of another kind"));
}

TEST_CASE("patterns take their parts in the order of each language") {
  const std::vector<std::string> parts{"213", "546"};
  CHECK(Strings{}("day {0} of {1}", parts) == "day 213 of 546");
  CHECK(Strings{Language::kJapanese}("day {0} of {1}", parts) == "546 日中 213 日目");
  CHECK(Strings{}("a brace { and {7} and {x}", parts) == "a brace { and  and {x}");
}

TEST_CASE("parties have names in both languages, strangers their own") {
  CHECK(Strings{}.party("toyotsu", "Toyota Tsusho") == "Toyotsu");
  CHECK(Strings{Language::kJapanese}.party("irel", "IREL") == "インド希土類公社");
  CHECK(Strings{}.party("seller", "Seller") == "Seller");
  CHECK(Strings::party_in_japanese("suzuki") == "スズキ");
  CHECK(Strings::party_in_japanese("seller").empty());
}

TEST_CASE("the fonts are told all Japanese text") {
  const std::string& all = Strings::all_japanese();
  for (const char* word : {"当事者", "豊田通商", "覚書"}) {
    CHECK(all.find(word) != std::string::npos);
  }
}

TEST_CASE("every text that a panel or a control shows has its translation, once") {
  std::map<std::string_view, int> times;
  for (const viz::StringEntry& entry : viz::string_table()) ++times[entry.english];
  for (const auto& [english, count] : times) {
    INFO(english);
    CHECK(count == 1);
  }
  // Literals in tr("..."), also those that go over several lines.
  const std::regex call(R"re(\btr\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+))re");
  const std::regex piece(R"re("((?:[^"\\]|\\.)*)")re");
  std::size_t found = 0;
  for (const char* folder : {"/viz/panels", "/viz/plot"}) {
    for (const auto& file :
         std::filesystem::recursive_directory_iterator(MONAZITE_SOURCE_DIR + std::string(folder))) {
      if (file.path().extension() != ".cpp") continue;
      std::ifstream in(file.path());
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      for (std::sregex_iterator at(text.begin(), text.end(), call), end; at != end; ++at) {
        const std::string pieces = (*at)[1];
        std::string english;
        for (std::sregex_iterator p(pieces.begin(), pieces.end(), piece); p != end; ++p) {
          english += (*p)[1];
        }
        INFO(file.path().string() << ": " << english);
        CHECK(viz::Strings::knows(english));
        ++found;
      }
    }
  }
  CHECK(found > 200);
}
