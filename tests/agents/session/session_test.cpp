#include <stdexcept>

#include <agents/session/negotiator_speaker.hpp>
#include <agents/session/session.hpp>
#include <tests/agents/session/split_domain.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::session;
using encounter::Ending;
using strategies::Answer;
using strategies::Turn;
using tests::Puppet;
using tests::stubborn;

namespace {

/// Seats puppets at a table with a domain that is theirs.
class Table {
 public:
  explicit Table(std::vector<Puppet*> puppets,
                 std::uint64_t budget = strategies::OwnPreferences::kNoLimit)
      : domain_(tests::split_domain(puppets.size())), tables_(preferences::tables_of(domain_)) {
    for (const auto& table : tables_) own_.emplace_back(*table, budget);
    for (std::uint32_t i = 0; i < puppets.size(); ++i) {
      strategies::Place place;
      place.own = &own_[i];
      place.position = i;
      place.parties = static_cast<std::uint32_t>(puppets.size());
      place.rounds = options.rounds;
      seated_.push_back(std::make_unique<NegotiatorSpeaker>(*puppets[i], place));
      speakers_.push_back(seated_.back().get());
    }
  }
  Course play() { return session::play(domain_.agenda, speakers_, options); }

  SessionOptions options{5, true, {}};

 private:
  preferences::Domain domain_;
  std::vector<std::unique_ptr<preferences::UtilityTable>> tables_;
  std::vector<strategies::OwnPreferences> own_;
  std::vector<std::unique_ptr<NegotiatorSpeaker>> seated_;
  std::vector<Speaker*> speakers_;
};

}  // namespace

TEST_CASE("two who never give way talk until the deadline") {
  Puppet a = stubborn(10), b = stubborn(0);
  Table table({&a, &b});
  const Course course = table.play();
  CHECK(course.ending == Ending::kDeadline);
  CHECK(course.round == 5);
  CHECK(course.offers.size() == 10);
  CHECK(course.offers_made == 10);
  CHECK_FALSE(course.agreement.has_value());
  CHECK(course.offers[3].round == 1);
  CHECK(course.offers[3].who == 1);
  CHECK(course.offers[3].outcome == 0);
  CHECK(b.heard.size() == 5);
}

TEST_CASE("an accepted offer is the agreement") {
  Puppet a = stubborn(6);
  Puppet b([](const Turn& turn,
              agenda::Outcome) { return turn.round < 2 ? Answer::kReject : Answer::kAccept; },
           [](auto&&...) { return agenda::Outcome{1}; });
  Table table({&a, &b});
  const Course course = table.play();
  CHECK(course.ending == Ending::kAgreement);
  CHECK(course.agreement == agenda::Outcome{6});
  CHECK(course.round == 2);
  CHECK(course.offers.size() == 5);
}

TEST_CASE("relative time is counted as in NegMAS and Genius, the same for both turns of a round") {
  std::vector<double> times;
  Puppet a = stubborn(10);
  Puppet b(
      [&](const Turn& turn, agenda::Outcome) {
        times.push_back(turn.time);
        return Answer::kReject;
      },
      [](auto&&...) { return agenda::Outcome{1}; });
  Table table({&a, &b});
  (void)table.play();
  REQUIRE(times.size() == 5);
  CHECK(times.front() == 1.0 / 6);
  CHECK(times.back() == 5.0 / 6);
}

TEST_CASE("who proposes nothing walks away") {
  Puppet a = stubborn(10);
  Puppet b([](auto&&...) { return Answer::kReject; },
           [](auto&&...) { return std::optional<agenda::Outcome>(); });
  Table table({&a, &b});
  const Course course = table.play();
  CHECK(course.ending == Ending::kWalkAway);
  CHECK_FALSE(course.forfeit.has_value());
  CHECK(course.offers.size() == 1);
}

TEST_CASE("a strategy that throws forfeits, and the reason is kept") {
  Puppet a = stubborn(10);
  Puppet b([](auto&&...) -> Answer { throw std::runtime_error("no idea"); },
           [](auto&&...) { return agenda::Outcome{1}; });
  Table table({&a, &b});
  const Course course = table.play();
  CHECK(course.ending == Ending::kWalkAway);
  REQUIRE(course.forfeit.has_value());
  CHECK(course.forfeit->who == 1);
  CHECK(course.forfeit->why == "no idea");
}

