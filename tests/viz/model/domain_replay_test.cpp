#include <tests/protocol/recording/scratch_folder.hpp>
#include <tests/support/catch.hpp>
#include <tests/world/lab/domain_run.hpp>
#include <viz/model/lanes.hpp>
#include <viz/model/parties_view.hpp>
#include <viz/model/series_view.hpp>
#include <viz/model/talks_view.hpp>

using namespace monazite;

TEST_CASE("a negotiation over a domain has its talks and its plane, and nothing of a world") {
  const recording::testing::ScratchFolder folder;
  const session::Negotiated held =
      tests::record(tests::run_of("tied", session::rules().front().name), folder.path("n.mcap"));
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
