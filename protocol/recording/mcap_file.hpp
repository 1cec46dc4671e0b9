#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <protocol/base/result.hpp>
#include <protocol/recording/bytes.hpp>
#include <protocol/recording/mcap_format.hpp>

struct ZSTD_CCtx_s;

namespace monazite::recording {

/// Messages that have gathered for a chunk.
struct GatheredChunk {
  struct Place {
    std::uint64_t time_ns;
    std::uint64_t offset;  ///< of the message's record in `records`
  };
  struct Channel {
    std::uint16_t id = 0;
    std::vector<Place> places;
  };

  std::string records;
  std::uint64_t first_ns = 0;
  std::uint64_t last_ns = 0;
  std::vector<Channel> channels;  ///< all of the file, in the order they were added

  /// Keeps the channels, and the memory.
  void clear();
};

/// What the statistics of a file say of its messages.
struct McapCounts {
  struct Channel {
    std::uint16_t id = 0;
    std::uint64_t messages = 0;
  };
  std::vector<Channel> channels;
  std::uint64_t messages = 0;
  std::uint64_t first_ns = 0;
  std::uint64_t last_ns = 0;
};

/// The bytes of one MCAP file on their way to the sink, and what its summary will say of them: the
/// half of McapWriter that costs time. After the first failure nothing more is written.
class McapFile {
 public:
  /// Opens with the magic bytes and the header.
  McapFile(std::unique_ptr<ByteSink> sink, std::string_view profile, std::string_view library,
           int zstd_level);
  ~McapFile();
  McapFile(const McapFile&) = delete;
  McapFile& operator=(const McapFile&) = delete;

  /// A whole record of this kind; the summary repeats schemas and channels and points to metadata.
  void write_schema(std::string_view record);
  void write_channel(std::string_view record);
  void write_metadata(std::string_view name, std::string_view record);
  /// Compresses, and writes the chunk with its message indices.
  void write_chunk(const GatheredChunk& chunk);
  /// Writes the end of the data and the summary, and closes the sink. Last.
  void finish(const McapCounts& counts);

  void fail(base::Error error);
  [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }

 private:
  struct Group {
    std::string records;
    std::uint32_t count = 0;
  };
  struct FreeContext {
    void operator()(ZSTD_CCtx_s* context) const;
  };

  void write(std::string_view bytes);
  [[nodiscard]] bool compress(const GatheredChunk& chunk);
  void write_message_indices(const GatheredChunk& chunk, std::uint64_t chunk_length);
  [[nodiscard]] std::string statistics(const McapCounts& counts) const;

  std::unique_ptr<ByteSink> sink_;
  std::unique_ptr<ZSTD_CCtx_s, FreeContext> context_;
  std::optional<base::Error> error_;
  std::uint64_t offset_ = 0;
  std::uint32_t crc_ = 0;
  std::string out_;  // kept for its memory

  // For the summary.
  Group schemas_;
  Group channels_;
  Group chunk_indices_;
  Group metadata_indices_;
};

}  // namespace monazite::recording
