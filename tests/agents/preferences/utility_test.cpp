#include <agents/preferences/utility.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;

namespace {

agenda::Agenda small_agenda() {
  std::vector<agenda::Issue> issues(3);
  const std::size_t levels[] = {2, 3, 4};
  for (std::size_t i = 0; i < 3; ++i) {
    issues[i].name = std::string(1, static_cast<char>('a' + i));
    for (std::size_t k = 0; k < levels[i]; ++k) {
      issues[i].labels.push_back(std::to_string(k));
      issues[i].values.push_back(static_cast<double>(k));
    }
  }
  return agenda::Agenda::make("small", std::move(issues)).value();
}

Additive::Parts small_parts() {
  return {0.1, {0.2, 0.3, 0.5}, {{0.1, 0.7}, {0.3, 0.9, 0.2}, {1, 0, 0.25, 1}}};
}

}  // namespace

TEST_CASE("a filled table holds the values of single packages to the last bit") {
  for (const std::string& name : tests::reference_cases()) {
    const Domain domain = tests::as_genius_reads(name);
    for (const Profile& profile : domain.profiles) {
      std::vector<double> values(domain.agenda.size());
      profile.utility->fill(domain.agenda, 0, values);
      for (Outcome i = 0; i < domain.agenda.size(); ++i) {
        REQUIRE(values[i] == profile.utility->value(domain.agenda, i));
      }
    }
  }
}

TEST_CASE("a part of a space can be filled from anywhere") {
  const agenda::Agenda agenda = small_agenda();
  const auto utility = Additive::make(agenda, small_parts()).value();
  for (Outcome first = 0; first < agenda.size(); ++first) {
    std::vector<double> values(agenda.size() - first);
    utility->fill(agenda, first, values);
    for (std::size_t k = 0; k < values.size(); ++k) {
      REQUIRE(values[k] == utility->value(agenda, first + k));
    }
  }
}

TEST_CASE("the best package has the last of the best levels of each issue") {
  const agenda::Agenda agenda = small_agenda();
  const auto utility = Additive::make(agenda, small_parts()).value();
  const std::uint32_t levels[] = {1, 1, 3};
  CHECK(utility->best(agenda) == agenda.outcome(levels));
}

TEST_CASE("a negative weight turns the order of an issue round") {
  const agenda::Agenda agenda = small_agenda();
  auto parts = small_parts();
  parts.weights[2] = -1;
  const auto utility = Additive::make(agenda, parts).value();
  const std::uint32_t levels[] = {1, 1, 1};
  CHECK(utility->best(agenda) == agenda.outcome(levels));
}

TEST_CASE("a utility that does not fit its agenda is refused with the issue's name") {
  const agenda::Agenda agenda = small_agenda();
  const auto complaint = [&](Additive::Parts parts) {
    const auto made = Additive::make(agenda, std::move(parts));
    return made ? std::string() : made.error().message;
  };
  auto parts = small_parts();
  parts.values[1].pop_back();
  CHECK(complaint(parts).find("\"b\" has 3 levels") != std::string::npos);
  parts = small_parts();
  parts.weights.pop_back();
  CHECK(complaint(parts).find("3 issues") != std::string::npos);
  parts = small_parts();
  parts.values[2][0] = std::numeric_limits<double>::quiet_NaN();
  CHECK(complaint(parts).find("\"c\"") != std::string::npos);
  parts = small_parts();
  parts.weights[0] = 1e308;
  parts.values[0][0] = 1e308;
  CHECK(complaint(parts).find("\"a\"") != std::string::npos);
}
