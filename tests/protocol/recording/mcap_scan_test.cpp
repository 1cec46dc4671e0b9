#include <algorithm>

#include <protocol/recording/mcap_scan.hpp>
#include <tests/protocol/recording/mcap_sample.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::recording;
using namespace monazite::recording::testing;

namespace {

base::Result<McapReader> open(std::string bytes) {
  return McapReader::open(open_memory_source(std::move(bytes)), "sample");
}

}  // namespace

TEST_CASE("A chunk record is taken apart only if its lengths agree") {
  const McapSample sample = mcap_sample();
  const auto start = static_cast<std::size_t>(sample.chunk_starts[1]);
  const auto length = static_cast<std::size_t>(sample.chunk_ends[1]) - start;
  const std::string record = sample.bytes.substr(start, length);
  const auto chunk = mcap::parse_chunk(record);
  REQUIRE(chunk.has_value());
  CHECK(chunk->first_ns == 2004);
  CHECK(chunk->last_ns == 2006);
  CHECK(chunk->compressed.size() == length - 53);
  CHECK_FALSE(mcap::parse_chunk(record + "x").has_value());
  for (std::size_t less = 0; less < length; ++less) {
    CHECK_FALSE(mcap::parse_chunk(record.substr(0, less)).has_value());
  }
}

TEST_CASE("A file cut at any byte opens up to its last whole chunk") {
  const McapSample sample = mcap_sample();
  const std::size_t head = 8 + 9 + 4 + 4 + 4 + 4;  // magic and header record
  for (std::size_t length = 0; length < sample.bytes.size(); ++length) {
    INFO("cut to " << length << " of " << sample.bytes.size() << " bytes");
    auto reader = open(sample.bytes.substr(0, length));
    REQUIRE(reader.has_value() == (length >= head));
    if (!reader) continue;
    std::size_t whole = 0;
    while (whole < sample.chunk_ends.size() && sample.chunk_ends[whole] <= length) ++whole;
    const std::vector<std::vector<std::string>> expected(
        sample.messages.begin(), sample.messages.begin() + static_cast<std::ptrdiff_t>(whole));
    REQUIRE(read_all(*reader) == expected);
    // Once the end of the data is there, only the index is missing.
    const bool complete = length >= sample.data_end + 13;
    REQUIRE(reader->damage().unfinished == !complete);
    REQUIRE(reader->damage().index_rebuilt == complete);
    REQUIRE(reader->damage().losses.empty());
    REQUIRE_FALSE(reader->damage().outside_chunks);
  }
}

TEST_CASE("A flipped bit costs at most the chunk it lies in, and is noticed") {
  const McapSample sample = mcap_sample();
  const bool with_summary = GENERATE(true, false);
  const std::string whole =
      with_summary ? sample.bytes
                   : sample.bytes.substr(0, static_cast<std::size_t>(sample.data_end) + 13);
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    INFO("bit " << bit % 8 << " of byte " << bit / 8 << " of " << whole.size());
    std::string bytes = whole;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
    auto reader = open(bytes);
    if (!reader) {
      // The first bytes say what kind of file it is; without them it is none.
      REQUIRE(bit / 8 < 33);
      continue;
    }
    reader->check_all();
    const auto messages = read_all(*reader);
    const McapDamage& damage = reader->damage();
    std::vector<std::vector<std::string>> expected = sample.messages;
    for (std::size_t chunk = 0; chunk < sample.chunk_starts.size(); ++chunk) {
      const bool inside =
          bit / 8 >= sample.chunk_starts[chunk] && bit / 8 < sample.chunk_ends[chunk];
      if (!inside || messages == expected) continue;
      expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(chunk));
      REQUIRE(damage.losses.size() == 1);
      const McapLoss& loss = damage.losses[0];
      const std::uint64_t first = 1000 + 1003 * chunk + 1;
      const std::uint64_t last_before = chunk == 0 ? 0 : first - 1001;
      const std::uint64_t first_after = chunk == 4 ? 0 : first + 1003;
      REQUIRE(loss.between == !with_summary);
      REQUIRE(loss.from_ns == (with_summary ? first : last_before));
      REQUIRE(loss.to_ns == (with_summary ? first + 2 : first_after));
      break;
    }
    REQUIRE(messages == expected);
    if (expected == sample.messages) {
      // Behind the last chunk nothing tells whether there was another one, unless the index does.
      const bool unknowable = !with_summary && bit / 8 >= sample.chunk_ends.back();
      if (!unknowable) REQUIRE(damage.losses.empty());
      REQUIRE((damage.index_rebuilt || damage.outside_chunks || damage.unfinished));
    }
  }
}