TEST_CASE("a strategy that throws when it sits down forfeits too") {
  class Clumsy final : public strategies::Negotiator {
   public:
    void begin(const strategies::Place&) override {
      throw std::runtime_error("fell off the chair");
    }
    Answer respond(const Turn&, agenda::Outcome) override { return Answer::kReject; }
    std::optional<agenda::Outcome> propose(const Turn&) override { return 0; }
  };
  const auto domain = tests::split_domain();
  const auto tables = preferences::tables_of(domain);
  Clumsy clumsy;
  Puppet other = stubborn(0);
  std::vector<strategies::OwnPreferences> own;
  for (const auto& table : tables) own.emplace_back(*table);
  strategies::Place place;
  place.own = &own[0];
  NegotiatorSpeaker first(clumsy, place);
  place.own = &own[1];
  NegotiatorSpeaker second(other, place);
  std::vector<Speaker*> speakers{&first, &second};
  const Course course = play(domain.agenda, speakers, {});
  REQUIRE(course.forfeit.has_value());
  CHECK(course.forfeit->who == 0);
  CHECK(course.forfeit->why == "fell off the chair");
  CHECK(course.offers.empty());
}

TEST_CASE("a package that does not exist is a forfeit") {
  Puppet a = stubborn(11), b = stubborn(0);
  Table table({&a, &b});
  const Course course = table.play();
  REQUIRE(course.forfeit.has_value());
  CHECK(course.forfeit->who == 0);
  CHECK(course.forfeit->why == "offered a package that is not on the agenda");
  CHECK(course.offers.empty());
}

TEST_CASE("a strategy that searches without end is stopped by its budget") {
  Puppet a = stubborn(10);
  Puppet b([](auto&&...) { return Answer::kReject; },
           [&](auto&&...) -> agenda::Outcome {
             for (agenda::Outcome x = 0;; x = (x + 1) % 11) {
               if (b.place().own->value(x) > 100) return x;
             }
           });
  Table table({&a, &b}, 1000);
  const Course course = table.play();
  REQUIRE(course.forfeit.has_value());
  CHECK(course.forfeit->why == "asked for more evaluations than it was given");
}

TEST_CASE("with three parties an offer needs all others") {
  int asked = 0;
  Puppet a = stubborn(5);
  Puppet yes([](auto&&...) { return Answer::kAccept; },
             [](auto&&...) { return agenda::Outcome{1}; });
  Puppet later([&](auto&&...) { return ++asked < 3 ? Answer::kReject : Answer::kAccept; },
               [](auto&&...) { return agenda::Outcome{2}; });
  Table table({&a, &yes, &later});
  const Course course = table.play();
  CHECK(course.ending == Ending::kAgreement);
  CHECK(course.agreement == agenda::Outcome{5});
  CHECK(course.round == 2);
}

TEST_CASE("the listener hears reasons, the other party does not") {
  class Ear final : public Speaker {
   public:
    void receive(const v1::Envelope& message, const Turn&) override {
      if (message.has_offer() && message.offer().has_reason()) heard_reason = true;
      if (message.has_offer()) ++offers;
    }
    void move(const Turn&, bool, v1::Envelope& answer) override {
      answer.mutable_offer()->set_outcome(0);
    }
    bool heard_reason = false;
    int offers = 0;
  };
  const auto domain = tests::split_domain();
  const auto tables = preferences::tables_of(domain);
  const strategies::OwnPreferences own(*tables[0]);
  Puppet a = stubborn(10);
  strategies::Place place;
  place.own = &own;
  NegotiatorSpeaker first(a, place);
  Ear second;
  std::vector<Speaker*> speakers{&first, &second};
  SessionOptions options{3, false, {}};
  std::vector<v1::Envelope> heard;
  options.listener = [&](const v1::Envelope& envelope) { heard.push_back(envelope); };
  const Course course = play(domain.agenda, speakers, options);
  CHECK(course.offers.empty());
  CHECK(course.offers_made == 6);
  CHECK_FALSE(second.heard_reason);
  CHECK(second.offers == 3);
  // An opening to each, six offers, a closing to each.
  REQUIRE(heard.size() == 10);
  for (std::size_t i = 0; i < heard.size(); ++i) CHECK(heard[i].id() == i + 1);
  CHECK(heard[0].opening().agenda().issues_size() == 1);
  CHECK(heard[2].offer().reason().code() == v1::REASON_CODE_OPENING_BID);
  CHECK(heard[2].offer().reason().a() == 10);
  CHECK(heard[4].offer().reason().code() == v1::REASON_CODE_HELD_FIRM);
  CHECK(heard[4].in_reply_to() == heard[3].id());
  CHECK(heard.back().closing().how() == v1::Closing::HOW_DEADLINE);
}
