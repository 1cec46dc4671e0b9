#include <tests/support/catch.hpp>
#include <viz/model/what_if/change.hpp>

using namespace monazite;
using viz::Change;
using viz::Fork;

namespace {

Change setting(const std::string& text, int day) {
  Change change;
  change.day = base::Day{day};
  change.settings = {text};
  change.what = text;
  return change;
}

Change decision(std::uint64_t brief, v1::Office office, int day) {
  Change change;
  change.kind = Change::Kind::kDecision;
  change.day = base::Day{day};
  change.brief = brief;
  change.office = office;
  change.what = "decision";
  return change;
}

}  // namespace

TEST_CASE("a fork without changes is as recorded and departs on no day") {
  const Fork fork;
  CHECK_FALSE(fork.day().has_value());
  CHECK(fork.words() == "as recorded");
}

TEST_CASE("a later setting of the same key takes the place of the earlier one") {
  Fork fork;
  fork.put(setting("ore.ndpr_share=0.25", 100));
  fork.put(setting("ore.ndpr_share=0.26", 90));
  fork.put(setting("ore.light_share=0.7", 120));
  REQUIRE(fork.changes.size() == 2);
  CHECK(fork.setting("ore.ndpr_share")->settings.front() == "ore.ndpr_share=0.26");
  CHECK(fork.day() == base::Day{90});
  CHECK(fork.setting("ore.mined_reo_t_per_year") == nullptr);
}

TEST_CASE("all that is said of one event is about that event") {
  Fork fork;
  fork.put(setting("event.request.day=2025-09-10", 100));
  fork.put(setting("event.request.enabled=false", 100));
  fork.put(setting("event.report.enabled=false", 100));
  CHECK(fork.changes.size() == 2);
  CHECK(fork.remove(setting("event.request.enabled=true", 0)));
  CHECK(fork.changes.size() == 1);
  CHECK_FALSE(fork.remove(setting("event.summit.enabled=false", 0)));
}

TEST_CASE("offices at one brief are changed side by side") {
  Fork fork;
  fork.put(decision(7, v1::OFFICE_COMMERCE, 50));
  fork.put(decision(7, v1::OFFICE_ATOMIC_ENERGY, 50));
  fork.put(decision(7, v1::OFFICE_COMMERCE, 50));
  CHECK(fork.changes.size() == 2);
  CHECK(fork.find(decision(7, v1::OFFICE_COMMERCE, 0)) != nullptr);
  CHECK(fork.find(decision(8, v1::OFFICE_COMMERCE, 0)) == nullptr);
  CHECK(fork.words() == "decision; decision");
}
