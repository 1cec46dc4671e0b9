#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <protocol/encounter/alternating_offers.hpp>
#include <protocol/encounter/party_list.hpp>

namespace monazite::encounter {

/// Alternating multiple offers with votes (AMOP; Aydogan, Festen, Hindriks and Jonker 2017), for
/// two or more parties. A round has two phases:
///
///   kOffers   every party puts one package on the table
///   kVotes    every party says which of the others' offers it would have (it would have its own,
///             and any package equal to it, unasked)
///
/// An offer with `quota` votes is the agreement. The published rule needs all votes; a smaller
/// quota is the majority variant. Of several offers with enough votes the one with most is taken,
/// of those with equally many the one whose maker comes first in the order of the parties. After
/// `deadline_rounds` rounds without agreement the encounter ends.
///
/// Within a phase the parties may move in any order, and the result does not depend on it. The
/// published rule lets them speak one after the other; who plays it decides whether an offer is
/// shown before all are made. It has no leaving either; here a party may walk away when it is to
/// move, and that ends the encounter for all whatever the quota.
///
/// A move is refused for the first of these that holds: NOT_A_PARTY, AFTER_THE_END, OUT_OF_TURN
/// (moved already in this phase, or the other phase is on), and then for an offer OUTSIDE_AGENDA;
/// for a ballot NOTHING_TO_ACCEPT (names a package that is no other party's offer of this round),
/// MALFORMED (names one twice). Refused moves change nothing.
class MultipleOffers {
 public:
  enum class Phase { kOffers, kVotes };

  /// `agenda_size`: number of outcomes, at least 1; two or more different seats; deadline_rounds
  /// >= 1; quota: votes needed, the maker's included, from 2 to the number of parties.
  MultipleOffers(std::uint64_t agenda_size, std::vector<base::SeatId> parties,
                 std::uint32_t deadline_rounds, std::uint32_t quota);

  /// More than half of `parties`, and at least 2.
  [[nodiscard]] static std::uint32_t majority_of(std::uint32_t parties);

  [[nodiscard]] Verdict offer(base::SeatId seat, Outcome outcome);
  /// `accepted`: the packages that it says yes to.
  [[nodiscard]] Verdict vote(base::SeatId seat, std::span<const Outcome> accepted);
  [[nodiscard]] Verdict walk_away(base::SeatId seat);
  /// The registrar ends an open encounter because a party can no longer take part.
  void abandon();

  [[nodiscard]] Ending ending() const { return ending_; }
  [[nodiscard]] Phase phase() const { return phase_; }
  [[nodiscard]] const std::vector<base::SeatId>& parties() const { return parties_.seats(); }
  /// Whether this party is still to move in this phase.
  [[nodiscard]] bool awaits(base::SeatId seat) const { return !may_move(seat, phase_); }
  /// 0, 1, ..., deadline_rounds() - 1; after the end by deadline deadline_rounds().
  [[nodiscard]] std::uint32_t round() const { return round_; }
  [[nodiscard]] std::uint32_t deadline_rounds() const { return deadline_rounds_; }
  [[nodiscard]] std::uint32_t quota() const { return quota_; }
  /// The offers of this round by position of their makers; nothing where it is still to come.
  [[nodiscard]] const std::vector<std::optional<Outcome>>& offers() const { return offers_; }
  /// Votes for each of them so far, the makers' own included; meaningful in phase kVotes.
  [[nodiscard]] const std::vector<std::uint32_t>& votes() const { return votes_; }
  /// The agreed package; only when ending() is kAgreement.
  [[nodiscard]] std::optional<Outcome> agreement() const { return agreement_; }

  /// Whether two encounters are in the same state in every respect.
  friend bool operator==(const MultipleOffers& a, const MultipleOffers& b) {
    return a.agenda_size_ == b.agenda_size_ && a.parties_ == b.parties_ &&
           a.deadline_rounds_ == b.deadline_rounds_ && a.quota_ == b.quota_ &&
           a.round_ == b.round_ && a.phase_ == b.phase_ && a.offers_ == b.offers_ &&
           a.votes_ == b.votes_ && a.ending_ == b.ending_ && a.agreement_ == b.agreement_;
  }

 private:
  [[nodiscard]] Verdict may_move(base::SeatId seat, Phase phase) const;
  void begin_phase(Phase phase);
  void count();

  std::uint64_t agenda_size_;
  PartyList parties_;
  std::uint32_t deadline_rounds_;
  std::uint32_t quota_;
  std::uint32_t round_ = 0;
  Phase phase_ = Phase::kOffers;
  std::vector<std::optional<Outcome>> offers_;
  std::vector<std::uint32_t> votes_;
  Ending ending_ = Ending::kOpen;
  std::optional<Outcome> agreement_;
};

}  // namespace monazite::encounter
