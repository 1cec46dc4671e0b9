#include <tests/support/catch.hpp>
#include <tests/world/app/told_run.hpp>
#include <world/lab/wording.hpp>

using namespace monazite;
using nlohmann::json;
using test_support::told_run;

namespace {

const json& object() {
  static const json kept = app::report_json(told_run().report);
  return kept;
}

}  // namespace

TEST_CASE("the object holds the whole story, line by line") {
  const auto& story = told_run().report.story;
  REQUIRE(object().at("story").size() == story.size());
  for (std::size_t i = 0; i < story.size(); ++i) {
    const json& line = object()["story"][i];
    CHECK(line.at("day") == base::to_string(story[i].day));
    CHECK(line.at("text") == story[i].text);
    CHECK(line.contains("why") == !story[i].why.empty());
    CHECK(line.contains("source") == !story[i].source.empty());
  }
}

TEST_CASE("the object holds each party's measures, and null for what means nothing to it") {
  const auto& parties = told_run().measures.parties;
  REQUIRE(object().at("parties").size() == parties.size());
  const auto same = [](const json& found, const std::optional<double>& wanted) {
    return wanted ? found == *wanted : found.is_null();
  };
  for (std::size_t i = 0; i < parties.size(); ++i) {
    const json& found = object()["parties"][i];
    CAPTURE(parties[i].name);
    CHECK(found.at("party") == parties[i].name);
    CHECK(found.at("gain_musd") == parties[i].gain_musd);
    CHECK(same(found.at("gain_on_what_came_true_musd"), parties[i].gain_true_musd));
    CHECK(same(found.at("delivered_reo_t"), parties[i].delivered_reo_t));
    CHECK(same(found.at("delivered_ndpr_t"), parties[i].delivered_ndpr_t));
    CHECK(same(found.at("received_reo_t"), parties[i].received_reo_t));
    CHECK(same(found.at("received_ndpr_t"), parties[i].received_ndpr_t));
    CHECK(same(found.at("received_indian_ndpr_t"), parties[i].received_indian_ndpr_t));
    CHECK(same(found.at("worst_cover_days"), parties[i].worst_cover_days));
    CHECK(same(found.at("unmet_ndpr_t"), parties[i].unmet_ndpr_t));
    CHECK(same(found.at("missing_magnets_t"), parties[i].missing_magnets_t));
  }
}

TEST_CASE("each deal has a number for each issue of its agenda, agreed and before") {
  const auto& deals = told_run().measures.deals;
  REQUIRE(object().at("deals").size() == deals.size());
  REQUIRE(!deals.empty());
  for (std::size_t i = 0; i < deals.size(); ++i) {
    const json& found = object()["deals"][i];
    const std::size_t which = deals[i].table == v1::TABLE_CONSULTATION      ? 0
                              : deals[i].table == v1::TABLE_SUPPLY_CONTRACT ? 1
                                                                            : 2;
    const agenda::Agenda& agenda = test_support::short_crisis().agendas[which];
    CHECK(found.at("table") == lab::table_words(deals[i].table));
    for (const char* terms : {"terms", "status_quo", "in_force_before"}) {
      CHECK(found.at(terms).size() == agenda.issues().size());
    }
    const std::string& first = agenda.issues()[0].name;
    CHECK(found["terms"].at(first) == agenda.value(deals[i].outcome, 0));
  }
}

TEST_CASE("each series has one value a month") {
  const std::size_t months = told_run().played.chronicle.months.size();
  REQUIRE(object().at("months").size() == months);
  CHECK(object()["months"].front() == "2024-01-31");
  for (const auto& [name, values] : object().at("series").items()) {
    CAPTURE(name);
    CHECK(values.size() == months);
  }
}
