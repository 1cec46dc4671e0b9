#pragma once

#include <optional>
#include <utility>

#include <protocol/recording/recorder.hpp>
#include <world/engine/witness.hpp>

namespace monazite::lab {

/// Writes a history into a recording while it is played. A failure of the disk does not stop the
/// history: ask error() at the end (or between months).
class RecorderWitness final : public engine::Witness {
 public:
  explicit RecorderWitness(recording::Recorder recorder) : recorder_(std::move(recorder)) {}

  void on_header(const v1::RunHeader& header) override { recorder_.header(header); }
  void on_envelope(const v1::Envelope& envelope) override { recorder_.envelope(envelope); }
  void on_seat_event(const v1::SeatEvent& event) override { recorder_.seat_event(event); }
  void on_analysis(base::Day day, const v1::NegotiationAnalysis& analysis) override {
    recorder_.analysis(day, analysis);
  }
  void on_month(base::Day day, const v1::WorldSnapshot& snapshot,
                const v1::StateHash& hash) override {
    recorder_.snapshot(day, snapshot);
    recorder_.state_hash(day, hash);
    keep(recorder_.end_month());
  }

  /// Writes the index. Call once, after the history.
  [[nodiscard]] base::Result<void> finish() { return recorder_.finish(); }
  [[nodiscard]] const std::optional<base::Error>& error() const { return recorder_.error(); }

 private:
  /// The recorder keeps its first error itself.
  static void keep(const base::Result<void>&) {}

  recording::Recorder recorder_;
};

}  // namespace monazite::lab
