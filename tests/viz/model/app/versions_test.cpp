#include <tests/viz/model/app/open_apps.hpp>
#include <viz/model/versions.hpp>
#include <world/lab/play.hpp>

using namespace monazite;

TEST_CASE("A later version is told from an earlier one, and nothing is said of what is none") {
  CHECK(viz::is_later_version("0.2.0", "0.1.9"));
  CHECK(viz::is_later_version("0.10.0", "0.9.9"));
  CHECK_FALSE(viz::is_later_version("0.1.0", "0.1.0"));
  CHECK_FALSE(viz::is_later_version("0.1.0", "1.0.0"));
  for (const char* none :
       {"", "test", "1", "1.2", "1.2.3.4", "1..3", "-1.2.3", "99999999999.0.0"}) {
    CHECK_FALSE(viz::is_later_version(none, "0.0.1"));
    CHECK_FALSE(viz::is_later_version("9.9.9", none));
  }
}

TEST_CASE("A recording of a later program says so when it is opened") {
  const auto path = test_support::fresh_path("later-version") / "later.mcap";
  engine::HistoryOptions options;
  options.program_version = "99.0.0";
  const auto crisis = test_support::scenario("june-2025", {"calendar.last_day=2024-03-31"});
  REQUIRE(lab::play(crisis, options, path.string()).has_value());
  viz::App app(viz::ViewSettings{}, "");
  REQUIRE(app.open(path.string()).has_value());
  CHECK(app.view.notice.find("Monazite 99.0.0") != std::string::npos);
  app.view.notice.clear();
  app.open_file(test_support::demo_file());
  CHECK(app.view.notice.find("later") == std::string::npos);
}
