#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>

#include <protocol/recording/sidecar.hpp>
#include <viz/model/seat/class_table.hpp>
#include <viz/model/seat/debrief_parts.hpp>
#include <viz/model/seat/seat_words.hpp>
#include <viz/model/seat/table_record.hpp>
#include <world/lab/csv_cell.hpp>
#include <world/lab/machine_notes.hpp>
#include <world/lab/results_db.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz::game {
namespace {

namespace fs = std::filesystem;

/// The seats that the sidecar gives to people, and who they are.
void find_people(const std::string& path, ClassRow& row) {
  const auto notes = recording::read_sidecar(path);
  if (!notes) return;
  for (const auto& [seat, player] : lab::players_in(*notes)) {
    row.people.push_back(seat);
    if (!player.empty()) row.players += (row.players.empty() ? "" : ", ") + player;
  }
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
  row.frontier = std::move(points.frontier);
  row.nash = points.nash;
  row.joint_gain = row.mine - row.my_reservation + row.theirs - row.their_reservation;
  if (record.agreed) {
    row.terms = lab::terms_text(*record.agenda, *record.agreed, true);
    row.changes = changes_words(*record.agenda, record.status_quo, *record.agreed);
    row.first_issue = record.agenda->value(*record.agreed, 0);
  }
}

/// What a row's seat has over no deal, M.
double gain(const ClassRow& row) {
  return row.mine - row.my_reservation;
}

std::string plain(double value) {
  std::string text = lab::number_words(value, 4);
  text.erase(std::remove(text.begin(), text.end(), ','), text.end());
  return text;
}

}  // namespace

ClassRow class_row(const std::string& path, const std::string& otherwise) {
  ClassRow row;
  row.path = path;
  row.name = fs::path(path).stem().string();
  find_people(path, row);
  row.seat = row.people.empty() ? otherwise : row.people.front();
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
    const base::SeatId other = record.parties[record.side(seat) == 0 ? 1 : 0];
    if (other < static_cast<base::SeatId>(names.size())) row.other = names[static_cast<int>(other)];
    fill(record, seat, row);
    return row;
  }
  row.error = "no negotiation of this seat came to its end";
  return row;
}

void count_class(ClassTable& table) {
  table.agreements = 0;
  table.mean_joint_gain = 0;
  table.best_joint.reset();
  table.mean_first_issue.reset();
  std::uint32_t readable = 0;
  double volumes = 0;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    ClassRow& row = table.rows[i];
    if (!row.error.empty()) continue;
    ++readable;
    row.place = 1;
    for (const ClassRow& other : table.rows) {
      if (other.error.empty() && gain(other) > gain(row)) ++row.place;
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
}

ClassTable class_table(const std::vector<std::string>& paths, const std::string& seat) {
  ClassTable table;
  for (const std::string& path : paths) table.rows.push_back(class_row(path, seat));
  count_class(table);
  return table;
}

base::Result<std::vector<std::string>> class_paths(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> paths;
  constexpr auto kOptions = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(folder, kOptions, error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() == ".mcap") paths.push_back(at->path().string());
  }
  if (error) {
    return base::fail(base::ErrorCode::kNotFound,
                      folder + " is no folder that can be read; name one with recordings in it");
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> class_names(const std::string& folder,
                                     const std::vector<std::string>& paths) {
  std::map<fs::path, int> in_folder;
  for (const std::string& path : paths) ++in_folder[fs::path(path).parent_path()];
  std::vector<std::string> names;
  for (const std::string& path : paths) {
    const fs::path below = fs::path(path).lexically_relative(folder);
    const fs::path parent = below.parent_path();
    const bool alone = in_folder[fs::path(path).parent_path()] == 1;
    const fs::path name = alone && !parent.empty() ? parent : parent / below.stem();
    names.push_back(name.generic_string());
  }
  return names;
}

base::Result<ClassTable> class_table_of_folder(const std::string& folder, const std::string& seat) {
  auto room = ClassRoom::open(folder, seat);
  if (!room) return tl::unexpected<base::Error>(room.error());
  while (room->read_on()) {
  }
  return room->table();
}

base::Result<ClassRoom> ClassRoom::open(const std::string& folder, const std::string& seat) {
  auto paths = class_paths(folder);
  if (!paths) return tl::unexpected<base::Error>(paths.error());
  ClassRoom room;
  room.folder_ = folder;
  room.seat_ = seat;
  room.names_ = class_names(folder, *paths);
  room.paths_ = *std::move(paths);
  return room;
}

bool ClassRoom::read_on() {
  if (complete()) return false;
  const std::size_t at = table_.rows.size();
  table_.rows.push_back(class_row(paths_[at], seat_));
  table_.rows.back().name = names_[at];
  count_class(table_);
  return true;
}

std::optional<ClassRoom::Plane> ClassRoom::plane() const {
  for (const ClassRow& row : table_.rows) {
    if (row.error.empty()) return Plane{row.other, row.seat};
  }
  return std::nullopt;
}

std::optional<ClassRoom::InPlane> ClassRoom::in_plane(const ClassRow& row, double mine,
                                                      double theirs) const {
  const auto axes = plane();
  if (!axes || !row.error.empty()) return std::nullopt;
  if (row.seat == axes->y && row.other == axes->x) return InPlane{theirs, mine};
  if (row.seat == axes->x && row.other == axes->y) return InPlane{mine, theirs};
  return std::nullopt;
}

std::string class_csv(const ClassTable& table) {
  std::string text =
      "name,players,seat,agreed,ended,meeting,mine,theirs,my_reservation,their_reservation,"
      "left_to_nash,joint_gain,place,terms,error\n";
  for (const ClassRow& row : table.rows) {
    const bool read = row.error.empty();
    const auto number = [read](double value) { return read ? plain(value) : std::string(); };
    text +=
        lab::csv_cell(row.name) + "," + lab::csv_cell(row.players) + "," + lab::csv_cell(row.seat) +
        "," + (read ? row.agreed ? "yes" : "no" : "") + "," +
        (read ? base::to_string(row.ended) : "") + "," + (read ? std::to_string(row.meeting) : "") +
        "," + number(row.mine) + "," + number(row.theirs) + "," + number(row.my_reservation) + "," +
        number(row.their_reservation) + "," + (row.left_to_nash ? plain(*row.left_to_nash) : "") +
        "," + number(row.joint_gain) + "," + (read ? std::to_string(row.place) : "") + "," +
        lab::csv_cell(row.terms) + "," + lab::csv_cell(row.error) + "\n";
  }
  return text;
}

}  // namespace monazite::viz::game
