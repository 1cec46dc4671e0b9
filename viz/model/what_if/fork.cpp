#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include <protocol/recording/sidecar.hpp>
#include <viz/model/what_if/fork.hpp>
#include <world/engine/later.hpp>
#include <world/lab/recorder_witness.hpp>

namespace monazite::viz {
namespace {

constexpr std::string_view kBuiltIn = "built-in";

/// Of a recording's path; the name of one that was made here is not cut at its units.
std::string file_name(const std::string& path) {
  if (path.rfind("what if: ", 0) == 0) return path;
  return path.substr(path.find_last_of('/') + 1);
}

/// Seats that people or other programs played, by the sidecar.
std::vector<std::string> seats_of_others(const std::string& path) {
  constexpr std::string_view kSeat = "seat.";
  std::vector<std::string> names;
  const auto notes = recording::read_sidecar(path);
  if (!notes) return names;  // none: the built-in parties played
  for (const auto& [key, who] : *notes) {
    if (key.compare(0, kSeat.size(), kSeat) != 0) continue;
    if (who.compare(0, kBuiltIn.size(), kBuiltIn) != 0) names.push_back(key.substr(kSeat.size()));
  }
  return names;
}

/// Days between a brief and its recorded answer: firms take some before an offer goes out.
int delay_of(const std::vector<MessageRow>& rows, std::uint64_t brief, base::SeatId seat) {
  const auto asked =
      std::lower_bound(rows.begin(), rows.end(), brief,
                       [](const MessageRow& row, std::uint64_t wanted) { return row.id < wanted; });
  if (asked == rows.end() || asked->id != brief) return 0;
  const auto answer = std::find_if(asked, rows.end(), [&](const MessageRow& row) {
    return row.in_reply_to == brief && row.from == seat &&
           row.kind != v1::Envelope::kAppraisalRequest;
  });
  return answer == rows.end() ? 0 : answer->day - asked->day;
}

}  // namespace

base::Result<std::shared_ptr<const Parent>> Parent::read(RecordingFile& file) {
  file.read_all();
  const scenarios::Scenario* scenario = file.replay().scenario();
  if (scenario == nullptr) {
    return base::fail(base::ErrorCode::kBadInput,
                      file.name() + ": only a history of a scenario can be played another way; " +
                          "this recording has none that can be read.");
  }
  std::shared_ptr<Parent> parent(new Parent(*scenario, file.replay().header()));
  parent->name_ = file_name(file.name());
  parent->rows_ = file.replay().messages();
  parent->future_.chronicle = chronicle_of(file);
  parent->future_.deeds = deeds_of(parent->future_.chronicle, parent->scenario_);
  parent->keep_what_was_said(file);
  return std::shared_ptr<const Parent>(std::move(parent));
}

void Parent::keep_what_was_said(RecordingFile& file) {
  std::vector<base::SeatId> seats;
  if (!header_.parent().empty()) {
    seats = file.replay().seats();
  } else {
    for (const std::string& name : seats_of_others(file.name())) {
      if (const base::SeatId seat = file.replay().seat_by_name(name); seat != 0)
        seats.push_back(seat);
    }
  }
  for (const base::SeatId seat : seats) said_[seat];
  if (said_.empty()) return;
  for (const MessageRow& row : rows_) {
    const auto seat = said_.find(row.from);
    if (seat == said_.end()) continue;
    if (const auto body = file.envelope(row.id)) seat->second.push_back(*body);
  }
}

lab::ForkRun Parent::plan(const Fork& fork) const {
  lab::ForkRun run;
  run.seed = header_.seed();
  run.run = header_.run();
  run.program_version = header_.program_version();
  run.parent = name_;
  run.day = fork.day().value_or(scenario_.last_day);
  for (const std::string& setting : header_.settings()) {
    (engine::is_later(setting) ? run.later : run.settings).push_back(setting);
  }
  // The last message that is the same for certain: before the first decision replaced, and before
  // the first day on which settings are others.
  const auto before =
      std::lower_bound(rows_.begin(), rows_.end(), run.day,
                       [](const MessageRow& row, base::Day wanted) { return row.day < wanted; });
  run.fed_back_until = before == rows_.begin() ? 0 : (before - 1)->id;
  bool decisions_only = true;
  std::uint64_t first_brief = 0;
  for (const Change& change : fork.changes) {
    if (change.day != run.day) continue;
    decisions_only &= change.kind == Change::Kind::kDecision;
    if (first_brief == 0 || change.brief < first_brief) first_brief = change.brief;
  }
  if (decisions_only && first_brief > 0) run.fed_back_until = first_brief;
  if (fork.changes.empty() && !rows_.empty()) run.fed_back_until = rows_.back().id;
  for (const Change& change : fork.changes) {
    if (change.kind == Change::Kind::kSetting) {
      for (const std::string& setting : change.settings) {
        run.later.push_back(engine::with_day(setting, change.day));
      }
      continue;
    }
    lab::Replacement replacement;
    replacement.seat = change.seat;
    replacement.in_reply_to = change.brief;
    replacement.day = change.day;
    if (change.answer) {
      replacement.answers.push_back(*change.answer);
      if (change.answer->has_offer() || change.answer->has_acceptance())
        replacement.delay_days = delay_of(rows_, change.brief, change.seat);
    }
    const bool at_a_table =
        change.answer && (change.answer->has_offer() || change.answer->has_acceptance() ||
                          change.answer->has_walk_away());
    const bool reply = change.answer && change.answer->has_consultation_reply();
    if (!at_a_table && !reply) replacement.office = change.office;
    replacement.purpose = at_a_table ? v1::Brief::PURPOSE_YOUR_MOVE
                          : reply    ? v1::Brief::PURPOSE_INVITATION
                                     : v1::Brief::PURPOSE_ACTS;
    run.replaced.push_back(std::move(replacement));
  }
  run.said = said_;
  return run;
}

base::Result<Played> play_fork(const Parent& parent, const Fork& fork,
                               const std::atomic<bool>* stop) {
  const auto begin = std::chrono::steady_clock::now();
  lab::ForkRun run = parent.plan(fork);
  run.stop = stop;
  auto options = lab::fork_options(parent.scenario(), run);
  if (!options) return tl::unexpected<base::Error>(options.error());
  auto bytes = std::make_shared<std::string>();
  lab::RecorderWitness recorder(recording::Recorder::to_memory(*bytes));
  Played played;
  lab::ChronicleWitness chronicle(played.future.chronicle);
  engine::History history(parent.scenario(), *std::move(options));
  history.add_witness(chronicle);
  history.add_witness(recorder);
  if (!history.run()) {
    return base::fail(base::ErrorCode::kNotAllowed, "The run was stopped before its last day.");
  }
  if (const auto done = recorder.finish(); !done) return tl::unexpected<base::Error>(done.error());
  played.digest = history.digest();
  played.future.deeds = deeds_of(played.future.chronicle, parent.scenario());
  played.bytes = std::move(bytes);
  played.milliseconds =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  return played;
}

base::Result<std::unique_ptr<RecordingFile>> fork_of(RecordingFile& file, const Fork& fork) {
  const auto parent = Parent::read(file);
  if (!parent) return tl::unexpected<base::Error>(parent.error());
  auto played = play_fork(**parent, fork);
  if (!played) return tl::unexpected<base::Error>(played.error());
  return RecordingFile::from_bytes(*played->bytes, "what if: " + fork.words());
}

}  // namespace monazite::viz
