#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace monazite::recording::mcap {

/// A chunk record taken apart.
struct ChunkRecord {
  std::uint64_t first_ns = 0;
  std::uint64_t last_ns = 0;
  std::uint64_t uncompressed_bytes = 0;
  std::uint32_t crc = 0;
  std::string_view compressed;
};

/// How far a file has been walked; walking goes on from here when it has grown.
struct ScanState {
  /// A place where the walk lost its way. Messages were lost in it if the remains of a chunk are
  /// there, or if the sequence numbers of later messages leave some out.
  struct Gap {
    std::uint64_t after_ns = 0;
    std::uint64_t before_ns = 0;
    bool lossy = false;
  };
  struct Progress {
    std::uint32_t sequence = 0;
    std::size_t gaps = 0;  ///< that had been met when the last message was seen
  };

  std::uint64_t at = 0;  ///< behind the last whole record
  bool ended = false;    ///< at the DataEnd record
  std::uint64_t last_ns = 0;
  std::vector<Gap> gaps;
  std::size_t followed = 0;  ///< that many gaps have a readable chunk after them
  std::map<std::uint16_t, Progress> progress;
};

/// Nothing when `record` is not exactly one zstd chunk record.
[[nodiscard]] std::optional<ChunkRecord> parse_chunk(std::string_view record);

}  // namespace monazite::recording::mcap
