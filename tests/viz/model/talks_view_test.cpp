#include <tests/support/catch.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <viz/model/talks_view.hpp>

using namespace monazite;

namespace {

const viz::Negotiation& consultation(const viz::Replay& replay) {
  const viz::Negotiation* talks = replay.latest(v1::TABLE_CONSULTATION, replay.last_day());
  if (talks == nullptr) std::abort();
  return *talks;
}

}  // namespace

TEST_CASE("talks at a day have only the moves until then, and say who moves") {
  const auto file = test_support::open_played();
  const viz::Replay& replay = file->replay();
  const viz::Negotiation& talks = consultation(replay);
  REQUIRE(talks.moves.size() > 4);
  const base::Day middle = talks.moves[talks.moves.size() / 2].day;
  const auto view = viz::talks_view(replay, talks, middle);
  REQUIRE_FALSE(view.moves.empty());
  std::uint32_t offers = 0;
  for (const viz::TalksMove& move : view.moves) {
    CHECK(move.move->day <= middle);
    CHECK(move.side >= 0);
    if (move.move->kind == viz::Move::Kind::kOffer) CHECK(move.number == ++offers);
    CHECK_FALSE(move.point.has_value());  // no bodies, no plane
  }
  CHECK(view.round == offers);
  CHECK(view.rounds == talks.deadline_rounds);
  CHECK(view.cloud.empty());
  if (view.state == viz::TalksState::kBargaining && view.to_move) {
    CHECK(*view.to_move != view.moves.back().move->who);
    CHECK(view.standing != nullptr);
  }
  const auto opened = viz::talks_view(replay, talks, talks.opened);
  CHECK(opened.state == viz::TalksState::kBargaining);
}

TEST_CASE("the plane has the sample between 0 and 1, its frontier, and the offers of it") {
  const auto file = test_support::open_played();
  const viz::Replay& replay = file->replay();
  const viz::Negotiation& talks = consultation(replay);
  REQUIRE_FALSE(talks.analyses.empty());
  const base::Day day = talks.analyses.back().day;
  const auto view = viz::talks_view(replay, talks, day, viz::talks_bodies(*file, talks, day));
  REQUIRE(view.analysis != nullptr);
  REQUIRE(view.cloud.size() == view.analysis->sample_size);
  double best = 0;
  for (const viz::TalksPoint& point : view.cloud) {
    CHECK(point.first >= 0);
    CHECK(point.first <= 1);
    CHECK(point.second >= 0);
    CHECK(point.second <= 1);
    best = std::max(best, point.first);
    // A difference of utilities is worth the same everywhere.
    CHECK(point.first_musd ==
          Approx((point.first - *view.first_reservation) * view.first_span_musd).margin(1e-6));
  }
  CHECK(best == 1);
  REQUIRE(view.frontier.size() > 1);
  for (std::size_t i = 1; i < view.frontier.size(); ++i) {
    CHECK(view.frontier[i - 1].first <= view.frontier[i].first);
    CHECK(view.frontier[i - 1].second >= view.frontier[i].second);
  }
  CHECK(view.win_sets.size() == talks.analyses.size());
  std::size_t placed = 0;
  for (const viz::TalksMove& move : view.moves) placed += move.point ? 1 : 0;
  CHECK(placed > 0);
  // Before the first meeting nothing of it is known.
  const auto early =
      viz::talks_view(replay, talks, talks.opened, viz::talks_bodies(*file, talks, talks.opened));
  CHECK(early.cloud.size() == (talks.analyses.front().day <= talks.opened ? view.cloud.size() : 0));
}

TEST_CASE("the table of issues has each side's latest level and its change") {
  const auto file = test_support::open_played();
  const viz::Replay& replay = file->replay();
  const viz::Negotiation& talks = consultation(replay);
  const auto view = viz::talks_view(replay, talks, replay.last_day());
  REQUIRE(view.issues.size() == talks.agenda->issues().size());
  std::vector<agenda::Outcome> last(2, talks.status_quo), before(2, talks.status_quo);
  std::vector<int> count(2, 0);
  for (const viz::Move& move : talks.moves) {
    if (move.kind != viz::Move::Kind::kOffer) continue;
    const auto side = static_cast<std::size_t>(talks.side(move.who));
    before[side] = last[side];
    last[side] = move.outcome;
    ++count[side];
  }
  for (std::size_t i = 0; i < view.issues.size(); ++i) {
    for (const std::size_t side : {0U, 1U}) {
      const viz::IssuePosition& position = view.issues[i].positions[side];
      if (count[side] == 0) {
        CHECK_FALSE(position.level.has_value());
        continue;
      }
      const auto level = talks.agenda->level(last[side], i);
      CHECK(position.level == level);
      if (count[side] > 1) {
        CHECK(position.change ==
              static_cast<int>(level) - static_cast<int>(talks.agenda->level(before[side], i)));
      }
    }
  }
}
