#include <algorithm>
#include <utility>

#include <viz/model/seat/debrief.hpp>
#include <viz/model/seat/debrief_parts.hpp>

namespace monazite::viz::game {
namespace {

base::Result<std::vector<TableRecord>> read(const std::string& bytes, base::SeatId seat) {
  auto recording = recording::Recording::from_bytes(bytes, "game");
  if (!recording) return tl::unexpected<base::Error>(recording.error());
  return tables_in(*recording, seat);
}

/// The encounter asked for, or the last that the person saw end.
std::uint64_t chosen(const Game& game, std::uint64_t conversation) {
  std::uint64_t last = 0;
  for (const v1::Envelope& message : game.knowledge().heard) {
    if (!message.has_closing()) continue;
    if (conversation == 0 || message.conversation() == conversation) last = message.conversation();
  }
  return last;
}

}  // namespace

base::Result<Debrief> debrief(const Game& game, std::uint64_t conversation) {
  const std::uint64_t which = chosen(game, conversation);
  if (which == 0) {
    return base::fail(base::ErrorCode::kNotAllowed, conversation == 0
                                                        ? "no negotiation of yours has ended so far"
                                                        : "this negotiation has not ended so far");
  }
  Debrief debrief;
  debrief.recording = game.whole_recording();
  if (debrief.recording.empty()) {
    return base::fail(base::ErrorCode::kNotFound,
                      "the host has not told what the others wanted: there is no debrief");
  }
  debrief.machine_recording = game.machine_in_my_seat();
  const auto tables = read(debrief.recording, game.seat());
  if (!tables) return tl::unexpected<base::Error>(tables.error());
  const auto record = std::find_if(tables->begin(), tables->end(), [which](const TableRecord& one) {
    return one.conversation == which;
  });
  if (record == tables->end() || record->analyses.empty()) {
    return base::fail(
        base::ErrorCode::kNotFound,
        "nobody made a move in this negotiation, so there is nothing to look back on");
  }
  const int side = record->side(game.seat());
  const auto& seats = game.scenario().seats;
  debrief.me = game.seat();
  debrief.them = record->parties[static_cast<std::size_t>(1 - side)];
  debrief.my_title = seats[debrief.me - base::kFirstSeat].title;
  debrief.their_title = seats[debrief.them - base::kFirstSeat].title;
  debrief.conversation = which;
  debrief.table = record->table;
  debrief.agenda = record->agenda;
  detail::tell_points(*record, side, debrief);
  detail::tell_course(*record, side, debrief);
  detail::tell_clauses(game, *record, side, debrief);
  const auto machine = read(debrief.machine_recording, game.seat());
  if (machine) detail::tell_machine(*machine, *record, debrief);
  detail::tell_sentences(debrief);
  return debrief;
}

base::Result<std::unique_ptr<RecordingFile>> machine_file(const Debrief& debrief) {
  return RecordingFile::from_bytes(debrief.machine_recording,
                                   "the machine in the seat of " + debrief.my_title);
}

}  // namespace monazite::viz::game
