#include <algorithm>
#include <filesystem>
#include <system_error>

#include <protocol/recording/sidecar.hpp>
#include <viz/model/seat/class_table.hpp>
#include <viz/model/seat/debrief_parts.hpp>
#include <viz/model/seat/table_record.hpp>
#include <world/lab/csv_cell.hpp>
#include <world/lab/results_db.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz::game {
namespace {

namespace fs = std::filesystem;

/// Name of the seat that the sidecar gives to a person, or what was asked for.
std::string seat_of(const std::string& path, const std::string& otherwise) {
  const auto notes = recording::read_sidecar(path);
  if (!notes) return otherwise;
  constexpr std::string_view kSeat = "seat.";
  for (const auto& [key, who] : *notes) {
    if (who == "person" && key.compare(0, kSeat.size(), kSeat) == 0) {
      return key.substr(kSeat.size());
    }
  }
  return otherwise;
}

v1::Table main_table(const std::string& seat) {
  if (seat == "india" || seat == "japan") return v1::TABLE_CONSULTATION;
  return seat == "irel" || seat == "toyotsu" ? v1::TABLE_SUPPLY_CONTRACT : v1::TABLE_ALLOCATION;
}

void fill(const TableRecord& record, base::SeatId seat, ClassRow& row) {
  Debrief points;
  detail::tell_points(record, record.side(seat), points);
  row.agreed = points.agreed;
  row.ended = points.ended;
  row.meeting =
      record.meetings > 0 ? record.meetings : static_cast<std::uint32_t>(record.offers.size());
  row.mine = points.deal.mine;
  row.theirs = points.deal.theirs;
  row.my_reservation = points.my_reservation;
  row.their_reservation = points.their_reservation;
  if (points.nash) row.left_to_nash = points.left_to_nash;
  row.joint_gain = row.mine - row.my_reservation + row.theirs - row.their_reservation;
  if (record.agreed) {
    row.terms = lab::terms_text(*record.agenda, *record.agreed, true);
    row.first_issue = record.agenda->value(*record.agreed, 0);
  }
}

ClassRow read(const std::string& path, const std::string& otherwise) {
  ClassRow row;
  row.path = path;
  row.name = fs::path(path).stem().string();
  row.seat = seat_of(path, otherwise);
  row.table = main_table(row.seat);
  auto recording = recording::Recording::open(path);
  if (!recording) {
    row.error = recording.error().message;
    return row;
  }
  const auto& names = recording->header().names();
  const auto found = std::find(names.begin(), names.end(), row.seat);
  if (found == names.end()) {
    row.error = "there is no seat \"" + row.seat + "\" in this recording";
    return row;
  }
  const auto seat = static_cast<base::SeatId>(found - names.begin());
  for (const TableRecord& record : tables_in(*recording, seat)) {
    if (record.table != row.table || record.analyses.empty() || !record.closed) continue;
    fill(record, seat, row);
    return row;
  }
  row.error = "no negotiation of this seat came to its end";
  return row;
}

std::string plain(double value) {
  std::string text = lab::number_words(value, 4);
  text.erase(std::remove(text.begin(), text.end(), ','), text.end());
  return text;
}

}  // namespace

ClassTable class_table(const std::vector<std::string>& paths, const std::string& seat) {
  ClassTable table;
  for (const std::string& path : paths) table.rows.push_back(read(path, seat));
  std::uint32_t readable = 0;
  double volumes = 0;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    ClassRow& row = table.rows[i];
    if (!row.error.empty()) continue;
    ++readable;
    row.place = 1;
    for (const ClassRow& other : table.rows) {
      if (other.error.empty() && other.mine > row.mine) ++row.place;
    }
    table.mean_joint_gain += row.joint_gain;
    if (!table.best_joint || row.joint_gain > table.rows[*table.best_joint].joint_gain) {
      table.best_joint = i;
    }
    if (!row.agreed) continue;
    ++table.agreements;
    volumes += row.first_issue.value_or(0);
  }
  if (readable > 0) table.mean_joint_gain /= readable;
  if (table.agreements > 0) table.mean_first_issue = volumes / table.agreements;
  return table;
}

base::Result<ClassTable> class_table_of_folder(const std::string& folder, const std::string& seat) {
  std::error_code error;
  std::vector<std::string> paths;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".mcap") paths.push_back(at->path().string());
  }
  if (error) {
    return base::fail(base::ErrorCode::kNotFound,
                      folder + " is no folder that can be read; name one with recordings in it");
  }
  std::sort(paths.begin(), paths.end());
  return class_table(paths, seat);
}

std::string class_csv(const ClassTable& table) {
  std::string text =
      "name,seat,agreed,ended,meeting,mine,theirs,my_reservation,their_reservation,left_to_nash,"
      "joint_gain,place,terms,error\n";
  for (const ClassRow& row : table.rows) {
    const bool read = row.error.empty();
    const auto number = [read](double value) { return read ? plain(value) : std::string(); };
    text +=
        lab::csv_cell(row.name) + "," + lab::csv_cell(row.seat) + "," +
        (read ? row.agreed ? "yes" : "no" : "") + "," + (read ? base::to_string(row.ended) : "") +
        "," + (read ? std::to_string(row.meeting) : "") + "," + number(row.mine) + "," +
        number(row.theirs) + "," + number(row.my_reservation) + "," +
        number(row.their_reservation) + "," + (row.left_to_nash ? plain(*row.left_to_nash) : "") +
        "," + number(row.joint_gain) + "," + (read ? std::to_string(row.place) : "") + "," +
        lab::csv_cell(row.terms) + "," + lab::csv_cell(row.error) + "\n";
  }
  return text;
}

}  // namespace monazite::viz::game
