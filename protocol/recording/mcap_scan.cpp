#include <algorithm>
#include <set>

#include <protocol/recording/mcap_format.hpp>
#include <protocol/recording/mcap_reader.hpp>
#include <protocol/recording/mcap_scan.hpp>

// Reading a file whose summary is missing or damaged: every record is looked at once, from the head
// on.
namespace monazite::recording {

using namespace mcap;  // NOLINT: the vocabulary of the format, in this file only

namespace mcap {

std::optional<ChunkRecord> parse_chunk(std::string_view record) {
  Fields prefix(record);
  const auto opcode = static_cast<Opcode>(prefix.u8());
  const std::uint64_t length = prefix.u64();
  if (!prefix.sound() || opcode != Opcode::kChunk || length != prefix.left()) return std::nullopt;
  Fields fields(record.substr(kRecordPrefix));
  ChunkRecord chunk;
  chunk.first_ns = fields.u64();
  chunk.last_ns = fields.u64();
  chunk.uncompressed_bytes = fields.u64();
  chunk.crc = fields.u32();
  if (fields.block() != kZstd) return std::nullopt;
  chunk.compressed = fields.take(fields.u64());
  if (!fields.complete()) return std::nullopt;
  return chunk;
}

}  // namespace mcap

namespace {

/// "zstd" with its length, as it stands 28 bytes into the content of every chunk record.
constexpr std::string_view kChunkMark{"\x04\0\0\0zstd", 8};
constexpr std::size_t kChunkMarkAt = kRecordPrefix + 28;
/// A DataEnd record up to its CRC.
constexpr std::string_view kDataEndMark{"\x0F\x04\0\0\0\0\0\0\0", 9};

/// The array that an index of messages holds must fill it exactly.
bool is_message_index(std::string_view content) {
  Fields fields(content);
  static_cast<void>(fields.u16());
  return fields.block().size() % 16 == 0 && fields.complete();
}

}  // namespace

/// A walk through the file, or through what has come to it.
class McapReader::Scan {
 public:
  explicit Scan(McapReader& of)
      : reader_(of), size_(of.source_->size()), state_(*of.scan_), at_(state_.at) {}

  void run();

 private:
  [[nodiscard]] bool take_record();
  [[nodiscard]] bool take_small_record(Opcode opcode, std::uint64_t length);
  [[nodiscard]] bool take_chunk(std::uint64_t length);
  void take_messages(McapChunk& chunk);
  [[nodiscard]] bool skip_to_next_whole();
  [[nodiscard]] bool starts_chunk_at(std::uint64_t place);
  void report();

