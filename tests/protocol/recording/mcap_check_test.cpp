// One bit is flipped at many places of a whole recording, in every kind of record: what is shown is
// what was recorded, and what is not shown is told.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <protocol/recording/mcap_format.hpp>
#include <protocol/recording/reading.hpp>
#include <tests/protocol/recording/sample_run.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::recording;
using namespace monazite::recording::testing;
using mcap::Opcode;

namespace {

/// A stretch of the file that is one thing.
struct Stretch {
  std::string what;
  std::size_t begin = 0;
  std::size_t end = 0;
};

const char* name_of(Opcode opcode) {
  switch (opcode) {
    case Opcode::kHeader:
      return "header";
    case Opcode::kFooter:
      return "footer";
    case Opcode::kSchema:
      return "schema";
    case Opcode::kChannel:
      return "channel";
    case Opcode::kMessageIndex:
      return "message index";
    case Opcode::kChunkIndex:
      return "chunk index";
    case Opcode::kStatistics:
      return "statistics";
    case Opcode::kMetadata:
      return "metadata";
    case Opcode::kMetadataIndex:
      return "metadata index";
    case Opcode::kSummaryOffset:
      return "summary offset";
    case Opcode::kDataEnd:
      return "data end";
    default:
      return "nothing of ours";
  }
}

/// The whole file in stretches, without gaps.
std::vector<Stretch> stretches_of(const std::string& bytes) {
  std::vector<Stretch> all{{"magic", 0, mcap::kMagic.size()}};
  const std::size_t end = bytes.size() - mcap::kMagic.size();
  std::string_view rest = std::string_view(bytes).substr(0, end);
  rest.remove_prefix(mcap::kMagic.size());
  bool in_summary = false;
  while (!rest.empty()) {
    const std::size_t begin = end - rest.size();
    const auto record = mcap::next_record(rest);
    REQUIRE(record.has_value());
    const std::size_t after = end - rest.size();
    if (record->opcode == Opcode::kChunk) {
      const std::size_t body = begin + mcap::kRecordPrefix + mcap::kChunkPrefix;
      all.push_back({"chunk frame", begin, body});
      all.push_back({"chunk body", body, after});
    } else {
      const std::string what = name_of(record->opcode);
      all.push_back({(in_summary ? "summary's " : "") + what, begin, after});
      in_summary = in_summary || record->opcode == Opcode::kDataEnd;
    }
  }
  all.push_back({"last magic", end, bytes.size()});
  return all;
}

/// Places in a stretch: its first and last ones, where opcodes and lengths stand, and some between.
/// Of the many that are like those before fewer.
std::set<std::size_t> samples_of(const Stretch& stretch, bool like_others) {
  if (like_others) {
    return {stretch.begin, stretch.begin + 1, (stretch.begin + stretch.end) / 2, stretch.end - 1};
  }
  std::set<std::size_t> places;
  for (std::size_t i = 0; i < 14; ++i) places.insert(stretch.begin + i);
  for (std::size_t i = 1; i <= 5; ++i) places.insert(stretch.end - i);
  const std::size_t step = std::max<std::size_t>(1, (stretch.end - stretch.begin) / 12);
  for (std::size_t at = stretch.begin; at < stretch.end; at += step) places.insert(at);
  places.erase(places.lower_bound(stretch.end), places.end());
  places.erase(places.begin(), places.lower_bound(stretch.begin));
  return places;
}

std::string flipped(const std::string& bytes, std::size_t at) {
  std::string damaged = bytes;
  damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
  return damaged;
}

/// All that somebody sees of a recording who does not check it.
struct Shown {
  std::string header;
  std::vector<std::string> names;
  std::vector<std::string> records;
};

Shown show(Recording& recording) {
  Shown shown{recording.header().SerializeAsString(), recording.snapshot_names(), {}};
  recording.visit(Window{}, [&](const Record& record) {
    shown.records.push_back(
        base::to_string(record.day) +
        std::visit([](const auto* m) { return m->SerializeAsString(); }, record.content));
  });
  return shown;
}

bool is_part_of(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  std::size_t next = 0;
  for (const std::string& record : part) {
    while (next < whole.size() && whole[next] != record) ++next;
    if (next++ == whole.size()) return false;
  }
  return true;
}

SampleSize small_size() {
  SampleSize size;
  size.months = 3;
  return size;
}

const std::string& whole_bytes() {
  static const std::string kBytes = sample_bytes(small_size());
  return kBytes;
}

Shown truth() {
  auto recording = Recording::from_bytes(whole_bytes(), "sample");
  REQUIRE(recording.has_value());
  return show(*recording);
}

/// What is shown of a damaged file is part of the truth, and what is missing has been told.
void judge(const Shown& shown, const Shown& truth, const Damage& damage) {
  REQUIRE(is_part_of(shown.records, truth.records));
  if (shown.records.size() < truth.records.size()) REQUIRE(damage.loses_records());
  REQUIRE(shown.names == truth.names);
  if (shown.header != truth.header) {
    v1::RunHeader copy = sample_header(small_size());
    copy.clear_replaced();
    REQUIRE(shown.header == copy.SerializeAsString());
    REQUIRE(damage.loses_records());
  }
}

}  // namespace

