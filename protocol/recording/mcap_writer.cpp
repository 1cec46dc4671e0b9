#include <string>
#include <utility>

#include <protocol/base/check.hpp>
#include <protocol/recording/mcap_format.hpp>
#include <protocol/recording/mcap_writer.hpp>

namespace monazite::recording {

using namespace mcap;  // NOLINT: the vocabulary of the format, in this file only

McapWriter::McapWriter(std::unique_ptr<ByteSink> sink, const Options& options)
    : options_(options), handed_(std::make_unique<Handed>()) {
  handed_->file = std::make_unique<McapFile>(std::move(sink), options_.profile, options_.library,
                                             options_.zstd_level);
  error_ = handed_->file->error();
  chunk_.records.reserve(options_.chunk_bytes);
}

McapWriter::McapWriter(McapWriter&&) noexcept = default;

McapWriter::~McapWriter() {
  if (handed_ != nullptr) at_once([](McapFile&) {});
}

/// Afterwards the file is this thread's alone, and its error known.
void McapWriter::wait_for_worker() {
  if (options_.worker != nullptr) options_.worker->wait();
  error_ = handed_->file->error();
  for (GatheredChunk& chunk : handed_->chunks) {
    chunk.clear();
    spare_.push_back(std::move(chunk));
  }
  handed_->chunks.clear();
}

/// Does `work` on the file after all that is still to be written.
void McapWriter::at_once(const std::function<void(McapFile&)>& work) {
  wait_for_worker();
  for (const GatheredChunk& chunk : closed_) handed_->file->write_chunk(chunk);
  handed_->chunks.swap(closed_);
  work(*handed_->file);
  wait_for_worker();
}

/// Gives the worker all closed chunks.
void McapWriter::hand_over() {
  wait_for_worker();
  handed_->chunks.swap(closed_);
  options_.worker->start([handed = handed_.get()] {
    for (const GatheredChunk& chunk : handed->chunks) handed->file->write_chunk(chunk);
  });
}

GatheredChunk McapWriter::empty_chunk() {
  GatheredChunk chunk;
  if (!spare_.empty()) {
    chunk = std::move(spare_.back());
    spare_.pop_back();
    return chunk;
  }
  for (const GatheredChunk::Channel& channel : chunk_.channels) {
    chunk.channels.push_back({channel.id, {}});
  }
  return chunk;
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
  at_once([&](McapFile& file) { file.write_schema(record); });
}

void McapWriter::add_channel(std::uint16_t id, std::uint16_t schema, std::string_view topic,
                             std::string_view message_encoding) {
  if (place_of_id_.size() <= id) place_of_id_.resize(id + 1U, -1);
  MONAZITE_CHECK(place_of_id_[id] < 0, "a channel is added once");
  place_of_id_[id] = static_cast<std::int32_t>(chunk_.channels.size());
  chunk_.channels.push_back({id, {}});
  counts_.channels.push_back({id, 0});
  std::string record;
  const std::size_t content = open_record(record, Opcode::kChannel);
  put_u16(record, id);
  put_u16(record, schema);
  put_string(record, topic);
  put_string(record, message_encoding);
  put_u32(record, 0);  // no metadata of its own
  close_record(record, content);
  at_once([&](McapFile& file) { file.write_channel(record); });
  spare_.clear();  // they lack the new channel
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
  at_once([&](McapFile& file) { file.write_metadata(name, record); });
}

std::uint8_t* McapWriter::add_message(std::uint16_t channel, std::uint64_t time_ns,
                                      std::size_t size) {
  MONAZITE_CHECK(!finished_, "nothing can be added to a finished recording");
  MONAZITE_CHECK(channel < place_of_id_.size() && place_of_id_[channel] >= 0,
                 "a channel must be added before its messages");
  MONAZITE_CHECK_GE(time_ns, counts_.last_ns, "messages are recorded in the order of their time");
  const std::size_t record_bytes = kRecordPrefix + kMessagePrefix + size;
  if (chunk_.records.size() + record_bytes > options_.chunk_bytes) close_chunk();
  if (record_bytes > kMostChunkBytes) {
    at_once([&](McapFile& file) {
      file.fail({base::ErrorCode::kIo, "a message of " + std::to_string(size) +
                                           " bytes is larger than a recording can hold; shorten "
                                           "the samples or texts of the scenario"});
    });
  }
  if (chunk_.records.empty()) chunk_.first_ns = time_ns;
  chunk_.last_ns = time_ns;
  if (counts_.messages == 0) counts_.first_ns = time_ns;
  counts_.last_ns = time_ns;
  ++counts_.messages;

  const auto place = static_cast<std::size_t>(place_of_id_[channel]);
  std::string& records = chunk_.records;
  chunk_.channels[place].places.push_back({time_ns, records.size()});
  const std::uint64_t number = ++counts_.channels[place].messages;
  put_u8(records, static_cast<std::uint8_t>(Opcode::kMessage));
  put_u64(records, kMessagePrefix + size);
  put_u16(records, channel);
  put_u32(records, static_cast<std::uint32_t>(number));
  put_u64(records, time_ns);
  put_u64(records, time_ns);
  const std::size_t data = records.size();
  records.resize(data + size);
  return reinterpret_cast<std::uint8_t*>(records.data() + data);
}

void McapWriter::close_chunk() {
  if (chunk_.records.empty()) return;
  GatheredChunk next = empty_chunk();
  closed_.push_back(std::exchange(chunk_, std::move(next)));
  if (options_.worker == nullptr) {
    at_once([](McapFile&) {});
  } else if (!options_.worker->busy() || closed_.size() >= kMostWaiting) {
    hand_over();
  }
}

base::Result<void> McapWriter::finish() {
  MONAZITE_CHECK(!finished_, "a recording is finished once");
  close_chunk();
  finished_ = true;
  at_once([&](McapFile& file) { file.finish(counts_); });
  if (error_) return tl::unexpected<base::Error>(*error_);
  return {};
}

}  // namespace monazite::recording
