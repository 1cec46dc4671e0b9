#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/draws.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/last_words.hpp>

using namespace monazite;
using agenda::Agenda;
using agenda::Issue;
using agenda::Outcome;

namespace {

constexpr base::Purpose kShape{"tests.agenda.shape"};

Issue issue_of(std::string name, std::uint32_t levels, std::uint32_t status_quo = 0) {
  Issue issue;
  issue.name = std::move(name);
  issue.unit = "t";
  for (std::uint32_t level = 0; level < levels; ++level) {
    issue.labels.push_back("level " + std::to_string(level));
    issue.values.push_back(10.0 * level);
  }
  issue.status_quo = status_quo;
  return issue;
}

std::vector<Issue> sound_issues() {
  return {issue_of("volume", 4, 1), issue_of("price", 3, 2), issue_of("term", 5)};
}

/// The sentence with which these issues are refused.
std::string refusal(std::vector<Issue> issues) {
  const auto made = Agenda::make("talks", std::move(issues));
  REQUIRE_FALSE(made.has_value());
  CHECK(made.error().code == base::ErrorCode::kBadInput);
  return made.error().message;
}

/// One to six issues of one to seven levels.
Agenda random_agenda(const base::Draws& draws, int trial) {
  const base::Day day{trial};
  std::vector<Issue> issues;
  const auto count = static_cast<std::uint32_t>(1 + draws.below(6, kShape, day));
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto levels = static_cast<std::uint32_t>(1 + draws.below(7, kShape, day, 1, i));
    const auto status_quo = static_cast<std::uint32_t>(draws.below(levels, kShape, day, 2, i));
    issues.push_back(issue_of("issue " + std::to_string(i), levels, status_quo));
  }
  return Agenda::make("random", std::move(issues)).value();
}

}  // namespace

TEST_CASE("an outcome is the mixed-radix number of its levels, the last issue fastest") {
  const Agenda agenda = Agenda::make("talks", sound_issues()).value();
  CHECK(agenda.size() == 60);
  const std::uint32_t levels[] = {3, 1, 4};
  CHECK(agenda.outcome(levels) == (3 * 3 + 1) * 5 + 4);
  CHECK(agenda.status_quo() == (1 * 3 + 2) * 5 + 0);
  CHECK(agenda.stride(0) == 15);
  CHECK(agenda.stride(2) == 1);
  CHECK(agenda.value(agenda.outcome(levels), 2) == 40.0);
  CHECK(agenda.contains(59));
  CHECK_FALSE(agenda.contains(60));
  CHECK(agenda.find("price") == std::size_t{1});
  CHECK(agenda.find("colour") == std::nullopt);
}

TEST_CASE("levels and outcomes turn into each other without loss on any agenda") {
  const base::Draws draws(11);
  for (int trial = 0; trial < 60; ++trial) {
    const Agenda agenda = random_agenda(draws, trial);
    std::vector<std::uint32_t> levels(agenda.issues().size());
    std::set<std::vector<std::uint32_t>> seen;
    const std::uint64_t step = 1 + agenda.size() / 500;
    for (Outcome outcome = 0; outcome < agenda.size(); outcome += step) {
      agenda.levels(outcome, levels.data());
      REQUIRE(agenda.outcome(levels.data()) == outcome);
      REQUIRE(seen.insert(levels).second);
      for (std::size_t i = 0; i < levels.size(); ++i) {
        REQUIRE(agenda.level(outcome, i) == levels[i]);
      }
    }
  }
}

TEST_CASE("changing one issue's level leaves the others as they are") {
  const base::Draws draws(12);
  for (int trial = 0; trial < 60; ++trial) {
    const Agenda agenda = random_agenda(draws, trial);
    const Outcome outcome = draws.below(agenda.size(), kShape, base::Day{trial}, 3);
    std::vector<std::uint32_t> levels(agenda.issues().size());
    for (std::size_t issue = 0; issue < levels.size(); ++issue) {
      for (std::uint32_t level = 0; level < agenda.issues()[issue].levels(); ++level) {
        agenda.levels(outcome, levels.data());
        levels[issue] = level;
        REQUIRE(agenda.with_level(outcome, issue, level) == agenda.outcome(levels.data()));
      }
    }
  }
}

TEST_CASE("a level that does not exist makes no outcome") {
  const Agenda agenda = Agenda::make("talks", sound_issues()).value();
  const std::uint32_t levels[] = {3, 3, 4};
  CHECK(testing::end_of([&] { static_cast<void>(agenda.outcome(levels)); }).aborted);
}

TEST_CASE("an agenda survives the way into a message and back") {
  const Agenda agenda = Agenda::make("talks", sound_issues()).value();
  v1::Agenda message;
  message.set_name("to be overwritten");
  message.add_issues()->set_name("to be removed");
  agenda.to_message(message);
  const auto back = Agenda::from_message(message);
  REQUIRE(back.has_value());
  CHECK(back->same_as(agenda));
  CHECK(back->size() == agenda.size());
  CHECK(back->status_quo() == agenda.status_quo());
}

