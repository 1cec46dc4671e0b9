#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>

/// What a recording of ours holds, in the terms of MCAP: which schemas, which channels, which
/// times. Numbers given here are part of the format and never change.
namespace monazite::recording {

inline constexpr std::uint16_t kHeaderChannel = 1;
inline constexpr std::uint16_t kSnapshotChannel = 2;
inline constexpr std::uint16_t kAnalysisChannel = 3;
inline constexpr std::uint16_t kHashChannel = 4;
inline constexpr std::uint16_t kSeatEventChannel = 5;
/// The channel of an envelope is the field number of its body in envelope.proto: 10 or more.
inline constexpr std::uint16_t kFirstEnvelopeChannel = 10;

inline constexpr std::uint16_t kHeaderSchema = 1;
inline constexpr std::uint16_t kSnapshotSchema = 2;
inline constexpr std::uint16_t kAnalysisSchema = 3;
inline constexpr std::uint16_t kHashSchema = 4;
inline constexpr std::uint16_t kEnvelopeSchema = 5;
inline constexpr std::uint16_t kSeatEventSchema = 6;

struct SchemaEntry {
  std::uint16_t id = 0;
  std::string name;         ///< "monazite.v1.Envelope"
  std::string descriptors;  ///< serialised FileDescriptorSet, dependencies first
};

struct ChannelEntry {
  std::uint16_t id = 0;
  std::uint16_t schema = 0;
  std::string topic;  ///< "/envelope/offer"
};

/// In ascending order of id.
[[nodiscard]] const std::vector<SchemaEntry>& schema_entries();
/// In ascending order of id: the five of the recording itself, then one for each body of an
/// envelope.
[[nodiscard]] std::vector<ChannelEntry> channel_entries();

/// Model time in a recording: nanoseconds since 1970-01-01, where a day's records are one
/// nanosecond apart in the order they were recorded. The day must not lie before 1970.
inline constexpr std::uint64_t kNanosecondsPerDay = 86'400ULL * 1'000'000'000ULL;
[[nodiscard]] std::uint64_t to_time_ns(base::Day day, std::uint64_t ordinal);
[[nodiscard]] base::Day to_day(std::uint64_t time_ns);

/// Names of the metadata records.
inline constexpr const char* kRunMetadata = "monazite.run";
inline constexpr const char* kSnapshotMetadata = "monazite.snapshot";

}  // namespace monazite::recording
