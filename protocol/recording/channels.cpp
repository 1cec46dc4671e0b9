#include <algorithm>
#include <limits>
#include <set>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>

#include <protocol/base/check.hpp>
#include <protocol/messages/envelope.pb.h>
#include <protocol/messages/record.pb.h>
#include <protocol/messages/seat_event.pb.h>
#include <protocol/recording/channels.hpp>

namespace monazite::recording {
namespace {

/// Adds `file` after everything it imports, each file once: the order every Protobuf library
/// accepts.
void add_file(const google::protobuf::FileDescriptor& file, std::set<std::string>& seen,
              google::protobuf::FileDescriptorSet& set) {
  if (!seen.insert(file.name()).second) return;
  for (int i = 0; i < file.dependency_count(); ++i) add_file(*file.dependency(i), seen, set);
  file.CopyTo(set.add_file());
}

SchemaEntry schema_entry(std::uint16_t id, const google::protobuf::Descriptor& message) {
  std::set<std::string> seen;
  google::protobuf::FileDescriptorSet set;
  add_file(*message.file(), seen, set);
  return {id, message.full_name(), set.SerializeAsString()};
}

}  // namespace

const std::vector<SchemaEntry>& schema_entries() {
  // Built once: walking the descriptors takes longer than recording a month.
  static const std::vector<SchemaEntry> kEntries = {
      schema_entry(kHeaderSchema, *v1::RunHeader::descriptor()),
      schema_entry(kSnapshotSchema, *v1::WorldSnapshot::descriptor()),
      schema_entry(kAnalysisSchema, *v1::NegotiationAnalysis::descriptor()),
      schema_entry(kHashSchema, *v1::StateHash::descriptor()),
      schema_entry(kEnvelopeSchema, *v1::Envelope::descriptor()),
      schema_entry(kSeatEventSchema, *v1::SeatEvent::descriptor())};
  return kEntries;
}

std::vector<ChannelEntry> channel_entries() {
  std::vector<ChannelEntry> entries = {{kHeaderChannel, kHeaderSchema, "/run/header"},
                                       {kSnapshotChannel, kSnapshotSchema, "/world/snapshot"},
                                       {kAnalysisChannel, kAnalysisSchema, "/negotiation/analysis"},
                                       {kHashChannel, kHashSchema, "/state/hash"},
                                       {kSeatEventChannel, kSeatEventSchema, "/seat/event"}};
  const google::protobuf::OneofDescriptor* body =
      v1::Envelope::descriptor()->FindOneofByName("body");
  MONAZITE_CHECK(body != nullptr, "an envelope has a body");
  for (int i = 0; i < body->field_count(); ++i) {
    const google::protobuf::FieldDescriptor& field = *body->field(i);
    MONAZITE_CHECK(field.number() >= kFirstEnvelopeChannel &&
                       field.number() <= std::numeric_limits<std::uint16_t>::max(),
                   "the field number of a body is its channel");
    entries.push_back(
        {static_cast<std::uint16_t>(field.number()), kEnvelopeSchema, "/envelope/" + field.name()});
  }
  std::sort(entries.begin(), entries.end(),
            [](const ChannelEntry& a, const ChannelEntry& b) { return a.id < b.id; });
  return entries;
}

std::uint64_t to_time_ns(base::Day day, std::uint64_t ordinal) {
  MONAZITE_CHECK_GE(day.number, 0, "a recording begins in 1970 at the earliest");
  return static_cast<std::uint64_t>(day.number) * kNanosecondsPerDay + ordinal;
}

base::Day to_day(std::uint64_t time_ns) {
  // The largest time lies in the year 2554: the division always fits.
  return base::Day{static_cast<std::int32_t>(time_ns / kNanosecondsPerDay)};
}

}  // namespace monazite::recording
