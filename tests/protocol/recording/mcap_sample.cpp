#include <algorithm>

#include <protocol/base/check.hpp>
#include <tests/protocol/recording/mcap_sample.hpp>

namespace monazite::recording::testing {

std::string message_text(const McapMessage& message) {
  return std::to_string(message.channel) + " " + std::to_string(message.sequence) + " " +
         std::to_string(message.time_ns) + " " + std::string(message.data);
}

McapSample mcap_sample() {
  McapSample sample;
  McapWriter writer(open_memory_sink(sample.bytes), {"test", "test"});
  writer.add_schema(1, "Words", "text", "what it means");
  writer.add_channel(1, 1, "/words", "text");
  writer.add_channel(7, 1, "/other", "text");
  writer.add_metadata("notes", {{"a", "1"}, {"b", "two"}});
  std::uint64_t time = 1000;
  std::uint32_t of_first = 0;
  std::uint32_t of_second = 0;
  for (int chunk = 0; chunk < 5; ++chunk) {
    auto& texts = sample.messages.emplace_back();
    for (int i = 0; i < 3; ++i) {
      const bool first = i != 1;
      const std::string data = "words of chunk " + std::to_string(chunk) + ", " + std::to_string(i);
      const std::uint16_t channel = first ? 1 : 7;
      std::uint8_t* place = writer.add_message(channel, ++time, data.size());
      std::copy(data.begin(), data.end(), place);
      texts.push_back(message_text({channel, first ? ++of_first : ++of_second, time, data}));
    }
    sample.chunk_starts.push_back(sample.bytes.size());
    writer.close_chunk();
    time += 1000;
  }
  MONAZITE_CHECK(writer.finish().has_value(), "memory does not fail");
  auto reader = McapReader::open(open_memory_source(sample.bytes), "sample");
  MONAZITE_CHECK(reader.has_value(), "a whole file opens");
  for (const McapChunk& chunk : reader->chunks()) {
    sample.chunk_ends.push_back(chunk.offset + chunk.length);
  }
  const std::string data_end("\x0F\x04\0\0\0\0\0\0\0", 9);
  sample.data_end = sample.bytes.rfind(data_end);
  return sample;
}

std::vector<std::vector<std::string>> read_all(McapReader& reader) {
  std::vector<std::vector<std::string>> messages;
  for (std::size_t i = 0; i < reader.chunks().size(); ++i) {
    std::vector<std::string> texts;
    const bool sound = reader.read_chunk(
        i, [&](const McapMessage& message) { texts.push_back(message_text(message)); });
    if (sound) messages.push_back(std::move(texts));
  }
  return messages;
}

}  // namespace monazite::recording::testing
