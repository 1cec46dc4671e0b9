#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The byte layout of MCAP (the public specification of the container, https://mcap.dev/spec), as
/// far as writer and reader share it. All integers are little-endian on every machine.
namespace monazite::recording::mcap {

/// First and last eight bytes of a file; '0' is the major version.
inline constexpr std::string_view kMagic{"\x89MCAP0\r\n", 8};

enum class Opcode : std::uint8_t {
  kHeader = 0x01,
  kFooter = 0x02,
  kSchema = 0x03,
  kChannel = 0x04,
  kMessage = 0x05,
  kChunk = 0x06,
  kMessageIndex = 0x07,
  kChunkIndex = 0x08,
  kAttachment = 0x09,
  kAttachmentIndex = 0x0A,
  kStatistics = 0x0B,
  kMetadata = 0x0C,
  kMetadataIndex = 0x0D,
  kSummaryOffset = 0x0E,
  kDataEnd = 0x0F
};

/// Opcode and length of the content.
inline constexpr std::size_t kRecordPrefix = 9;
/// Channel, sequence and two times, before the data of a message.
inline constexpr std::size_t kMessagePrefix = 22;
/// Content of a chunk record up to its compressed bytes, when compressed with zstd.
inline constexpr std::size_t kChunkPrefix = 8 + 8 + 8 + 4 + (4 + 4) + 8;
inline constexpr std::string_view kZstd = "zstd";
inline constexpr std::size_t kFooterContent = 20;
inline constexpr std::size_t kDataEndContent = 4;

/// No chunk of ours comes near this; a length beyond it is damage, and nothing is allocated for it.
inline constexpr std::uint64_t kMostChunkBytes = 64ULL << 20;
/// The same for records outside chunks (schemas, scenario text) and for the whole summary.
inline constexpr std::uint64_t kMostRecordBytes = 64ULL << 20;

inline void put_u8(std::string& out, std::uint8_t value) {
  out.push_back(static_cast<char>(value));
}

template <class Unsigned>
void put_unsigned(std::string& out, Unsigned value) {
  char bytes[sizeof(Unsigned)];
  for (std::size_t i = 0; i < sizeof(Unsigned); ++i) {
    bytes[i] = static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
  }
  out.append(bytes, sizeof bytes);
}
inline void put_u16(std::string& out, std::uint16_t value) {
  put_unsigned(out, value);
}
inline void put_u32(std::string& out, std::uint32_t value) {
  put_unsigned(out, value);
}
inline void put_u64(std::string& out, std::uint64_t value) {
  put_unsigned(out, value);
}
inline void put_string(std::string& out, std::string_view text) {
  put_u32(out, static_cast<std::uint32_t>(text.size()));
  out.append(text);
}

/// Opens a record whose content is appended next; close_record fills in its length.
[[nodiscard]] inline std::size_t open_record(std::string& out, Opcode opcode) {
  put_u8(out, static_cast<std::uint8_t>(opcode));
  put_u64(out, 0);
  return out.size();
}
inline void close_record(std::string& out, std::size_t content) {
  const std::uint64_t length = out.size() - content;
  for (std::size_t i = 0; i < 8; ++i) {
    out[content - 8 + i] = static_cast<char>(static_cast<unsigned char>(length >> (8 * i)));
  }
}

/// Reads fields from bytes that may be anything: beyond the end it gives zeros and remembers it.
class Fields {
 public:
  explicit Fields(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
  [[nodiscard]] std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
  [[nodiscard]] std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
  [[nodiscard]] std::uint64_t u64() { return number(8); }
  /// A string, array or map: its bytes without the length in front.
  [[nodiscard]] std::string_view block() { return take(u32()); }
  [[nodiscard]] std::string_view take(std::uint64_t count) {
    if (count > bytes_.size()) {
      sound_ = false;
      bytes_ = {};
      return {};
    }
    const std::string_view taken = bytes_.substr(0, static_cast<std::size_t>(count));
    bytes_.remove_prefix(taken.size());
    return taken;
  }
  [[nodiscard]] std::size_t left() const { return bytes_.size(); }
  /// Whether everything asked for was there.
  [[nodiscard]] bool sound() const { return sound_; }
  /// Whether it was all there and nothing is left over.
  [[nodiscard]] bool complete() const { return sound_ && bytes_.empty(); }

 private:
  [[nodiscard]] std::uint64_t number(std::size_t count) {
    const std::string_view bytes = take(count);
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) {
      value = (value << 8) | static_cast<unsigned char>(bytes[i - 1]);
    }
    return value;
  }

  std::string_view bytes_;
  bool sound_ = true;
};

/// One record inside bytes: a chunk's content or the summary.
struct RawRecord {
  Opcode opcode = Opcode::kHeader;
  std::string_view content;
};

/// Takes the next record off `bytes`; nothing when they are used up or not a record.
[[nodiscard]] inline std::optional<RawRecord> next_record(std::string_view& bytes) {
  Fields fields(bytes);
  const auto opcode = static_cast<Opcode>(fields.u8());
  const std::uint64_t length = fields.u64();
  const std::string_view content = fields.take(length);
  if (!fields.sound()) return std::nullopt;
  bytes.remove_prefix(kRecordPrefix + content.size());
  return RawRecord{opcode, content};
}

}  // namespace monazite::recording::mcap
