#include <algorithm>

#include <zlib.h>
#include <zstd.h>

#include <protocol/base/check.hpp>
#include <protocol/recording/mcap_format.hpp>
#include <protocol/recording/mcap_writer.hpp>

namespace monazite::recording {

using namespace mcap;  // NOLINT: the vocabulary of the format, in this file only

void McapWriter::FreeContext::operator()(ZSTD_CCtx_s* context) const {
  ZSTD_freeCCtx(context);
}

McapWriter::McapWriter(McapWriter&&) noexcept = default;
McapWriter& McapWriter::operator=(McapWriter&&) noexcept = default;
McapWriter::~McapWriter() = default;

McapWriter::McapWriter(std::unique_ptr<ByteSink> sink, const Options& options)
    : sink_(std::move(sink)), options_(options), context_(ZSTD_createCCtx()) {
  MONAZITE_CHECK(context_ != nullptr, "zstd needs some memory to work with");
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, options_.zstd_level);
  chunk_.reserve(options_.chunk_bytes);
  std::string head(kMagic);
  const std::size_t record = open_record(head, Opcode::kHeader);
  put_string(head, options_.profile);
  put_string(head, options_.library);
  close_record(head, record);
  write(head);
}

void McapWriter::write(std::string_view bytes) {
  if (error_) return;
  if (auto written = sink_->write(bytes); !written) return fail(std::move(written.error()));
  crc_ = static_cast<std::uint32_t>(
      crc32_z(crc_, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
  offset_ += bytes.size();
}

void McapWriter::fail(base::Error error) {
  if (!error_) error_ = std::move(error);
}

void McapWriter::add_schema(std::uint16_t id, std::string_view name, std::string_view encoding,
                            std::string_view data) {
  MONAZITE_CHECK(id != 0, "MCAP keeps schema 0 for channels without a schema");
  std::string record;
  const std::size_t content = open_record(record, Opcode::kSchema);
  put_u16(record, id);
  put_string(record, name);
  put_string(record, encoding);
  put_string(record, data);
  close_record(record, content);
  write(record);
  schemas_.records += record;
  ++schemas_.count;
}

void McapWriter::add_channel(std::uint16_t id, std::uint16_t schema, std::string_view topic,
                             std::string_view message_encoding) {
  if (channel_of_id_.size() <= id) channel_of_id_.resize(id + 1U, -1);
  MONAZITE_CHECK(channel_of_id_[id] < 0, "a channel is added once");
  channel_of_id_[id] = static_cast<std::int32_t>(channels_.size());
  channels_.push_back({id, 0, {}});
  std::string record;
  const std::size_t content = open_record(record, Opcode::kChannel);
  put_u16(record, id);
  put_u16(record, schema);
  put_string(record, topic);
  put_string(record, message_encoding);
  put_u32(record, 0);  // no metadata of its own
  close_record(record, content);
  write(record);
  channel_records_.records += record;
  ++channel_records_.count;
}

void McapWriter::add_metadata(std::string_view name, const Pairs& pairs) {
  std::string map;
  for (const auto& [key, value] : pairs) {
    put_string(map, key);
    put_string(map, value);
  }
  std::string record;
  const std::size_t content = open_record(record, Opcode::kMetadata);
  put_string(record, name);
  put_string(record, map);
  close_record(record, content);

  const std::size_t index = open_record(metadata_indices_.records, Opcode::kMetadataIndex);
  put_u64(metadata_indices_.records, offset_);
  put_u64(metadata_indices_.records, record.size());
  put_string(metadata_indices_.records, name);
  close_record(metadata_indices_.records, index);
  ++metadata_indices_.count;
  write(record);
}

std::uint8_t* McapWriter::add_message(std::uint16_t channel, std::uint64_t time_ns,
                                      std::size_t size) {
  MONAZITE_CHECK(!finished_, "nothing can be added to a finished recording");
  MONAZITE_CHECK(channel < channel_of_id_.size() && channel_of_id_[channel] >= 0,
                 "a channel must be added before its messages");
  MONAZITE_CHECK_GE(time_ns, last_ns_, "messages are recorded in the order of their time");
  const std::size_t record_bytes = kRecordPrefix + kMessagePrefix + size;
  if (chunk_.size() + record_bytes > options_.chunk_bytes) close_chunk();
  if (record_bytes > kMostChunkBytes) {
    fail({base::ErrorCode::kIo, "a message of " + std::to_string(size) +
                                    " bytes is larger than a recording can hold; shorten the "
                                    "samples or texts of the scenario"});
  }
  if (chunk_.empty()) chunk_first_ns_ = time_ns;
  chunk_last_ns_ = time_ns;
  if (messages_ == 0) first_ns_ = time_ns;
  last_ns_ = time_ns;
  ++messages_;

  Channel& state = channels_[static_cast<std::size_t>(channel_of_id_[channel])];
  state.index.push_back({time_ns, chunk_.size()});
  ++state.messages;
  put_u8(chunk_, static_cast<std::uint8_t>(Opcode::kMessage));
  put_u64(chunk_, kMessagePrefix + size);
  put_u16(chunk_, channel);
  put_u32(chunk_, static_cast<std::uint32_t>(state.messages));
  put_u64(chunk_, time_ns);
  put_u64(chunk_, time_ns);
  const std::size_t data = chunk_.size();
  chunk_.resize(data + size);
  return reinterpret_cast<std::uint8_t*>(chunk_.data() + data);
}

/// Puts the chunk record into out_.
bool McapWriter::compress_chunk() {
  const auto crc = static_cast<std::uint32_t>(
      crc32_z(0, reinterpret_cast<const Bytef*>(chunk_.data()), chunk_.size()));
  out_.clear();
  const std::size_t content = open_record(out_, Opcode::kChunk);
  put_u64(out_, chunk_first_ns_);
  put_u64(out_, chunk_last_ns_);
  put_u64(out_, chunk_.size());
  put_u32(out_, crc);
  put_string(out_, kZstd);
  const std::size_t length_at = out_.size();
  put_u64(out_, 0);
  const std::size_t records = out_.size();
  out_.resize(records + ZSTD_compressBound(chunk_.size()));
  const std::size_t compressed = ZSTD_compress2(
      context_.get(), out_.data() + records, out_.size() - records, chunk_.data(), chunk_.size());
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

void McapWriter::close_chunk() {
  if (chunk_.empty()) return;
  if (!error_ && compress_chunk()) write_message_indices(out_.size());
  if (!error_) write(out_);
  for (Channel& channel : channels_) channel.index.clear();
  chunk_.clear();
}

/// Appends the message indices to the chunk record in out_, and the chunk's index to the summary.
void McapWriter::write_message_indices(std::uint64_t chunk_length) {
  std::string offsets;
  for (const Channel& channel : channels_) {
    if (channel.index.empty()) continue;
    put_u16(offsets, channel.id);
    put_u64(offsets, offset_ + out_.size());
    const std::size_t content = open_record(out_, Opcode::kMessageIndex);
    put_u16(out_, channel.id);
    put_u32(out_, static_cast<std::uint32_t>(channel.index.size() * 16));
    for (const IndexEntry& entry : channel.index) {
      put_u64(out_, entry.time_ns);
      put_u64(out_, entry.offset);
    }
    close_record(out_, content);
  }
  std::string& index = chunk_indices_.records;
  const std::size_t content = open_record(index, Opcode::kChunkIndex);
  put_u64(index, chunk_first_ns_);
  put_u64(index, chunk_last_ns_);
  put_u64(index, offset_);
  put_u64(index, chunk_length);
  put_string(index, offsets);
  put_u64(index, out_.size() - chunk_length);
  put_string(index, kZstd);
  put_u64(index, chunk_length - kRecordPrefix - kChunkPrefix);
  put_u64(index, chunk_.size());
  close_record(index, content);
  ++chunk_indices_.count;
}

std::string McapWriter::statistics() const {
  std::string counts;
  for (const Channel& channel : channels_) {
    put_u16(counts, channel.id);
    put_u64(counts, channel.messages);
  }
  std::string record;
  const std::size_t content = open_record(record, Opcode::kStatistics);
  put_u64(record, messages_);
  put_u16(record, static_cast<std::uint16_t>(schemas_.count));
  put_u32(record, channel_records_.count);
  put_u32(record, 0);  // attachments
  put_u32(record, metadata_indices_.count);
  put_u32(record, chunk_indices_.count);
  put_u64(record, first_ns_);
  put_u64(record, last_ns_);
  put_string(record, counts);
  close_record(record, content);
  return record;
}

void McapWriter::write_summary() {
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
  add_group(Opcode::kChannel, channel_records_.records);
  add_group(Opcode::kStatistics, statistics());
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
  put_u32(tail,
          static_cast<std::uint32_t>(crc32_z(
              0, reinterpret_cast<const Bytef*>(tail.data() + summary), tail.size() - summary)));
  tail += kMagic;
  write(tail);
}

base::Result<void> McapWriter::finish() {
  MONAZITE_CHECK(!finished_, "a recording is finished once");
  close_chunk();
  finished_ = true;
  write_summary();
  if (auto closed = sink_->close(); !closed) fail(std::move(closed.error()));
  if (error_) return tl::unexpected<base::Error>(*error_);
  return {};
}

}  // namespace monazite::recording
