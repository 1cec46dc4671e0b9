#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include <protocol/encounter/alternating_offers.hpp>
#include <protocol/encounter/party_list.hpp>

namespace monazite::encounter {

/// The demand game of Nash (1953), one-shot. Every party names, without knowing what the others
/// name, the utility that it demands. If some package gives each at least its demand, it is the
/// agreement; else the encounter ends in kConflict.
///
/// The rule itself knows no utilities: the `Evaluator`, given by whoever does, finds the package or
/// says that there is none. Nash's smoothing, which picks one of the many equilibria, is about how
/// parties reason and is no part of the rule.
///
/// A move is refused for the first of these that holds: NOT_A_PARTY, AFTER_THE_END, OUT_OF_TURN
/// (has demanded already), MALFORMED (the demand is not a finite number). Refused moves change
/// nothing. A party may walk away instead of demanding.
class NashDemand {
 public:
  /// Gets the demands in the order of the parties; gives a package that satisfies all of them, or
  /// nothing.
  using Evaluator = std::function<std::optional<Outcome>(std::span<const double>)>;

  /// Two or more different seats; the evaluator must be there.
  NashDemand(std::vector<base::SeatId> parties, Evaluator evaluator);

  [[nodiscard]] Verdict demand(base::SeatId seat, double utility);
  [[nodiscard]] Verdict walk_away(base::SeatId seat);
  /// The registrar ends an open encounter because a party can no longer take part.
  void abandon();

  [[nodiscard]] Ending ending() const { return ending_; }
  [[nodiscard]] const std::vector<base::SeatId>& parties() const { return parties_.seats(); }
  /// Whether this party is still to demand.
  [[nodiscard]] bool awaits(base::SeatId seat) const { return !may_move(seat); }
  /// By position, 0 where it is still to come.
  [[nodiscard]] const std::vector<double>& demands() const { return demands_; }
  /// The agreed package; only when ending() is kAgreement.
  [[nodiscard]] std::optional<Outcome> agreement() const { return agreement_; }

  /// Whether two encounters are in the same state in every respect but their evaluators.
  friend bool operator==(const NashDemand& a, const NashDemand& b) {
    return a.parties_ == b.parties_ && a.demands_ == b.demands_ && a.ending_ == b.ending_ &&
           a.agreement_ == b.agreement_;
  }

 private:
  [[nodiscard]] Verdict may_move(base::SeatId seat) const;

  PartyList parties_;
  Evaluator evaluator_;
  std::vector<double> demands_;
  Ending ending_ = Ending::kOpen;
  std::optional<Outcome> agreement_;
};

}  // namespace monazite::encounter
