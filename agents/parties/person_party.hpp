#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <agents/parties/party.hpp>
#include <agents/parties/setup.hpp>
#include <agents/parties/table_state.hpp>

namespace monazite::parties {

/// One decision of a person, in answer to one question.
struct PersonDecision {
  enum class Kind : std::uint8_t {
    kOffer,      ///< `outcome` is put on the table
    kAccept,     ///< the standing offer of the other side
    kWalkAway,   ///< the encounter ends without a deal
    kAgree,      ///< to an invitation: talks begin
    kDecline,    ///< to an invitation: they do not
    kActs,       ///< those of `acts`, and nothing more; none at all is doing nothing
    kStaff,      ///< the built-in party decides this one
    kStaffHere,  ///< and all that follows in this encounter
    kStaffOn     ///< and all that follows in the run
  };
  struct Lever {
    v1::Office office = v1::OFFICE_NONE;
    v1::Act act = v1::ACT_NONE;
  };
  Kind kind = Kind::kStaff;
  std::uint64_t outcome = 0;
  std::vector<Lever> acts;  ///< as the brief's options name them
  std::string statement;    ///< for the other side to read, at a table. At most 2,000 bytes
  std::string note;         ///< kept as the private reason. At most 2,000 bytes
};

/// Which questions go to the person; the built-in party answers all others.
struct PersonWants {
  bool consultation = true;
  bool supply = true;
  bool allocation = true;
  bool invitations = true;
  bool acts = false;
};

/// What passes between a person and the party that sits for it, owned by whoever starts the run; it
/// must outlive the party.
struct PersonLog {
  /// Decisions in the order of the questions they answer.
  std::vector<PersonDecision> decisions;
  /// Packages to be valued by the seat's mandate when the decisions are used up, instead of leaving
  /// the question at that. At most 10,000, all of them in the agenda.
  std::vector<std::uint64_t> ask;

  /// All that the seat was sent, and what it sent itself (id 0), in order, up to the question.
  std::vector<v1::Envelope> heard;
  /// The brief that no decision was left for; nothing when the run went to its end.
  std::optional<v1::Envelope> question;
  /// Answer to `ask`.
  std::optional<v1::Appraisal> appraisal;
  /// A decision that the rules refused (position in `decisions`); the run ended there.
  struct Refused {
    std::size_t decision = 0;
    v1::Refusal::Reason reason = v1::Refusal::REASON_UNSPECIFIED;
  };
  std::optional<Refused> refused;
  std::size_t used = 0;  ///< decisions that were asked for
  /// Set when the run may end: give it to engine::HistoryOptions::stop.
  std::atomic<bool> stop{false};
};

/// A person's seat: plays a list of decisions, one for each question that goes to the person, and
/// stops the run at the first question without one. So a game is (scenario, seed, decisions), and
/// to go on is to play it again with one decision more.
///
/// The built-in party inside is told everything, and answers what the person leaves to it; of a
/// move that the person makes it learns the values of the brief and the move, so that it can take
/// over at any time. From the question on, nothing is heard any more: that day goes on without the
/// seat's answer and has not happened yet for the person.
///
/// Packages that no brief values (an offer of the other side, an own one put together freely) are
/// appraised by the own mandate before the question or the offer, as the built-in party does.
/// Offers of firms go out after setup.manner.offer_gap_days, as theirs do.
class PersonParty final : public Party {
 public:
  PersonParty(const Chair& chair, const PartySetup& setup, std::unique_ptr<Party> staff,
              const PersonWants& wants, PersonLog& log);

  void receive(const v1::Envelope& message, Desk& desk) override;
  void adopt(const Manner& manner) override;

 private:
  class StaffDesk;
  enum class Waits { kNo, kForStanding, kForOwn, kForAnswer };
  struct Seat {  ///< at one table
    v1::Table table = v1::TABLE_UNSPECIFIED;
    TableState state;
  };

  [[nodiscard]] bool asks_person(const v1::Envelope& message) const;
  [[nodiscard]] bool wanted(v1::Table table) const;
  void take_in(const v1::Envelope& message);
  void present(Desk& desk);
  void stop_here();
  void decide(const PersonDecision& decision, Desk& desk);
  void move(const PersonDecision& decision, Desk& desk);
  void act(const PersonDecision& decision, Desk& desk);
  void reply(const PersonDecision& decision, Desk& desk);
  void leave_to_staff(Desk& desk);
  void request(const std::vector<std::uint64_t>& outcomes, Waits waits, Desk& desk);
  void send(v1::Envelope& envelope, Desk& desk, int delay_days = 0);
  [[nodiscard]] Seat* seat(std::uint64_t conversation);

  Chair chair_;
  PartySetup setup_;
  std::unique_ptr<Party> staff_;
  PersonWants wants_;
  PersonLog& log_;
  std::map<std::uint64_t, Seat> tables_;          ///< by conversation
  std::set<std::uint64_t> left_to_staff_;         ///< conversations
  std::map<std::uint64_t, std::size_t> decided_;  ///< last decision by conversation (0: acts)
  bool all_to_staff_ = false;
  bool stopped_ = false;
  Waits waits_ = Waits::kNo;
  v1::Envelope brief_;  ///< the question at hand
  base::SeatId asker_ = base::kRegistrar;
};

}  // namespace monazite::parties
