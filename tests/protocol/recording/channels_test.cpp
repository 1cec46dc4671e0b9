#include <fstream>
#include <iterator>
#include <set>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>

#include <protocol/messages/envelope.pb.h>
#include <protocol/recording/channels.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::recording;

TEST_CASE("Each schema describes its message to a reader that has only these bytes") {
  for (const SchemaEntry& schema : schema_entries()) {
    INFO(schema.name);
    google::protobuf::FileDescriptorSet set;
    REQUIRE(set.ParseFromString(schema.descriptors));
    google::protobuf::DescriptorPool pool;
    for (const auto& file : set.file()) REQUIRE(pool.BuildFile(file) != nullptr);
    CHECK(pool.FindMessageTypeByName(schema.name) != nullptr);
  }
}

TEST_CASE("Every body of an envelope has a channel of its own") {
  std::set<std::uint16_t> ids;
  std::set<std::string> topics;
  std::uint16_t last = 0;
  for (const ChannelEntry& channel : channel_entries()) {
    CHECK(channel.id > last);
    last = channel.id;
    ids.insert(channel.id);
    topics.insert(channel.topic);
  }
  const auto* body = v1::Envelope::descriptor()->FindOneofByName("body");
  REQUIRE(body != nullptr);
  CHECK(topics.size() == 5 + static_cast<std::size_t>(body->field_count()));
  CHECK(topics.count("/envelope/offer") == 1);
  CHECK(topics.count("/world/snapshot") == 1);
  CHECK(ids.count(static_cast<std::uint16_t>(v1::Envelope::kOffer)) == 1);
}

TEST_CASE("A time is a day and a place within it") {
  const base::Day day = *base::parse_day("2025-06-13");
  CHECK(to_time_ns(day, 0) == 1'749'772'800ULL * 1'000'000'000ULL);
  CHECK(to_day(to_time_ns(day, 0)) == day);
  CHECK(to_day(to_time_ns(day, kNanosecondsPerDay - 1)) == day);
  CHECK(to_day(to_time_ns(day, kNanosecondsPerDay)) == day + 1);
}

TEST_CASE("The manual lists every channel and every metadata record") {
  std::ifstream file(MONAZITE_SOURCE_DIR "/docs/recording.md");
  const std::string manual{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  for (const ChannelEntry& channel : channel_entries()) {
    INFO(channel.topic);
    CHECK(manual.find("`" + channel.topic + "`") != std::string::npos);
  }
  CHECK(manual.find(std::string("`") + kRunMetadata + "`") != std::string::npos);
  CHECK(manual.find(std::string("`") + kSnapshotMetadata + "`") != std::string::npos);
}
