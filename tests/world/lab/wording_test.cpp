#include <tests/support/catch.hpp>
#include <world/lab/wording.hpp>

using namespace monazite;

TEST_CASE("numbers are written as a person writes them") {
  CHECK(lab::number_words(1500, 0) == "1,500");
  CHECK(lab::number_words(-1234567.75, 1) == "-1,234,567.8");
  CHECK(lab::number_words(0.255, 3) == "0.255");
  CHECK(lab::number_words(2.50, 2) == "2.5");
  CHECK(lab::number_words(-0.0001, 1) == "0");
  CHECK(lab::number_words(999, 0) == "999");
}

TEST_CASE("every office, act and clause has words") {
  for (int i = 1; i < v1::Office_ARRAYSIZE; ++i) {
    if (v1::Office_IsValid(i)) CHECK(lab::office_words(static_cast<v1::Office>(i)) != "nobody");
  }
  for (int i = 1; i < v1::Act_ARRAYSIZE; ++i) {
    if (v1::Act_IsValid(i)) CHECK(lab::act_words(static_cast<v1::Act>(i)) != "does nothing");
  }
  for (int i = 1; i < v1::ReasonCode_ARRAYSIZE; ++i) {
    v1::Reason reason;
    reason.set_code(static_cast<v1::ReasonCode>(i));
    const bool silent = i == v1::REASON_CODE_NOTHING_PAYS || i == v1::REASON_CODE_REPLAYED;
    INFO(v1::ReasonCode_Name(static_cast<v1::ReasonCode>(i)));
    CHECK(lab::reason_words(reason).empty() == silent);
  }
}

TEST_CASE("a level with a bare number gets its unit") {
  agenda::Issue issue;
  issue.unit = "t/year";
  issue.labels = {"500", "as mined"};
  issue.values = {500, 1};
  CHECK(lab::level_words(issue, 0) == "500 t/year");
  CHECK(lab::level_words(issue, 1) == "as mined");
}

TEST_CASE("a package is told by the labels of its levels, in issue order") {
  std::vector<agenda::Issue> issues(2);
  issues[0] = {"volume", "t", {"low", "high"}, {1, 2}};
  issues[1] = {"price", "", {"60", "70"}, {60, 70}};
  const auto agenda = agenda::Agenda::make("deal", issues).value();
  CHECK(lab::levels_words(agenda, 3) == "high, 70");
}
