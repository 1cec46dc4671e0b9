#include <agents/preferences/callback.hpp>
#include <agents/preferences/files/write.hpp>
#include <agents/preferences/hyper_rectangles.hpp>
#include <agents/preferences/linear.hpp>
#include <agents/preferences/sum_of_groups.hpp>
#include <agents/preferences/weighted_sum.hpp>
#include <protocol/agenda/issues.hpp>
#include <tests/agents/preferences/files/loading.hpp>
#include <tests/agents/reference_case.hpp>

using namespace monazite;
using namespace monazite::preferences;
using namespace monazite::tests;

namespace {

const Format kFormats[] = {Format::kGenius, Format::kGeniusWeb, Format::kNegmas, Format::kToml};

LoadedDomain through(const Domain& domain, Format format, Semantics semantics) {
  const auto written = write_domain(domain, format, semantics);
  INFO((written ? std::string{} : written.error().message));
  REQUIRE(written.has_value());
  CAPTURE(written->files.back().bytes);
  return loaded(written->files, semantics);
}

Domain with(agenda::Agenda agenda, std::shared_ptr<const Utility> utility) {
  Domain domain{"made", std::move(agenda), {}};
  Profile profile;
  profile.name = "party";
  profile.utility = std::move(utility);
  domain.profiles.push_back(std::move(profile));
  return domain;
}

agenda::Agenda numbers() {
  return agenda::Agenda::make("made",
                              {agenda::integer_issue("days", -2, 4),
                               agenda::discrete_issue("colour", {"red", "no \"way\"", "1e3"}),
                               agenda::real_issue("price", 0, 2.5, 10, {0.3})})
      .value();
}

bool mentions(const WrittenDomain& written, const std::string& words) {
  for (const std::string& sentence : written.lost) {
    if (sentence.find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a round trip through every pair of formats keeps every utility to the last bit") {
  for (const std::string& name : reference_cases()) {
    for (const Semantics semantics : {Semantics::kGenius, Semantics::kNegmas}) {
      const auto original = load_domain({reference_path(name, "files")}, semantics).value();
      for (const Format first : kFormats) {
        // Divided by 1 as it is, so that what Genius does to it again changes nothing.
        const LoadedDomain once = through(original.domain, first, semantics);
        CAPTURE(name, name_of(first), semantics);
        check_same_utilities(once.domain, original.domain);
        CHECK(once.format == first);
        for (const Format second : kFormats) {
          if (original.domain.agenda.size() > 2000) continue;  // one way is enough for large ones
          CAPTURE(name_of(second));
          check_same_utilities(through(once.domain, second, semantics).domain, original.domain);
        }
      }
    }
  }
}

TEST_CASE("reservation values, discounts and names survive where the format has them") {
  const auto original = load_domain({reference_path("discounted", "files")}).value();
  for (const Format format : {Format::kGenius, Format::kNegmas, Format::kToml}) {
    CAPTURE(name_of(format));
    const Domain back = through(original.domain, format, Semantics::kGenius).domain;
    for (std::size_t i = 0; i < 2; ++i) {
      CHECK(back.profiles[i].name == original.domain.profiles[i].name);
      CHECK(back.profiles[i].reservation == original.domain.profiles[i].reservation);
      CHECK(back.profiles[i].discount.kind == Discount::Kind::kPerTime);
      CHECK(back.profiles[i].discount.factor == original.domain.profiles[i].discount.factor);
    }
  }
  const auto web = write_domain(original.domain, Format::kGeniusWeb, Semantics::kGenius).value();
  CHECK(mentions(web, "the discount of \"discounted_india\""));
  CHECK(mentions(web, "that no deal is worth 0.25"));
}

TEST_CASE("formulae, kinds of issues and units survive in our own format") {
  std::vector<agenda::Issue> issues = numbers().issues();
  issues[0].unit = "d";
  issues[0].status_quo = 2;
  const agenda::Agenda agenda = agenda::Agenda::make("made", issues).value();
  Additive::Parts parts;
  parts.weights = {0.25, 0.5, 0.25};
  parts.functions = {Quadratic{0.1, -0.3, 0.7}, std::nullopt, Triangular{0, 0.3, 2.5}};
  parts.values = {tabulate(*parts.functions[0], agenda.issues()[0]).value(),
                  {0.1, 0.2, 1},
                  tabulate(*parts.functions[2], agenda.issues()[2]).value()};
  const Domain domain = with(agenda, Additive::make(agenda, parts).value());
  const Domain back = through(domain, Format::kToml, Semantics::kNegmas).domain;
  check_same_utilities(back, domain);
  CHECK(back.agenda.same_as(domain.agenda));
  const auto& same = dynamic_cast<const Additive&>(*back.profiles[0].utility).parts();
  CHECK(same.functions == parts.functions);
  const Domain negmas = through(domain, Format::kNegmas, Semantics::kNegmas).domain;
  check_same_utilities(negmas, domain);
  CHECK(negmas.agenda.issues()[0].kind == agenda::IssueKind::kInteger);
  CHECK(negmas.agenda.issues()[2].kind == agenda::IssueKind::kReal);
  const auto genius = write_domain(domain, Format::kGenius, Semantics::kNegmas).value();
  CHECK(mentions(genius, "issue \"days\" becomes a discrete one"));
  CHECK(mentions(genius, "the units of issues"));
  check_same_utilities(loaded(genius.files, Semantics::kNegmas).domain, domain);
}

TEST_CASE("every form of utility survives our own format, and the others as far as they go") {
  const agenda::Agenda agenda = numbers();
  std::vector<std::pair<std::string, std::shared_ptr<const Utility>>> forms;
  forms.emplace_back("linear", Linear::make(agenda, {0.1, {0.3, -0.7, 0.2}}).value());
  HyperRectangles::Parts boxes;
  boxes.bias = 0.125;
  boxes.boxes = {{{{0, {{1, 3}}}, {2, {{0, 4}, {6, 6}}}}, 0.3, 0.5, true},
                 {{{1, {{0, 1}}}}, 0.2, 1, true}};
  forms.emplace_back("boxes", HyperRectangles::make(agenda, boxes).value());
  boxes.boxes[1].inclusive = false;
  boxes.divisor = 3;
  forms.emplace_back("divided", HyperRectangles::make(agenda, boxes).value());
  forms.emplace_back("groups",
                     SumOfGroups::make(agenda, {{"a", {2, 0}, {{{1, 2}, 0.1}, {{0, 0}, 0.7}}},
                                                {"b", {1}, {{{2}, 0.2}}}})
                         .value());
  forms.emplace_back("sum",
                     WeightedSum::make({{0.5, forms[0].second}, {0.25, forms[3].second}}).value());
  forms.emplace_back("callback", std::make_shared<Callback>([](const Agenda& on, Outcome outcome) {
                       return static_cast<double>(outcome) / static_cast<double>(on.size());
                     }));
  for (const auto& [name, utility] : forms) {
    const Domain domain = with(agenda, utility);
    for (const Format format : {Format::kGeniusWeb, Format::kNegmas, Format::kToml}) {
      CAPTURE(name, name_of(format));
      const Domain back = through(domain, format, Semantics::kNegmas).domain;
      if (format == Format::kGeniusWeb) continue;  // labels of numbers may be written otherwise
      check_same_utilities(back, domain);
    }
  }
}

TEST_CASE("what a format cannot hold is refused with a sentence") {
  const agenda::Agenda agenda = numbers();
  const Domain constant = with(agenda, Linear::make(agenda, {0.5, {0.1, 0.1, 0.1}}).value());
  CHECK(write_domain(constant, Format::kGenius, Semantics::kNegmas).error().message ==
        "Genius XML cannot hold the utility of \"party\": it is neither linear additive nor a sum "
        "of boxes");
  std::vector<agenda::Issue> issues;
  for (int i = 0; i < 6; ++i)
    issues.push_back(agenda::integer_issue("i" + std::to_string(i), 0, 9));
  const agenda::Agenda large = agenda::Agenda::make("large", issues).value();
  const Domain computed =
      with(large, std::make_shared<Callback>([](const Agenda&, Outcome) { return 0.5; }));
  for (const Format format : kFormats) {
    const auto written = write_domain(computed, format, Semantics::kNegmas);
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().message.find("cannot hold the utility of \"party\"") !=
          std::string::npos);
  }
}

TEST_CASE("files of profiles are named so that parties keep their order") {
  Domain domain = with(numbers(), Linear::make(numbers(), {0, {1, 1, 1}}).value());
  domain.profiles.push_back(domain.profiles[0]);
  domain.profiles[0].name = "zoe";
  domain.profiles[1].name = "a/b";
  const auto written = write_domain(domain, Format::kNegmas, Semantics::kNegmas).value();
  CHECK(written.files[1].name == "1_zoe.yml");
  CHECK(written.files[2].name == "2_a_b.yml");
  CHECK(loaded(written.files).domain.profiles[1].name == "a/b");
}

TEST_CASE("Genius' division by an issue's largest value is undone by the weight") {
  const agenda::Agenda agenda =
      agenda::Agenda::make("sale", {agenda::discrete_issue("colour", {"red", "blue"})}).value();
  const Domain domain = with(agenda, Additive::make(agenda, {0, {0.5}, {{0.25, 0.5}}, 1}).value());
  const Domain back = through(domain, Format::kGenius, Semantics::kGenius).domain;
  check_same_utilities(back, domain);
  const Domain small = with(agenda, Additive::make(agenda, {0, {0.5}, {{-1, 0}}, 1}).value());
  CHECK(write_domain(small, Format::kGenius, Semantics::kGenius)
            .error()
            .message.find("for worthless") != std::string::npos);
  check_same_utilities(through(small, Format::kGenius, Semantics::kNegmas).domain, small);
}
