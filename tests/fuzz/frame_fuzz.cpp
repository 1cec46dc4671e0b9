// Any bytes may come over a wire, in any pieces: taking them apart into frames must neither crash
// nor keep more than the largest frame, and the pieces must not matter.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <google/protobuf/stubs/logging.h>

#include <protocol/messages/session.pb.h>
#include <protocol/net/frame.hpp>

namespace {

using monazite::net::FrameReader;

constexpr std::size_t kLargest = 4'096;

void demand(bool holds) {
  if (!holds) std::abort();
}

/// Kind of the last answer, and the frames before it.
std::pair<FrameReader::Next, std::vector<std::string>> read(std::string_view bytes,
                                                            std::string_view cuts) {
  FrameReader reader(kLargest);
  monazite::v1::Frame frame;
  std::vector<std::string> frames;
  std::size_t cut = 0;
  while (!bytes.empty()) {
    std::size_t size = bytes.size();
    if (!cuts.empty()) {
      size = std::min<std::size_t>(size, 1 + static_cast<unsigned char>(cuts[cut++ % cuts.size()]));
    }
    reader.feed(bytes.substr(0, size));
    bytes.remove_prefix(size);
    for (;;) {
      const FrameReader::Next next = reader.next(frame);
      if (next == FrameReader::Next::kFrame) {
        frames.push_back(frame.SerializeAsString());
        continue;
      }
      if (next != FrameReader::Next::kMore) return {next, frames};
      break;
    }
    demand(reader.waiting() < kLargest + monazite::net::kPrefixBytes);
  }
  return {FrameReader::Next::kMore, frames};
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  google::protobuf::SetLogHandler(nullptr);  // texts that are not UTF-8 are told one by one
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t cuts = std::min<std::size_t>(data[0] % 8, size - 1);
  const std::string_view bytes = all.substr(1 + cuts);
  demand(read(bytes, {}) == read(bytes, all.substr(1, cuts)));
  return 0;
}
