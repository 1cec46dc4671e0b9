#include <algorithm>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <world/treaty/clauses.hpp>

using namespace monazite;
using namespace monazite::treaty;
using CS = v1::ClauseStatus;

TEST_CASE("Each clause and each status has words of its own") {
  MouTerms mou;
  mou.volume_t_per_year = 1000;
  mou.ndpr_share = 0.255;
  std::vector<std::string> texts;
  for (int number = CS::Clause_MIN + 1; number <= CS::Clause_MAX; ++number) {
    if (!CS::Clause_IsValid(number)) continue;
    const std::string text = clause_text(static_cast<Clause>(number), mou, {});
    INFO(number);
    CHECK(text.size() > 20);
    CHECK(text.back() == '.');
    CHECK(std::find(texts.begin(), texts.end(), text) == texts.end());
    CHECK(std::string(clause_name(static_cast<Clause>(number))) != "unknown clause");
    texts.push_back(text);
  }
  CHECK(texts.size() == 12);
  CHECK(std::string(status_name(CS::STATUS_UNDER_CONSULTATION)) == "under consultation");
}

TEST_CASE("The text of a clause carries the numbers of the terms") {
  MouTerms mou;
  mou.volume_t_per_year = 1500;
  mou.share_after_plants = 0.5;
  mou.premium_percent = -5;
  mou.floor_usd_per_kg = 70;
  CHECK(clause_text(CS::CLAUSE_VOLUME, mou, {}) ==
        "India lets 1,500 t REO a year go to Japan until its magnet plants run, and 50 % of it "
        "after.");
  CHECK(clause_text(CS::CLAUSE_PRICE, mou, {}) ==
        "NdPr is priced at the index outside China less 5 %, at least 70 USD/kg.");
  mou.share_after_plants = 1;
  CHECK(clause_text(CS::CLAUSE_VOLUME, mou, {}) == "India lets 1,500 t REO a year go to Japan.");
  SupplyTerms supply;
  supply.reo_t_per_month = 83.3;
  supply.ndpr_share = 0.255;
  CHECK(clause_text(CS::CLAUSE_SUPPLY_CONTRACT, mou, supply) ==
        "IREL feeds Toyotsu's refinery for 83.3 t REO of product a month to Japan, 25.5 % of it "
        "NdPr.");
}
