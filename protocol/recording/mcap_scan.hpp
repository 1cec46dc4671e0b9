#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace monazite::recording::mcap {

/// A chunk record taken apart.
struct ChunkRecord {
  std::uint64_t first_ns = 0;
  std::uint64_t last_ns = 0;
  std::uint64_t uncompressed_bytes = 0;
  std::uint32_t crc = 0;
  std::string_view compressed;
};

/// Nothing when `record` is not exactly one zstd chunk record.
[[nodiscard]] std::optional<ChunkRecord> parse_chunk(std::string_view record);

}  // namespace monazite::recording::mcap
