// Any messages may stand in a recording: filling the viewer's index with them and looking at it
// must neither crash nor hang. Bytes of a file are one way in; messages that are told directly are
// the other, because checksums keep most changed bytes out.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include <tests/protocol/recording/sample_run.hpp>
#include <viz/model/clause_view.hpp>
#include <viz/model/flows_view.hpp>
#include <viz/model/lanes.hpp>
#include <viz/model/message_list.hpp>
#include <viz/model/message_tree.hpp>
#include <viz/model/parties_view.hpp>
#include <viz/model/recording_file.hpp>
#include <viz/model/search.hpp>
#include <viz/model/series_view.hpp>
#include <viz/model/talks_view.hpp>

namespace {

using namespace monazite;

void look_at(const viz::Replay& replay, base::Day day) {
  static_cast<void>(viz::parties_view(replay, day));
  static_cast<void>(viz::flows_view(replay, day));
  static_cast<void>(viz::clause_view(replay, day));
  static_cast<void>(viz::lanes(replay));
  static_cast<void>(viz::crises(replay));
  static_cast<void>(viz::message_density(replay, replay.first_day(), replay.last_day(), 50));
  static_cast<void>(viz::search(replay, "a"));
  for (const viz::Chart& chart : viz::charts(replay)) {
    static_cast<void>(viz::range_of(replay, chart));
  }
  for (const viz::Negotiation& talks : replay.negotiations()) {
    static_cast<void>(viz::talks_view(replay, talks, day));
  }
}

/// Pieces of the input, each behind its length, told as messages.
void tell(const std::string& input) {
  viz::Replay replay;
  viz::ReplayBuilder builder(replay);
  v1::RunHeader header;
  header.set_last_day(100);
  for (const char* name : {"registrar", "public", "recorder", "india", "japan"}) {
    header.add_names(name);
  }
  builder.on_header(header);
  std::size_t at = 0;
  std::uint64_t id = 0;
  while (at + 2 < input.size()) {
    const int kind = static_cast<unsigned char>(input[at]) % 4;
    const std::size_t length = static_cast<unsigned char>(input[at + 1]);
    const std::string piece = input.substr(at + 2, length);
    at += 2 + length;
    if (kind == 0) {
      v1::NegotiationAnalysis analysis;
      if (analysis.ParseFromString(piece)) builder.on_analysis(base::Day{50}, analysis);
    } else if (kind == 1) {
      v1::WorldSnapshot snapshot;
      if (snapshot.ParseFromString(piece)) {
        builder.on_month(base::Day{static_cast<std::int32_t>(at % 100)}, snapshot, {});
      }
    } else {
      v1::Envelope envelope;
      if (!envelope.ParseFromString(piece)) continue;
      envelope.set_id(++id);
      builder.on_envelope(envelope);
      static_cast<void>(viz::summary_of(envelope, replay));
      static_cast<void>(viz::inspect(envelope, replay));
    }
  }
  builder.finish();
  look_at(replay, base::Day{50});
}

void open(std::string bytes) {
  auto file = viz::RecordingFile::from_bytes(std::move(bytes), "fuzz");
  if (!file) return;
  (*file)->read_all();
  const viz::Replay& replay = (*file)->replay();
  const base::Day day = replay.filled_until();
  look_at(replay, day);
  for (const viz::Negotiation& talks : replay.negotiations()) {
    static_cast<void>(viz::talks_view(replay, talks, day, viz::talks_bodies(**file, talks, day)));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string run = recording::testing::sample_bytes({2, 4, 5, 5});
  if (size < 4) return 0;
  const std::string input(reinterpret_cast<const char*>(data) + 4, size - 4);
  if (data[0] % 3 != 0) {
    tell(input);
    return 0;
  }
  std::string bytes = run;
  const std::size_t from = (data[1] + 256U * data[2]) % bytes.size();
  bytes.replace(from, std::min(input.size(), bytes.size() - from), input);
  open(std::move(bytes));
  return 0;
}
