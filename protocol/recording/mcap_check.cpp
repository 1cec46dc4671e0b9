#include <algorithm>

#include <libdeflate.h>

#include <protocol/recording/mcap_format.hpp>
#include <protocol/recording/mcap_reader.hpp>
#include <protocol/recording/mcap_scan.hpp>

// Whether a file is what was written to the last byte: chunks and summary carry checksums of their
// own, and the DataEnd record one of all before it, which tells of the bytes between chunks.
namespace monazite::recording {

using namespace mcap;  // NOLINT: the vocabulary of the format, in this file only

/// Finds the first record that is not what was written, in a file whose chunks can be read: by what
/// the summary and the messages say of it.
class McapReader::OutsideSearch {
 public:
  explicit OutsideSearch(McapReader& of) : reader_(of), at_(of.head_end_) {}

  [[nodiscard]] McapPlace find();

 private:
  [[nodiscard]] bool is_chunk_as_indexed(const McapChunk& chunk);
  [[nodiscard]] bool is_as_known(const RawRecord& record, std::uint64_t end);
  [[nodiscard]] bool is_index_of_messages(std::string_view content);
  [[nodiscard]] McapPlace::What kind_at(std::size_t next_chunk) const;

  McapReader& reader_;
  std::uint64_t at_;
  std::size_t last_chunk_ = 0;  // behind the chunk last passed; 0: none yet
  std::size_t unpacked_ = 0;    // the same of the chunk in content_
  std::size_t schemas_passed_ = 0;
  std::size_t channels_passed_ = 0;
};

/// What stands at a place that cannot be read, by the index and by its neighbours.
McapPlace::What McapReader::OutsideSearch::kind_at(std::size_t next_chunk) const {
  for (const MetadataPlace& place : reader_.metadata_) {
    if (place.offset == at_) return McapPlace::What::kMetadata;
  }
  if (next_chunk > 0) return McapPlace::What::kMessageIndex;
  if (schemas_passed_ < reader_.schemas_.size()) return McapPlace::What::kSchema;
  if (channels_passed_ < reader_.channels_.size()) return McapPlace::What::kChannel;
  return McapPlace::What::kUnknown;
}

/// The frame of a chunk repeats what its index says.
bool McapReader::OutsideSearch::is_chunk_as_indexed(const McapChunk& chunk) {
  if (!reader_.load(chunk.offset, chunk.length)) return false;
  const auto found = parse_chunk(reader_.record_);
  return found && found->first_ns == chunk.first_ns && found->last_ns == chunk.last_ns;
}

bool McapReader::OutsideSearch::is_index_of_messages(std::string_view content) {
  if (last_chunk_ == 0) return false;
  Fields fields(content);
  const std::uint16_t channel = fields.u16();
  Fields places(fields.block());
  if (!fields.complete()) return false;
  if (unpacked_ != last_chunk_ && !reader_.unpack(reader_.chunks_[last_chunk_ - 1])) return false;
  unpacked_ = last_chunk_;
  bool same = true;
  std::string_view records = reader_.content_;
  while (!records.empty()) {
    const std::uint64_t offset = reader_.content_.size() - records.size();
    const auto record = next_record(records);
    if (!record) return false;
    Fields message(record->content);
    if (record->opcode != Opcode::kMessage || message.u16() != channel) continue;
    static_cast<void>(message.u32());
    same = same && places.u64() == message.u64() && places.u64() == offset;
  }
  return same && places.complete();
}

/// `end`: of the record, in the file.
bool McapReader::OutsideSearch::is_as_known(const RawRecord& record, std::uint64_t end) {
  Fields fields(record.content);
  switch (record.opcode) {
    case Opcode::kSchema: {
      const auto known = reader_.schemas_.find(fields.u16());
      ++schemas_passed_;
      return known != reader_.schemas_.end() && fields.block() == known->second.name &&
             fields.block() == known->second.encoding && fields.block() == known->second.data &&
             fields.complete();
    }
    case Opcode::kChannel: {
      const auto known = reader_.channels_.find(fields.u16());
      ++channels_passed_;
      return known != reader_.channels_.end() && fields.u16() == known->second.schema &&
             fields.block() == known->second.topic &&
             fields.block() == known->second.message_encoding && fields.block().empty() &&
             fields.complete();
    }
    case Opcode::kMessageIndex:
      return is_index_of_messages(record.content);
    case Opcode::kMetadata: {
      const std::string_view name = fields.block();
      return std::any_of(
          reader_.metadata_.begin(), reader_.metadata_.end(), [&](const MetadataPlace& place) {
            return place.name == name && place.offset == at_ && place.offset + place.length == end;
          });
    }
    default:
      return false;
  }
}

McapPlace McapReader::OutsideSearch::find() {
  using What = McapPlace::What;
  std::size_t next = 0;
  while (at_ < reader_.data_end_) {
    const bool at_chunk = next < reader_.chunks_.size() && reader_.chunks_[next].offset == at_;
    if (at_chunk) {
      if (!is_chunk_as_indexed(reader_.chunks_[next])) return {What::kChunk, at_};
      at_ += reader_.chunks_[next].length;
      last_chunk_ = ++next;
      continue;
    }
    const std::uint64_t limit =
        next < reader_.chunks_.size() ? reader_.chunks_[next].offset : reader_.data_end_;
    std::string bytes(static_cast<std::size_t>(limit - at_), '\0');
    if (limit - at_ > kMostRecordBytes || !reader_.source_->read(at_, bytes.size(), bytes.data()))
      return {kind_at(next), at_};
    for (std::string_view rest = bytes; !rest.empty();) {
      const auto record = next_record(rest);
      if (!record) return {kind_at(next), at_};
      const std::uint64_t end = limit - rest.size();
      const What what = kind_at(next);
      if (!is_as_known(*record, end)) return {what, at_};
      at_ = end;
    }
  }
  return {What::kToldOnce, 0};
}

/// All that was read being whole, a difference lies outside the messages.
void McapReader::compare_checksum() {
  checked_.done = true;
  constexpr std::uint64_t kLength = kRecordPrefix + kDataEndContent;
  if (!load(data_end_, kLength)) return;
  std::string_view rest = record_;
  const auto record = next_record(rest);
  const bool framed = record && record->opcode == Opcode::kDataEnd && rest.empty();
  if (framed && Fields(record->content).u32() == checked_.crc) return;
  reported_.resize(chunks_.size(), false);
  for (std::size_t chunk = 0; chunk < chunks_.size(); ++chunk) read_chunk(chunk, nullptr);
  if (!damage_.losses.empty()) return;  // that is the difference
  damage_.outside_chunks = true;
  damage_.outside =
      framed ? OutsideSearch(*this).find() : McapPlace{McapPlace::What::kDataEnd, data_end_};
}

bool McapReader::check_on(std::uint64_t most_bytes) {
  if (checked_.done || data_end_ == 0) return false;
  constexpr std::uint64_t kBlock = 1U << 20;
  std::uint64_t left = most_bytes;
  while (checked_.at < data_end_ && left > 0) {
    const std::uint64_t length = std::min({kBlock, left, data_end_ - checked_.at});
    if (!load(checked_.at, length)) {
      checked_.done = true;
      return false;
    }
    checked_.crc = libdeflate_crc32(checked_.crc, record_.data(), record_.size());
    checked_.at += length;
    left -= length;
  }
  if (checked_.at < data_end_) return true;
  compare_checksum();
  return false;
}

void McapReader::check_all() {
  for (std::size_t chunk = 0; chunk < chunks_.size(); ++chunk) {
    read_chunk(chunk, nullptr);
  }
  const std::uint64_t all = source_->size();
  while (damage_.losses.empty() && check_on(all)) {
  }
}

}  // namespace monazite::recording
