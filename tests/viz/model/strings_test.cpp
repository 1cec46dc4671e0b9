#include <tests/support/catch.hpp>
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
