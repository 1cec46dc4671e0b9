#include <tests/support/catch.hpp>
#include <viz/model/selection.hpp>

using namespace monazite;
using viz::Entity;
using viz::Selection;

TEST_CASE("a selection remembers where it has been") {
  Selection selection;
  CHECK_FALSE(selection.can_go_back());
  selection.select({Entity::Kind::kSeat, 3});
  selection.select({Entity::Kind::kClause, 2});
  selection.select({Entity::Kind::kClause, 2});
  CHECK(selection.is(Entity::Kind::kClause, 2));
  selection.back();
  CHECK(selection.is(Entity::Kind::kSeat, 3));
  CHECK(selection.can_go_forward());
  selection.forward();
  CHECK(selection.is(Entity::Kind::kClause, 2));
  selection.back();
  selection.select({Entity::Kind::kEvent, 7});
  CHECK_FALSE(selection.can_go_forward());
  selection.back();
  CHECK(selection.is(Entity::Kind::kSeat, 3));
  selection.back();
  CHECK_FALSE(static_cast<bool>(selection.selected()));
}

TEST_CASE("the memory of selections is bounded") {
  Selection selection;
  for (std::uint64_t i = 1; i <= 500; ++i) selection.select({Entity::Kind::kMessage, i});
  std::size_t back = 0;
  while (selection.can_go_back()) {
    selection.back();
    ++back;
  }
  CHECK(back == Selection::kRemembered - 1);
}
