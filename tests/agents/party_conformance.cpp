#include <map>
#include <optional>
#include <set>
#include <vector>

#include <protocol/bus/visibility.hpp>
#include <protocol/encounter/alternating_offers.hpp>
#include <tests/agents/party_conformance.hpp>
#include <tests/agents/test_desk.hpp>

namespace monazite::tests {
namespace {

constexpr base::Purpose kDice{"test.conformance"};

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : draws_(seed) {}
  double uniform() { return draws_.uniform(kDice, base::Day{0}, 0, ordinal_++); }
  double between(double low, double high) { return low + uniform() * (high - low); }
  std::uint64_t below(std::uint64_t count) {
    return draws_.below(count, kDice, base::Day{0}, 0, ordinal_++);
  }
  bool chance(double probability) { return uniform() < probability; }

 private:
  base::Draws draws_;
  std::uint32_t ordinal_ = 0;
};

/// The party under test and its twin; whatever one says, the other has to say.
class Pair {
 public:
  Pair(const parties::Chair& chair, const parties::PartySetup& setup, const PartyMaker& make)
      : seat_(chair.seat),
        party_(make(chair, setup)),
        twin_(make(chair, setup)),
        desk_(chair.seat),
        twin_desk_(chair.seat) {}

  std::vector<v1::Envelope> tell(const v1::Envelope& message) {
    party_->receive(message, desk_);
    twin_->receive(message, twin_desk_);
    const auto sent = desk_.take();
    const auto twin_sent = twin_desk_.take();
    REQUIRE(sent.size() == twin_sent.size());
    std::vector<v1::Envelope> envelopes;
    for (std::size_t i = 0; i < sent.size(); ++i) {
      REQUIRE(sent[i].envelope.SerializeAsString() == twin_sent[i].envelope.SerializeAsString());
      REQUIRE(sent[i].delay_days == twin_sent[i].delay_days);
      REQUIRE(sent[i].envelope.from() == seat_);
      envelopes.push_back(sent[i].envelope);
    }
    return envelopes;
  }

  v1::Envelope message(base::SeatId from, std::uint64_t conversation = 0) {
    v1::Envelope envelope;
    envelope.set_id(++last_id_);
    envelope.set_from(from);
    envelope.set_to(seat_);
    envelope.set_conversation(conversation);
    return envelope;
  }

 private:
  base::SeatId seat_;
  std::unique_ptr<parties::Party> party_;
  std::unique_ptr<parties::Party> twin_;
  TestDesk desk_;
  TestDesk twin_desk_;
  std::uint64_t last_id_ = 0;
};

/// One random encounter with a random other party and a random home.
class RandomTable {
 public:
  RandomTable(Dice& dice, Pair& pair, base::SeatId seat, std::uint64_t conversation,
              Judgement judgement)
      : dice_(dice),
        pair_(pair),
        seat_(seat),
        other_(seat + 1),
        conversation_(conversation),
        judgement_(judgement) {
    v1::Envelope envelope = pair_.message(base::kRegistrar, conversation_);
    v1::Opening& opening = *envelope.mutable_opening();
    const std::uint64_t issues = 1 + dice_.below(4);
    for (std::uint64_t i = 0; i < issues; ++i) {
      const std::uint64_t levels = 2 + dice_.below(4);
      v1::Issue& issue = *opening.mutable_agenda()->add_issues();
      for (std::uint64_t level = 0; level < levels; ++level) {
        issue.add_values(static_cast<double>(level));
      }
      size_ *= levels;
    }
    const bool first = dice_.chance(0.5);
    opening.add_parties(first ? seat_ : other_);
    opening.add_parties(first ? other_ : seat_);
    opening.set_deadline_rounds(static_cast<std::uint32_t>(1 + dice_.below(12)));
    referee_.emplace(size_, opening.parties(0), opening.parties(1), opening.deadline_rounds());
    for (std::uint64_t outcome = 0; outcome < size_ && outcome < 60; ++outcome) {
      if (dice_.chance(0.6)) sample_.push_back(outcome);
    }
    if (sample_.empty()) sample_.push_back(0);
    opening.mutable_sample()->Add(sample_.begin(), sample_.end());
    redraw();
    REQUIRE(pair_.tell(envelope).empty());
  }

