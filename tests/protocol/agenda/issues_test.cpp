#include <protocol/agenda/issues.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::agenda;

TEST_CASE("names that are all numbers are the numbers of a discrete issue") {
  CHECK(discrete_issue("a", {"100", "2.5", "-1e3"}).values == std::vector<double>{100, 2.5, -1000});
  CHECK(discrete_issue("a", {"100", "many"}).values == std::vector<double>{0, 1});
  CHECK(discrete_issue("a", {"1", "inf"}).values == std::vector<double>{0, 1});
}

TEST_CASE("an integer issue has all whole numbers of its range") {
  const Issue issue = integer_issue("a", -2, 1);
  CHECK(issue.kind == IssueKind::kInteger);
  CHECK(issue.values == std::vector<double>{-2, -1, 0, 1});
  CHECK(issue.labels.front() == "-2");
  CHECK(integer_issue("a", 3, 3).levels() == 1);
}

TEST_CASE("a real issue's grid has both ends, equal steps and the points asked for inside") {
  const Issue issue = real_issue("a", 0, 1, 4, {0.3, 0.25, -1, 2});
  CHECK(issue.kind == IssueKind::kReal);
  CHECK(issue.values == std::vector<double>{0, 0.25, 0.3, 0.5, 0.75, 1});
  CHECK(issue.labels[2] == "0.3");
  CHECK(real_issue("a", 2, 2, 10, {}).levels() == 1);
  const Issue wide = real_issue("a", -1e308, 1e308, 2, {});
  CHECK(wide.values == std::vector<double>{-1e308, 0, 1e308});
}

TEST_CASE("kinds of issues survive the way through a message") {
  const Agenda agenda = Agenda::make("t", {integer_issue("i", 0, 3), real_issue("r", 0, 1, 2, {}),
                                           discrete_issue("d", {"x", "y"})})
                            .value();
  monazite::v1::Agenda message;
  agenda.to_message(message);
  CHECK(message.issues(2).kind() == monazite::v1::ISSUE_KIND_UNSPECIFIED);
  CHECK(Agenda::from_message(message).value().same_as(agenda));
}

TEST_CASE("numbers of integer and real issues must ascend, and an integer's be whole") {
  Issue issue = integer_issue("i", 0, 2);
  issue.values[1] = 0.5;
  CHECK(Agenda::make("t", {issue})
            .error()
            .message.find("of whole numbers has another at level '1'") != std::string::npos);
  issue.kind = IssueKind::kReal;
  CHECK(Agenda::make("t", {issue}).has_value());
  issue.values[1] = 3;
  CHECK(Agenda::make("t", {issue}).error().message.find("does not ascend") != std::string::npos);
}
