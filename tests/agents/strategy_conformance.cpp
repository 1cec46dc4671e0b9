#include <exception>
#include <limits>
#include <optional>
#include <vector>

#include <agents/preferences/utility_table.hpp>
#include <protocol/base/check.hpp>
#include <tests/agents/bare_session.hpp>
#include <tests/agents/strategy_conformance.hpp>

namespace monazite::tests {
namespace {

using agenda::Outcome;
using preferences::Domain;
using preferences::UtilityTable;
using strategies::Answer;
using strategies::Negotiator;
using strategies::OwnPreferences;
using strategies::Place;
using strategies::Turn;

constexpr std::uint32_t kRounds = 25;
constexpr base::Purpose kValues{"tests.strategy_conformance.values"};
constexpr base::Purpose kMoves{"tests.strategy_conformance.moves"};
constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// A domain with its tables. It stays where it is: the tables point into it.
struct Arena {
  Domain domain;
  std::vector<std::unique_ptr<UtilityTable>> tables;
};

/// How an arena is to be: values are drawn from {0, 1/steps, ..., 1}, few steps give ties.
struct Ground {
  std::string name;
  std::vector<std::uint32_t> levels;  ///< of each issue
  std::uint32_t steps = 1000;
  double reservation = 0.3;
  std::size_t parties = 2;
  std::uint32_t sample = 0;  ///< packages in the tables; 0: all
};

std::unique_ptr<Arena> make_arena(const Ground& ground, std::uint64_t seed) {
  std::vector<agenda::Issue> issues;
  for (std::size_t i = 0; i < ground.levels.size(); ++i) {
    agenda::Issue issue;
    issue.name = "issue " + std::to_string(i);
    for (std::uint32_t k = 0; k < ground.levels[i]; ++k) {
      issue.labels.push_back(std::to_string(k));
      issue.values.push_back(k);
    }
    issues.push_back(std::move(issue));
  }
  auto agenda = agenda::Agenda::make(ground.name, std::move(issues));
  MONAZITE_CHECK(agenda.has_value(), "a domain of the kit is sound");
  auto arena = std::make_unique<Arena>(Arena{{ground.name, std::move(*agenda), {}}, {}});
  const base::Draws draws(seed);
  const double weight = 1.0 / static_cast<double>(ground.levels.size());
  for (std::uint32_t party = 0; party < ground.parties; ++party) {
    preferences::Additive::Parts parts;
    std::uint32_t ordinal = 0;
    for (const std::uint32_t levels : ground.levels) {
      parts.weights.push_back(weight);
      parts.values.emplace_back();
      for (std::uint32_t k = 0; k < levels; ++k) {
        const auto step =
            draws.below(ground.steps + 1, kValues, base::Day{0}, party + 1, ordinal++);
        parts.values.back().push_back(static_cast<double>(step) / ground.steps);
      }
    }
    auto utility = preferences::Additive::make(arena->domain.agenda, std::move(parts));
    MONAZITE_CHECK(utility.has_value(), "a utility of the kit is sound");
    preferences::Profile profile;
    profile.name = "party " + std::to_string(party);
    profile.utility = std::move(*utility);
    profile.reservation = ground.reservation;
    arena->domain.profiles.push_back(std::move(profile));
  }
  std::vector<Outcome> sample;
  for (std::uint32_t i = 0; i < ground.sample; ++i) {
    sample.push_back(arena->domain.agenda.size() / ground.sample * i);
  }
  for (const preferences::Profile& profile : arena->domain.profiles) {
    arena->tables.push_back(
        sample.empty() ? std::make_unique<UtilityTable>(arena->domain.agenda, profile)
                       : std::make_unique<UtilityTable>(arena->domain.agenda, profile, sample));
  }
  return arena;
}

std::vector<Ground> grounds() {
  return {{"several issues", {4, 5, 3}, 1000, 0.3, 2, 0},
          {"ties", {3, 4, 2}, 2, 0.25, 2, 0},
          {"one issue", {21}, 1000, 0.5, 2, 0},
          {"indifference", {3, 2}, 1, -kInfinity, 2, 0},
          {"a single package", {1}, 1000, 0, 2, 0},
          {"nothing is worth its while", {4, 3}, 1000, 1.5, 2, 0},
          {"no reservation value", {4, 3}, 1000, -kInfinity, 2, 0},
          {"three parties", {4, 3, 2}, 1000, 0.2, 3, 0},
          {"a sampled space", {9, 9, 9, 9, 9, 9, 9, 9, 9, 9}, 1000, 0.4, 2, 700}};
}

/// The other side: moves made up beforehand or on the way, from a seed.
class Opponent final : public Negotiator {
 public:
  enum class Manner { kFirm, kConceding, kErratic };

