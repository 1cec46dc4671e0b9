#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include <protocol/base/draws.hpp>
#include <protocol/encounter/alternating_offers.hpp>
#include <protocol/encounter/party_list.hpp>

namespace monazite::encounter {

/// Monotonic concession (Rosenschein and Zlotkin 1994 for two parties, Endriss 2006 for more). All
/// propose at the same time, round after round, and each either sticks to its proposal or concedes.
/// A round has two phases:
///
///   kProposals   every party proposes a package: in the first round any; later its last one again,
///                which is to stick, or another one, which is to concede. When nobody concedes the
///                encounter ends in kConflict.
///   kVotes       every party says which of the others' proposals are at least as good to it as its
///                own (its own, and any equal package, it would have unasked)
///
/// A proposal that all would have is the agreement; of several one is drawn evenly (Rosenschein and
/// Zlotkin toss a coin). After `deadline_rounds` rounds the encounter ends; the published rule has
/// no deadline and needs none.
///
/// What a concession is, this rule cannot see: it knows no preferences, so a party that votes
/// against its interest or calls a harder demand a concession is not found out by it. It checks
/// what can be checked without: a package that a party has given up does not come back, since a
/// concession to the others would then have been taken back. Whoever knows the preferences can give
/// a `Judge`, and then what the judge does not take for a concession is refused too. The published
/// demand on two parties is that the other be strictly better off; Endriss discusses several for
/// more.
///
/// A move is refused for the first of these that holds: NOT_A_PARTY, AFTER_THE_END, OUT_OF_TURN
/// (moved already in this phase, or the other phase is on), and then for a proposal OUTSIDE_AGENDA,
/// NOT_A_CONCESSION; for a ballot as in MultipleOffers. Refused moves change nothing. A party may
/// walk away when it is to move.
class MonotonicConcession {
 public:
  enum class Phase { kProposals, kVotes };
  /// Whether proposing `after` instead of `before`, another package, is a concession of this seat.
  using Judge = std::function<bool(base::SeatId seat, Outcome before, Outcome after)>;

  /// `agenda_size`: number of outcomes, at least 1; two or more different seats; deadline_rounds
  /// >= 1; `draws` for the coin; no judge: see above.
  MonotonicConcession(std::uint64_t agenda_size, std::vector<base::SeatId> parties,
                      std::uint32_t deadline_rounds, base::Draws draws, Judge judge = nullptr);

  [[nodiscard]] Verdict propose(base::SeatId seat, Outcome outcome);
  /// `accepted`: proposals of others at least as good as the own one.
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
  /// The last proposal of each party by position; nothing before its first.
  [[nodiscard]] const std::vector<std::optional<Outcome>>& proposals() const { return proposals_; }
  /// The agreed package; only when ending() is kAgreement.
  [[nodiscard]] std::optional<Outcome> agreement() const { return agreement_; }

  /// Whether two encounters are in the same state in every respect but their judges and draws.
  friend bool operator==(const MonotonicConcession& a, const MonotonicConcession& b) {
    return a.agenda_size_ == b.agenda_size_ && a.parties_ == b.parties_ &&
           a.deadline_rounds_ == b.deadline_rounds_ && a.round_ == b.round_ &&
           a.phase_ == b.phase_ && a.conceded_ == b.conceded_ && a.proposals_ == b.proposals_ &&
           a.given_up_ == b.given_up_ && a.votes_ == b.votes_ && a.ending_ == b.ending_ &&
           a.agreement_ == b.agreement_;
  }

 private:
  [[nodiscard]] Verdict may_move(base::SeatId seat, Phase phase) const;
  void proposals_are_in();
  void count();

  std::uint64_t agenda_size_;
  PartyList parties_;
  std::uint32_t deadline_rounds_;
  base::Draws draws_;
  Judge judge_;
  std::uint32_t round_ = 0;
  Phase phase_ = Phase::kProposals;
  bool conceded_ = false;  ///< somebody has in this round
  std::vector<std::optional<Outcome>> proposals_;
  std::vector<std::vector<Outcome>> given_up_;  ///< by position, each ascending
  std::vector<std::uint32_t> votes_;
  Ending ending_ = Ending::kOpen;
  std::optional<Outcome> agreement_;
};

}  // namespace monazite::encounter
