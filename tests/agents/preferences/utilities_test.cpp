// Properties that every form of utility has, and what each form is by its formula.
#include <cmath>

#include <agents/preferences/callback.hpp>
#include <agents/preferences/hyper_rectangles.hpp>
#include <agents/preferences/linear.hpp>
#include <agents/preferences/mapping.hpp>
#include <agents/preferences/sum_of_groups.hpp>
#include <agents/preferences/weighted_sum.hpp>
#include <protocol/agenda/issues.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;

namespace {

agenda::Agenda sale() {
  return agenda::Agenda::make("sale", {agenda::integer_issue("days", 1, 5),
                                       agenda::discrete_issue("colour", {"red", "blue"}),
                                       agenda::real_issue("price", 0, 1, 4, {})})
      .value();
}

std::vector<std::shared_ptr<const Utility>> forms(const agenda::Agenda& agenda) {
  std::vector<std::shared_ptr<const Utility>> all;
  all.push_back(Linear::make(agenda, {0.1, {0.3, -0.7, 0.2}}).value());
  HyperRectangles::Parts boxes{
      0.1, {{{{0, {{1, 2}, {4, 4}}}}, 0.3, 0.7, true}, {{{2, {{0, 1}}}}, 0.2, 1, false}}, 3, 1};
  all.push_back(HyperRectangles::make(agenda, boxes).value());
  all.push_back(SumOfGroups::make(agenda, {{"a", {2, 0}, {{{1, 2}, 0.1}, {{4, 0}, 0.7}}},
                                           {"b", {1}, {{{1}, 0.2}}}})
                    .value());
  all.push_back(Mapping::make(agenda, {{49, 0.5}, {7, 0.25}, {8, 1}}, 0.1).value());
  all.push_back(std::make_shared<Callback>([](const Agenda& on, Outcome outcome) {
    return std::sqrt(on.value(outcome, 0) + static_cast<double>(outcome));
  }));
  all.push_back(WeightedSum::make({{0.3, all[0]}, {0.7, all[4]}}).value());
  return all;
}

}  // namespace

TEST_CASE("every form fills tables with the values of single packages to the last bit") {
  const agenda::Agenda agenda = sale();
  for (const auto& utility : forms(agenda)) {
    for (const Outcome first : {Outcome{0}, Outcome{1}, Outcome{7}, Outcome{49}}) {
      std::vector<double> values(agenda.size() - first);
      utility->fill(agenda, first, values);
      for (std::size_t k = 0; k < values.size(); ++k) {
        REQUIRE(values[k] == utility->value(agenda, first + k));
      }
    }
  }
}

TEST_CASE("the best package that a form names is worth as much as any") {
  const agenda::Agenda agenda = sale();
  for (const auto& utility : forms(agenda)) {
    const auto best = utility->best(agenda);
    if (!best) continue;
    for (Outcome outcome = 0; outcome < agenda.size(); ++outcome) {
      REQUIRE(utility->value(agenda, *best) >= utility->value(agenda, outcome));
    }
  }
  CHECK(forms(agenda)[0]->best(agenda).has_value());
}

TEST_CASE("forms follow their formulae") {
  const agenda::Agenda agenda = sale();
  const auto all = forms(agenda);
  const std::uint32_t levels[] = {2, 1, 4};  // 3 days, blue, price 1
  const Outcome outcome = agenda.outcome(levels);
  CHECK(all[0]->value(agenda, outcome) == 0.1 + (0.3 * 3 - 0.7 * 1 + 0.2 * 1));
  CHECK(all[1]->value(agenda, outcome) == (0.1 + 0.3 * 0.7 + 0.2) / 3);
  CHECK(all[2]->value(agenda, outcome) == 0.2);
  const std::uint32_t other[] = {0, 0, 4};
  CHECK(all[2]->value(agenda, agenda.outcome(other)) == 0.7);
  CHECK(all[3]->value(agenda, 7) == 0.25);
  CHECK(all[3]->value(agenda, 9) == 0.1);
  CHECK(all[5]->value(agenda, outcome) ==
        0.3 * all[0]->value(agenda, outcome) + 0.7 * all[4]->value(agenda, outcome));
}

TEST_CASE("parts that do not fit are refused with a sentence") {
  const agenda::Agenda agenda = sale();
  const double nan = std::nan("");
  CHECK(Linear::make(agenda, {0, {1, 1}})
            .error()
            .message.find("one weight for each of its 3 issues") != std::string::npos);
  CHECK(
      Linear::make(agenda, {0, {nan, 1, 1}}).error().message.find("the weight of issue \"days\"") !=
      std::string::npos);
  CHECK(Linear::make(agenda, {0, {1e308, 1, 1}}).error().message.find("finite") !=
        std::string::npos);
  CHECK(HyperRectangles::make(agenda, {0, {{{{0, {{3, 5}}}}, 1, 1, true}}})
            .error()
            .message.find("box 1 bounds issue \"days\" by levels that it does not have") !=
        std::string::npos);
  CHECK(HyperRectangles::make(agenda, {0, {}, 0}).error().message.find("other than 0") !=
        std::string::npos);
  CHECK(HyperRectangles::make(agenda, {0, {{{}, nan, 1, true}}}).error().message.find("box 1") !=
        std::string::npos);
  CHECK(SumOfGroups::make(agenda, {{"a", {0, 1}, {}}, {"b", {1}, {}}})
            .error()
            .message.find("group \"b\" has issue \"colour\", which is in use already") !=
        std::string::npos);
  CHECK(
      SumOfGroups::make(agenda, {{"a", {1}, {{{1}, 0}, {{1}, 1}}}}).error().message.find("twice") !=
      std::string::npos);
  CHECK(
      SumOfGroups::make(agenda, {{"a", {1}, {{{2}, 0}}}}).error().message.find("does not exist") !=
      std::string::npos);
  CHECK(Mapping::make(agenda, {{50, 0}}, 0)
            .error()
            .message.find("outcome 50 of a mapping does not exist") != std::string::npos);
  CHECK(Mapping::make(agenda, {{5, 0}, {5, 1}}, 0).error().message.find("twice") !=
        std::string::npos);
  CHECK(Mapping::make(agenda, {}, nan).error().message.find("finite") != std::string::npos);
  CHECK(WeightedSum::make({}).error().message.find("at least one") != std::string::npos);
}
