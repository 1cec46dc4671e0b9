#include <agents/session/negotiation.hpp>
#include <tests/agents/session/split_domain.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::session;
using preferences::Discount;
using strategies::Answer;

namespace {

using Negotiators = std::vector<std::unique_ptr<strategies::Negotiator>>;

/// The first offers six slices; the second agrees in round `agrees`.
Negotiators patient(std::uint32_t agrees) {
  Negotiators out;
  out.push_back(std::make_unique<tests::Puppet>(tests::stubborn(6)));
  out.push_back(std::make_unique<tests::Puppet>(
      [agrees](const strategies::Turn& turn, agenda::Outcome) {
        return turn.round < agrees ? Answer::kReject : Answer::kAccept;
      },
      [](auto&&...) { return agenda::Outcome{0}; }));
  return out;
}

Negotiated hold(const preferences::Domain& domain, const Negotiators& negotiators,
                const NegotiationOptions& options) {
  const auto tables = preferences::tables_of(domain);
  std::vector<Participant> participants;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    participants.push_back({tables[i].get(), negotiators[i].get()});
  }
  return negotiate(participants, options);
}

Negotiated play_split(const preferences::Domain& domain, std::uint32_t agrees) {
  NegotiationOptions options;
  options.rounds = 9;
  return hold(domain, patient(agrees), options);
}

}  // namespace

TEST_CASE("an agreement is worth its utility to each party") {
  auto domain = tests::split_domain();
  const Negotiated done = play_split(domain, 2);
  CHECK(done.course.agreement == agenda::Outcome{6});
  CHECK(done.utilities == std::vector<double>{6, 4});
}

TEST_CASE("without a deal each has its reservation value") {
  auto domain = tests::split_domain();
  domain.profiles[0].reservation = 3;
  domain.profiles[1].reservation = -std::numeric_limits<double>::infinity();
  domain.profiles[1].discount = {Discount::Kind::kPerRound, 0.9};
  const Negotiated done = play_split(domain, 99);
  CHECK(done.course.ending == encounter::Ending::kDeadline);
  CHECK(done.utilities[0] == 3);
  CHECK(done.utilities[1] == -std::numeric_limits<double>::infinity());
}

TEST_CASE("a late agreement is worth less, by each party's own discount") {
  auto domain = tests::split_domain();
  domain.profiles[0].discount = {Discount::Kind::kPerTime, 0.5};
  domain.profiles[1].discount = {Discount::Kind::kPerRound, 0.5};
  const Negotiated done = play_split(domain, 4);  // at time 5/10
  CHECK(done.utilities[0] == Approx(6 * std::sqrt(0.5)));
  CHECK(done.utilities[1] == Approx(4.0 / 16));
}

TEST_CASE("no deal is discounted as at the end, unless it is kept from it") {
  auto domain = tests::split_domain();
  for (auto& profile : domain.profiles) {
    profile.reservation = 2;
    profile.discount = {Discount::Kind::kPerTime, 0.5};
  }
  domain.profiles[1].discount.reservation = false;
  const Negotiated done = play_split(domain, 99);
  CHECK(done.utilities == std::vector<double>{1, 2});
}

TEST_CASE("each party is told its place and draws of its own") {
  const auto domain = tests::split_domain(3);
  Negotiators negotiators;
  std::vector<tests::Puppet*> puppets;
  for (int i = 0; i < 3; ++i) {
    auto puppet = std::make_unique<tests::Puppet>(tests::stubborn(5));
    puppets.push_back(puppet.get());
    negotiators.push_back(std::move(puppet));
  }
  NegotiationOptions options;
  options.rounds = 3;
  options.seed = 77;
  options.run = 5;
  (void)hold(domain, negotiators, options);
  for (std::uint32_t i = 0; i < 3; ++i) {
    CHECK(puppets[i]->place().position == i);
    CHECK(puppets[i]->place().parties == 3);
    CHECK(puppets[i]->place().rounds == 3);
    CHECK(puppets[i]->place().draws.seed() == 77);
    CHECK(puppets[i]->place().draws.run() == 5);
  }
}
