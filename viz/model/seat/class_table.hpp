#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/result.hpp>
#include <protocol/messages/encounter.pb.h>
#include <viz/model/seat/debrief.hpp>

namespace monazite::viz::game {

/// How one recording of a class ended: the first negotiation at the main table of the seat.
struct ClassRow {
  std::string path, name;  ///< `name`: the file's, without its ending; or its folder's
  std::string seat;        ///< that a person played, as its sidecar says; else the one asked for
  std::vector<std::string> people;  ///< all seats that people played, at home or from elsewhere;
                                    ///< empty without a sidecar
  std::string players;              ///< how they call themselves: "Group 1, Group 2"; may be empty
  std::string other;                ///< the seat on the other side of the table
  std::string error;                ///< why there is nothing to show; the rest is empty then
  v1::Table table = v1::TABLE_UNSPECIFIED;
  bool agreed = false;
  base::Day ended{};
  std::uint32_t meeting = 0;
  double mine = 0, theirs = 0;  ///< utilities (TableRecord); no deal: of the reservation values
  double my_reservation = 0, their_reservation = 0;
  std::optional<double> left_to_nash;  ///< own utility at the Nash point less that of the deal
  double joint_gain = 0;               ///< sum of both utilities over the reservation values
  std::string terms;                   ///< "volume 1,500 t REO/year; ...": what differs from before
  std::string changes;                 ///< the same in a few words
  std::optional<double> first_issue;   ///< number behind the level of the first issue: the volume
  std::uint32_t place = 0;  ///< by own gain over no deal among all that could be read, 1 the best
  std::vector<UtilityPoint> frontier;  ///< of this game, on the beliefs of its last day
  std::optional<UtilityPoint> nash;
};

struct ClassTable {
  std::vector<ClassRow> rows;  ///< in the order of the paths
  std::uint32_t agreements = 0;
  double mean_joint_gain = 0;  ///< over those that could be read
  std::optional<std::size_t> best_joint;
  std::optional<double> mean_first_issue;  ///< over the agreements
};

/// Reads recordings of several games. `seat` is used where no sidecar names the person's seat.
/// Files that cannot be read are told in their row.
[[nodiscard]] ClassTable class_table(const std::vector<std::string>& paths,
                                     const std::string& seat);
/// Paths of all recordings (*.mcap) of a folder and of those below it, in order of path. kNotFound
/// when there is no such folder.
[[nodiscard]] base::Result<std::vector<std::string>> class_paths(const std::string& folder);
/// What each is called in the class: where its folder holds no other, by the folder ("table-01" for
/// table-01/june-2025.mcap); else by its path below the folder, without the ending.
[[nodiscard]] std::vector<std::string> class_names(const std::string& folder,
                                                   const std::vector<std::string>& paths);
/// One recording.
[[nodiscard]] ClassRow class_row(const std::string& path, const std::string& otherwise);
/// Places, means and the best, anew from the rows.
void count_class(ClassTable& table);
/// All recordings of a folder and of those below it. kNotFound when there is no such folder.
[[nodiscard]] base::Result<ClassTable> class_table_of_folder(const std::string& folder,
                                                             const std::string& seat);
/// The results of a class while they are read, one recording after the other.
class ClassRoom {
 public:
  [[nodiscard]] static base::Result<ClassRoom> open(const std::string& folder,
                                                    const std::string& seat);
  /// Reads one more recording. False when all have been read.
  bool read_on();
  [[nodiscard]] bool complete() const { return table_.rows.size() == paths_.size(); }
  [[nodiscard]] const std::string& folder() const { return folder_; }
  [[nodiscard]] const std::string& seat() const { return seat_; }
  [[nodiscard]] std::size_t recordings() const { return paths_.size(); }
  [[nodiscard]] const ClassTable& table() const { return table_; }

  /// The two seats of the plane: those of the first result. Nothing before there is one.
  struct Plane {
    std::string x, y;
  };
  [[nodiscard]] std::optional<Plane> plane() const;
  /// A point of a row (its deal, a point of its frontier) in that plane; nothing where others sat
  /// at its table.
  struct InPlane {
    double x = 0, y = 0;
  };
  [[nodiscard]] std::optional<InPlane> in_plane(const ClassRow& row, double mine,
                                                double theirs) const;

 private:
  std::string folder_, seat_;
  std::vector<std::string> paths_, names_;
  ClassTable table_;
};

/// One row a game.
[[nodiscard]] std::string class_csv(const ClassTable& table);

}  // namespace monazite::viz::game