  void play() {
    for (int step = 0; step < 80 && referee_->ending() == encounter::Ending::kOpen; ++step) {
      if (referee_->to_move() == seat_) {
        ask_for_move();
      } else {
        other_moves();
      }
      if (referee_->ending() == encounter::Ending::kAgreement && dice_.chance(0.7)) {
        v1::Envelope no = pair_.message(base::kRegistrar, conversation_);
        no.mutable_clearance()->set_outcome(*referee_->agreement());
        no.mutable_clearance()->set_given(false);
        referee_->bar(*referee_->agreement());
        REQUIRE(pair_.tell(no).empty());
      }
    }
    v1::Envelope closing = pair_.message(base::kRegistrar, conversation_);
    closing.mutable_closing()->set_how(v1::Closing::HOW_DEADLINE);
    REQUIRE(pair_.tell(closing).empty());
  }

 private:
  struct Told {
    float value = 0;
    bool clearable = true;
  };

  /// New values, as after a month.
  void redraw() {
    truth_.clear();
    for (std::uint64_t outcome = 0; outcome < size_; ++outcome) {
      truth_.push_back({static_cast<float>(dice_.between(-20, 60)), dice_.chance(0.8)});
    }
    reservation_ = dice_.between(-30, 70);
  }

  void add(v1::Brief& brief, std::uint64_t outcome) {
    brief.add_value_musd(truth_[outcome].value);
    brief.add_believed_other_musd(static_cast<float>(dice_.between(-20, 60)));
    brief.mutable_clearable()->push_back(truth_[outcome].clearable ? '\1' : '\0');
    told_[outcome] = truth_[outcome];
  }

  v1::Envelope brief(v1::Brief::Purpose purpose) {
    v1::Envelope envelope = pair_.message(base::kRegistrar, conversation_);
    v1::Brief& brief = *envelope.mutable_brief();
    brief.set_purpose(purpose);
    brief.set_urgency(dice_.uniform());
    std::vector<std::uint64_t> ideas;
    const auto standing = referee_->standing_offer();
    const bool whole = told_.empty() || purpose == v1::Brief::PURPOSE_MEETING || dice_.chance(0.3);
    if (whole) {
      if (dice_.chance(0.5)) redraw();
      told_.clear();
      for (const std::uint64_t outcome : sample_) add(brief, outcome);
      for (std::uint64_t n = dice_.below(3); n > 0; --n) ideas.push_back(dice_.below(size_));
    }
    if (standing && told_.count(*standing) == 0 && dice_.chance(0.5)) ideas.push_back(*standing);
    for (const std::uint64_t outcome : ideas) {
      add(brief, outcome);
      brief.add_ideas(outcome);
    }
    brief.set_only_additions(!whole);
    brief.set_reservation_musd(reservation_);
    for (std::uint64_t outcome = 0; outcome < size_; ++outcome) {
      if (referee_->barred(outcome) && dice_.chance(0.8)) brief.add_barred(outcome);
    }
    return envelope;
  }

  void ask_for_move() {
    if (dice_.chance(0.2)) {
      REQUIRE(pair_.tell(brief(v1::Brief::PURPOSE_MEETING)).empty());
    }
    const v1::Envelope question = brief(v1::Brief::PURPOSE_YOUR_MOVE);
    auto answers = pair_.tell(question);
    for (int n = 0; n < 2 && answers.size() == 1 && answers[0].has_appraisal_request(); ++n) {
      answers = appraise(question, answers[0]);
    }
    REQUIRE(answers.size() == 1);
    const v1::Envelope& move = answers.front();
    REQUIRE(move.in_reply_to() == question.id());
    REQUIRE(move.conversation() == conversation_);
    REQUIRE(move.to() == other_);
    judge(move);
  }

