#include <memory>
#include <stdexcept>

#include <agents/session/registrar.hpp>
#include <agents/session/seats.hpp>
#include <tests/agents/session/split_domain.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using encounter::Ending;
using encounter::Verdict;
using session::Ask;
using session::Registrar;
using session::RoundSpeaker;
using session::SessionOptions;
using strategies::Turn;

namespace {

/// Offers its own position and keeps what it hears.
class Echo final : public RoundSpeaker {
 public:
  explicit Echo(std::uint32_t position) : position_(position) {}
  void receive(const v1::Envelope& message, const Turn&) override { heard.push_back(message); }
  void answer_to(Ask, const Turn&, bool with_reason, v1::Envelope& answer) override {
    asked_after = heard.size();
    if (breaks) throw std::runtime_error("broke down");
    answer.mutable_offer()->set_outcome(position_);
    if (with_reason) answer.mutable_offer()->mutable_reason()->set_a(0.25);
  }
  std::vector<v1::Envelope> heard;
  std::size_t asked_after = 0;
  bool breaks = false;

 private:
  std::uint32_t position_;
};

struct Office {
  Office() {
    for (std::uint32_t i = 0; i < 3; ++i) {
      echoes.push_back(std::make_unique<Echo>(i));
      round_speakers.push_back(echoes.back().get());
      speakers.push_back(echoes.back().get());
    }
  }
  preferences::Domain domain = tests::split_domain(3);
  std::vector<std::unique_ptr<Echo>> echoes;
  std::vector<RoundSpeaker*> round_speakers;
  std::vector<session::Speaker*> speakers;
  SessionOptions options;
};

}  // namespace

TEST_CASE("a registrar numbers all messages and hands over all but private reasons") {
  Office office;
  std::vector<v1::Envelope> recorded;
  office.options.listener = [&](const v1::Envelope& message) { recorded.push_back(message); };
  Registrar registrar(office.domain.agenda, office.speakers, office.options);
  registrar.open(v1::RULE_MULTIPLE_OFFERS, 3);
  CHECK(registrar.all_move(office.round_speakers, Ask::kOffer, registrar.turn(7),
                           [](std::uint32_t, const v1::Envelope&) -> Verdict { return {}; }));
  (void)registrar.close(Ending::kConflict, std::nullopt, 7);
  REQUIRE(recorded.size() == 3 + 3 * 2 + 3);
  for (std::size_t i = 0; i < recorded.size(); ++i) {
    CHECK(recorded[i].id() == i + 1);
    CHECK(recorded[i].conversation() == 1);
  }
  CHECK(recorded[0].opening().rule() == v1::RULE_MULTIPLE_OFFERS);
  CHECK(recorded[0].opening().quota() == 3);
  CHECK(recorded[3].from() == session::seat_of(0));
  CHECK(recorded[3].to() == session::seat_of(1));
  CHECK(recorded[3].day() == 7);
  CHECK(recorded[3].offer().reason().a() == 0.25);
  CHECK(recorded.back().closing().how() == v1::Closing::HOW_CONFLICT);
  for (const auto& echo : office.echoes) {
    REQUIRE(echo->heard.size() == 4);
    CHECK(echo->asked_after == 1);  // the Opening: nobody hears an offer before all are made
    CHECK_FALSE(echo->heard[1].offer().has_reason());
    CHECK_FALSE(echo->heard[2].offer().has_reason());
  }
}

TEST_CASE("without a listener nobody is asked for reasons or told of the end") {
  Office office;
  Registrar registrar(office.domain.agenda, office.speakers, office.options);
  registrar.open(v1::RULE_MULTIPLE_OFFERS, 3);
  CHECK(registrar.all_move(office.round_speakers, Ask::kOffer, registrar.turn(0),
                           [](std::uint32_t, const v1::Envelope& said) -> Verdict {
                             CHECK_FALSE(said.offer().has_reason());
                             return {};
                           }));
  (void)registrar.close(Ending::kDeadline, std::nullopt, 1);
  CHECK(office.echoes[0]->heard.size() == 3);
}

TEST_CASE("who breaks down or the rules has forfeited, and nobody hears the rest") {
  Office office;
  Registrar registrar(office.domain.agenda, office.speakers, office.options);
  registrar.open(v1::RULE_MULTIPLE_OFFERS, 3);
  office.echoes[2]->breaks = true;
  CHECK_FALSE(registrar.all_move(office.round_speakers, Ask::kOffer, registrar.turn(0),
                                 [](std::uint32_t, const v1::Envelope&) -> Verdict { return {}; }));
  CHECK(registrar.forfeited());
  CHECK(office.echoes[0]->heard.size() == 1);
  CHECK_FALSE(registrar.all_move(office.round_speakers, Ask::kOffer, registrar.turn(0),
                                 [](std::uint32_t, const v1::Envelope&) -> Verdict {
                                   return v1::Refusal::REASON_OUTSIDE_AGENDA;
                                 }));
  const session::Course course = registrar.close(Ending::kWalkAway, std::nullopt, 0);
  REQUIRE(course.forfeit.has_value());
  CHECK(course.forfeit->who == 2);  // the first one counts
  CHECK(course.forfeit->why == "broke down");
}

TEST_CASE("rounds after the deadline count as the last") {
  Office office;
  office.options.rounds = 10;
  const Registrar registrar(office.domain.agenda, office.speakers, office.options);
  CHECK(registrar.turn(3).round == 3);
  CHECK(registrar.turn(3).time == 4.0 / 11);
  CHECK(registrar.turn(10).round == 9);
}
