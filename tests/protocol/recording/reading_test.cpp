#include <protocol/recording/reading.hpp>
#include <tests/protocol/recording/sample_run.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::recording;
using namespace monazite::recording::testing;

namespace {

Recording open_sample(const SampleSize& size) {
  auto recording = Recording::from_bytes(sample_bytes(size), "sample.mcap");
  REQUIRE(recording.has_value());
  return std::move(*recording);
}

}  // namespace

TEST_CASE("A recording gives back every record in order with its day") {
  const SampleSize size;
  Recording recording = open_sample(size);
  CHECK(recording.header().SerializeAsString() == sample_header(size).SerializeAsString());
  CHECK_FALSE(recording.damage().any());
  CHECK(recording.counts() == sample_counts(size));

  std::vector<std::string> expected;
  const auto expect = [&](base::Day day, const google::protobuf::Message& message) {
    expected.push_back(base::to_string(day) + message.GetTypeName() + message.SerializeAsString());
  };
  expect(base::Day{sample_header(size).first_day()}, sample_header(size));
  for (int month = 0; month < size.months; ++month) {
    const base::Day end = sample_month_end(month);
    const base::Day start = base::start_of_month(end);
    for (int i = 0; i < size.envelopes_per_month; ++i) {
      const base::Day day = start + i * (end - start) / size.envelopes_per_month;
      expect(day, sample_envelope(day, month, i));
    }
    if (month % 3 == 1) expect(end, sample_analysis(month, size));
    expect(end, sample_snapshot(month, size));
    expect(end, sample_hash(month));
  }
  std::vector<std::string> found;
  base::Day last{0};
  std::uint64_t next_ordinal = 0;
  recording.visit(Window{}, [&](const Record& record) {
    if (record.day != last) next_ordinal = 0;
    last = record.day;
    CHECK(record.ordinal == next_ordinal++);
    std::visit(
        [&](const auto* message) {
          found.push_back(base::to_string(record.day) + message->GetTypeName() +
                          message->SerializeAsString());
        },
        record.content);
  });
  CHECK(found == expected);
  CHECK(recording.last_day() == sample_month_end(size.months - 1));
}

TEST_CASE("A window of days and kinds gives those records only") {
  const SampleSize size;
  Recording recording = open_sample(size);
  int snapshots = 0;
  recording.visit(
      {sample_month_end(1), sample_month_end(3), kSnapshots | kHashes}, [&](const Record& record) {
        CHECK(record.day >= sample_month_end(1));
        CHECK(record.day <= sample_month_end(3));
        const bool snapshot = std::holds_alternative<const v1::WorldSnapshot*>(record.content);
        CHECK((snapshot || std::holds_alternative<const v1::StateHash*>(record.content)));
        snapshots += snapshot ? 1 : 0;
      });
  CHECK(snapshots == 3);
}

TEST_CASE("Any month's snapshot is found with the names of its values") {
  const SampleSize size;
  Recording recording = open_sample(size);
  REQUIRE(recording.snapshot_names().size() == 20);
  CHECK(recording.snapshot_names()[3] == "quantity_3_t");
  for (const int month : {5, 0, 3}) {
    const auto snapshot = recording.snapshot(static_cast<std::uint32_t>(month));
    REQUIRE(snapshot.has_value());
    CHECK(snapshot->SerializeAsString() == sample_snapshot(month, size).SerializeAsString());
  }
  const auto none = recording.snapshot(6);
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().code == base::ErrorCode::kNotFound);
  CHECK(none.error().message == "sample.mcap has no snapshot of Jul 2024");
}
