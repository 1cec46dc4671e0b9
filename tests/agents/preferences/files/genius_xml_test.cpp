#include <agents/preferences/files/load.hpp>
#include <agents/preferences/hyper_rectangles.hpp>
#include <tests/agents/preferences/files/loading.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;
using namespace monazite::tests;

namespace {

const std::string kDomain = R"(<negotiation_template><utility_space number_of_issues="2">
<objective index="0" name="Sale">
<issue index="1" name="price" type="discrete"><item index="1" value="low"/><item index="2" value="high"/></issue>
<issue index="2" name="colour" type="discrete"><item index="1" value="red"/><item index="2" value="blue"/><item index="3" value="green"/></issue>
</objective></utility_space></negotiation_template>)";

const std::string kProfile = R"(<utility_space>
<objective index="0" name="Sale">
<issue index="1" name="price" type="discrete">
<item index="1" value="low" evaluation="2"/>
<item index="2" value="high" evaluation="4"/></issue>
<issue index="2" name="colour" type="discrete">
<item index="1" value="red" evaluation="0"/>
<item index="2" value="blue" evaluation="1"/>
<item index="3" value="green" evaluation="5"/></issue>
<weight index="1" value="0.75"/>
<weight index="2" value="0.25"/>
</objective>
<discount_factor value="0.5"/>
<reservation value="0.3"/>
</utility_space>)";

LoadedDomain sale(const std::string& profile, Semantics semantics = Semantics::kGenius) {
  return loaded({{"sale.xml", kDomain}, {"seller.xml", profile}}, semantics);
}

std::string fault(const std::string& profile) {
  return fault_of({{"sale.xml", kDomain}, {"seller.xml", profile}});
}

}  // namespace

TEST_CASE("the reference domains load with the utilities that Genius and NegMAS give them") {
  for (const std::string& name : reference_cases()) {
    CAPTURE(name);
    const std::vector<std::string> folder = {reference_path(name, "files")};
    const LoadedDomain genius = load_domain(folder).value();
    CHECK(genius.semantics == Semantics::kGenius);
    CHECK(genius.warnings.empty());
    check_same_utilities(genius.domain, as_genius_reads(name));
    const LoadedDomain negmas = load_domain(folder, Semantics::kNegmas).value();
    check_same_utilities(negmas.domain, as_negmas_reads(name));
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(genius.domain.profiles[i].reservation == as_genius_reads(name).profiles[i].reservation);
    }
  }
}

TEST_CASE("the same XML gives other utilities in the two semantics") {
  const LoadedDomain genius = sale(kProfile);
  const LoadedDomain negmas = sale(kProfile, Semantics::kNegmas);
  // high, green is outcome 5; low, blue outcome 1
  CHECK(utility_of(genius, 0, 5) == 1);
  CHECK(utility_of(genius, 0, 1) == 0.75 * 0.5 + 0.25 * 0.2);
  CHECK(utility_of(negmas, 0, 5) == 0.75 * 4 + 0.25 * 5);
  CHECK(utility_of(negmas, 0, 1) == 0.75 * 2 + 0.25 * 1);
  CHECK(genius.domain.profiles[0].discount.kind == Discount::Kind::kPerTime);
  CHECK(negmas.domain.profiles[0].discount.kind == Discount::Kind::kPerRound);
  CHECK(genius.domain.profiles[0].discount.factor == 0.5);
  // NegMAS loses the reservation value of a discounted profile; we keep what the file states.
  CHECK(negmas.domain.profiles[0].reservation == 0.3);
}

TEST_CASE("discount factors of 0 or less and of 1 or more mean none") {
  for (const char* factor : {"0.0", "-1", "1", "1.00", "1.5"}) {
    CAPTURE(factor);
    for (const Semantics semantics : {Semantics::kGenius, Semantics::kNegmas}) {
      const LoadedDomain domain =
          sale(replaced(kProfile, "<discount_factor value=\"0.5\"",
                        "<discount_factor value=\"" + std::string(factor) + "\""),
               semantics);
      CHECK(domain.domain.profiles[0].discount.kind == Discount::Kind::kNone);
    }
  }
}

TEST_CASE("items out of order and without indices are found by their names") {
  const std::string text =
      replaced(replaced(kProfile, "<item index=\"1\" value=\"low\" evaluation=\"2\"/>\n", ""),
               "<item index=\"2\" value=\"high\" evaluation=\"4\"/>",
               "<item value=\"high\" evaluation=\"4\"/><item index=\"9\" value=\" low \" "
               "evaluation=\"2\"/>");
  const LoadedDomain domain = sale(text);
  for (Outcome i = 0; i < 6; ++i)
    CHECK(utility_of(domain, 0, i) == utility_of(sale(kProfile), 0, i));
}