  std::vector<v1::Envelope> appraise(const v1::Envelope& question, const v1::Envelope& request) {
    REQUIRE(request.to() == base::kRegistrar);
    REQUIRE(request.in_reply_to() == question.id());
    v1::Envelope answer = pair_.message(base::kRegistrar, conversation_);
    answer.set_in_reply_to(question.id());
    for (const std::uint64_t outcome : request.appraisal_request().outcomes()) {
      REQUIRE(outcome < size_);
      answer.mutable_appraisal()->add_outcomes()->set_material(
          static_cast<double>(truth_[outcome].value));
    }
    return pair_.tell(answer);
  }

  void judge(const v1::Envelope& move) {
    const bool rational = judgement_ == Judgement::kRational;
    if (move.has_offer()) {
      const std::uint64_t outcome = move.offer().outcome();
      REQUIRE(told_.count(outcome) == 1);
      REQUIRE_FALSE(referee_->barred(outcome));
      REQUIRE(told_[outcome].clearable);
      if (rational) {
        CHECK(static_cast<double>(told_[outcome].value) >= reservation_);
        CHECK(move.offer().reason().code() != v1::REASON_CODE_UNSPECIFIED);
      }
      REQUIRE(referee_->offer(seat_, outcome) == std::nullopt);
    } else if (move.has_acceptance()) {
      const std::uint64_t outcome = move.acceptance().outcome();
      if (told_.count(outcome) == 1) CHECK(told_[outcome].clearable);
      if (rational) {
        CHECK(static_cast<double>(truth_[outcome].value) >= reservation_);
        CHECK(move.acceptance().reason().code() != v1::REASON_CODE_UNSPECIFIED);
      }
      REQUIRE(referee_->accept(seat_, outcome) == std::nullopt);
    } else {
      REQUIRE(move.has_walk_away());
      if (rational) {
        for (const auto& [outcome, package] : told_) {
          const bool good = package.clearable && !referee_->barred(outcome) &&
                            static_cast<double>(package.value) >= reservation_;
          CHECK_FALSE(good);
        }
      }
      REQUIRE(referee_->walk_away(seat_) == std::nullopt);
    }
  }

  void other_moves() {
    const auto standing = referee_->standing_offer();
    if (standing && dice_.chance(0.15)) {
      v1::Envelope envelope = pair_.message(other_, conversation_);
      envelope.mutable_acceptance()->set_outcome(*standing);
      REQUIRE(referee_->accept(other_, *standing) == std::nullopt);
      REQUIRE(pair_.tell(envelope).empty());
      return;
    }
    const std::uint64_t outcome = dice_.below(size_);
    if (dice_.chance(0.03) || referee_->offer(other_, outcome) != std::nullopt) {
      REQUIRE(referee_->walk_away(other_) == std::nullopt);
      return;
    }
    v1::Envelope envelope = pair_.message(other_, conversation_);
    envelope.mutable_offer()->set_outcome(outcome);
    REQUIRE(pair_.tell(envelope).empty());
  }

