#include <utility>

#include <google/protobuf/message_lite.h>

#include <protocol/base/check.hpp>
#include <protocol/messages/envelope.pb.h>
#include <protocol/messages/record.pb.h>
#include <protocol/messages/seat_event.pb.h>
#include <protocol/recording/channels.hpp>
#include <protocol/recording/recorder.hpp>

namespace monazite::recording {
namespace {

template <class Strings>
std::string joined(const Strings& strings) {
  std::string text;
  for (const auto& string : strings) {
    if (!text.empty()) text += '\n';
    text += string;
  }
  return text;
}

McapWriter::Pairs run_metadata(const v1::RunHeader& header) {
  McapWriter::Pairs pairs = {
      {"program_version", header.program_version()},
      {"scenario", header.scenario()},
      {"scenario_text", header.scenario_text()},
      {"seed", std::to_string(header.seed())},
      {"run", std::to_string(header.run())},
      {"first_day", base::to_string(base::Day{header.first_day()})},
      {"last_day", base::to_string(base::Day{header.last_day()})},
      {"seats", joined(header.names())},
      {"settings", joined(header.settings())},
      {"parent", header.parent()},
      {"fork_day", header.parent().empty() ? "" : base::to_string(base::Day{header.fork_day()})}};
  if (!header.domain_text().empty()) pairs.emplace_back("domain_text", header.domain_text());
  return pairs;
}

McapWriter::Options writer_options(Worker* worker) {
  McapWriter::Options options;
  options.profile = "monazite";
  options.library = "monazite recording 1";
  options.worker = worker;
  return options;
}

}  // namespace

Recorder::Recorder(std::unique_ptr<ByteSink> sink, Worker* worker)
    : writer_(std::move(sink), writer_options(worker)) {
  for (const SchemaEntry& schema : schema_entries()) {
    writer_.add_schema(schema.id, schema.name, "protobuf", schema.descriptors);
  }
  for (const ChannelEntry& channel : channel_entries()) {
    writer_.add_channel(channel.id, channel.schema, channel.topic, "protobuf");
  }
}

base::Result<Recorder> Recorder::to_file(const std::string& path, Worker* worker) {
  auto sink = open_file_sink(path);
  if (!sink) return tl::unexpected<base::Error>(std::move(sink.error()));
  Recorder recorder(std::move(*sink), worker);
  if (recorder.error()) return tl::unexpected<base::Error>(*recorder.error());
  return recorder;
}

Recorder Recorder::to_memory(std::string& bytes, Worker* worker) {
  return Recorder(open_memory_sink(bytes), worker);
}

void Recorder::add(std::uint16_t channel, base::Day day,
                   const google::protobuf::MessageLite& message) {
  MONAZITE_CHECK(has_header_, "the header is the first record");
  MONAZITE_CHECK_GE(day.number, day_.number, "a recording's days do not go backwards");
  if (day != day_) {
    day_ = day;
    ordinal_ = 0;
  }
  const std::size_t size = message.ByteSizeLong();
  std::uint8_t* place = writer_.add_message(channel, to_time_ns(day, ordinal_), size);
  message.SerializeWithCachedSizesToArray(place);
  ++ordinal_;
}

void Recorder::header(const v1::RunHeader& header) {
  MONAZITE_CHECK(!has_header_, "a recording has one header");
  has_header_ = true;
  day_ = base::Day{header.first_day()};
  writer_.add_metadata(kRunMetadata, run_metadata(header));
  add(kHeaderChannel, day_, header);
  writer_.close_chunk();
}

void Recorder::envelope(const v1::Envelope& envelope) {
  MONAZITE_CHECK(envelope.body_case() != v1::Envelope::BODY_NOT_SET,
                 "a recorded envelope has a body");
  add(static_cast<std::uint16_t>(envelope.body_case()), base::Day{envelope.day()}, envelope);
}

void Recorder::snapshot(base::Day day, const v1::WorldSnapshot& snapshot) {
  if (!has_names_ && snapshot.names_size() > 0) {
    has_names_ = true;
    writer_.add_metadata(kSnapshotMetadata, {{"names", joined(snapshot.names())}});
  }
  add(kSnapshotChannel, day, snapshot);
}

void Recorder::analysis(base::Day day, const v1::NegotiationAnalysis& analysis) {
  add(kAnalysisChannel, day, analysis);
}

void Recorder::seat_event(const v1::SeatEvent& event) {
  add(kSeatEventChannel, base::Day{event.day()}, event);
}

void Recorder::state_hash(base::Day day, const v1::StateHash& hash) {
  add(kHashChannel, day, hash);
}

base::Result<void> Recorder::state() const {
  if (writer_.error()) return tl::unexpected<base::Error>(*writer_.error());
  return {};
}

base::Result<void> Recorder::end_month() {
  writer_.close_chunk();
  return state();
}

base::Result<void> Recorder::finish() {
  return writer_.finish();
}

}  // namespace monazite::recording
