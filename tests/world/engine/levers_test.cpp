#include <tests/support/catch.hpp>
#include <world/engine/levers.hpp>

using namespace monazite;
using engine::FlowControl;
using engine::owns_lever;

TEST_CASE("only atomic energy directs IREL, and Commerce can only ask it") {
  for (const auto act : {v1::ACT_DIRECT_FEED_FULL, v1::ACT_DIRECT_FEED_HALF,
                         v1::ACT_DIRECT_FEED_LIGHT, v1::ACT_DIRECT_FEED_STOP}) {
    CHECK(owns_lever(v1::OFFICE_ATOMIC_ENERGY, act));
    CHECK_FALSE(owns_lever(v1::OFFICE_COMMERCE, act));
    CHECK_FALSE(owns_lever(v1::OFFICE_PRIME_MINISTER, act));
  }
  CHECK(owns_lever(v1::OFFICE_COMMERCE, v1::ACT_REQUEST_HOLD_BACK));
  CHECK(owns_lever(v1::OFFICE_COMMERCE, v1::ACT_NOTIFY_STOP));
  CHECK_FALSE(owns_lever(v1::OFFICE_ATOMIC_ENERGY, v1::ACT_NOTIFY_STOP));
  CHECK(owns_lever(v1::OFFICE_JOGMEC, v1::ACT_RELEASE_STOCK));
  CHECK_FALSE(owns_lever(v1::OFFICE_METI_SUPPLY, v1::ACT_RELEASE_STOCK));
}

TEST_CASE("stopping the feed, changing its mix and stopping exports are three different things") {
  FlowControl flow;
  CHECK_FALSE(flow.restricted());
  CHECK(flow.apply(v1::ACT_DIRECT_FEED_LIGHT));
  CHECK(flow.light_only);
  CHECK(flow.through() == 1);
  CHECK(flow.apply(v1::ACT_DIRECT_FEED_STOP));
  CHECK_FALSE(flow.light_only);
  CHECK(flow.feed_factor == 0);
  CHECK(flow.export_cap == 1);
  CHECK(flow.apply(v1::ACT_DIRECT_FEED_FULL));
  CHECK(flow.apply(v1::ACT_NOTIFY_HALF));
  CHECK(flow.feed_factor == 1);
  CHECK(flow.through() == 0.5);
  CHECK(flow.restricted());
  CHECK(flow.apply(v1::ACT_NOTIFY_LIFT));
  CHECK_FALSE(flow.restricted());
}

TEST_CASE("a direction that is in force already changes nothing") {
  FlowControl flow;
  CHECK_FALSE(flow.apply(v1::ACT_DIRECT_FEED_FULL));
  CHECK_FALSE(flow.apply(v1::ACT_LEAK));
  CHECK(flow.apply(v1::ACT_DIRECT_FEED_HALF));
  CHECK_FALSE(flow.apply(v1::ACT_DIRECT_FEED_HALF));
}
