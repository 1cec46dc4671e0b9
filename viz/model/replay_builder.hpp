#pragma once

#include <cstddef>
#include <memory>

#include <viz/model/replay.hpp>
#include <world/engine/witness.hpp>

namespace monazite::viz {

/// Fills a Replay, from a recording that is read or from a history that is being played: it is told
/// the same in both cases. Each month it is complete for its readers; the replay must outlive it.
/// What was refused is among the messages, and has no other effect.
class ReplayBuilder final : public engine::Witness {
 public:
  explicit ReplayBuilder(Replay& replay);
  ~ReplayBuilder() override;

  /// How much will be told, as far as it is known: room is made for exactly that.
  void expect(std::size_t messages, std::size_t months);
  void on_header(const v1::RunHeader& header) override;
  void on_envelope(const v1::Envelope& envelope) override;
  void on_seat_event(const v1::SeatEvent& event) override;
  void on_analysis(base::Day day, const v1::NegotiationAnalysis& analysis) override;
  void on_month(base::Day day, const v1::WorldSnapshot& snapshot,
                const v1::StateHash& hash) override;
  /// Once, last: completes a month that broke off. Harmless after a whole one.
  void finish();

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace monazite::viz
