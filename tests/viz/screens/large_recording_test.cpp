#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>

#include <tests/support/catch.hpp>
#include <tests/viz/screens/driven_viewer.hpp>
#include <tests/viz/screens/large_recording.hpp>
#include <viz/model/recording_file.hpp>

namespace monazite::viz {
namespace {

constexpr std::size_t kHundredMegabytes = 100'000'000;

/// Written once, and gone when the program ends.
struct Written {
  std::string folder = tests::fresh_folder("large");
  tests::LargeRecording made;
  Written() {
    auto written = tests::write_large_recording(folder + "/large.mcap", kHundredMegabytes);
    REQUIRE(written.has_value());
    made = *written;
  }
  ~Written() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
};

const tests::LargeRecording& large() {
  static const Written kWritten;
  return kWritten.made;
}

void opens_with_little_reading() {
  REQUIRE(large().bytes >= kHundredMegabytes);
  auto opened = RecordingFile::open(large().path);
  REQUIRE(opened.has_value());
  RecordingFile& file = **opened;
  CHECK(file.bytes() == large().bytes);
  CHECK(file.replay().months().empty());
  CHECK(file.replay().messages().empty());
  CHECK(file.cached_months() == 0);

  // A reading without any time to spend still goes one month on, and no further.
  CHECK(file.read_on(0));
  CHECK(file.replay().months().size() == 1);
  CHECK(file.read_on(0));
  CHECK(file.replay().months().size() == 2);
  CHECK(file.progress() < 0.01);
  CHECK(file.damage().empty());

  // Months that reading has not come to are reached by themselves, and leave the index as it is.
  const base::Day first = file.replay().first_day(), last = file.replay().last_day();
  for (int part = 1; part <= 20; ++part) {
    const base::Day day = first + (last - first) / 20 * part;
    const auto snapshot = file.snapshot(day);
    INFO(base::to_string(day));
    REQUIRE(snapshot != nullptr);
    CHECK(snapshot->values_size() > 50);
  }
  CHECK(file.replay().months().size() == 2);
  CHECK(file.cached_months() == 0);
}

void keeps_few_months() {
  auto opened = RecordingFile::open(large().path);
  REQUIRE(opened.has_value());
  RecordingFile& file = **opened;
  file.read_all();
  CHECK(file.complete());
  CHECK(file.damage().empty());
  CHECK(file.replay().months().size() == large().months);
  REQUIRE(file.replay().messages().size() == large().messages);
  const auto& rows = file.replay().messages();
  for (std::size_t i = 0; i < 100; ++i) {
    const MessageRow& row = rows[(i * 7919 + i * rows.size() / 100) % rows.size()];
    const auto envelope = file.envelope(row.id);
    REQUIRE(envelope != nullptr);
    CHECK(envelope->id() == row.id);
    CHECK(envelope->day() == row.day.number);
    CHECK(file.cached_months() <= RecordingFile::kCachedMonths);
  }
  CHECK(file.cached_months() == RecordingFile::kCachedMonths);
}

void draws_before_it_is_read() {
  tests::DrivenViewer viewer;
  REQUIRE(viewer.app.open(large().path).has_value());
  viewer.frame();
  REQUIRE(viewer.app.replay() != nullptr);
  // How far reading has come depends on the machine; that it is told does not.
  CHECK((viewer.says("reading ") || viewer.says(" months, whole")));
  CHECK(viewer.app.file()->cached_months() <= RecordingFile::kCachedMonths);
  const std::size_t before = viewer.app.replay()->months().size();
  viewer.frame(3);
  // A month a frame at the least.
  CHECK(viewer.app.replay()->months().size() >= std::min(before + 3, large().months));
  // Days that are not there yet can be asked for.
  viewer.press("End");
  viewer.frame();
  viewer.press("2");
  viewer.press("3");
  viewer.press("Home");
  viewer.frame();
  viewer.app.file()->read_all();
  viewer.press("1");
  viewer.press("End");
  viewer.frame(2);
  CHECK(viewer.app.day() == viewer.app.replay()->last_day());
  CHECK(viewer.says(" months, whole"));
  CHECK(viewer.app.file()->cached_months() <= RecordingFile::kCachedMonths);
}

/// One case, so that the recording is written once.
TEST_CASE("A recording of 100 MB") {
  SECTION("opens with a month of reading, and shows any month at once") {
    opens_with_little_reading();
  }
  SECTION("keeps a bounded number of months, whatever is looked at") {
    keeps_few_months();
  }
  SECTION("is drawn before it is read, and reads on") {
    draws_before_it_is_read();
  }
}

}  // namespace
}  // namespace monazite::viz
