// Registers a strategy of one's own beside those of Monazite, has it negotiate with a conceder
// about a cake of ten slices, and prints the offers.
#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "half_way.hpp"
#include <agents/preferences/files/load.hpp>
#include <agents/session/negotiation.hpp>
#include <agents/strategies/accepting/next.hpp>
#include <agents/strategies/composed.hpp>
#include <agents/strategies/strategies.hpp>

using namespace monazite;

namespace {

/// Slice k of 0, ..., 10: worth k / 10 to the first party, 1 - k / 10 to the second.
preferences::Domain cake() {
  agenda::Issue issue;
  issue.name = "slices";
  preferences::Additive::Parts mine{0, {1}, {{}}};
  preferences::Additive::Parts theirs{0, {1}, {{}}};
  for (int k = 0; k <= 10; ++k) {
    issue.labels.push_back(std::to_string(k));
    issue.values.push_back(k);
    mine.values[0].push_back(k / 10.0);
    theirs.values[0].push_back(1 - k / 10.0);
  }
  preferences::Domain domain{"cake", agenda::Agenda::make("cake", {issue}).value(), {}};
  for (const auto* parts : {&mine, &theirs}) {
    preferences::Profile profile;
    profile.name = domain.profiles.empty() ? "mine" : "theirs";
    profile.utility = preferences::Additive::make(domain.agenda, *parts).value();
    profile.reservation = 0.05;
    domain.profiles.push_back(profile);
  }
  return domain;
}

}  // namespace

int main(int argc, char** argv) {
  strategies::Strategies known;
  strategies::register_strategies(known, preferences::Semantics::kNegmas);
  known.strategies.add(
      {"half_way",
       "takes a share of each step of the other side off its own demand",
       {{"share", 0.5, 0, 1, "of the other side's step"}},
       {},
       "this example"},
      [](const strategies::Settings& settings) {
        return std::unique_ptr<strategies::Negotiator>(std::make_unique<strategies::Composed>(
            std::make_unique<strategies::DemandBidding>(
                std::make_unique<HalfWay>(settings.number(0)),
                strategies::DemandBidding::Pick::kNearest),
            std::make_unique<strategies::NextAcceptance>()));
      });

  preferences::Domain domain = cake();
  if (argc > 3) {
    auto loaded = preferences::load_domain({argv[3]});
    if (!loaded) {
      std::fprintf(stderr, "%s\n", loaded.error().message.c_str());
      return 2;
    }
    domain = std::move(loaded->domain);
  }
  const auto tables = preferences::tables_of(domain);
  const auto first = known.strategies.make(argc > 1 ? argv[1] : "half_way");
  const auto second = known.strategies.make(argc > 2 ? argv[2] : "conceder");
  for (const auto* made : {&first, &second}) {
    if (made->has_value()) continue;
    std::fprintf(stderr, "%s\n", made->error().message.c_str());
    return 2;
  }
  session::NegotiationOptions options;
  options.rounds = 20;
  const session::Participant seats[] = {{tables[0].get(), first->get()},
                                        {tables[1].get(), second->get()}};
  const session::Negotiated negotiated = session::negotiate(seats, options);
  for (const session::Move& move : negotiated.course.offers) {
    std::printf("round %u: party %u offers package %llu, worth %.2f and %.2f\n", move.round,
                move.who, static_cast<unsigned long long>(move.outcome),
                tables[0]->value(move.outcome), tables[1]->value(move.outcome));
  }
  if (negotiated.course.agreement) {
    std::printf("agreed on package %llu\n",
                static_cast<unsigned long long>(*negotiated.course.agreement));
  } else {
    std::printf("no agreement\n");
  }
  return 0;
}