  McapReader& reader_;
  std::uint64_t size_;
  ScanState& state_;
  std::uint64_t& at_;
  bool skipped_chunk_ = false;  // whether the last skip went over the remains of one
};

void McapReader::Scan::run() {
  while (!state_.ended && at_ < size_) {
    if (take_record()) continue;
    // Neither a record nor the beginning of one: damaged; cut off, if nothing whole follows.
    if (!skip_to_next_whole()) break;
    state_.gaps.push_back({state_.last_ns, 0, skipped_chunk_});
  }
  report();
}

/// Takes the record at `at_` and moves on; false when there is no whole and sound one.
bool McapReader::Scan::take_record() {
  if (size_ - at_ < kRecordPrefix || !reader_.load(at_, kRecordPrefix)) return false;
  Fields fields(reader_.record_);
  const auto opcode = static_cast<Opcode>(fields.u8());
  const std::uint64_t content = fields.u64();
  if (content > size_ - at_ - kRecordPrefix) return false;
  const std::uint64_t length = content + kRecordPrefix;
  if (opcode == Opcode::kChunk) return take_chunk(length);
  return take_small_record(opcode, length);
}

bool McapReader::Scan::take_small_record(Opcode opcode, std::uint64_t length) {
  if (length > kMostRecordBytes || !reader_.load(at_, length)) return false;
  const std::string_view content = std::string_view(reader_.record_).substr(kRecordPrefix);
  switch (opcode) {
    case Opcode::kSchema:
      if (!reader_.parse_schema(content)) return false;
      break;
    case Opcode::kChannel:
      if (!reader_.parse_channel(content)) return false;
      break;
    case Opcode::kMessageIndex:
      if (!is_message_index(content)) return false;
      break;
    case Opcode::kMetadata: {
      Fields fields(content);
      const std::string_view name = fields.block();
      static_cast<void>(fields.block());
      if (!fields.complete()) return false;
      reader_.metadata_.push_back({std::string(name), at_, length});
      break;
    }
    case Opcode::kDataEnd:
      if (content.size() != kDataEndContent) return false;
      reader_.data_end_ = at_;
      state_.ended = true;
      break;
    default:  // nothing else belongs before the end of the data in a file of ours
      return false;
  }
  at_ += length;
  return true;
}

bool McapReader::Scan::take_chunk(std::uint64_t length) {
  McapChunk chunk;
  chunk.offset = at_;
  chunk.length = length;
  if (length > kMostChunkBytes + kMostRecordBytes) return false;
  if (!reader_.unpack(chunk)) {
    // Its lengths agree with each other: a chunk whose content is damaged. Else not a chunk at all.
    const bool framed = reader_.load(at_, length) && parse_chunk(reader_.record_).has_value();
    if (!framed) return false;
    state_.gaps.push_back({state_.last_ns, 0, true});
    at_ += length;
    return true;
  }
  take_messages(chunk);
  at_ += length;
  return true;
}

void McapReader::Scan::take_messages(McapChunk& chunk) {
  chunk.uncompressed_bytes = reader_.content_.size();
  chunk.first_ns = 0;
  std::set<std::uint16_t> channels;
  bool first = true;
  reader_.walk_content([&](const McapMessage& message) {
    if (first) chunk.first_ns = message.time_ns;
    first = false;
    chunk.last_ns = std::max(chunk.last_ns, message.time_ns);
    channels.insert(message.channel);
    ++reader_.counts_[message.channel];
    ScanState::Progress& seen = state_.progress[message.channel];
    if (message.sequence != seen.sequence + 1) {
      for (std::size_t gap = seen.gaps; gap < state_.gaps.size(); ++gap)
        state_.gaps[gap].lossy = true;
    }
    seen = {message.sequence, state_.gaps.size()};
  });
  for (; state_.followed < state_.gaps.size(); ++state_.followed)
    state_.gaps[state_.followed].before_ns = chunk.first_ns;
  state_.last_ns = std::max(state_.last_ns, chunk.last_ns);
  chunk.channels.assign(channels.begin(), channels.end());
  reader_.chunks_.push_back(std::move(chunk));
}

/// Whether a chunk that fits the file begins at `place`, by its opcode and its two lengths.
bool McapReader::Scan::starts_chunk_at(std::uint64_t place) {
  if (size_ - place < kRecordPrefix + kChunkPrefix ||
      !reader_.load(place, kRecordPrefix + kChunkPrefix)) {
    return false;
  }
  Fields fields(reader_.record_);
  const auto opcode = static_cast<Opcode>(fields.u8());
  const std::uint64_t content = fields.u64();
  static_cast<void>(fields.take(28 + kChunkMark.size()));
  return opcode == Opcode::kChunk && content <= size_ - place - kRecordPrefix &&
         fields.u64() == content - kChunkPrefix;
}

/// Moves `at_` to the next chunk, or to the end of the data; false when there is neither.
bool McapReader::Scan::skip_to_next_whole() {
  // Small blocks first: what is broken is mostly short, and garbage may make us come here often.
  std::uint64_t most = 4096;
  skipped_chunk_ = starts_chunk_at(at_);
  std::string block;
  std::uint64_t from = at_ + 1;
  while (from < size_) {
    // Blocks overlap by the longer mark, so that none is missed at a border.
    const std::uint64_t length = std::min(most, size_ - from);
    block.resize(static_cast<std::size_t>(length));
    if (!reader_.source_->read(from, block.size(), block.data())) return false;
    const std::string_view bytes = block;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      if (bytes[i] == kDataEndMark[0] && bytes.substr(i, kDataEndMark.size()) == kDataEndMark) {
        at_ = from + i;
        return true;
      }
      if (bytes[i] != kChunkMark[0] || bytes.substr(i, kChunkMark.size()) != kChunkMark) continue;
      const std::uint64_t mark = from + i;
      if (mark > at_ + kChunkMarkAt && starts_chunk_at(mark - kChunkMarkAt)) {
        at_ = mark - kChunkMarkAt;
        return true;
      }
      skipped_chunk_ = true;
    }
    if (from + length == size_) return false;
    from += length - kDataEndMark.size();
    most = std::min<std::uint64_t>(most * 2, 1U << 20);
  }
  return false;
}

