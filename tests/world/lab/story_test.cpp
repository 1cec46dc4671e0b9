#include <cstdlib>
#include <fstream>

#include <tests/support/catch.hpp>
#include <tests/world/lab/played.hpp>
#include <world/lab/measures.hpp>
#include <world/lab/story.hpp>
#include <world/lab/wording.hpp>

using namespace monazite;

namespace {

std::string text_of(const std::vector<lab::StoryLine>& story) {
  std::string text;
  for (const lab::StoryLine& line : story) {
    text += base::to_string(line.day) + "  " + line.text;
    if (!line.why.empty()) text += " (" + line.why + ")";
    if (!line.source.empty()) text += " [" + line.source + "]";
    text += "\n";
  }
  return text;
}

}  // namespace

/// Whole runs as readable text. After a wanted change of the model write them anew with
///   MONAZITE_WRITE_GOLDENS=1 ./monazite test -R "stories of two seeds"
/// and read the difference before you commit it.
TEST_CASE("the stories of two seeds are those in tests/goldens/stories") {
  for (const std::uint64_t seed : {1U, 3U}) {
    engine::HistoryOptions options;
    options.seed = seed;
    const auto played = lab::play(test_support::june_2025(), options, "");
    REQUIRE(played.has_value());
    const std::string story = text_of(lab::tell(played->chronicle, test_support::june_2025()));
    const std::string path = std::string(MONAZITE_TEST_DIR) + "/goldens/stories/june-2025-" +
                             std::to_string(seed) + ".txt";
    if (std::getenv("MONAZITE_WRITE_GOLDENS") != nullptr) {
      std::ofstream(path) << story;
      continue;
    }
    std::ifstream file(path);
    const std::string golden{std::istreambuf_iterator<char>(file), {}};
    INFO(path);
    CHECK(story == golden);
  }
}

TEST_CASE("what is signed is told by what changes against the terms in force before") {
  engine::HistoryOptions options;
  options.seed = 4;
  const scenarios::Scenario& crisis = test_support::june_2025();
  const auto played = lab::play(crisis, options, "");
  REQUIRE(played.has_value());
  const auto story = lab::tell(played->chronicle, crisis);
  std::size_t renewals = 0;
  for (const lab::Deal& deal : lab::measure(played->chronicle, crisis).deals) {
    if (deal.table == v1::TABLE_ALLOCATION) continue;
    const bool memorandum = deal.table == v1::TABLE_CONSULTATION;
    const std::string begins = memorandum ? "India and Japan sign" : "IREL and Toyotsu sign";
    std::string text;
    for (const lab::StoryLine& line : story) {
      if (line.day == deal.signed_on && line.text.rfind(begins, 0) == 0) text = line.text;
    }
    const agenda::Agenda& agenda = crisis.agendas[memorandum ? 0 : 1];
    const agenda::Outcome before = deal.before.value_or(agenda.status_quo());
    for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
      const agenda::Issue& issue = agenda.issues()[i];
      const std::uint32_t level = agenda.level(deal.outcome, i);
      const std::string term = lab::issue_words(issue.name) + " " + lab::level_words(issue, level);
      CAPTURE(text, term);
      CHECK((text.find(term) != std::string::npos) == (level != agenda.level(before, i)));
    }
    renewals += deal.before ? 1 : 0;
  }
  CHECK(renewals >= 1);
}

TEST_CASE("a story is in order of day and names its reported facts") {
  const lab::Played played = test_support::play(2);
  const auto story = lab::tell(played.chronicle, test_support::short_crisis());
  REQUIRE(story.size() > 5);
  std::size_t sourced = 0;
  for (std::size_t i = 0; i < story.size(); ++i) {
    if (i > 0) CHECK(story[i - 1].day <= story[i].day);
    CHECK_FALSE(story[i].text.empty());
    sourced += story[i].source.empty() ? 0 : 1;
  }
  CHECK(sourced == 2);  // the request and its report; everything else was simulated
}

TEST_CASE("a story tells of players who were late or away, and what was done about it") {
  lab::Chronicle chronicle = test_support::play(2).chronicle;
  const auto before = lab::tell(chronicle, test_support::short_crisis());
  const std::int32_t first = chronicle.header.first_day();
  const auto add = [&](v1::SeatEvent::Kind kind, v1::SeatEvent::Then then, std::int32_t day) {
    v1::SeatEvent& event = chronicle.seat_events.emplace_back();
    event.set_kind(kind);
    event.set_then(then);
    event.set_day(day);
    event.set_seat(4);  // Japan
    event.set_question(77);
  };
  add(v1::SeatEvent::KIND_LATE, v1::SeatEvent::THEN_STAFF, first + 10);
  add(v1::SeatEvent::KIND_LATE, v1::SeatEvent::THEN_STAFF, first + 40);  // told already
  add(v1::SeatEvent::KIND_ABSENT, v1::SeatEvent::THEN_NOTHING, first + 100);
  std::vector<std::string> told;
  const auto story = lab::tell(chronicle, test_support::short_crisis());
  for (const lab::StoryLine& line : story) {
    if (line.message == 77) told.push_back(base::to_string(line.day) + " " + line.text);
  }
  const std::vector<std::string> wanted = {
      "2024-01-11 Japan: no answer in time from whoever plays it; its staff decides",
      "2024-04-10 Japan: whoever plays it is away; it says nothing"};
  CHECK(told == wanted);
  CHECK(story.size() == before.size() + 2);
}

TEST_CASE("a story that is told month by month is the same, and its past does not change") {
  const lab::Played played = test_support::play(5);
  const lab::Chronicle& chronicle = played.chronicle;
  lab::Storyteller teller(test_support::short_crisis(), chronicle.header);
  auto envelope = chronicle.envelopes.begin();
  auto analysis = chronicle.analyses.begin();
  std::vector<std::string> past;
  for (const lab::Chronicle::Month& month : chronicle.months) {
    for (; envelope != chronicle.envelopes.end() && envelope->day() <= month.day.number; ++envelope)
      teller.on_envelope(*envelope);
    for (; analysis != chronicle.analyses.end() && analysis->day <= month.day; ++analysis)
      teller.on_analysis(analysis->analysis);
    teller.on_month(month.day, month.snapshot);
    for (std::size_t i = 0; i < teller.lines().size(); ++i) {
      const lab::StoryLine& line = teller.lines()[i];
      const std::string text = line.text + line.why + line.source + line.label;
      if (i == past.size()) past.push_back(text);
      CHECK(past[i] == text);
      CHECK_FALSE(line.label.empty());
    }
  }
  teller.finish();
  CHECK(text_of(teller.lines()) == text_of(lab::tell(chronicle, test_support::short_crisis())));
}

TEST_CASE("a leak is told with its reason") {
  v1::RunHeader header;
  for (const char* name : {"registrar", "public", "recorder", "india"}) header.add_names(name);
  lab::Storyteller teller(test_support::short_crisis(), header);
  v1::Envelope leak;
  leak.set_day(test_support::short_crisis().first_day.number);
  leak.set_from(base::kFirstSeat);
  leak.set_to(base::kPublic);
  leak.mutable_press_report()->set_topic(v1::PressReport::TOPIC_LEAKED_POSITION);
  leak.mutable_press_report()->set_office(v1::OFFICE_COMMERCE);
  leak.mutable_press_report()->mutable_reason()->set_note("to bind our own side");
  teller.on_envelope(leak);
  REQUIRE(teller.lines().size() == 1);
  CHECK(teller.lines()[0].text == "Somebody in Commerce talks to the press");
  CHECK(teller.lines()[0].why == "to bind our own side");
}
