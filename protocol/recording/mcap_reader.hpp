#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <protocol/base/result.hpp>
#include <protocol/recording/bytes.hpp>

struct ZSTD_DCtx_s;
namespace monazite::recording::mcap {
struct ScanState;
}

namespace monazite::recording {

struct McapSchema {
  std::string name;
  std::string encoding;
  std::string data;
};

struct McapChannel {
  std::uint16_t schema = 0;
  std::string topic;
  std::string message_encoding;
};

/// Where a chunk lies in the file and what it holds. Times in nanoseconds, inclusive.
struct McapChunk {
  std::uint64_t offset = 0;  ///< of the chunk record
  std::uint64_t length = 0;  ///< of the chunk record
  std::uint64_t first_ns = 0;
  std::uint64_t last_ns = 0;
  std::uint64_t uncompressed_bytes = 0;
  std::vector<std::uint16_t> channels;  ///< with messages in it, ascending
};

struct McapMessage {
  std::uint16_t channel = 0;
  std::uint32_t sequence = 0;
  std::uint64_t time_ns = 0;
  std::string_view data;  ///< valid until the next chunk is read
};

/// A part of the file that cannot be read. The times say where it lay: those of the chunk if its
/// index is whole, else the last time before it and the first after it (0: nothing before, or
/// after).
struct McapLoss {
  std::uint64_t from_ns = 0;
  std::uint64_t to_ns = 0;
  bool between = false;  ///< whether the times are those of the neighbours
};

/// A part of the file beside the messages.
struct McapPlace {
  enum class What {
    kUnknown,
    kSchema,
    kChannel,
    kMetadata,
    kMessageIndex,  ///< behind a chunk
    kChunk,         ///< the frame of a chunk whose messages are whole
    kDataEnd,       ///< the frame of the record with the checksum of all before it
    /// Of what nothing else in the file tells: the words of metadata, the profile, the checksum
    /// itself, how whole messages are compressed. Has no offset.
    kToldOnce
  };
  What what = What::kUnknown;
  std::uint64_t offset = 0;  ///< of the record, in bytes from the beginning of the file
};

/// What is wrong with a file, as far as it has been read.
struct McapDamage {
  bool unfinished = false;     ///< it ends before its summary: cut short, or never finished
  bool index_rebuilt = false;  ///< the summary was damaged; nothing is lost by that
  /// Bytes outside the messages are not what was written; the first such place, as far as it can be
  /// told.
  bool outside_chunks = false;
  McapPlace outside;
  std::vector<McapLoss> losses;  ///< in the order of the file
};

/// Reads an MCAP file with zstd chunks whose messages all lie in chunks, as ours do.
///
/// A file with a whole summary is opened by reading its last bytes only, and any chunk is reached
/// directly. Otherwise the file is walked once, every chunk is checked, and what is between whole
/// chunks is skipped: a file cut at any byte opens up to its last whole chunk, and a flipped bit
/// costs the chunk it lies in. Any bytes whatever may be given: nothing is allocated beyond the
/// limits in mcap_format.hpp and the size of the file. Not thread-safe; open one reader for each
/// thread.
class McapReader {
 public:
  /// `name` is what messages call the file. kBadInput when it is empty or not MCAP, kDamaged when
  /// not even its head is whole, kIo when the machine refuses.
  [[nodiscard]] static base::Result<McapReader> open(std::unique_ptr<ByteSource> source,
                                                     std::string name);
  McapReader(McapReader&&) noexcept;
  McapReader& operator=(McapReader&&) noexcept;
  ~McapReader();

  [[nodiscard]] const std::string& profile() const { return profile_; }
  [[nodiscard]] const std::map<std::uint16_t, McapSchema>& schemas() const { return schemas_; }
  [[nodiscard]] const std::map<std::uint16_t, McapChannel>& channels() const { return channels_; }
  /// Messages of each channel in the readable chunks, as far as the file or its index says.
  [[nodiscard]] const std::map<std::uint16_t, std::uint64_t>& counts() const { return counts_; }
  /// In the order of the file, which is the order of time.
  [[nodiscard]] const std::vector<McapChunk>& chunks() const { return chunks_; }
  [[nodiscard]] const McapDamage& damage() const { return damage_; }

