#pragma once

#include <optional>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/result.hpp>
#include <viz/model/replay.hpp>

namespace monazite::viz {

struct Bookmark {
  base::Day day{};
  std::optional<base::Day> until;  ///< of a range
  std::string text;
  bool by_author = false;  ///< from the recording; cannot be changed

  friend bool operator==(const Bookmark& a, const Bookmark& b) {
    return a.day == b.day && a.until == b.until && a.text == b.text && a.by_author == b.by_author;
  }
};

/// A user's bookmarks of one recording, kept beside it as NAME.view.json, or, where that folder is
/// not writable, in the user's folder for settings. Recordings themselves are never changed.
class Bookmarks {
 public:
  /// Reads those of a recording. None is no error; a damaged file gives one sentence and is left
  /// as it is until something is saved.
  [[nodiscard]] static base::Result<Bookmarks> load(const std::string& recording_path,
                                                    const std::string& config_folder);
  /// Writes them, beside the recording if that is possible. kIo with path and remedy.
  [[nodiscard]] base::Result<void> save(const std::string& recording_path,
                                        const std::string& config_folder) const;

  /// In order of day.
  [[nodiscard]] const std::vector<Bookmark>& all() const { return all_; }
  /// Keeps the order; text of at most 500 bytes.
  void add(Bookmark bookmark);
  void remove(std::size_t position);
  void change(std::size_t position, std::string text);

 private:
  std::vector<Bookmark> all_;
};

/// Where a recording's bookmarks are: beside it, and in the folder for settings.
[[nodiscard]] std::string sidecar_path(const std::string& recording_path);
[[nodiscard]] std::string config_sidecar_path(const std::string& recording_path,
                                              const std::string& config_folder);

/// The author's: reported facts, with their sources.
[[nodiscard]] std::vector<Bookmark> author_bookmarks(const Replay& replay);

}  // namespace monazite::viz
