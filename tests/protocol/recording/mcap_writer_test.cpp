#include <algorithm>

#include <libdeflate.h>

#include <protocol/recording/mcap_format.hpp>
#include <protocol/recording/mcap_writer.hpp>
#include <tests/protocol/recording/mcap_sample.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::recording;
using namespace monazite::recording::testing;

namespace {

struct Placed {
  mcap::Opcode opcode;
  std::uint64_t offset;
  std::uint64_t length;
  std::string_view content;
};

/// Every record of a file between the two magics.
std::vector<Placed> records_of(const std::string& bytes) {
  std::vector<Placed> records;
  std::string_view rest(bytes);
  rest.remove_prefix(mcap::kMagic.size());
  rest.remove_suffix(mcap::kMagic.size());
  while (!rest.empty()) {
    const std::uint64_t offset = bytes.size() - mcap::kMagic.size() - rest.size();
    const auto record = mcap::next_record(rest);
    REQUIRE(record.has_value());
    records.push_back(
        {record->opcode, offset, mcap::kRecordPrefix + record->content.size(), record->content});
  }
  return records;
}

std::uint32_t crc_of(std::string_view bytes) {
  return libdeflate_crc32(0, bytes.data(), bytes.size());
}

/// A sink that takes so many bytes and then no more, like a disk.
class SmallDisk final : public ByteSink {
 public:
  SmallDisk(std::string& bytes, std::size_t room) : bytes_(bytes), room_(room) {}
  base::Result<void> write(std::string_view bytes) override {
    const std::size_t fits = std::min(bytes.size(), room_ - bytes_.size());
    bytes_.append(bytes.substr(0, fits));
    if (fits < bytes.size()) return base::fail(base::ErrorCode::kIo, "the disk is full");
    return {};
  }
  base::Result<void> close() override { return {}; }

 private:
  std::string& bytes_;
  std::size_t room_;
};

}  // namespace

TEST_CASE("A file has the records of the specification in their order") {
  const McapSample sample = mcap_sample();
  CHECK(sample.bytes.compare(0, 8, mcap::kMagic) == 0);
  CHECK(sample.bytes.compare(sample.bytes.size() - 8, 8, mcap::kMagic) == 0);
  std::vector<int> opcodes;
  for (const Placed& record : records_of(sample.bytes))
    opcodes.push_back(static_cast<int>(record.opcode));
  const std::vector<int> expected = {1,  3,  4,  4,  12,  // header and notes
                                     6,  7,  7,  6,  7,  7, 6, 7, 7, 6,
                                     7,  7,  6,  7,  7,                   // five chunks
                                     15,                                  // end of the data
                                     3,  4,  4,  11, 8,  8, 8, 8, 8, 13,  // summary
                                     14, 14, 14, 14, 14, 2};              // offsets, footer
  CHECK(opcodes == expected);
}

TEST_CASE("The CRCs of data and summary are those of the bytes they cover") {
  const McapSample sample = mcap_sample();
  const std::string_view bytes = sample.bytes;
  const auto records = records_of(sample.bytes);
  for (const Placed& record : records) {
    mcap::Fields fields(record.content);
    if (record.opcode == mcap::Opcode::kDataEnd) {
      CHECK(fields.u32() == crc_of(bytes.substr(0, record.offset)));
    }
    if (record.opcode == mcap::Opcode::kFooter) {
      const std::uint64_t summary = fields.u64();
      CHECK(summary == sample.data_end + 13);
      const std::uint64_t offsets = fields.u64();
      CHECK(static_cast<unsigned char>(bytes[offsets]) == 0x0E);
      CHECK(fields.u32() == crc_of(bytes.substr(summary, bytes.size() - 12 - summary)));
    }
  }
}

