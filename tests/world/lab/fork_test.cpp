#include <algorithm>

#include <tests/support/catch.hpp>
#include <tests/world/lab/played.hpp>
#include <world/lab/fork.hpp>
#include <world/lab/recorder_witness.hpp>
#include <world/lab/verify.hpp>

using namespace monazite;

namespace {

std::string play(const engine::HistoryOptions& options) {
  std::string bytes;
  lab::RecorderWitness recorder(recording::Recorder::to_memory(bytes));
  engine::History history(test_support::short_crisis(), options);
  history.add_witness(recorder);
  history.run();
  REQUIRE(recorder.finish().has_value());
  return bytes;
}

recording::Recording read(const std::string& bytes) {
  auto recording = recording::Recording::from_bytes(bytes, "fork");
  REQUIRE(recording.has_value());
  return *std::move(recording);
}

/// The brief that the first acceptance of an invitation answers.
lab::Replacement refusal(const std::string& bytes) {
  lab::Replacement refused;
  auto recording = read(bytes);
  recording.visit({}, [&](const recording::Record& record) {
    const auto* envelope = std::get_if<const v1::Envelope*>(&record.content);
    if (envelope == nullptr || refused.seat != 0 || !(*envelope)->has_consultation_reply()) return;
    refused.seat = (*envelope)->from();
    refused.in_reply_to = (*envelope)->in_reply_to();
    refused.day = base::Day{(*envelope)->day()};
    v1::Envelope no;
    no.set_to((*envelope)->to());
    no.mutable_consultation_reply()->set_accepted(false);
    refused.answers = {no};
  });
  REQUIRE(refused.seat != 0);
  return refused;
}

}  // namespace

TEST_CASE("a fork verifies by what was decided in it, and not by what would have been decided") {
  engine::HistoryOptions options;
  options.seed = 4;
  const std::string a = play(options);
  lab::ForkRun fork;
  fork.seed = 4;
  fork.parent = "a.mcap";
  fork.replaced = {refusal(a)};
  fork.day = fork.replaced.front().day;
  fork.later = {"japan.hoarding=1.5@2026-01-01"};
  const auto forked = lab::fork_options(test_support::short_crisis(), fork);
  REQUIRE(forked.has_value());
  const std::string b = play(*forked);
  CHECK(a != b);

  auto recording = read(b);
  CHECK(recording.header().parent() == "a.mcap");
  CHECK(recording.header().fork_day() == fork.day.number);
  REQUIRE(recording.header().replaced_size() == 1);
  v1::Envelope replaced;
  REQUIRE(replaced.ParseFromString(recording.header().replaced(0)));
  CHECK_FALSE(replaced.consultation_reply().accepted());
  CHECK(replaced.in_reply_to() == fork.replaced.front().in_reply_to);
  const auto by_decisions = lab::verify(recording, lab::Verify::kReplay);
  REQUIRE(by_decisions.has_value());
  CHECK(by_decisions->matches);
  CHECK(by_decisions->months == 36);
  const auto anew = lab::verify(recording, lab::Verify::kDecide);
  REQUIRE(anew.has_value());
  CHECK_FALSE(anew->matches);
}

TEST_CASE("what a seat said is fed back until the fork, and then the built-in party goes on") {
  engine::HistoryOptions options;
  options.seed = 4;
  const std::string a = play(options);
  lab::ForkRun refusing;
  refusing.seed = 4;
  refusing.replaced = {refusal(a)};
  refusing.day = refusing.replaced.front().day;
  const std::string b = play(*lab::fork_options(test_support::short_crisis(), refusing));

  lab::ForkRun again;
  again.seed = 4;
  again.day = base::to_day({2026, 6, 1});
  auto recording = read(b);
  recording.visit({}, [&](const recording::Record& record) {
    const auto* envelope = std::get_if<const v1::Envelope*>(&record.content);
    if (envelope == nullptr) return;
    again.said[(*envelope)->from()].push_back(**envelope);
    if ((*envelope)->day() < again.day.number) again.fed_back_until = (*envelope)->id();
  });
  // Nothing is changed on that day, so the built-in parties go on as they did in B.
  const std::string c = play(*lab::fork_options(test_support::short_crisis(), again));
  const auto hashes = [](const std::string& bytes) {
    std::vector<std::uint64_t> found;
    auto opened = read(bytes);
    recording::Window window;
    window.kinds = recording::kHashes;
    opened.visit(window, [&](const recording::Record& record) {
      found.push_back(std::get<const v1::StateHash*>(record.content)->hash());
    });
    return found;
  };
  CHECK(hashes(b) == hashes(c));
  CHECK(hashes(b) != hashes(a));
}

TEST_CASE("a fork with later settings alone verifies when it is decided anew") {
  lab::ForkRun fork;
  fork.seed = 4;
  fork.day = base::to_day({2025, 6, 10});
  fork.later = {"event.request.enabled=false@2025-06-10", "plants.slip_mean_months=42@2025-07-01"};
  auto recording = read(play(*lab::fork_options(test_support::short_crisis(), fork)));
  for (const lab::Verify how : {lab::Verify::kReplay, lab::Verify::kDecide}) {
    const auto result = lab::verify(recording, how);
    REQUIRE(result.has_value());
    CHECK(result->matches);
  }
}

TEST_CASE("a fork with a later setting that cannot be is refused") {
  lab::ForkRun fork;
  fork.later = {"calendar.last_day=2030-12-31@2026-01-01"};
  CHECK_FALSE(lab::fork_options(test_support::short_crisis(), fork).has_value());
}
