#include <agents/session/rules.hpp>
#include <agents/strategies/strategies.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/protocol/recording/scratch_folder.hpp>
#include <tests/support/catch.hpp>
#include <viz/model/lanes.hpp>
#include <viz/model/parties_view.hpp>
#include <viz/model/series_view.hpp>
#include <viz/model/talks_view.hpp>
#include <world/lab/domain_recording.hpp>

using namespace monazite;

namespace {

/// Two strategies over a domain of the tests, recorded.
session::Negotiated record(const std::string& path) {
  lab::DomainRun run{{tests::as_negmas_reads("tied"), preferences::Semantics::kNegmas, {}, {}},
                     session::rules().front().name,
                     {"boulware", "conceder"},
                     {}};
  run.options.rounds = 30;
  run.options.seed = 9;
  const auto tables = preferences::tables_of(run.loaded.domain);
  strategies::Strategies known;
  strategies::register_strategies(known, run.loaded.semantics);
  std::vector<std::unique_ptr<strategies::Negotiator>> negotiators;
  std::vector<session::Participant> participants;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    negotiators.push_back(known.strategies.make(run.strategies[i]).value());
    participants.push_back({tables[i].get(), negotiators.back().get()});
  }
  auto recorder = lab::DomainRecorder::begin(path, run, tables, "test");
  REQUIRE(recorder.has_value());
  session::NegotiationOptions options = run.options;
  options.listener = recorder->listener();
  session::Negotiated negotiated = (*session::find_rule(run.rule))->play(participants, options);
  REQUIRE(recorder->finish(negotiated).has_value());
  return negotiated;
}

}  // namespace

TEST_CASE("a negotiation over a domain has its talks and its plane, and nothing of a world") {
  const recording::testing::ScratchFolder folder;
  const session::Negotiated held = record(folder.path("n.mcap"));
  auto opened = viz::RecordingFile::open(folder.path("n.mcap"));
  REQUIRE(opened.has_value());
  viz::RecordingFile& file = **opened;
  file.read_all();
  const viz::Replay& replay = file.replay();
  CHECK(replay.scenario() == nullptr);
  CHECK(replay.months().empty());
  CHECK(replay.clauses().empty());
  CHECK(viz::charts(replay).empty());
  CHECK(viz::flows_view(replay, replay.last_day()).empty());
  CHECK(viz::parties_view(replay, replay.last_day()).size() == 2);
  REQUIRE(replay.negotiations().size() == 1);
  const viz::Negotiation& talks = replay.negotiations().front();
  CHECK(talks.table == v1::TABLE_UNSPECIFIED);
  CHECK(talks.parties.size() == 2);
  REQUIRE_FALSE(talks.moves.empty());
  CHECK(viz::lanes(replay).size() == 1);

  const base::Day end = replay.last_day() + 1;
  const auto view = viz::talks_view(replay, talks, end, viz::talks_bodies(file, talks, end));
  REQUIRE_FALSE(view.cloud.empty());
  CHECK_FALSE(view.frontier.empty());
  for (const viz::TalksMove& move : view.moves) {
    if (move.move->kind == viz::Move::Kind::kOffer) CHECK(move.point.has_value());
  }
  CHECK((view.state == viz::TalksState::kAgreed) == held.course.agreement.has_value());
  // The values are known from the start, the end is not.
  REQUIRE_FALSE(talks.analyses.empty());
  const base::Day start = talks.analyses.front().day - 1;
  const auto early = viz::talks_view(replay, talks, start, viz::talks_bodies(file, talks, start));
  CHECK(view.deal.has_value() == held.course.agreement.has_value());
  CHECK(early.cloud.size() == view.cloud.size());
  CHECK_FALSE(early.deal.has_value());
}
