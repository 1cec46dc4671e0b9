#pragma once

#include <optional>

#include <agents/strategies/negotiator.hpp>

namespace monazite::strategies {

/// Says yes to a text that is no worse to it than the standing one (the hill climber of Klein,
/// Faratin, Sayama and Bar-Yam 2003), and to the standing text itself, in the last vote, if it is
/// no worse than no deal.
///
/// Under a single text a negotiator hears the standing text whenever it has changed, as if another
/// party had said it, and responds to the text that is put to the vote. Where offers are made, it
/// offers its best package and takes any that is no worse than no deal.
class HillClimber final : public Negotiator {
 public:
  void begin(const Place& place) override;
  void hear(const Turn&, std::uint32_t, Outcome text) override { standing_ = text; }
  [[nodiscard]] Answer respond(const Turn& turn, Outcome text) override;
  [[nodiscard]] std::optional<Outcome> propose(const Turn&) override { return own_->best(); }

 private:
  const OwnPreferences* own_ = nullptr;
  std::optional<Outcome> standing_;
};

/// As the hill climber, but says yes to a worse text with probability exp(-loss / T), where the
/// loss is a share of the range of its utilities and T falls linearly from `temperature` to 0 at
/// the deadline (simulated annealing; Metropolis et al. 1953; the annealer of Klein et al. 2003).
class Annealer final : public Negotiator {
 public:
  /// In the unit of the loss; > 0.
  explicit Annealer(double temperature) : temperature_(temperature) {}

  void begin(const Place& place) override;
  void hear(const Turn&, std::uint32_t, Outcome text) override { standing_ = text; }
  [[nodiscard]] Answer respond(const Turn& turn, Outcome text) override;
  [[nodiscard]] std::optional<Outcome> propose(const Turn&) override { return place_.own->best(); }

 private:
  double temperature_;
  Place place_;
  std::optional<Outcome> standing_;
};

}  // namespace monazite::strategies
