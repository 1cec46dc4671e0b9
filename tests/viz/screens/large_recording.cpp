#include <algorithm>
#include <filesystem>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/messages/envelope.pb.h>
#include <protocol/messages/record.pb.h>
#include <protocol/recording/recorder.hpp>
#include <tests/viz/screens/large_recording.hpp>
#include <world/engine/history.hpp>
#include <world/engine/witness.hpp>
#include <world/scenarios/load.hpp>

namespace monazite::tests {
namespace {

struct Month {
  base::Day day{};
  std::vector<v1::Envelope> envelopes;
  std::vector<std::pair<base::Day, v1::NegotiationAnalysis>> analyses;
  v1::WorldSnapshot snapshot;
  v1::StateHash hash;
};

/// Keeps a history as it is told.
class Keeper final : public engine::Witness {
 public:
  void on_header(const v1::RunHeader& told) override { header = told; }
  void on_envelope(const v1::Envelope& envelope) override { month_.envelopes.push_back(envelope); }
  void on_analysis(base::Day day, const v1::NegotiationAnalysis& analysis) override {
    month_.analyses.emplace_back(day, analysis);
  }
  void on_month(base::Day day, const v1::WorldSnapshot& snapshot,
                const v1::StateHash& hash) override {
    month_.day = day;
    month_.snapshot = snapshot;
    month_.hash = hash;
    months.push_back(std::move(month_));
    month_ = {};
  }

  v1::RunHeader header;
  std::vector<Month> months;

 private:
  Month month_;
};

/// The same day of a later year; the last day of a month stays the last.
base::Day years_later(base::Day day, int years) {
  const base::Day moved = base::add_months(day, 12 * years);
  return base::is_end_of_month(day) ? base::end_of_month(moved) : moved;
}

/// A month of one repetition.
base::Result<void> write_month(recording::Recorder& recorder, const Month& month, int years,
                               std::uint64_t ids, bool names) {
  // Analyses lie between the envelopes of their days.
  auto analysis = month.analyses.begin();
  const auto analyses_until = [&](base::Day day) {
    for (; analysis != month.analyses.end() && analysis->first <= day; ++analysis) {
      recorder.analysis(years_later(analysis->first, years), analysis->second);
    }
  };
  for (v1::Envelope envelope : month.envelopes) {
    const base::Day day{envelope.day()};
    analyses_until(day - 1);
    envelope.set_day(years_later(day, years).number);
    envelope.set_id(envelope.id() + ids);
    if (envelope.in_reply_to() != 0) envelope.set_in_reply_to(envelope.in_reply_to() + ids);
    if (envelope.conversation() != 0) envelope.set_conversation(envelope.conversation() + ids);
    recorder.envelope(envelope);
  }
  analyses_until(month.day);
  v1::WorldSnapshot snapshot = month.snapshot;
  if (!names) snapshot.clear_names();
  snapshot.set_month(snapshot.month() + static_cast<std::uint32_t>(12 * years));
  recorder.snapshot(years_later(month.day, years), snapshot);
  v1::StateHash hash = month.hash;
  hash.set_month(hash.month() + static_cast<std::uint32_t>(12 * years));
  recorder.state_hash(years_later(month.day, years), hash);
  return recorder.end_month();
}

}  // namespace

base::Result<LargeRecording> write_large_recording(const std::string& path, std::size_t bytes) {
  const auto scenario = scenarios::load("june-2025");
  if (!scenario) {
    return base::fail(base::ErrorCode::kBadInput, scenarios::to_string(scenario.error().front()));
  }
  engine::HistoryOptions options;
  options.seed = 42;
  options.program_version = "large";
  Keeper kept;
  engine::History history(*scenario, options);
  history.add_witness(kept);
  history.run();
  std::uint64_t ids = 0, messages = 0;
  for (const Month& month : kept.months) {
    for (const v1::Envelope& envelope : month.envelopes) {
      ids = std::max({ids, envelope.id(), envelope.conversation()});
      ++messages;
    }
  }
  const int years = static_cast<int>(kept.months.size() / 12);
  // How large one repetition is, and so how many there are, is known before the header is written.
  std::string once;
  recording::Recorder probe = recording::Recorder::to_memory(once);
  probe.header(kept.header);
  for (std::size_t i = 0; i < kept.months.size(); ++i) {
    if (const auto done = write_month(probe, kept.months[i], 0, 0, i == 0); !done) {
      return tl::unexpected<base::Error>(done.error());
    }
  }
  // The first one has the names of all values besides, so that later ones are smaller.
  const auto times = static_cast<int>(bytes + bytes / 10) / static_cast<int>(once.size()) + 1;

  auto recorder = recording::Recorder::to_file(path);
  if (!recorder) return tl::unexpected<base::Error>(recorder.error());
  v1::RunHeader header = kept.header;
  header.set_last_day(years_later(kept.months.back().day, years * (times - 1)).number);
  recorder->header(header);
  for (int time = 0; time < times; ++time) {
    for (std::size_t i = 0; i < kept.months.size(); ++i) {
      const auto done = write_month(*recorder, kept.months[i], years * time,
                                    ids * static_cast<std::uint64_t>(time), time == 0 && i == 0);
      if (!done) return tl::unexpected<base::Error>(done.error());
    }
  }
  if (const auto done = recorder->finish(); !done) return tl::unexpected<base::Error>(done.error());
  LargeRecording made;
  made.path = path;
  std::error_code unknown;
  made.bytes = static_cast<std::size_t>(std::filesystem::file_size(path, unknown));
  made.months = kept.months.size() * static_cast<std::size_t>(times);
  made.messages = messages * static_cast<std::uint64_t>(times);
  return made;
}

}  // namespace monazite::tests