TEST_CASE("repeated and missing indices of issues are numbered in the order of the file") {
  const LoadedDomain domain = sale(replaced(kProfile, "<issue index=\"2\" name=\"colour\"",
                                            "<issue index=\"1\" name=\"colour\""));
  REQUIRE(domain.warnings.size() == 1);
  CHECK(domain.warnings[0].find("seller.xml: indices of issues are missing or repeated") == 0);
  for (Outcome i = 0; i < 6; ++i)
    CHECK(utility_of(domain, 0, i) == utility_of(sale(kProfile), 0, i));
}

TEST_CASE("indices with gaps tie weights to issues") {
  const std::string text = replaced(replaced(kProfile, "<issue index=\"2\" name=\"colour\"",
                                             "<issue index=\"7\" name=\"colour\""),
                                    "<weight index=\"2\"", "<weight index=\"7\"");
  CHECK(sale(text).warnings.empty());
  CHECK(utility_of(sale(text), 0, 1) == utility_of(sale(kProfile), 0, 1));
}

TEST_CASE("weights that do not sum to 1 are told and kept") {
  const LoadedDomain domain = sale(replaced(kProfile, "value=\"0.75\"", "value=\"0.5\""));
  REQUIRE(domain.warnings.size() == 1);
  CHECK(domain.warnings[0] == "seller.xml: the weights sum to 0.75, not to 1");
  CHECK(utility_of(domain, 0, 5) == 0.75);
}

TEST_CASE("a sum above 1 is clipped by Genius alone") {
  const std::string text = replaced(kProfile, "value=\"0.75\"", "value=\"1\"");
  CHECK(utility_of(sale(text), 0, 5) == 1);
  CHECK(utility_of(sale(text, Semantics::kNegmas), 0, 5) == 5.25);
}

TEST_CASE("an issue whose evaluations are all 0 counts nothing") {
  std::string text = replaced(kProfile, "evaluation=\"1\"", "evaluation=\"0\"");
  text = replaced(text, "evaluation=\"5\"", "evaluation=\"0.000001\"");
  CHECK(utility_of(sale(text), 0, 5) == 0.75);
}

TEST_CASE("integer issues count from their lower bound in Genius and as they stand in NegMAS") {
  const std::string issue =
      R"(<issue index="1" name="price" type="integer" lowerbound="-5" upperbound="5">)";
  const std::string domain = "<negotiation_template><utility_space><objective name=\"root\">" +
                             issue + "</issue></objective></utility_space></negotiation_template>";
  const std::string profile =
      "<utility_space><objective name=\"root\">" + issue +
      R"(<evaluator ftype="linear" slope="0.08" offset="0.3"/></issue><weight index="1" value="1"/></objective></utility_space>)";
  const std::vector<SourceFile> files = {{"prices.xml", domain}, {"seller.xml", profile}};
  const LoadedDomain genius = loaded(files);
  CHECK(genius.domain.name == "prices");
  REQUIRE(genius.domain.agenda.size() == 11);
  CHECK(genius.domain.agenda.issues()[0].kind == agenda::IssueKind::kInteger);
  CHECK(genius.domain.agenda.issues()[0].labels[0] == "-5");
  CHECK(utility_of(genius, 0, 0) == 0.3);
  CHECK(utility_of(genius, 0, 10) == 1);  // 1.1, clipped
  const LoadedDomain negmas = loaded(files, Semantics::kNegmas);
  CHECK(utility_of(negmas, 0, 0) == -5 * 0.08 + 0.3);
  CHECK(utility_of(negmas, 0, 10) == 5 * 0.08 + 0.3);
}

TEST_CASE("a real issue's grid has the points where the evaluators bend") {
  const std::string range = R"(<range lowerbound="0" upperbound="10"/>)";
  const std::string domain =
      "<negotiation_template><utility_space><objective name=\"time\"><issue index=\"1\" "
      "name=\"days\" type=\"real\">" +
      range + "</issue></objective></utility_space></negotiation_template>";
  const auto profile = [&](const std::string& evaluator) {
    return "<utility_space><objective><issue index=\"1\" name=\"days\" type=\"real\">" + range +
           evaluator + "</issue><weight index=\"1\" value=\"1\"/></objective></utility_space>";
  };
  const LoadedDomain made = loaded(
      {{"time.xml", domain},
       {"a.xml",
        profile(
            R"(<evaluator ftype="triangular" parameter0="0" parameter1="10" parameter2="3.3"/>)")},
       {"b.xml", profile(R"(<evaluator ftype="linear" parameter0="-0.5" parameter1="0.4"/>)")},
       {"c.xml", profile(R"(<evaluator ftype="constant" parameter0="0.25"/>)")}});
  const agenda::Issue& days = made.domain.agenda.issues()[0];
  CHECK(days.kind == agenda::IssueKind::kReal);
  // 11 points, the top 3.3, the bends at 1.25 and 3.75
  CHECK(days.labels == std::vector<std::string>{"0", "1", "1.25", "2", "3", "3.3", "3.75", "4", "5",
                                                "6", "7", "8", "9", "10"});
  CHECK(made.domain.profiles.size() == 3);
  CHECK(utility_of(made, 0, 5) == 1);
  CHECK(utility_of(made, 1, 2) == 0);
  CHECK(utility_of(made, 1, 6) == 1);
  CHECK(utility_of(made, 2, 9) == 0.25);
}

