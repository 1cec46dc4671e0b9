#include <algorithm>
#include <optional>

#include <viz/model/seat/what_became.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz::game {
namespace {

constexpr std::size_t kMostSentences = 2;

/// How much a sentence matters when not all can be said.
enum Weight : std::uint8_t { kAside, kAnswer, kHome, kEnd };

struct Told {
  Weight weight;
  std::string text;
};

class Teller {
 public:
  Teller(const Knowledge& knowledge, const scenarios::Scenario& scenario, bool by_staff)
      : knowledge_(knowledge), scenario_(scenario), by_staff_(by_staff) {}

  void hear(const v1::Envelope& message, std::size_t at) {
    const std::string day = base::to_long_string(base::Day{message.day()});
    const bool mine = message.from() == knowledge_.seat;
    if (message.has_offer()) {
      if (!mine) say(kAnswer, offer(message, at, day));
    } else if (message.has_acceptance()) {
      say(kAnswer,
          (mine ? by_staff_ ? "Your staff accepted their offer" : "You accepted their offer"
                : title(message.from()) + " accepted your offer") +
              (" on " + day));
    } else if (message.has_clearance()) {
      clearance(message.clearance());
    } else if (message.has_agreement()) {
      say(kEnd, "Both homes cleared the deal; it was signed on " + day);
    } else if (message.has_walk_away()) {
      if (!mine) say(kAnswer, title(message.from()) + " walked away from the table");
    } else if (message.has_closing()) {
      closing(message.closing().how(), day);
    } else if (message.has_consultation_reply()) {
      const bool yes = message.consultation_reply().accepted();
      const std::string who = !mine       ? title(message.from())
                              : by_staff_ ? "Your side"
                                          : std::string("You");
      say(kAnswer, who + (yes ? " agreed to talk on " : " declined to talk on ") + day);
    } else if (message.has_opening()) {
      say(kHome, "Talks have opened on " + day);
    }
  }

  [[nodiscard]] std::vector<Told>& told() { return told_; }

 private:
  void say(Weight weight, std::string text) { told_.push_back({weight, std::move(text) + "."}); }

  [[nodiscard]] std::string title(base::SeatId seat) const {
    const std::size_t at = seat - base::kFirstSeat;
    return seat >= base::kFirstSeat && at < scenario_.seats.size() ? scenario_.seats[at].title
                                                                   : "The other side";
  }

  /// Whether it is another one than the same party's offer before it.
  [[nodiscard]] std::string offer(const v1::Envelope& message, std::size_t at,
                                  const std::string& day) const {
    std::optional<agenda::Outcome> before;
    for (std::size_t i = 0; i < at; ++i) {
      const v1::Envelope& earlier = knowledge_.heard[i];
      if (earlier.has_offer() && earlier.from() == message.from() &&
          earlier.conversation() == message.conversation()) {
        before = earlier.offer().outcome();
      }
    }
    const std::string who = title(message.from());
    if (before && *before == message.offer().outcome()) {
      return who + " stood by its offer on " + day;
    }
    return who + (before ? " answered with a new offer on " : " made its first offer on ") + day;
  }

  void clearance(const v1::Clearance& answer) {
    const bool own = answer.side() == knowledge_.seat;
    const std::string home = own ? "Your own home" : "The home of " + title(answer.side());
    if (answer.given()) return say(kAside, home + " cleared the deal");
    const std::string who = answer.named() == v1::OFFICE_NONE ? "the side as a whole"
                                                              : lab::office_words(answer.named());
    say(kHome, home + " refused clearance, " + who + " is against it; the offer is off the table");
  }

  void closing(v1::Closing::How how, const std::string& day) {
    using C = v1::Closing;
    if (how == C::HOW_AGREEMENT) return;  // told by the agreement
    say(kEnd, std::string(how == C::HOW_WALK_AWAY   ? "The talks ended without a deal"
                          : how == C::HOW_SUSPENDED ? "The talks were put off"
                          : how == C::HOW_CONFLICT  ? "The talks ended: nobody conceded any more"
                                                    : "The talks ended: time ran out") +
                  " on " + day);
  }

  const Knowledge& knowledge_;
  const scenarios::Scenario& scenario_;
  bool by_staff_;
  std::vector<Told> told_;
};

/// The weightiest sentences, in the order in which they came; the latest of equal ones.
std::vector<std::string> weightiest(std::vector<Told> told) {
  while (told.size() > kMostSentences) {
    told.erase(std::min_element(told.begin(), told.end(),
                                [](const Told& a, const Told& b) { return a.weight < b.weight; }));
  }
  std::vector<std::string> sentences;
  sentences.reserve(told.size());
  for (Told& one : told) sentences.push_back(std::move(one.text));
  return sentences;
}

}  // namespace

std::vector<std::string> what_became(const Knowledge& knowledge, std::size_t since,
                                     const scenarios::Scenario& scenario,
                                     const Decision& decision) {
  const bool staff = decision.kind == Decision::Kind::kStaff ||
                     decision.kind == Decision::Kind::kStaffHere ||
                     decision.kind == Decision::Kind::kStaffOn;
  Teller teller(knowledge, scenario, staff);
  for (std::size_t i = since; i < knowledge.heard.size(); ++i) {
    teller.hear(knowledge.heard[i], i);
  }
  if (teller.told().empty() && knowledge.question) {
    const std::string day = base::to_long_string(base::Day{knowledge.question->day()});
    teller.told().push_back({kAside, "Nobody answered before " + day + "; you are asked again."});
  }
  return weightiest(std::move(teller.told()));
}

}  // namespace monazite::viz::game