TEST_CASE("A chunk whose frame is broken is missed even if its channels never come back") {
  std::string bytes;
  McapWriter writer(open_memory_sink(bytes), {"test", "test"});
  for (std::uint16_t channel = 1; channel <= 3; ++channel)
    writer.add_channel(channel, 0, "/a", "text");
  std::vector<std::size_t> starts;
  for (std::uint16_t channel = 1; channel <= 3; ++channel) {
    starts.push_back(bytes.size());
    std::fill_n(writer.add_message(channel, channel, 5), 5, std::uint8_t{1});
    writer.close_chunk();
  }
  const std::size_t bit = GENERATE(0U, 1U, 3U, 8U, 11U, 44U, 69U, 300U, 310U, 330U, 370U);
  bytes[starts[1] + bit / 8] = static_cast<char>(bytes[starts[1] + bit / 8] ^ (1 << (bit % 8)));
  auto reader = open(bytes);
  REQUIRE(reader.has_value());
  CHECK(reader->chunks().size() == 2);
  REQUIRE(reader->damage().losses.size() == 1);
  CHECK(reader->damage().losses[0].from_ns == 1);
  CHECK(reader->damage().losses[0].to_ns == 3);
}

TEST_CASE("Bytes put in or taken out of a file cost no more than the chunks they touch") {
  const McapSample sample = mcap_sample();
  const std::string data = sample.bytes.substr(0, static_cast<std::size_t>(sample.data_end) + 13);
  for (std::size_t at = 40; at < sample.data_end; ++at) {
    INFO("at " << at);
    const std::string before = data.substr(0, at);
    for (const std::string& bytes :
         {before + "zstd\x06" + data.substr(at), before + data.substr(at + 3)}) {
      auto reader = open(bytes);
      REQUIRE(reader.has_value());
      const auto messages = read_all(*reader);
      REQUIRE(messages.size() >= 3);
      std::size_t next = 0;
      for (const auto& chunk : messages) {
        while (next < sample.messages.size() && sample.messages[next] != chunk) ++next;
        REQUIRE(next < sample.messages.size());
      }
      if (messages.size() < 5) REQUIRE(reader->damage().losses.size() >= 1);
    }
  }
}

TEST_CASE("Random bytes behind a sound head neither crash nor hang the reader") {
  const McapSample sample = mcap_sample();
  std::uint64_t state = 88'172'645'463'325'252ULL;
  const auto random = [&] {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
  };
  for (int trial = 0; trial < 2000; ++trial) {
    std::string bytes = sample.bytes;
    const std::size_t changes = 1 + random() % 40;
    for (std::size_t i = 0; i < changes; ++i) {
      const std::size_t at = 33 + random() % (bytes.size() - 33);
      const std::size_t length = std::min<std::size_t>(1 + random() % 16, bytes.size() - at);
      for (std::size_t k = 0; k < length; ++k) bytes[at + k] = static_cast<char>(random());
    }
    auto reader = open(std::move(bytes));
    REQUIRE(reader.has_value());
    reader->check_all();
    for (const auto& chunk : read_all(*reader)) {
      REQUIRE(std::find(sample.messages.begin(), sample.messages.end(), chunk) !=
              sample.messages.end());
    }
  }
}
