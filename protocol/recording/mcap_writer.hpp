#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <protocol/base/result.hpp>
#include <protocol/recording/bytes.hpp>
#include <protocol/recording/mcap_file.hpp>
#include <protocol/recording/worker.hpp>

namespace monazite::recording {

/// Writes one MCAP file (https://mcap.dev/spec): schemas, channels and metadata as they are given,
/// messages in chunks compressed with zstd, each followed by its message indices; at the end the
/// summary with chunk index, statistics and offsets. Everything carries a CRC-32.
///
/// The same calls give the same bytes, with a worker or without. Every closed chunk goes to the
/// sink at once, so what is cut short stays readable up to its last whole chunk. After the first
/// failure of the sink nothing more is written and error() says why; nothing is thrown. Not
/// thread-safe.
///
/// A worker compresses and writes closed chunks while more gather. A chunk is then on its way when
/// close_chunk() returns; chunks that are closed while the worker is at others wait, at most
/// kMostWaiting of them, so that whoever writes hardly ever does. All are in the sink, with what
/// error() says of them, when finish() returns.
class McapWriter {
 public:
  struct Options {
    std::string profile;  ///< what kind of file it is, for tools
    std::string library;  ///< who wrote it
    /// Uncompressed; a chunk is closed before it would exceed this.
    std::size_t chunk_bytes = 1U << 20;
    /// Below 0: faster still. Most bytes of a run are floats, which hardly become smaller anyway.
    int zstd_level = -1;
    /// Must outlive the writer. Null: everything is done at once.
    Worker* worker = nullptr;
  };

  McapWriter(std::unique_ptr<ByteSink> sink, const Options& options);
  McapWriter(McapWriter&&) noexcept;
  McapWriter& operator=(McapWriter&&) = delete;
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

  /// Closed chunks that wait for the worker, beside those that it is at.
  static constexpr std::size_t kMostWaiting = 16;

  /// Compresses and writes what has gathered; nothing when there is nothing.
  void close_chunk();
  /// Closes the chunk, writes the summary and closes the sink. Once, and last.
  [[nodiscard]] base::Result<void> finish();

  /// The first failure, if any.
  [[nodiscard]] const std::optional<base::Error>& error() const { return error_; }

 private:
  void wait_for_worker();
  void hand_over();
  [[nodiscard]] GatheredChunk empty_chunk();
  void at_once(const std::function<void(McapFile&)>& work);

  Options options_;
  /// What a job of the worker touches.
  struct Handed {
    std::unique_ptr<McapFile> file;
    std::vector<GatheredChunk> chunks;
  };
  std::unique_ptr<Handed> handed_;
  std::vector<GatheredChunk> closed_;  ///< not handed over yet, in order
  std::vector<GatheredChunk> spare_;   ///< to be used again
  std::optional<base::Error> error_;   ///< as far as the worker has been waited for
  bool finished_ = false;

  std::vector<std::int32_t> place_of_id_;  ///< of a channel in chunk_ and counts_, -1: none
  GatheredChunk chunk_;                    ///< open
  McapCounts counts_;
};

}  // namespace monazite::recording
