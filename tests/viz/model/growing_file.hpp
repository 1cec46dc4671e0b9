#pragma once

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>

#include <protocol/recording/reading.hpp>
#include <protocol/recording/recorder.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/scratch.hpp>
#include <tests/viz/model/played_replay.hpp>

namespace monazite::test_support {

/// A path in a folder of its own, where there is nothing yet.
inline std::string fresh_file(const std::string& name) {
  return fresh_folder("growing-" + name) + "/run.mcap";
}

inline void append(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::app);
  file << bytes;
  file.close();
  REQUIRE(file.good());
}

/// The recording of a played history, written into a file month by month, as who plays it would.
class GrowingFile {
 public:
  explicit GrowingFile(const std::string& name) : path_(fresh_file(name)) {
    auto recording = recording::Recording::from_bytes(played_replay().bytes, "played");
    REQUIRE(recording.has_value());
    recording_.emplace(*std::move(recording));
    next_ = base::Day{recording_->header().first_day()};
    last_ = recording_->last_day();
    auto recorder = recording::Recorder::to_file(path_);
    REQUIRE(recorder.has_value());
    recorder_.emplace(*std::move(recorder));
    recorder_->header(recording_->header());
    REQUIRE(recorder_->end_month().has_value());
  }

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Months that are not written yet.
  [[nodiscard]] int left() const {
    return next_ > last_ ? 0 : base::months_between(next_, last_) + 1;
  }
  void write(int months) {
    for (int i = 0; i < months && next_ <= last_; ++i) {
      const base::Day end = std::min(last_, base::end_of_month(next_));
      recording_->visit({next_, end}, [this](const recording::Record& record) { copy(record); });
      REQUIRE(recorder_->end_month().has_value());
      next_ = end + 1;
    }
  }
  void finish() { REQUIRE(recorder_->finish().has_value()); }

 private:
  void copy(const recording::Record& record) {
    if (const auto* e = std::get_if<const v1::Envelope*>(&record.content)) {
      recorder_->envelope(**e);
    } else if (const auto* a = std::get_if<const v1::NegotiationAnalysis*>(&record.content)) {
      recorder_->analysis(record.day, **a);
    } else if (const auto* s = std::get_if<const v1::WorldSnapshot*>(&record.content)) {
      recorder_->snapshot(record.day, **s);
    } else if (const auto* h = std::get_if<const v1::StateHash*>(&record.content)) {
      recorder_->state_hash(record.day, **h);
    }
  }

  std::string path_;
  std::optional<recording::Recording> recording_;
  std::optional<recording::Recorder> recorder_;
  base::Day next_{}, last_{};
};

}  // namespace monazite::test_support
