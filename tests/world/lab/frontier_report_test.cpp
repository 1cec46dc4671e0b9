#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>
#include <world/lab/frontier_report.hpp>

using namespace monazite;
using lab::AnalysedDomain;
using preferences::Definitions;

namespace {

AnalysedDomain analysed(const std::string& name, Definitions definitions, bool unit = false) {
  return {definitions == Definitions::kGenius ? tests::as_genius_reads(name)
                                              : tests::as_negmas_reads(name),
          {definitions, unit, false}};
}

bool has(const std::string& text, const std::string& what) {
  return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("the JSON object has NegMAS' frontier and points of a reference domain") {
  const auto out = nlohmann::json::parse(
      lab::frontier_json(analysed("tied", Definitions::kNegmas), "negmas", {"a warning"}));
  const auto expected = tests::reference_json("tied", "analysis.json").at("raw");
  CHECK(out.at("outcomes") == 60);
  CHECK(out.at("reservation") == nlohmann::json({0.0, 0.0}));
  REQUIRE(out.at("pareto").size() == expected.at("n_pareto").get<std::size_t>());
  for (std::size_t i = 0; i < out.at("pareto").size(); ++i) {
    CHECK(out.at("pareto").at(i).at("index") == expected.at("pareto").at(i).at("outcome_index"));
    CHECK(out.at("pareto").at(i).at("utilities") == expected.at("pareto").at(i).at("utils"));
  }
  const std::pair<const char*, const char*> names[]{{"nash", "nash"},
                                                    {"kalai", "kalai"},
                                                    {"kalai_smorodinsky", "ks"},
                                                    {"max_welfare", "max_welfare"}};
  for (const auto& [ours, theirs] : names) {
    INFO(ours);
    REQUIRE(out.at(ours).size() == expected.at(theirs).size());
    for (const auto& point : out.at(ours)) {
      CHECK(std::any_of(
          expected.at(theirs).begin(), expected.at(theirs).end(),
          [&](const auto& other) { return other.at("outcome_index") == point.at("index"); }));
    }
  }
  CHECK(out.at("opposition").get<double>() ==
        Approx(expected.at("opposition_level").get<double>()).epsilon(1e-9));
  CHECK(out.at("rational_fraction") == 1.0);
  CHECK(out.at("warnings") == nlohmann::json({"a warning"}));
  CHECK(out.at("semantics") == "negmas");
  CHECK(out.at("definitions") == "negmas");
  CHECK(out.at("lotteries").at("nash").at("utilities").size() == 2);
}

TEST_CASE("without a zone the JSON object has empty lists and an infinite opposition") {
  const auto out = nlohmann::json::parse(
      lab::frontier_json(analysed("no_zone", Definitions::kNegmas), "negmas", {}));
  CHECK(out.at("pareto").empty());
  CHECK(out.at("nash").empty());
  CHECK(out.at("opposition") == "inf");
  CHECK_FALSE(out.contains("lotteries"));
  CHECK(has(lab::frontier_text(analysed("no_zone", Definitions::kNegmas), "negmas", 30),
            "there is no frontier"));
}

TEST_CASE("normalising changes utilities and reservation values alike") {
  const auto out = nlohmann::json::parse(
      lab::frontier_json(analysed("narrow_zone", Definitions::kNegmas, true), "negmas", {}));
  const auto expected =
      tests::reference_json("narrow_zone", "analysis.json").at("normalized_independent_0_1");
  CHECK(out.at("normalised") == "unit");
  for (std::size_t k = 0; k < 2; ++k) {
    CHECK(out.at("reservation").at(k).get<double>() ==
          Approx(expected.at("reserved_values").at(k).get<double>()).epsilon(1e-9));
    CHECK(out.at("nash").at(0).at("utilities").at(k).get<double>() ==
          Approx(expected.at("nash").at(0).at("utils").at(k).get<double>()).epsilon(1e-9));
  }
}

TEST_CASE("the page names parties, points, definitions and packages, and cuts a long frontier") {
  const AnalysedDomain domain = analysed("supply_contract", Definitions::kGenius);
  const std::string text = lab::frontier_text(domain, "genius", 5);
  for (const char* words :
       {"1,680 outcomes of 5 issues, 2 parties", "points as genius defines them", "Nash",
        "Kalai-Smorodinsky", "max prod(u - rv)", "opposition", "0.2451", "and 17 more"}) {
    INFO(words);
    CHECK(has(text, words));
  }
  CHECK(has(text, domain.domain().profiles[1].name));
  CHECK(has(text, domain.words(domain.analysis().find("nash")->packages[0])));
}

TEST_CASE("the CSV has a row for each outcome on the frontier") {
  const AnalysedDomain domain = analysed("allocation", Definitions::kNegmas);
  const std::string csv = lab::frontier_csv(domain);
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 9);
  CHECK(has(csv, "\n10,0.93788577777777782,0.97918249056603779,20,index+5%,10%,nash kalai "));
}

TEST_CASE("the picture has the marks of all four points") {
  const std::string svg = lab::frontier_svg(analysed("mou_core", Definitions::kNegmas));
  for (const char* words : {"Nash", "Kalai", "Kalai-Smorodinsky", "max. welfare", "Pareto frontier",
                            "no deal: 0.4", "23,040 outcomes, 49 on the frontier"}) {
    INFO(words);
    CHECK(has(svg, words));
  }
}

TEST_CASE("three parties have a frontier, points and a picture of the first two") {
  preferences::Domain domain = tests::as_negmas_reads("tied");
  domain.profiles.push_back(domain.profiles[0]);
  domain.profiles[2].name = "third";
  domain.profiles[2].reservation = -std::numeric_limits<double>::infinity();
  const AnalysedDomain three(std::move(domain), {Definitions::kMonazite, false, true});
  const auto out = nlohmann::json::parse(lab::frontier_json(three, "negmas", {}));
  CHECK(out.at("pareto").at(0).at("utilities").size() == 3);
  CHECK(out.at("reservation").at(2) == "-inf");
  CHECK_FALSE(out.contains("lotteries"));
  CHECK(out.contains("conflict"));
  CHECK(has(lab::frontier_text(three, "negmas", 30), "third"));
  CHECK(has(lab::frontier_svg(three), "the first two of 3 parties"));
}