  Opponent(Manner manner, std::uint64_t seed) : manner_(manner), draws_(seed) {}

  void begin(const Place& place) override { place_ = place; }
  Answer respond(const Turn& turn, Outcome offer) override {
    const double demand = manner_ == Manner::kFirm ? 1.0 : 1.0 - 0.5 * turn.time;
    const double bar =
        place_.own->lowest() + demand * (place_.own->highest() - place_.own->lowest());
    if (!place_.own->agenda().contains(offer)) return Answer::kReject;  // of a rogue
    return place_.own->table().value(offer) > bar ? Answer::kAccept : Answer::kReject;
  }
  std::optional<Outcome> propose(const Turn& turn) override {
    const preferences::Ranking& ranking = place_.own->table().ranking();
    std::size_t rank = ranking.size() - 1;
    if (manner_ == Manner::kConceding) {
      rank -= ranking.size() * turn.round / (2 * turn.rounds);
    } else if (manner_ == Manner::kErratic) {
      rank = static_cast<std::size_t>(draws_.below(ranking.size(), kMoves,
                                                   base::Day{static_cast<std::int32_t>(turn.round)},
                                                   place_.position));
    }
    return place_.own->table().outcome(ranking.at(rank));
  }

 private:
  Manner manner_;
  base::Draws draws_;
  Place place_;
};

/// Says again what was said in a game, whatever its own preferences are.
class Parrot final : public Negotiator {
 public:
  Parrot(const BareGame& game, std::uint32_t seat) : game_(game), seat_(seat) {}

  void begin(const Place&) override {}
  Answer respond(const Turn& turn, Outcome) override {
    for (const BareGame::Offer& yes : game_.yes) {
      if (yes.who == seat_ && yes.round == turn.round) return Answer::kAccept;
    }
    return Answer::kReject;
  }
  std::optional<Outcome> propose(const Turn& turn) override {
    for (const BareGame::Offer& offer : game_.offers) {
      if (offer.who == seat_ && offer.round == turn.round) return offer.outcome;
    }
    return 0;
  }

 private:
  const BareGame& game_;
  std::uint32_t seat_;
};

bool same(const BareGame& a, const BareGame& b) {
  return a.end == b.end && a.agreement == b.agreement && a.round == b.round &&
         a.offers == b.offers && a.yes == b.yes;
}

/// One strategy in one seat of one arena.
class Trial {
 public:
  Trial(const Arena& arena, std::uint32_t seat, const ConformanceTerms& terms)
      : arena_(arena),
        seat_(seat),
        budget_(terms.evaluations_to_begin + std::uint64_t{kRounds} * terms.evaluations_per_turn) {}

  /// Plays against opponents of that manner.
  [[nodiscard]] BareGame play(Negotiator& strategy, Opponent::Manner manner) const {
    std::vector<std::unique_ptr<Negotiator>> others;
    for (std::size_t i = 0; i < arena_.tables.size(); ++i) {
      others.push_back(std::make_unique<Opponent>(manner, 7 + i));
    }
    return seat_and_play(strategy, others, arena_);
  }
  /// Plays against others that say what they said in `game`, and want what the parties of
  /// `elsewhere` want.
  [[nodiscard]] BareGame replay(Negotiator& strategy, const BareGame& game,
                                const Arena& elsewhere) const {
    std::vector<std::unique_ptr<Negotiator>> others;
    for (std::uint32_t i = 0; i < arena_.tables.size(); ++i) {
      others.push_back(std::make_unique<Parrot>(game, i));
    }
    return seat_and_play(strategy, others, elsewhere);
  }

