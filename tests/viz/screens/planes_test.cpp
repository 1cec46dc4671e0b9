#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/viz/screens/driven_viewer.hpp>

namespace monazite::viz {
namespace {

using tests::DrivenViewer;

std::vector<Rect> items_of(const DrivenViewer& viewer, const std::string& beginning) {
  std::vector<Rect> rects;
  const auto& items = viewer.viewer.items();
  for (auto at = items.lower_bound(beginning);
       at != items.end() && at->first.rfind(beginning, 0) == 0; ++at) {
    rects.push_back(at->second);
  }
  return rects;
}

/// No plate of this plane lies over a mark, and every mark is whole. Gives the number of plates.
std::size_t check_plane(const DrivenViewer& viewer, const std::string& name,
                        const std::string& panel) {
  const std::vector<Rect> marks = items_of(viewer, name + "/mark/");
  const std::vector<Rect> plates = items_of(viewer, name + "/plate/");
  const Rect frame = viewer.item(panel);
  for (const Rect& mark : marks) {
    for (const Rect& plate : plates) {
      INFO(name << ": mark at " << mark.x << ", " << mark.y << "; plate at " << plate.x << ", "
                << plate.y);
      CHECK_FALSE(plate.overlaps(mark));
    }
    CHECK(mark.x >= frame.x);
    CHECK(mark.right() <= frame.right());
  }
  for (std::size_t i = 0; i < plates.size(); ++i) {
    for (std::size_t k = i + 1; k < plates.size(); ++k) CHECK_FALSE(plates[i].overlaps(plates[k]));
  }
  return plates.size();
}

constexpr std::pair<int, int> kSizes[] = {{1280, 720}, {1600, 900}, {2560, 1440}};

TEST_CASE("In the plane of a negotiation no label covers an offer, an agreement or what stands") {
  for (const auto& [width, height] : kSizes) {
    DrivenViewer viewer(width, height);
    viewer.open_demo();
    for (const Layout layout : {Layout::kNegotiation, Layout::kOverview}) {
      viewer.app.set_layout(layout);
      for (const char* day : {"2026-01-20", "2026-06-01", "2027-03-15", "2028-03-15"}) {
        INFO(width << " x " << height << ", " << layout_name(layout) << ", " << day);
        viewer.app.time.seek(base::parse_day(day).value());
        viewer.frame(2);
        CHECK(check_plane(viewer, "talks", "talks/plane") >= 1);
        CHECK_FALSE(items_of(viewer, "talks/mark/").empty());
      }
    }
  }
}

TEST_CASE("At a seat no label covers a bid, the ghost or their offers") {
  for (const auto& [width, height] : kSizes) {
    for (const char* seat : {"japan", "india"}) {
      DrivenViewer viewer(width, height);
      REQUIRE(viewer.app.sit_down(seat, 7, base::parse_day("2026-01-01").value()).has_value());
      viewer.frame(2);
      for (int i = 0; i < 5; ++i) {
        if (!viewer.has("say/send")) break;
        INFO(width << " x " << height << ", " << seat << ", question " << i);
        CHECK(viewer.has("standing/ghost"));
        CHECK(check_plane(viewer, "standing", "standing/plane") >= 2);
        viewer.app.seat()->leave_to_staff(parties::PersonDecision::Kind::kStaff);
        viewer.frame(2);
      }
    }
  }
}

TEST_CASE("In the debrief no label covers an offer, a solution or the agreement") {
  for (const auto& [width, height] : kSizes) {
    for (const char* seat : {"japan", "toyotsu"}) {
      DrivenViewer viewer(width, height);
      REQUIRE(viewer.app.sit_down(seat, 7).has_value());
      viewer.app.seat()->leave_to_staff(parties::PersonDecision::Kind::kStaffOn);
      viewer.frame(2);
      INFO(width << " x " << height << ", " << seat);
      REQUIRE(viewer.has("debrief/plane"));
      CHECK(check_plane(viewer, "debrief", "debrief/plane") >= 3);
      CHECK(items_of(viewer, "debrief/mark/").size() >= 3);
      // Two that are worth the same share a label; none goes without.
      CHECK((viewer.says("Your agreement") || viewer.says("No deal")));
      CHECK(viewer.says("Nash point"));
      CHECK(viewer.says("Kalai–Smorodinsky"));
    }
  }
}

TEST_CASE("The meetings of a table stand in a row over the whole width, today's among them") {
  DrivenViewer viewer(1280, 720);
  REQUIRE(viewer.app.sit_down("japan", 7, base::parse_day("2026-01-01").value()).has_value());
  viewer.frame(2);
  const auto& question = *viewer.app.seat()->game().question();
  REQUIRE(question.meeting > 1);
  for (const std::uint32_t meeting : {1U, question.meeting, question.meetings}) {
    INFO("meeting " << meeting);
    CHECK(viewer.says(std::to_string(meeting)));
  }
  CHECK(viewer.says("Meeting " + std::to_string(question.meeting) + " of at most " +
                    std::to_string(question.meetings)));
}

TEST_CASE("The win-sets have a legend, and the overlap a scale of its own") {
  DrivenViewer viewer(1280, 720);
  viewer.open_demo();
  viewer.app.set_layout(Layout::kNegotiation);
  viewer.app.time.seek(base::parse_day("2028-03-15").value());
  viewer.frame(2);
  CHECK(viewer.says("both homes"));
  const Rect overlap = viewer.item("home_sets/overlap");
  CHECK(overlap.h >= 24);
  CHECK(viewer.item("win_sets").bottom() > overlap.bottom());
}

}  // namespace
}  // namespace monazite::viz