  Dice& dice_;
  Pair& pair_;
  base::SeatId seat_;
  base::SeatId other_;
  std::uint64_t conversation_;
  Judgement judgement_;
  std::uint64_t size_ = 1;
  std::optional<encounter::AlternatingOffers> referee_;
  std::vector<std::uint64_t> sample_;
  std::vector<Told> truth_;
  std::map<std::uint64_t, Told> told_;
  double reservation_ = 0;
};

/// What a message does, as an office's act; nothing if it is no act.
std::optional<std::pair<v1::Office, std::set<v1::Act>>> act_of(const v1::Envelope& envelope) {
  using Acts = std::set<v1::Act>;
  if (envelope.has_directive()) {
    return std::pair{envelope.directive().office(), Acts{envelope.directive().act()}};
  }
  if (envelope.has_policy_announcement()) {
    return std::pair{envelope.policy_announcement().office(),
                     Acts{envelope.policy_announcement().act()}};
  }
  if (envelope.has_consultation_request()) {
    return std::pair{envelope.consultation_request().office(),
                     Acts{v1::ACT_ASK_CONSULTATION, v1::ACT_ASK_RENEGOTIATION}};
  }
  if (envelope.has_press_report()) {
    return std::pair{envelope.press_report().office(), Acts{v1::ACT_LEAK}};
  }
  if (envelope.has_stock_release()) {
    return std::pair{envelope.stock_release().office(), Acts{v1::ACT_RELEASE_STOCK}};
  }
  return std::nullopt;
}

v1::Envelope random_acts(Dice& dice, Pair& pair, v1::Brief::Purpose purpose) {
  v1::Envelope envelope = pair.message(base::kRegistrar);
  envelope.mutable_brief()->set_purpose(purpose);
  for (std::uint64_t n = dice.below(12); n > 0; --n) {
    v1::ActOption& option = *envelope.mutable_brief()->add_acts();
    option.set_act(static_cast<v1::Act>(dice.below(15)));
    option.set_office(static_cast<v1::Office>(dice.below(5)));
    option.set_value_musd(dice.between(-5, 5));
    option.set_on_the_desk(dice.chance(0.6));
    option.set_amount(option.act() == v1::ACT_RELEASE_STOCK ? dice.between(1, 50) : 0);
  }
  return envelope;
}

void ask_for_acts(Dice& dice, Pair& pair) {
  const v1::Envelope question = random_acts(dice, pair, v1::Brief::PURPOSE_ACTS);
  const auto answers = pair.tell(question);
  REQUIRE_FALSE(answers.empty());
  std::set<v1::Office> offices;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    REQUIRE(answers[i].in_reply_to() == question.id());
    REQUIRE(answers[i].has_no_act() == (i + 1 == answers.size()));
    if (answers[i].has_no_act()) continue;
    const auto act = act_of(answers[i]);
    REQUIRE(act.has_value());
    const v1::Reason* const why = bus::reason_of(answers[i]);
    REQUIRE(why != nullptr);
    CHECK(why->code() == v1::REASON_CODE_ACT_CHOSEN);
    CHECK((why->b() >= 0 && why->b() <= 1));
    CHECK(why->office() == act->first);
    CHECK(offices.insert(act->first).second);
    bool on_the_desk = false;
    for (const v1::ActOption& option : question.brief().acts()) {
      on_the_desk = on_the_desk || (option.on_the_desk() && option.office() == act->first &&
                                    act->second.count(option.act()) == 1);
    }
    CHECK(on_the_desk);
  }
}

void invite(Dice& dice, Pair& pair, base::SeatId asker) {
  v1::Envelope request = pair.message(asker);
  request.mutable_consultation_request();
  REQUIRE(pair.tell(request).empty());
  const v1::Envelope question = random_acts(dice, pair, v1::Brief::PURPOSE_INVITATION);
  const auto answers = pair.tell(question);
  REQUIRE(answers.size() == 1);
  REQUIRE(answers[0].has_consultation_reply());
  CHECK(answers[0].in_reply_to() == question.id());
  CHECK(answers[0].to() == asker);
}

void tell_of_the_world(Pair& pair) {
  std::vector<v1::Envelope> news(7, pair.message(base::kRegistrar));
  news[0].mutable_observation();
  news[1].mutable_press_report();
  news[2].mutable_policy_announcement();
  news[3].mutable_clause_status();
  news[4].mutable_agreement();
  news[5].mutable_statement();
  news[6].mutable_shipment();
  for (v1::Envelope& envelope : news) {
    envelope.set_id(pair.message(base::kRegistrar).id());
    REQUIRE(pair.tell(envelope).empty());
  }
}

}  // namespace

void check_party_conformance(base::SeatId seat, const parties::PartySetup& setup,
                             const PartyMaker& make, Judgement judgement, std::uint32_t histories) {
  for (std::uint32_t history = 0; history < histories; ++history) {
    INFO("history " << history);
    Dice dice(history);
    Pair pair({seat, "seat", base::Draws(history)}, setup, make);
    for (std::uint64_t n = 0; n < 4; ++n) {
      ask_for_acts(dice, pair);
      tell_of_the_world(pair);
      invite(dice, pair, seat + 1);
      RandomTable(dice, pair, seat, n + 1, judgement).play();
    }
  }
}

}  // namespace monazite::tests
