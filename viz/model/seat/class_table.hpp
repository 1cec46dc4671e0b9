#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/result.hpp>
#include <protocol/messages/encounter.pb.h>

namespace monazite::viz::game {

/// How one recording of a class ended: the first negotiation at the main table of the seat.
struct ClassRow {
  std::string path, name;  ///< `name`: the file's, without its ending
  std::string seat;        ///< that a person played, as its sidecar says; else the one asked for
  std::string error;       ///< why there is nothing to show; the rest is empty then
  v1::Table table = v1::TABLE_UNSPECIFIED;
  bool agreed = false;
  base::Day ended{};
  std::uint32_t meeting = 0;
  double mine = 0, theirs = 0;  ///< utilities (TableRecord); no deal: of the reservation values
  double my_reservation = 0, their_reservation = 0;
  std::optional<double> left_to_nash;  ///< own utility at the Nash point less that of the deal
  double joint_gain = 0;               ///< sum of both utilities over the reservation values
  std::string terms;                   ///< "volume 1,500 t REO/year; ...": what differs from before
  std::optional<double> first_issue;   ///< number behind the level of the first issue: the volume
  std::uint32_t place = 0;             ///< by own utility among all that could be read, 1 the best
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
/// All recordings (*.mcap) of a folder, in order of name. kNotFound when there is no such folder.
[[nodiscard]] base::Result<ClassTable> class_table_of_folder(const std::string& folder,
                                                             const std::string& seat);
/// One row a game.
[[nodiscard]] std::string class_csv(const ClassTable& table);

}  // namespace monazite::viz::game
