// Any bytes may be given as a recording: reading them must neither crash, nor hang, nor ask for
// memory without bound. Most bytes are refused at once, so two more ways in are taken: the bytes as
// the rest of a sound file, and the bytes as a change to a sound file.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include <protocol/recording/mcap_reader.hpp>
#include <protocol/recording/reading.hpp>
#include <tests/protocol/recording/mcap_sample.hpp>
#include <tests/protocol/recording/sample_run.hpp>

namespace {

using namespace monazite::recording;

void read_everything(const std::string& bytes) {
  auto reader = McapReader::open(open_memory_source(bytes), "fuzz");
  if (reader) {
    reader->check_all();
    static_cast<void>(reader->metadata("notes"));
  }
  auto recording = Recording::from_bytes(bytes, "fuzz");
  if (!recording) return;
  recording->check();
  static_cast<void>(recording->snapshot(1));
  static_cast<void>(recording->snapshot_names());
  static_cast<void>(recording->counts());
  static_cast<void>(recording->damage().sentence());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string small = testing::mcap_sample().bytes;
  static const std::string run = testing::sample_bytes({2, 4, 5, 5});
  if (size < 4) return 0;
  const std::string input(reinterpret_cast<const char*>(data) + 4, size - 4);
  const std::size_t at = data[1] + 256U * data[2] + 65'536U * data[3];
  switch (data[0] % 4) {
    case 0:
      read_everything(input);
      break;
    case 1:
      read_everything(small.substr(0, at % small.size()) + input);
      break;
    default: {
      std::string bytes = data[0] % 4 == 2 ? small : run;
      const std::size_t from = at % bytes.size();
      bytes.replace(from, std::min(input.size(), bytes.size() - from), input);
      read_everything(bytes);
    }
  }
  return 0;
}
