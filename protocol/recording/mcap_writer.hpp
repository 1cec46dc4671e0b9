#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <protocol/base/result.hpp>
#include <protocol/recording/bytes.hpp>

struct ZSTD_CCtx_s;

namespace monazite::recording {

/// Writes one MCAP file (https://mcap.dev/spec): schemas, channels and metadata as they are given,
/// messages in chunks compressed with zstd, each followed by its message indices; at the end the
/// summary with chunk index, statistics and offsets. Everything carries a CRC-32.
///
/// The same calls give the same bytes. Every closed chunk goes to the sink at once, so what is cut
/// short stays readable up to its last whole chunk. After the first failure of the sink nothing
/// more is written and error() says why; nothing is thrown. Not thread-safe.
class McapWriter {
 public:
  struct Options {
    std::string profile;  ///< what kind of file it is, for tools
    std::string library;  ///< who wrote it
    /// Uncompressed; a chunk is closed before it would exceed this.
    std::size_t chunk_bytes = 1U << 20;
    /// Below 0: faster still. Most bytes of a run are floats, which hardly become smaller anyway.
    int zstd_level = -1;
  };

  McapWriter(std::unique_ptr<ByteSink> sink, const Options& options);
  McapWriter(McapWriter&&) noexcept;
  McapWriter& operator=(McapWriter&&) noexcept;
  /// Does not finish: a writer that goes away early leaves a file that ends at its last closed
  /// chunk.
  ~McapWriter();

  /// `id` is not 0 and new. `data` as the encoding prescribes ("protobuf": a serialised
  /// FileDescriptorSet with all dependencies).
  void add_schema(std::uint16_t id, std::string_view name, std::string_view encoding,
                  std::string_view data);
  /// `id` is new and the schema is known.
  void add_channel(std::uint16_t id, std::uint16_t schema, std::string_view topic,
                   std::string_view message_encoding);
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  /// Keys must be distinct; written in the order given.
  void add_metadata(std::string_view name, const Pairs& pairs);

  /// Adds a message of `size` bytes and gives the place where the caller must write them at once,
  /// before any other call. Time in nanoseconds, never decreasing.
  [[nodiscard]] std::uint8_t* add_message(std::uint16_t channel, std::uint64_t time_ns,
                                          std::size_t size);

  /// Compresses and writes what has gathered; nothing when there is nothing.
  void close_chunk();
  /// Closes the chunk, writes the summary and closes the sink. Once, and last.
  [[nodiscard]] base::Result<void> finish();

  /// The first failure, if any.
  [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }

 private:
  struct IndexEntry {
    std::uint64_t time_ns;
    std::uint64_t offset;
  };
  struct Channel {
    std::uint16_t id = 0;
    std::uint64_t messages = 0;
    std::vector<IndexEntry> index;  // of the open chunk
  };
  struct Group {
    std::string records;
    std::uint32_t count = 0;
  };
  struct FreeContext {
    void operator()(ZSTD_CCtx_s* context) const;
  };

  void write(std::string_view bytes);
  void fail(base::Error error);
  [[nodiscard]] bool compress_chunk();
  void write_message_indices(std::uint64_t chunk_length);
  void write_summary();
  [[nodiscard]] std::string statistics() const;

  std::unique_ptr<ByteSink> sink_;
  Options options_;
  std::unique_ptr<ZSTD_CCtx_s, FreeContext> context_;
  std::optional<base::Error> error_;
  std::uint64_t offset_ = 0;
  std::uint32_t crc_ = 0;
  bool finished_ = false;

  std::vector<Channel> channels_;            // in the order they were added
  std::vector<std::int32_t> channel_of_id_;  // place in channels_, -1: none
  std::string chunk_;
  std::uint64_t chunk_first_ns_ = 0;
  std::uint64_t chunk_last_ns_ = 0;
  std::string out_;  // kept for its memory

  // For the summary.
  Group schemas_;
  Group channel_records_;
  Group chunk_indices_;
  Group metadata_indices_;
  std::uint64_t messages_ = 0;
  std::uint64_t first_ns_ = 0;
  std::uint64_t last_ns_ = 0;
};

}  // namespace monazite::recording