void McapReader::Scan::report() {
  McapDamage& damage = reader_.damage_;
  damage.unfinished = !state_.ended;
  damage.index_rebuilt = state_.ended;
  // Those told before are told again, with what is known of them now.
  damage.losses.erase(std::remove_if(damage.losses.begin(), damage.losses.end(),
                                     [](const McapLoss& loss) { return loss.between; }),
                      damage.losses.end());
  for (std::size_t i = 0; i < state_.gaps.size(); ++i) {
    const ScanState::Gap& gap = state_.gaps[i];
    if (gap.lossy || i >= state_.followed) {
      damage.losses.push_back({gap.after_ns, gap.before_ns, true});
    } else {
      damage.outside_chunks = true;
    }
  }
}

void McapReader::scan() {
  scan_ = std::make_unique<ScanState>();
  scan_->at = head_end_;
  const std::uint64_t size = source_->size();
  Scan(*this).run();
  while (damage_.losses.empty() && check_on(size)) {
  }
}

/// Whether the last chunk still is what it was: a file that was cut and written anew may be longer
/// than before when somebody looks.
bool McapReader::continues() const {
  if (chunks_.empty()) return true;
  const McapChunk& last = chunks_.back();
  constexpr std::size_t kTimes = 16;  // of its first and last message
  std::string bytes(kRecordPrefix + kTimes + 8, '\0');
  if (!source_->read(last.offset, bytes.size(), bytes.data())) return false;
  Fields fields(bytes);
  const auto opcode = static_cast<Opcode>(fields.u8());
  const std::uint64_t length = fields.u64() + kRecordPrefix;
  static_cast<void>(fields.take(kTimes));
  return opcode == Opcode::kChunk && length == last.length &&
         fields.u64() == last.uncompressed_bytes;
}

base::Result<bool> McapReader::grow() {
  if (scan_ == nullptr || !damage_.unfinished || gone_) return false;
  const Growth growth = source_->look_again();
  if (growth == Growth::kNone) return false;
  gone_ = growth != Growth::kMore || !continues();
  if (growth == Growth::kShorter) {
    return base::fail(base::ErrorCode::kDamaged,
                      name_ +
                          " became shorter: it was cut, or another run is written into it; "
                          "open it again to see what it holds now");
  }
  if (gone_) {
    return base::fail(base::ErrorCode::kNotFound,
                      name_ +
                          " is no longer the file that was opened: it was moved, removed or "
                          "replaced; open it again to see what it holds now");
  }
  const std::size_t before = chunks_.size();
  Scan(*this).run();
  reported_.resize(chunks_.size(), false);
  // Whoever writes may be at the summary itself: it is finished when the last bytes are there.
  damage_.index_rebuilt = false;
  if (scan_->ended) static_cast<void>(load_summary());
  return chunks_.size() != before || !damage_.unfinished;
}

}  // namespace monazite::recording