  using Metadata = std::map<std::string, std::string>;
  /// The first metadata record of that name, or nothing.
  [[nodiscard]] std::optional<Metadata> metadata(std::string_view name) const;

  using Visitor = std::function<void(const McapMessage&)>;
  /// Gives every message of a chunk in order. False when the chunk is damaged: it is then counted
  /// in damage() and none of its messages is given.
  bool read_chunk(std::size_t chunk, const Visitor& visit);

  /// Looks whether a file that ends before its summary has grown, and takes up the whole chunks
  /// that came; what is there already is not read again. True when something came: chunks(), and
  /// damage() when it has been finished. One clear sentence, and nothing from then on, when the
  /// file became shorter or is another one now.
  [[nodiscard]] base::Result<bool> grow();

  /// Reads the whole file and completes damage().
  void check_all();
  /// The same a few bytes at a time, at most `most_bytes` with each call unless there is damage to
  /// be looked for, for a file whose chunks are read by somebody else. True while there is more.
  /// What came since grow() is checked when the file has its end.
  bool check_on(std::uint64_t most_bytes);

 private:
  struct FreeContext {
    void operator()(ZSTD_DCtx_s* context) const;
  };
  struct MetadataPlace {
    std::string name;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
  };
  class Scan;
  class OutsideSearch;
  /// How far the checksum of the data has been computed.
  struct Checked {
    std::uint64_t at = 0;
    std::uint32_t crc = 0;
    bool done = false;
  };

  McapReader(std::unique_ptr<ByteSource> source, std::string name);
  [[nodiscard]] base::Result<void> read_head();
  [[nodiscard]] bool begins_record(std::uint64_t offset);
  [[nodiscard]] bool read_summary();
  [[nodiscard]] std::optional<std::uint64_t> load_summary();
  [[nodiscard]] bool continues() const;
  [[nodiscard]] bool parse_summary(std::string_view records, std::uint64_t data_end);
  [[nodiscard]] bool parse_chunk_index(std::string_view content, std::uint64_t data_end);
  [[nodiscard]] bool parse_schema(std::string_view content);
  [[nodiscard]] bool parse_channel(std::string_view content);
  [[nodiscard]] bool parse_statistics(std::string_view content);
  [[nodiscard]] bool load(std::uint64_t offset, std::uint64_t length);
  [[nodiscard]] bool unpack(const McapChunk& chunk);
  /// Gives the messages of content_ in order; false when it is not a sequence of sound records.
  bool walk_content(const Visitor& visit) const;
  void forget_summary();
  void scan();
  void compare_checksum();

  std::unique_ptr<ByteSource> source_;
  std::string name_;
  std::unique_ptr<ZSTD_DCtx_s, FreeContext> context_;
  std::string profile_;
  std::uint64_t head_end_ = 0;
  std::uint64_t data_end_ = 0;  // offset of the DataEnd record; 0 when there is none
  std::map<std::uint16_t, McapSchema> schemas_;
  std::map<std::uint16_t, McapChannel> channels_;
  std::map<std::uint16_t, std::uint64_t> counts_;
  std::vector<McapChunk> chunks_;
  std::vector<bool> reported_;  // chunks already counted in damage_
  std::vector<MetadataPlace> metadata_;
  McapDamage damage_;
  Checked checked_;
  std::unique_ptr<mcap::ScanState> scan_;  // of a file without a summary, as far as it was walked
  bool gone_ = false;                      // became shorter, or is another file
  std::string record_;                     // the chunk record last read
  std::string content_;                    // what it unpacks to
};

}  // namespace monazite::recording
