#include <set>
#include <string>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <viz/model/level_words.hpp>
#include <viz/model/phrases.hpp>
#include <world/lab/wording.hpp>

using namespace monazite;

TEST_CASE("in a narrow column the levels of an issue are short and still told apart") {
  const auto scenario = test_support::scenario("june-2025");
  constexpr std::size_t kLongest = 15;
  std::size_t shorter = 0;
  for (const agenda::Agenda& agenda : scenario.agendas) {
    for (const agenda::Issue& issue : agenda.issues()) {
      std::set<std::string> seen, in_japanese;
      for (std::uint32_t level = 0; level < issue.levels(); ++level) {
        const std::string words = viz::short_level_words(issue, level);
        INFO(issue.name << ": " << words);
        CHECK(seen.insert(words).second);
        CHECK(in_japanese.insert(viz::in_japanese(words)).second);
        CHECK(words.size() <= kLongest);
        shorter += words.size() < lab::level_words(issue, level).size() ? 1 : 0;
      }
    }
  }
  CHECK(shorter > 40);
  CHECK(viz::short_level("1,500 t REO/year") == "1,500 t/yr");
  CHECK(viz::short_level("25.5 % NdPr (whole basket)") == "25.5 % NdPr");
  CHECK(viz::short_level("what nobody knows") == "what nobody knows");
}