TEST_CASE("hyper-rectangles pay the packages that they hold") {
  const std::string issues =
      R"(<issue index="1" name="x" type="integer" lowerbound="0" upperbound="9"/>
         <issue index="2" name="y" type="integer" lowerbound="0" upperbound="9"/>)";
  const std::string domain = "<negotiation_template><utility_space><objective name=\"boxes\">" +
                             issues + "</objective></utility_space></negotiation_template>";
  const std::string profile =
      "<utility_space><objective name=\"boxes\">" + issues +
      R"(<utility maxutility="20"><ufun type="PlainUfun" weight="1" aggregation="sum">
<hyperRectangle utility="10"><INCLUDES index="1" min="2" max="4"/><INCLUDES index="2" min="0" max="3"/></hyperRectangle>
<hyperRectangle utility="6" weight="0.5"><EXCLUDES index="1" min="0" max="3"/></hyperRectangle>
<hyperRectangle utility="1"/>
</ufun></utility></objective><reservation value="0.1"/></utility_space>)";
  const std::vector<SourceFile> files = {{"boxes.xml", domain}, {"a.xml", profile}};
  const LoadedDomain genius = loaded(files);
  CHECK(utility_of(genius, 0, 0) == 1 / 20.0);
  CHECK(utility_of(genius, 0, 23) == 11 / 20.0);
  CHECK(utility_of(genius, 0, 24) == 1 / 20.0);
  CHECK(utility_of(genius, 0, 40) == 14 / 20.0);
  CHECK(utility_of(genius, 0, 99) == 4 / 20.0);
  CHECK(utility_of(loaded(files, Semantics::kNegmas), 0, 40) == 14);
  CHECK(genius.domain.profiles[0].reservation == 0.1);
}

TEST_CASE("faults of profiles are told with file and line") {
  CHECK(fault(replaced(kProfile, "value=\"blue\"", "value=\"blau\"")) ==
        "seller.xml:8: issue \"colour\" has no value \"blau\"");
  CHECK(fault(replaced(kProfile, "<weight index=\"2\"", "<weight index=\"3\"")) ==
        "seller.xml:11: there is a weight for issue 3, but no such issue");
  CHECK(fault(replaced(kProfile, "evaluation=\"5\"", "evaluation=\"nan\"")) ==
        "seller.xml:9: the evaluation of \"green\" on issue \"colour\" must be a finite number, "
        "not \"nan\"");
  CHECK(fault(replaced(kProfile, "<reservation value=\"0.3\"", "<reservation value=\"inf\"")) ==
        "seller.xml:14: the reservation value must be a finite number, not \"inf\"");
  CHECK(fault(replaced(kProfile, "<weight index=\"1\" value=\"0.75\"/>", "<weight index=\"1\">"))
            .find("seller.xml:12:3: is not well-formed XML: ") == 0);
  CHECK(fault(replaced(kProfile, "index=\"2\" name=\"colour\"", "index=\"4\" name=\"size\"")) ==
        "seller.xml:6: issue \"size\" is not in the domain");
  CHECK(fault_of({{"sale.xml", kDomain}}) ==
        "sale.xml: there is no profile here: no file with a utility_space that has weights or "
        "evaluations");
}

TEST_CASE("spaces too large are refused before they are built") {
  const auto issue = [](int i, const std::string& high) {
    return "<issue index=\"" + std::to_string(i) + "\" name=\"i" + std::to_string(i) +
           "\" type=\"integer\" lowerbound=\"0\" upperbound=\"" + high +
           "\"><evaluator slope=\"1\" offset=\"0\"/></issue>";
  };
  const auto space = [](const std::string& issues) {
    return "<utility_space><objective>" + issues + "</objective></utility_space>";
  };
  CHECK(fault_of({{"a.xml", space(issue(1, "1000000000000"))}})
            .find("a.xml:1: issue \"i1\" has too many values") == 0);
  std::string many;
  for (int i = 1; i <= 4; ++i) many += issue(i, "99999");
  CHECK(fault_of({{"a.xml", space(many)}}).find("has more than 2^63 outcomes") !=
        std::string::npos);
}

TEST_CASE("without a domain file the first profile's issues count") {
  const LoadedDomain domain = loaded({{"a.xml", kProfile}, {"b.xml", kProfile}});
  CHECK(domain.domain.profiles.size() == 2);
  CHECK(domain.domain.agenda.size() == 6);
  REQUIRE(domain.warnings.size() == 1);
  CHECK(domain.warnings[0] == "a.xml: there is no domain file; the issues of this profile count");
}
