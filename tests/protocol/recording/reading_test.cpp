#include <protocol/recording/reading.hpp>
#include <tests/protocol/recording/mcap_sample.hpp>
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

TEST_CASE("What is no recording is refused in one clear sentence") {
  const auto message = [](std::string bytes) {
    const auto recording = Recording::from_bytes(std::move(bytes), "file.mcap");
    REQUIRE_FALSE(recording.has_value());
    return recording.error().message;
  };
  CHECK(message("") == "file.mcap is empty: nothing was recorded");
  CHECK(message("name,value\n") ==
        "file.mcap is not a recording: it does not begin as MCAP files do");
  CHECK(message(mcap_sample().bytes) ==
        "file.mcap is an MCAP file, but not a recording of Monazite: none of its channels carries "
        "our messages");
  std::string only_schemas;
  { const Recorder recorder = Recorder::to_memory(only_schemas); }
  CHECK(message(only_schemas) ==
        "file.mcap is damaged or cut off before its first record: nothing of it can be read");
  const auto missing = Recording::open("no/such/file.mcap");
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().message == "there is no file no/such/file.mcap");
}

TEST_CASE("A damaged month is left out and the other months are read") {
  const SampleSize size;
  const std::string whole = sample_bytes(size);
  auto reader = McapReader::open(open_memory_source(whole), "sample");
  REQUIRE(reader.has_value());
  REQUIRE(reader->chunks().size() == 7);  // header and six months
  std::string bytes = whole;
  const McapChunk& chunk = reader->chunks()[3];  // March
  bytes[static_cast<std::size_t>(chunk.offset + chunk.length / 2)] ^= 0x10;

  auto recording = Recording::from_bytes(bytes, "sample.mcap");
  REQUIRE(recording.has_value());
  CHECK_FALSE(recording->damage().any());  // not yet seen
  std::vector<std::uint32_t> months;
  recording->visit({base::Day{0}, sample_month_end(9), kSnapshots}, [&](const Record& record) {
    months.push_back(std::get<const v1::WorldSnapshot*>(record.content)->month());
  });
  CHECK(months == std::vector<std::uint32_t>{0, 1, 3, 4, 5});
  CHECK(recording->damage().sentence() ==
        "Records of 1 March 2024 to 31 March 2024 are damaged and left out.");
  const auto march = recording->snapshot(2);
  REQUIRE_FALSE(march.has_value());
  CHECK(march.error().code == base::ErrorCode::kDamaged);
  CHECK(march.error().message == "the snapshot of Mar 2024 in sample.mcap is damaged");
  recording->check();
  CHECK(recording->damage().lost.size() == 1);

  // The same without the index at the end: the neighbours say where it was.
  auto cut = Recording::from_bytes(bytes.substr(0, bytes.size() - 100), "sample.mcap");
  REQUIRE(cut.has_value());
  CHECK(cut->damage().sentence() ==
        "Records of 29 February 2024 to 1 April 2024 are damaged and left out; its index was "
        "damaged and has been rebuilt, by which nothing is lost.");
  CHECK(cut->snapshot(3).has_value());
}

TEST_CASE("A damaged header is replaced by its plain copy") {
  const SampleSize size;
  std::string bytes = sample_bytes(size);
  auto reader = McapReader::open(open_memory_source(bytes), "sample");
  REQUIRE(reader.has_value());
  bytes[static_cast<std::size_t>(reader->chunks()[0].offset + 80)] ^= 1;
  auto recording = Recording::from_bytes(bytes, "sample.mcap");
  REQUIRE(recording.has_value());
  v1::RunHeader expected = sample_header(size);
  expected.clear_replaced();
  CHECK(recording->header().SerializeAsString() == expected.SerializeAsString());
  CHECK(recording->damage().loses_records());
}

TEST_CASE("A recording cut or changed anywhere gives true records or a clear refusal") {
  SampleSize size;
  size.months = 3;
  const std::string whole = sample_bytes(size);
  std::vector<std::string> records;
  const auto text = [](const Record& record) {
    return std::visit([](const auto* message) { return message->SerializeAsString(); },
                      record.content) +
           base::to_string(record.day);
  };
  open_sample(size).visit(Window{}, [&](const Record& record) { records.push_back(text(record)); });
  for (std::size_t at = 0; at < whole.size(); at += 101) {
    for (const bool cut : {true, false}) {
      INFO((cut ? "cut at " : "changed at ") << at << " of " << whole.size());
      std::string bytes = cut ? whole.substr(0, at) : whole;
      if (!cut) bytes[at] = static_cast<char>(bytes[at] ^ (1 << (at % 8)));
      auto recording = Recording::from_bytes(bytes, "sample.mcap");
      if (!recording) {
        REQUIRE_FALSE(recording.error().message.empty());
        continue;
      }
      recording->check();
      std::size_t next = 0;
      std::size_t read = 0;
      recording->visit(Window{}, [&](const Record& record) {
        const std::string found = text(record);
        while (next < records.size() && records[next] != found) ++next;
        REQUIRE(next < records.size());
        ++next;
        ++read;
      });
      REQUIRE(recording->damage().any());
      REQUIRE_FALSE(recording->damage().sentence().empty());
      if (read < records.size()) REQUIRE(recording->damage().loses_records());
    }
  }
}

TEST_CASE("Records that are not what their channel says are counted once and left out") {
  std::string bytes;
  McapWriter writer(open_memory_sink(bytes), {"monazite", "test"});
  writer.add_schema(1, "monazite.v1.RunHeader", "protobuf", "");
  writer.add_schema(4, "monazite.v1.StateHash", "protobuf", "");
  writer.add_schema(9, "monazite.v1.OfALaterRelease", "protobuf", "");
  writer.add_channel(1, 1, "/run/header", "protobuf");
  writer.add_channel(4, 4, "/state/hash", "protobuf");
  writer.add_channel(9, 9, "/later", "protobuf");
  const std::string header = sample_header({}).SerializeAsString();
  const auto add = [&](std::uint16_t channel, std::uint64_t time, const std::string& data) {
    std::copy(data.begin(), data.end(), writer.add_message(channel, time, data.size()));
  };
  const std::uint64_t day = 19'723ULL * 86'400 * 1'000'000'000;
  add(1, day, header);
  add(4, day + 1, "\xFF\xFF\xFF");
  add(9, day + 2, "unknown to us");
  add(4, day + 3, sample_hash(2).SerializeAsString());
  REQUIRE(writer.finish().has_value());
  auto recording = Recording::from_bytes(bytes, "odd.mcap");
  REQUIRE(recording.has_value());
  int records = 0;
  for (int pass = 0; pass < 2; ++pass)
    recording->visit(Window{}, [&](const Record&) { ++records; });
  CHECK(records == 4);  // header and one hash, twice
  CHECK(recording->damage().undecodable == 1);
}
