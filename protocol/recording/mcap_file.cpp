#include <algorithm>
#include <utility>

#include <libdeflate.h>
#include <zstd.h>

#include <protocol/base/check.hpp>
#include <protocol/recording/mcap_file.hpp>

namespace monazite::recording {

using namespace mcap;  // NOLINT: the vocabulary of the format, in this file only

void GatheredChunk::clear() {
  records.clear();
  for (Channel& channel : channels) channel.places.clear();
}

void McapFile::FreeContext::operator()(ZSTD_CCtx_s* context) const {
  ZSTD_freeCCtx(context);
}

McapFile::McapFile(std::unique_ptr<ByteSink> sink, std::string_view profile,
                   std::string_view library, int zstd_level)
    : sink_(std::move(sink)), context_(ZSTD_createCCtx()) {
  MONAZITE_CHECK(context_ != nullptr, "zstd needs some memory to work with");
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, zstd_level);
  std::string head(kMagic);
  const std::size_t record = open_record(head, Opcode::kHeader);
  put_string(head, profile);
  put_string(head, library);
  close_record(head, record);
  write(head);
}

McapFile::~McapFile() = default;

void McapFile::write(std::string_view bytes) {
  if (error_) return;
  if (auto written = sink_->write(bytes); !written) return fail(std::move(written.error()));
  crc_ = libdeflate_crc32(crc_, bytes.data(), bytes.size());
  offset_ += bytes.size();
}

void McapFile::fail(base::Error error) {
  if (!error_) error_ = std::move(error);
}

void McapFile::write_schema(std::string_view record) {
  write(record);
  schemas_.records += record;
  ++schemas_.count;
}

void McapFile::write_channel(std::string_view record) {
  write(record);
  channels_.records += record;
  ++channels_.count;
}

void McapFile::write_metadata(std::string_view name, std::string_view record) {
  const std::size_t index = open_record(metadata_indices_.records, Opcode::kMetadataIndex);
  put_u64(metadata_indices_.records, offset_);
  put_u64(metadata_indices_.records, record.size());
  put_string(metadata_indices_.records, name);
  close_record(metadata_indices_.records, index);
  ++metadata_indices_.count;
  write(record);
}

void McapFile::write_chunk(const GatheredChunk& chunk) {
  if (error_ || !compress(chunk)) return;
  write_message_indices(chunk, out_.size());
  write(out_);
}

/// Puts the chunk record into out_.
bool McapFile::compress(const GatheredChunk& chunk) {
  const std::uint32_t crc = libdeflate_crc32(0, chunk.records.data(), chunk.records.size());
  out_.clear();
  const std::size_t content = open_record(out_, Opcode::kChunk);
  put_u64(out_, chunk.first_ns);
  put_u64(out_, chunk.last_ns);
  put_u64(out_, chunk.records.size());
  put_u32(out_, crc);
  put_string(out_, kZstd);
  const std::size_t length_at = out_.size();
  put_u64(out_, 0);
  const std::size_t records = out_.size();
  out_.resize(records + ZSTD_compressBound(chunk.records.size()));
  const std::size_t compressed =
      ZSTD_compress2(context_.get(), out_.data() + records, out_.size() - records,
                     chunk.records.data(), chunk.records.size());
  if (ZSTD_isError(compressed) != 0) {
    fail({base::ErrorCode::kIo,
          std::string("cannot compress the recording: ") + ZSTD_getErrorName(compressed)});
    return false;
  }
  out_.resize(records + compressed);
  for (std::size_t i = 0; i < 8; ++i) {
    out_[length_at + i] =
        static_cast<char>(static_cast<unsigned char>(std::uint64_t{compressed} >> (8 * i)));
  }
  close_record(out_, content);
  return true;
}

/// Appends the message indices to the chunk record in out_, and the chunk's index to the summary.
void McapFile::write_message_indices(const GatheredChunk& chunk, std::uint64_t chunk_length) {
  std::string offsets;
  for (const GatheredChunk::Channel& channel : chunk.channels) {
    if (channel.places.empty()) continue;
    put_u16(offsets, channel.id);
    put_u64(offsets, offset_ + out_.size());
    const std::size_t content = open_record(out_, Opcode::kMessageIndex);
    put_u16(out_, channel.id);
    put_u32(out_, static_cast<std::uint32_t>(channel.places.size() * 16));
    for (const GatheredChunk::Place& place : channel.places) {
      put_u64(out_, place.time_ns);
      put_u64(out_, place.offset);
    }
    close_record(out_, content);
  }
  std::string& index = chunk_indices_.records;
  const std::size_t content = open_record(index, Opcode::kChunkIndex);
  put_u64(index, chunk.first_ns);
  put_u64(index, chunk.last_ns);
  put_u64(index, offset_);
  put_u64(index, chunk_length);
  put_string(index, offsets);
  put_u64(index, out_.size() - chunk_length);
  put_string(index, kZstd);
  put_u64(index, chunk_length - kRecordPrefix - kChunkPrefix);
  put_u64(index, chunk.records.size());
  close_record(index, content);
  ++chunk_indices_.count;
}

std::string McapFile::statistics(const McapCounts& counts) const {
  std::string by_channel;
  for (const McapCounts::Channel& channel : counts.channels) {
    put_u16(by_channel, channel.id);
    put_u64(by_channel, channel.messages);
  }
  std::string record;
  const std::size_t content = open_record(record, Opcode::kStatistics);
  put_u64(record, counts.messages);
  put_u16(record, static_cast<std::uint16_t>(schemas_.count));
  put_u32(record, channels_.count);
  put_u32(record, 0);  // attachments
  put_u32(record, metadata_indices_.count);
  put_u32(record, chunk_indices_.count);
  put_u64(record, counts.first_ns);
  put_u64(record, counts.last_ns);
  put_string(record, by_channel);
  close_record(record, content);
  return record;
}

void McapFile::finish(const McapCounts& counts) {
  std::string tail;
  const std::size_t data_end = open_record(tail, Opcode::kDataEnd);
  put_u32(tail, crc_);
  close_record(tail, data_end);
  const std::size_t summary = tail.size();

  std::string offsets;
  const auto add_group = [&](Opcode opcode, const std::string& records) {
    if (records.empty()) return;
    const std::size_t content = open_record(offsets, Opcode::kSummaryOffset);
    put_u8(offsets, static_cast<std::uint8_t>(opcode));
    put_u64(offsets, offset_ + tail.size());
    put_u64(offsets, records.size());
    close_record(offsets, content);
    tail += records;
  };
  add_group(Opcode::kSchema, schemas_.records);
  add_group(Opcode::kChannel, channels_.records);
  add_group(Opcode::kStatistics, statistics(counts));
  add_group(Opcode::kChunkIndex, chunk_indices_.records);
  add_group(Opcode::kMetadataIndex, metadata_indices_.records);
  const std::uint64_t offsets_start = offset_ + tail.size();
  tail += offsets;

  const std::size_t footer = open_record(tail, Opcode::kFooter);
  put_u64(tail, offset_ + summary);
  put_u64(tail, offsets_start);
  // The footer's length belongs to the CRC, so it is filled in before the CRC is taken.
  put_u32(tail, 0);
  close_record(tail, footer);
  tail.resize(tail.size() - 4);
  put_u32(tail, libdeflate_crc32(0, tail.data() + summary, tail.size() - summary));
  tail += kMagic;
  write(tail);
  if (auto closed = sink_->close(); !closed) fail(std::move(closed.error()));
}

}  // namespace monazite::recording