 private:
  [[nodiscard]] BareGame seat_and_play(Negotiator& strategy,
                                       const std::vector<std::unique_ptr<Negotiator>>& others,
                                       const Arena& of_others) const {
    std::vector<Negotiator*> seats;
    std::vector<OwnPreferences> own;
    std::vector<const OwnPreferences*> owners;
    for (std::uint32_t i = 0; i < others.size(); ++i) {
      seats.push_back(i == seat_ ? &strategy : others[i].get());
      own.emplace_back(i == seat_ ? *arena_.tables[i] : *of_others.tables[i],
                       i == seat_ ? budget_ : OwnPreferences::kNoLimit);
    }
    for (const OwnPreferences& preferences : own) owners.push_back(&preferences);
    return play_bare(seats, owners, kRounds, 11);
  }

  const Arena& arena_;
  std::uint32_t seat_;
  std::uint64_t budget_;
};

/// What is wrong with the strategy's own moves in a game.
std::vector<std::string> faults_of_moves(const BareGame& game, const Arena& arena,
                                         std::uint32_t seat, const ConformanceTerms& terms) {
  const UtilityTable& table = *arena.tables[seat];
  std::vector<std::string> faults;
  for (const BareGame::Offer& offer : game.offers) {
    if (offer.who != seat) continue;
    if (!arena.domain.agenda.contains(offer.outcome)) {
      faults.emplace_back("offers what is not on the agenda");
    } else if (!table.rational().empty() && !terms.may_offer_below_reservation &&
               table.value(offer.outcome) < table.reservation()) {
      faults.emplace_back("offers less than its reservation value");
    }
  }
  for (const BareGame::Offer& yes : game.yes) {
    if (yes.who == seat && table.value(yes.outcome) < table.reservation()) {
      faults.emplace_back("accepts less than its reservation value");
    }
  }
  return faults;
}

std::vector<std::string> faults_in(const Trial& trial, const Arena& arena, const Arena& elsewhere,
                                   std::uint32_t seat, Opponent::Manner manner,
                                   const std::function<std::unique_ptr<Negotiator>()>& make,
                                   const ConformanceTerms& terms) {
  const auto first = make();
  const BareGame game = trial.play(*first, manner);
  std::vector<std::string> faults = faults_of_moves(game, arena, seat, terms);
  if (!faults.empty()) return faults;
  if (!same(trial.play(*make(), manner), game)) {
    faults.emplace_back("moves otherwise when all is the same");
  } else if (!same(trial.replay(*make(), game, elsewhere), game)) {
    faults.emplace_back("depends on more than what was said");
  }
  (void)trial.play(*first, Opponent::Manner::kErratic);
  if (!same(trial.play(*first, manner), game)) {
    faults.emplace_back("keeps something from one negotiation to the next");
  }
  return faults;
}

}  // namespace

std::vector<std::string> faults_of_strategy(
    const std::function<std::unique_ptr<Negotiator>()>& make, const ConformanceTerms& terms) {
  using Manner = Opponent::Manner;
  std::vector<std::string> all;
  for (const Ground& ground : grounds()) {
    const auto arena = make_arena(ground, 1);
    const auto elsewhere = make_arena(ground, 2);
    for (std::uint32_t seat = 0; seat < arena->tables.size(); ++seat) {
      const Trial trial(*arena, seat, terms);
      for (const Manner manner : {Manner::kFirm, Manner::kConceding, Manner::kErratic}) {
        std::vector<std::string> faults;
        try {
          faults = faults_in(trial, *arena, *elsewhere, seat, manner, make, terms);
        } catch (const std::exception& error) {
          faults = {std::string("throws: ") + error.what()};
        }
        const char* const opponent = manner == Manner::kFirm        ? "a firm"
                                     : manner == Manner::kConceding ? "a conceding"
                                                                    : "an erratic";
        for (const std::string& fault : faults) {
          all.push_back(fault + " (" + ground.name + ", seat " + std::to_string(seat) +
                        ", against " + opponent + " opponent)");
        }
      }
    }
  }
  return all;
}

}  // namespace monazite::tests