TEST_CASE("Offsets in the summary lead to what they name") {
  const McapSample sample = mcap_sample();
  const auto records = records_of(sample.bytes);
  const auto at = [&](std::uint64_t offset) {
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const Placed& record) { return record.offset == offset; });
    REQUIRE(found != records.end());
    return *found;
  };
  std::size_t chunk_indices = 0;
  for (const Placed& record : records) {
    mcap::Fields fields(record.content);
    if (record.opcode == mcap::Opcode::kSummaryOffset) {
      const auto opcode = static_cast<mcap::Opcode>(fields.u8());
      const std::uint64_t start = fields.u64();
      const std::uint64_t length = fields.u64();
      for (const Placed& other : records) {
        const bool inside = other.offset >= start && other.offset < start + length;
        if (other.offset > sample.data_end) CHECK(inside == (other.opcode == opcode));
      }
    }
    if (record.opcode == mcap::Opcode::kMetadataIndex) {
      const Placed metadata = at(fields.u64());
      CHECK(metadata.opcode == mcap::Opcode::kMetadata);
      CHECK(metadata.length == fields.u64());
    }
    if (record.opcode != mcap::Opcode::kChunkIndex) continue;
    ++chunk_indices;
    static_cast<void>(fields.take(16));
    const Placed chunk = at(fields.u64());
    CHECK(chunk.opcode == mcap::Opcode::kChunk);
    CHECK(chunk.length == fields.u64());
    mcap::Fields offsets(fields.block());
    std::uint64_t indices = 0;
    while (offsets.left() > 0) {
      const std::uint16_t channel = offsets.u16();
      const Placed index = at(offsets.u64());
      CHECK(index.opcode == mcap::Opcode::kMessageIndex);
      CHECK(mcap::Fields(index.content).u16() == channel);
      indices += index.length;
    }
    CHECK(fields.u64() == indices);
  }
  CHECK(chunk_indices == 5);
}

TEST_CASE("A chunk is closed before it would exceed its size") {
  std::string bytes;
  McapWriter::Options options;
  options.chunk_bytes = 1000;
  McapWriter writer(open_memory_sink(bytes), options);
  writer.add_channel(1, 0, "/words", "text");
  for (int i = 0; i < 30; ++i) {
    const std::size_t size = i == 20 ? 5000 : 200;
    std::fill_n(writer.add_message(1, static_cast<std::uint64_t>(i), size), size, std::uint8_t{7});
  }
  REQUIRE(writer.finish().has_value());
  auto reader = McapReader::open(open_memory_source(bytes), "small chunks");
  REQUIRE(reader.has_value());
  CHECK(reader->counts().at(1) == 30);
  for (const McapChunk& chunk : reader->chunks()) {
    const bool large = chunk.first_ns <= 20 && chunk.last_ns >= 20;
    CHECK((large ? chunk.first_ns == chunk.last_ns : chunk.uncompressed_bytes <= 1000));
  }
}

TEST_CASE("A disk that becomes full is reported once and for all, and what was saved can be read") {
  const McapSample whole = mcap_sample();
  for (std::size_t room = 33; room < whole.bytes.size(); room += 7) {
    std::string bytes;
    McapWriter writer(std::make_unique<SmallDisk>(bytes, room), {"test", "test"});
    writer.add_schema(1, "Words", "text", "what it means");
    writer.add_channel(1, 1, "/words", "text");
    std::uint64_t saved = 0;
    for (int chunk = 0; chunk < 20; ++chunk) {
      std::fill_n(writer.add_message(1, static_cast<std::uint64_t>(chunk), 5), 5, std::uint8_t{7});
      writer.close_chunk();
      if (!writer.error()) ++saved;
    }
    const auto finished = writer.finish();
    REQUIRE_FALSE(finished.has_value());
    CHECK(finished.error().message == "the disk is full");
    auto reader = McapReader::open(open_memory_source(bytes), "cut");
    REQUIRE(reader.has_value());
    // A chunk may have made it whose message indices did not.
    CHECK(reader->chunks().size() >= saved);
    CHECK(reader->chunks().size() <= saved + 1);
  }
}

TEST_CASE("An MCAP file without messages is whole") {
  std::string bytes;
  McapWriter writer(open_memory_sink(bytes), {"test", "test"});
  REQUIRE(writer.finish().has_value());
  auto reader = McapReader::open(open_memory_source(bytes), "empty");
  REQUIRE(reader.has_value());
  reader->check_all();
  CHECK(reader->chunks().empty());
  CHECK_FALSE(reader->damage().unfinished);
  CHECK_FALSE(reader->damage().outside_chunks);
}
