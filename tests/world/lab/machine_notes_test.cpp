#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/world/lab/played.hpp>
#include <world/lab/machine_notes.hpp>

using namespace monazite;

namespace {

lab::MachineFacts facts() {
  lab::MachineFacts facts;
  facts.program = "monazite 0.1.0";
  facts.command = "monazite run june-2025 --seed 4";
  facts.started = std::chrono::system_clock::from_time_t(0);
  facts.seconds = 1.5;
  return facts;
}

}  // namespace

TEST_CASE("the notes beside a recording say who played, when, and how to play it again") {
  const auto scenario = test_support::scenario("june-2025", {"seat.japan.tactic=conceder"});
  const recording::Sidecar notes = lab::machine_notes(facts(), scenario);
  CHECK(notes.at("program") == "monazite 0.1.0");
  CHECK(notes.at("command") == "monazite run june-2025 --seed 4");
  CHECK(notes.at("started") == "1970-01-01 00:00:00 UTC");
  CHECK(notes.at("seconds") == "1.500");
  CHECK(!notes.at("host").empty());
  for (const auto& seat : scenario.seats) {
    CHECK(notes.at("seat." + seat.name) ==
          (seat.name == "japan" ? "built-in conceder" : "built-in"));
  }
}

TEST_CASE("whoever played a seat instead of the built-in party is found in the notes") {
  recording::Sidecar notes = lab::machine_notes(facts(), test_support::june_2025());
  CHECK(lab::players_in(notes).empty());
  notes["seat.japan"] = "remote Group 3";
  notes["seat.india"] = "person";
  const std::map<std::string, std::string> wanted = {{"india", ""}, {"japan", "Group 3"}};
  CHECK(lab::players_in(notes) == wanted);
}

TEST_CASE("the notes come back from their file and are told in one sentence") {
  const std::string path = test_support::fresh_folder("machine-notes") + "/run.mcap";
  recording::Sidecar notes = lab::machine_notes(facts(), test_support::june_2025());
  notes["host"] = "here";
  REQUIRE(recording::write_sidecar(path, notes));
  const auto read = recording::read_sidecar(path);
  REQUIRE(read);
  CHECK(*read == notes);
  CHECK(lab::machine_sentence(*read) ==
        "1970-01-01 00:00:00 UTC on here by monazite 0.1.0 in 1.500 s; all seats built-in");
  CHECK(lab::machine_sentence({{"seat.india", "a person"}, {"seat.japan", "built-in"}}) ==
        "india by a person, the others built-in");
  CHECK(lab::machine_sentence({}).empty());
}

TEST_CASE("a command is quoted as a shell needs it") {
  CHECK(lab::command_words({"monazite", "run", "--set", "regime.risk_light=[0.1, 0.2]"}) ==
        "monazite run --set 'regime.risk_light=[0.1, 0.2]'");
  CHECK(lab::command_words({"it's", ""}) == "'it'\\''s' ''");
}
