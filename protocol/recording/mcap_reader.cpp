#include <algorithm>

#include <libdeflate.h>
#include <zstd.h>

#include <protocol/base/check.hpp>
#include <protocol/recording/mcap_format.hpp>
#include <protocol/recording/mcap_reader.hpp>
#include <protocol/recording/mcap_scan.hpp>

namespace monazite::recording {

using namespace mcap;  // NOLINT: the vocabulary of the format, in this file only

namespace {

std::uint32_t crc_of(std::string_view bytes) {
  return libdeflate_crc32(0, bytes.data(), bytes.size());
}

}  // namespace

void McapReader::FreeContext::operator()(ZSTD_DCtx_s* context) const {
  ZSTD_freeDCtx(context);
}

McapReader::McapReader(McapReader&&) noexcept = default;
McapReader& McapReader::operator=(McapReader&&) noexcept = default;
McapReader::~McapReader() = default;

McapReader::McapReader(std::unique_ptr<ByteSource> source, std::string name)
    : source_(std::move(source)), name_(std::move(name)), context_(ZSTD_createDCtx()) {
  MONAZITE_CHECK(context_ != nullptr, "zstd needs some memory to work with");
}

base::Result<McapReader> McapReader::open(std::unique_ptr<ByteSource> source, std::string name) {
  McapReader reader(std::move(source), std::move(name));
  if (auto head = reader.read_head(); !head) {
    return tl::unexpected<base::Error>(std::move(head.error()));
  }
  if (!reader.read_summary()) {
    reader.forget_summary();
    reader.scan();
  }
  reader.reported_.resize(reader.chunks_.size(), false);
  return reader;
}

base::Result<void> McapReader::read_head() {
  using base::ErrorCode;
  const std::uint64_t size = source_->size();
  if (size == 0) return base::fail(ErrorCode::kBadInput, name_ + " is empty: nothing was recorded");
  std::string head(static_cast<std::size_t>(std::min<std::uint64_t>(size, 4096)), '\0');
  if (auto got = source_->read(0, head.size(), head.data()); !got) return got;
  const std::size_t shared = std::min(kMagic.size(), head.size());
  if (head.compare(0, shared, kMagic, 0, shared) != 0) {
    if (shared > 5 && head.compare(0, 5, kMagic, 0, 5) == 0) {
      return base::fail(
          ErrorCode::kBadInput,
          name_ + " is an MCAP file of another major version than 0, the one known here");
    }
    return base::fail(ErrorCode::kBadInput,
                      name_ + " is not a recording: it does not begin as MCAP files do");
  }
  // Where the header record ends is said twice, by its length and by its fields: a flipped bit in
  // one of them must not cost the file.
  Fields fields(std::string_view(head).substr(shared));
  static_cast<void>(fields.u8());
  const std::uint64_t by_length = kMagic.size() + kRecordPrefix + fields.u64();
  profile_ = fields.block();
  static_cast<void>(fields.block());
  const std::uint64_t by_fields = fields.sound() ? head.size() - fields.left() : size + 1;
  for (const std::uint64_t end : {by_length, by_fields}) {
    if (end <= size && (by_length == by_fields || begins_record(end))) {
      head_end_ = end;
      return {};
    }
  }
  return base::fail(ErrorCode::kDamaged,
                    name_ + " is damaged or cut off in its first bytes: nothing of it can be read");
}

/// Whether a record's opcode and a length that fits the file (or the beginning of them) are at
/// `offset`.
bool McapReader::begins_record(std::uint64_t offset) {
  const std::uint64_t size = source_->size();
  if (offset >= size || !load(offset, std::min<std::uint64_t>(kRecordPrefix, size - offset))) {
    return false;
  }
  Fields fields(record_);
  const std::uint8_t opcode = fields.u8();
  static_cast<void>(fields.take(4));
  return opcode > 0 && opcode <= static_cast<std::uint8_t>(Opcode::kDataEnd) && fields.u32() == 0;
}

bool McapReader::load(std::uint64_t offset, std::uint64_t length) {
  if (length > source_->size() || offset > source_->size() - length) return false;
  record_.resize(static_cast<std::size_t>(length));
  return source_->read(offset, record_.size(), record_.data()).has_value();
}

bool McapReader::read_summary() {
  const auto start = load_summary();
  if (!start) return false;
  constexpr std::uint64_t kEnd = kRecordPrefix + kFooterContent + 8;
  constexpr std::uint64_t kDataEnd = kRecordPrefix + kDataEndContent;
  damage_.index_rebuilt = true;
  const std::string summary = record_;
  const std::string_view bytes = summary;
  if (!parse_summary(bytes.substr(0, bytes.size() - static_cast<std::size_t>(kEnd)),
                     *start - kDataEnd))
    return false;
  data_end_ = *start - kDataEnd;
  damage_.index_rebuilt = false;
  return true;
}

/// Loads a whole summary with all that follows it into record_ and gives where it begins; says in
/// damage_ whether the file was finished, and whether the summary is damaged.
std::optional<std::uint64_t> McapReader::load_summary() {
  constexpr std::uint64_t kEnd = kRecordPrefix + kFooterContent + 8;
  constexpr std::uint64_t kDataEnd = kRecordPrefix + kDataEndContent;
  const std::uint64_t size = source_->size();
  damage_.unfinished = true;
  if (size < head_end_ + kDataEnd + kEnd || !load(size - kEnd, kEnd)) return std::nullopt;
  std::string_view end = record_;
  const auto footer = next_record(end);
  if (end != kMagic) return std::nullopt;
  // A file that ends as it should was finished, whatever else is wrong with it.
  damage_.unfinished = false;
  damage_.index_rebuilt = true;
  if (!footer || footer->opcode != Opcode::kFooter || footer->content.size() != kFooterContent)
    return std::nullopt;
  Fields fields(footer->content);
  const std::uint64_t start = fields.u64();
  static_cast<void>(fields.u64());  // summary offsets
  const std::uint32_t crc = fields.u32();
  if (start < head_end_ + kDataEnd || start > size - kEnd) return std::nullopt;
  if (size - start > kMostRecordBytes || !load(start, size - start)) return std::nullopt;
  const std::string_view bytes = record_;
  if (crc_of(bytes.substr(0, bytes.size() - 8 - 4)) != crc) return std::nullopt;
  damage_.index_rebuilt = false;
  return start;
}

bool McapReader::parse_summary(std::string_view records, std::uint64_t data_end) {
  while (!records.empty()) {
    const auto record = next_record(records);
    if (!record) return false;
    bool sound = true;
    switch (record->opcode) {
      case Opcode::kSchema:
        sound = parse_schema(record->content);
        break;
      case Opcode::kChannel:
        sound = parse_channel(record->content);
        break;
      case Opcode::kStatistics:
        sound = parse_statistics(record->content);
        break;
      case Opcode::kChunkIndex:
        sound = parse_chunk_index(record->content, data_end);
        break;
      case Opcode::kMetadataIndex: {
        Fields fields(record->content);
        MetadataPlace place;
        place.offset = fields.u64();
        place.length = fields.u64();
        place.name = fields.block();
        sound = fields.sound();
        metadata_.push_back(std::move(place));
        break;
      }
      default:
        break;
    }
    if (!sound) return false;
  }
  return true;
}

bool McapReader::parse_schema(std::string_view content) {
  Fields fields(content);
  const std::uint16_t id = fields.u16();
  McapSchema schema;
  schema.name = fields.block();
  schema.encoding = fields.block();
  schema.data = fields.block();
  if (!fields.complete()) return false;
  if (id != 0) schemas_.insert({id, std::move(schema)});
  return true;
}

bool McapReader::parse_channel(std::string_view content) {
  Fields fields(content);
  const std::uint16_t id = fields.u16();
  McapChannel channel;
  channel.schema = fields.u16();
  channel.topic = fields.block();
  channel.message_encoding = fields.block();
  static_cast<void>(fields.block());  // metadata
  if (!fields.complete()) return false;
  channels_.insert({id, std::move(channel)});
  return true;
}

bool McapReader::parse_statistics(std::string_view content) {
  Fields fields(content);
  static_cast<void>(fields.take(8 + 2 + 4 + 4 + 4 + 4 + 8 + 8));
  Fields counts(fields.block());
  while (counts.left() > 0) {
    const std::uint16_t channel = counts.u16();
    counts_[channel] = counts.u64();
  }
  return fields.sound() && counts.sound();
}

bool McapReader::parse_chunk_index(std::string_view content, std::uint64_t data_end) {
  Fields fields(content);
  McapChunk chunk;
  chunk.first_ns = fields.u64();
  chunk.last_ns = fields.u64();
  chunk.offset = fields.u64();
  chunk.length = fields.u64();
  Fields offsets(fields.block());
  while (offsets.left() > 0) {
    chunk.channels.push_back(offsets.u16());
    static_cast<void>(offsets.u64());
  }
  static_cast<void>(fields.u64());    // length of the message indices
  static_cast<void>(fields.block());  // compression
  static_cast<void>(fields.u64());    // compressed size
  chunk.uncompressed_bytes = fields.u64();
  if (!fields.sound() || !offsets.sound()) return false;
  if (chunk.length > data_end || chunk.offset > data_end - chunk.length) return false;
  const std::uint64_t before =
      chunks_.empty() ? head_end_ : chunks_.back().offset + chunks_.back().length;
  if (chunk.offset < before) return false;  // chunks do not overlap
  std::sort(chunk.channels.begin(), chunk.channels.end());
  chunks_.push_back(std::move(chunk));
  return true;
}

void McapReader::forget_summary() {
  schemas_.clear();
  channels_.clear();
  counts_.clear();
  chunks_.clear();
  metadata_.clear();
}

/// Loads, checks and decompresses a chunk into content_.
bool McapReader::unpack(const McapChunk& chunk) {
  if (!load(chunk.offset, chunk.length)) return false;
  const auto parsed = parse_chunk(record_);
  if (!parsed || parsed->uncompressed_bytes > kMostChunkBytes) return false;
  if (ZSTD_getFrameContentSize(parsed->compressed.data(), parsed->compressed.size()) !=
      parsed->uncompressed_bytes)
    return false;
  content_.resize(static_cast<std::size_t>(parsed->uncompressed_bytes));
  const std::size_t got = ZSTD_decompressDCtx(context_.get(), content_.data(), content_.size(),
                                              parsed->compressed.data(), parsed->compressed.size());
  return ZSTD_isError(got) == 0 && got == content_.size() && crc_of(content_) == parsed->crc &&
         walk_content(nullptr);
}

bool McapReader::read_chunk(std::size_t chunk, const Visitor& visit) {
  MONAZITE_CHECK(chunk < chunks_.size(), "a chunk is asked for by its place");
  if (!unpack(chunks_[chunk])) {
    if (!reported_[chunk]) {
      reported_[chunk] = true;
      damage_.losses.push_back({chunks_[chunk].first_ns, chunks_[chunk].last_ns, false});
      std::sort(damage_.losses.begin(), damage_.losses.end(),
                [](const McapLoss& a, const McapLoss& b) { return a.from_ns < b.from_ns; });
    }
    return false;
  }
  return walk_content(visit);
}

bool McapReader::walk_content(const Visitor& visit) const {
  std::string_view records = content_;
  while (!records.empty()) {
    const auto record = next_record(records);
    if (!record) return false;
    if (record->opcode != Opcode::kMessage) continue;
    Fields fields(record->content);
    McapMessage message;
    message.channel = fields.u16();
    message.sequence = fields.u32();
    message.time_ns = fields.u64();
    static_cast<void>(fields.u64());  // publish time
    message.data = fields.take(fields.left());
    if (!fields.sound()) return false;
    if (visit) visit(message);
  }
  return true;
}

std::optional<McapReader::Metadata> McapReader::metadata(std::string_view name) const {
  for (const MetadataPlace& place : metadata_) {
    if (place.name != name || place.length > kMostRecordBytes) continue;
    if (place.length > source_->size() || place.offset > source_->size() - place.length) continue;
    std::string bytes(static_cast<std::size_t>(place.length), '\0');
    if (!source_->read(place.offset, bytes.size(), bytes.data())) continue;
    std::string_view rest = bytes;
    const auto record = next_record(rest);
    if (!record || record->opcode != Opcode::kMetadata) continue;
    Fields fields(record->content);
    if (fields.block() != name) continue;
    Fields pairs(fields.block());
    Metadata found;
    while (pairs.left() > 0) {
      const std::string_view key = pairs.block();
      found[std::string(key)] = pairs.block();
    }
    if (fields.complete() && pairs.sound()) return found;
  }
  return std::nullopt;
}

}  // namespace monazite::recording