TEST_CASE("one flipped bit anywhere changes nothing that is shown without being told") {
  const Shown true_one = truth();
  std::map<std::string, int> flips;
  for (const Stretch& stretch : stretches_of(whole_bytes())) {
    for (const std::size_t at : samples_of(stretch, flips[stretch.what] > 100)) {
      INFO(stretch.what << ", byte " << at - stretch.begin << " of it, " << at << " of the file");
      ++flips[stretch.what];
      auto recording = Recording::from_bytes(flipped(whole_bytes(), at), "sample");
      if (!recording) {
        REQUIRE_FALSE(recording.error().message.empty());
        REQUIRE(at < 64);  // the first bytes say what kind of file it is
        continue;
      }
      const Shown shown = show(*recording);  // first: what is read tells of damage
      judge(shown, true_one, recording->damage());
      recording->check();
      const Damage damage = recording->damage();
      REQUIRE(damage.any());
      REQUIRE_FALSE(damage.sentence().empty());
      REQUIRE_FALSE(damage.remedy().empty());
      judge(show(*recording), true_one, damage);
    }
  }
  // Nothing was forgotten.
  for (const char* what :
       {"magic", "header", "schema", "channel", "metadata", "chunk frame", "chunk body",
        "message index", "data end", "summary's schema", "summary's channel",
        "summary's statistics", "summary's chunk index", "summary's metadata index",
        "summary's summary offset", "summary's footer", "last magic"}) {
    CAPTURE(what);
    CHECK(flips[what] >= 8);
  }
  CHECK(flips.size() == 17);
}

TEST_CASE("one flipped bit in a recording that breaks off changes nothing that is shown") {
  // Without its end it has no checksum of what lies between the chunks.
  const std::vector<Stretch> stretches = stretches_of(whole_bytes());
  const auto end = std::find_if(stretches.begin(), stretches.end(),
                                [](const Stretch& s) { return s.what == "data end"; });
  const std::string cut = whole_bytes().substr(0, end->begin);
  const Shown true_one = truth();
  std::map<std::string, int> flips;
  for (auto stretch = stretches.begin(); stretch != end; ++stretch) {
    for (const std::size_t at : samples_of(*stretch, flips[stretch->what] > 100)) {
      ++flips[stretch->what];
      INFO(stretch->what << ", byte " << at - stretch->begin << " of it, " << at);
      auto recording = Recording::from_bytes(flipped(cut, at), "sample");
      if (!recording) {
        REQUIRE(at < 64);
        continue;
      }
      recording->check();
      REQUIRE(recording->damage().unfinished);
      const Shown shown = show(*recording);
      judge(shown, true_one, recording->damage());
      const bool in_chunk = stretch->what == "chunk body" || stretch->what == "chunk frame";
      if (!in_chunk) REQUIRE(shown.records == true_one.records);
    }
  }
}

TEST_CASE("the sentence says what is damaged beside the records, and where") {
  const std::map<std::string, std::string> said = {
      {"schema", "the list of schemas, at byte "},
      {"channel", "the list of channels, at byte "},
      {"message index", "an index of messages, at byte "},
      {"metadata", "the plain copy of the settings"},
      {"data end", "the mark at the end of the data, at byte "}};
  std::set<std::string> met;
  for (const Stretch& stretch : stretches_of(whole_bytes())) {
    const auto words = said.find(stretch.what);
    if (words == said.end() || !met.insert(stretch.what).second) continue;
    for (const std::size_t at : {stretch.begin, (stretch.begin + stretch.end) / 2}) {
      auto recording = Recording::from_bytes(flipped(whole_bytes(), at), "sample");
      REQUIRE(recording.has_value());
      recording->check();
      const std::string sentence = recording->damage().sentence();
      CAPTURE(stretch.what, at, sentence);
      CHECK(sentence.find("The notes beside the records (" + words->second) == 0);
      const std::string place = "at byte " + std::to_string(stretch.begin) + ")";
      if (words->second.back() == ' ') CHECK(sentence.find(place) != std::string::npos);
    }
  }
  CHECK(met.size() == said.size());
}

TEST_CASE("a file is checked a few bytes at a time to the same end") {
  const std::vector<Stretch> stretches = stretches_of(whole_bytes());
  const auto notes = std::find_if(stretches.begin(), stretches.end(),
                                  [](const Stretch& s) { return s.what == "metadata"; });
  for (const bool damaged : {false, true}) {
    const std::string bytes = damaged ? flipped(whole_bytes(), notes->end - 5) : whole_bytes();
    auto recording = Recording::from_bytes(bytes, "sample");
    REQUIRE(recording.has_value());
    std::size_t steps = 0;
    while (recording->check_on(1000)) ++steps;
    CHECK(steps + 1 >= notes->end / 1000);
    CHECK(recording->damage().beside_records == damaged);
    CHECK_FALSE(recording->check_on(1000));
  }
}