TEST_CASE("agendas that differ in anything are not the same") {
  const Agenda agenda = Agenda::make("talks", sound_issues()).value();
  CHECK_FALSE(agenda.same_as(Agenda::make("other talks", sound_issues()).value()));
  for (int what = 0; what < 6; ++what) {
    std::vector<Issue> issues = sound_issues();
    if (what == 0) issues[1].name = "cost";
    if (what == 1) issues[1].unit = "kg";
    if (what == 2) issues[1].labels[2] = "most";
    if (what == 3) issues[1].values[2] = 21;
    if (what == 4) issues[1].status_quo = 0;
    if (what == 5) issues.pop_back();
    CAPTURE(what);
    CHECK_FALSE(agenda.same_as(Agenda::make("talks", std::move(issues)).value()));
  }
}

TEST_CASE("an agenda that nobody could negotiate is refused with a sentence that says where") {
  CHECK(refusal({}) == "agenda 'talks': needs at least one issue");
  auto issues = sound_issues();
  issues[1] = issue_of("price", 0);
  CHECK(refusal(issues) == "agenda 'talks': issue 'price' has no level");
  issues = sound_issues();
  issues[2].labels.pop_back();
  CHECK(refusal(issues) == "agenda 'talks': issue 'term' has 4 labels for 5 values");
  issues = sound_issues();
  issues[2].name = "volume";
  CHECK(refusal(issues) == "agenda 'talks': has issue 'volume' twice");
  issues = sound_issues();
  issues[1].name.clear();
  CHECK(refusal(issues) == "agenda 'talks': has no name for issue 2");
  issues = sound_issues();
  issues[0].labels[3] = "level 1";
  CHECK(refusal(issues) == "agenda 'talks': issue 'volume' calls two levels 'level 1'");
  issues = sound_issues();
  issues[0].labels[3].clear();
  CHECK(refusal(issues) == "agenda 'talks': issue 'volume' has no label for level 3");
  issues = sound_issues();
  issues[1].status_quo = 3;
  CHECK(refusal(issues) ==
        "agenda 'talks': issue 'price' puts its status quo at level 3, but its levels end at 2");
  for (const double value : {std::numeric_limits<double>::quiet_NaN(), HUGE_VAL, -HUGE_VAL}) {
    issues = sound_issues();
    issues[0].values[2] = value;
    CHECK(refusal(issues) ==
          "agenda 'talks': issue 'volume' has a value that is not a finite number at level 'level "
          "2'");
  }
}

TEST_CASE("a message that holds no sound agenda is refused in the same words") {
  v1::Agenda message;
  message.set_name("from afar");
  CHECK(Agenda::from_message(message).error().message ==
        "agenda 'from afar': needs at least one issue");
  v1::Issue& issue = *message.add_issues();
  issue.set_name("volume");
  issue.add_labels("none");
  issue.add_labels("some");
  issue.add_values(0);
  CHECK(Agenda::from_message(message).error().message ==
        "agenda 'from afar': issue 'volume' has 2 labels for 1 values");
}

TEST_CASE("spaces up to 2^63 outcomes are indexed, larger ones refused") {
  // 64^10 * 8 = 2^63
  std::vector<Issue> issues;
  for (int i = 0; i < 10; ++i) issues.push_back(issue_of("issue " + std::to_string(i), 64));
  issues.push_back(issue_of("last", 8));
  const Agenda agenda = Agenda::make("huge", issues).value();
  CHECK(agenda.size() == std::uint64_t{1} << 63U);
  const Outcome last = agenda.size() - 1;
  std::vector<std::uint32_t> levels(issues.size());
  agenda.levels(last, levels.data());
  CHECK(levels.front() == 63);
  CHECK(levels.back() == 7);
  CHECK(agenda.level(last, 0) == 63);
  CHECK(agenda.with_level(last, 0, 0) == last % agenda.stride(0));
  CHECK(agenda.outcome(levels.data()) == last);

  issues.push_back(issue_of("one too many", 2));
  CHECK(refusal(issues) ==
        "agenda 'talks': has more than 2^63 outcomes; leave out issues or levels");
}

TEST_CASE("spaces just below and above 32 bits are indexed alike") {
  for (const std::uint32_t first : {255U, 256U, 257U}) {
    std::vector<Issue> issues{issue_of("first", first)};
    for (int i = 0; i < 3; ++i) issues.push_back(issue_of("issue " + std::to_string(i), 256));
    const Agenda agenda = Agenda::make("edge", issues).value();
    const Outcome last = agenda.size() - 1;
    CAPTURE(first);
    CHECK(agenda.level(last, 0) == first - 1);
    CHECK(agenda.level(last, 3) == 255);
    CHECK(agenda.with_level(last, 0, 0) == agenda.stride(0) - 1);
  }
}
