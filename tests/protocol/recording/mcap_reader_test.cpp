#include <protocol/recording/mcap_reader.hpp>
#include <tests/protocol/recording/mcap_sample.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::recording;
using namespace monazite::recording::testing;

namespace {

base::Result<McapReader> open(std::string bytes) {
  return McapReader::open(open_memory_source(std::move(bytes)), "sample");
}

/// Bytes in memory that remember how many of them were read.
class CountingSource final : public ByteSource {
 public:
  CountingSource(const std::string& bytes, std::size_t& count) : bytes_(bytes), count_(count) {}
  std::uint64_t size() const override { return bytes_.size(); }
  base::Result<void> read(std::uint64_t offset, std::size_t count, char* into) const override {
    count_ += count;
    bytes_.copy(into, count, static_cast<std::size_t>(offset));
    return {};
  }

 private:
  const std::string& bytes_;
  std::size_t& count_;
};

}  // namespace

TEST_CASE("An MCAP file gives back what was written") {
  const McapSample sample = mcap_sample();
  auto reader = open(sample.bytes);
  REQUIRE(reader.has_value());
  CHECK(reader->profile() == "test");
  REQUIRE(reader->schemas().size() == 1);
  CHECK(reader->schemas().at(1).name == "Words");
  CHECK(reader->schemas().at(1).data == "what it means");
  CHECK(reader->channels().at(7).topic == "/other");
  CHECK(reader->counts().at(1) == 10);
  CHECK(reader->counts().at(7) == 5);
  REQUIRE(reader->metadata("notes").has_value());
  CHECK(reader->metadata("notes")->at("b") == "two");
  CHECK_FALSE(reader->metadata("other").has_value());
  CHECK(read_all(*reader) == sample.messages);
  reader->check_all();
  const McapDamage& damage = reader->damage();
  CHECK_FALSE(damage.unfinished);
  CHECK_FALSE(damage.index_rebuilt);
  CHECK_FALSE(damage.outside_chunks);
  CHECK(damage.losses.empty());
}

TEST_CASE("Opening a file reads its head and its end only") {
  std::string bytes;
  McapWriter writer(open_memory_sink(bytes), {"test", "test"});
  writer.add_schema(1, "Words", "text", "");
  writer.add_channel(1, 1, "/words", "text");
  std::uint32_t noise = 1;
  for (int chunk = 0; chunk < 20; ++chunk) {
    std::uint8_t* place = writer.add_message(1, static_cast<std::uint64_t>(chunk), 100'000);
    for (int i = 0; i < 100'000; ++i) {
      noise = noise * 1'664'525U + 1'013'904'223U;
      place[i] = static_cast<std::uint8_t>(noise >> 24);
    }
    writer.close_chunk();
  }
  REQUIRE(writer.finish().has_value());
  REQUIRE(bytes.size() > 1'900'000);
  std::size_t count = 0;
  auto reader = McapReader::open(std::make_unique<CountingSource>(bytes, count), "sample");
  REQUIRE(reader.has_value());
  CHECK(count < 10'000);
  count = 0;
  CHECK(reader->read_chunk(11, nullptr));
  CHECK(count < 110'000);
}

TEST_CASE("What is not an MCAP file is refused in one clear sentence") {
  const auto message = [](std::string bytes) {
    const auto reader = open(std::move(bytes));
    REQUIRE_FALSE(reader.has_value());
    return reader.error().message;
  };
  CHECK(message("") == "sample is empty: nothing was recorded");
  CHECK(message("PK\x03\x04 something zipped") ==
        "sample is not a recording: it does not begin as MCAP files do");
  CHECK(message("\x89MCAP7\r\n and so on") ==
        "sample is an MCAP file of another major version than 0, the one known here");
  CHECK(message(std::string("\x89MCAP0\r\n\x01", 9)) ==
        "sample is damaged or cut off in its first bytes: nothing of it can be read");
}
