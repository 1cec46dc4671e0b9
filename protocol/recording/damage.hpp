#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>

namespace monazite::recording {

/// What is wrong with a recording, as far as it has been read (check() reads all of it).
struct Damage {
  struct Part {
    base::Day first;
    base::Day last;
  };
  /// The run was cut short, or the file was: nothing after `last_day` is there.
  bool unfinished = false;
  base::Day last_day;
  /// Days whose records are missing in part or as a whole, ascending.
  std::vector<Part> lost;
  /// Records in sound chunks that are not what their channel says.
  std::uint64_t undecodable = 0;
  /// The index at the end was damaged or missing. It was rebuilt; no record is lost by that.
  bool index_rebuilt = false;
  /// Something beside the records (the plain-text copy of the settings, the schemas, the indices of
  /// messages) is damaged: what and where, as far as it can be told.
  bool beside_records = false;
  std::string beside_place;

  [[nodiscard]] bool any() const;
  /// Whether records are missing.
  [[nodiscard]] bool loses_records() const;
  /// One sentence for the user, empty when all is well. "The recording breaks off after 31 March
  /// 2026."
  [[nodiscard]] std::string sentence() const;
  /// What can be done about it, one sentence; empty when all is well.
  [[nodiscard]] std::string remedy() const;
};

}  // namespace monazite::recording
