#include <algorithm>
#include <cmath>

#include <agents/preferences/solutions.hpp>
#include <agents/preferences/utility_table.hpp>
#include <protocol/base/check.hpp>
#include <protocol/base/hash.hpp>
#include <world/lab/detail/parallel.hpp>
#include <world/lab/tournament.hpp>

namespace monazite::lab {
namespace {

using preferences::Domain;
using preferences::UtilityTable;

/// A domain with what all its negotiations share.
class Arena {
 public:
  explicit Arena(const Domain& domain) : tables_(preferences::tables_of(domain)) {
    for (std::size_t party = 0; party < 2; ++party) {
      const UtilityTable& table = *tables_[party];
      std::vector<double>& scores = scores_[party];
      scores.reserve(table.size());
      for (const double value : table.values()) scores.push_back(score(party, value));
      // Rankings are made by the first who asks; here, so that workers find them ready.
      (void)table.rational();
    }
    const preferences::Cloud<double> cloud{scores_[0], scores_[1],
                                           score(0, tables_[0]->reservation()),
                                           score(1, tables_[1]->reservation())};
    const preferences::Solutions solutions = preferences::solve(cloud);
    for (const std::uint32_t i : solutions.frontier) frontier_.push_back(point(i));
    for (const std::uint32_t i : solutions.nash) nash_.push_back(point(i));
    for (std::vector<double>& scores : scores_) scores = {};
  }

  [[nodiscard]] const UtilityTable& table(std::size_t party) const { return *tables_[party]; }

  /// Value on the profile's own scale; without a scale (all packages alike) 0, and no deal that is
  /// worth minus infinity counts as the worst package.
  [[nodiscard]] double score(std::size_t party, double value) const {
    const UtilityTable& table = *tables_[party];
    const double range = table.highest() - table.lowest();
    if (!(range > 0) || !std::isfinite(value)) return 0;
    return (value - table.lowest()) / range;
  }
  [[nodiscard]] std::optional<double> to_frontier(const double* scores) const {
    return nearest(frontier_, scores);
  }
  [[nodiscard]] std::optional<double> to_nash(const double* scores) const {
    return nearest(nash_, scores);
  }

 private:
  struct Point {
    double first, second;
  };
  [[nodiscard]] Point point(std::uint32_t i) const { return {scores_[0][i], scores_[1][i]}; }
  static std::optional<double> nearest(const std::vector<Point>& points, const double* scores) {
    std::optional<double> best;
    for (const Point& p : points) {
      const double distance = std::hypot(p.first - scores[0], p.second - scores[1]);
      if (!best || distance < *best) best = distance;
    }
    return best;
  }

  std::vector<std::unique_ptr<UtilityTable>> tables_;
  std::vector<double> scores_[2];  ///< while the points are looked for
  std::vector<Point> frontier_, nash_;
};

/// All negotiations in the order in which they are listed.
std::vector<Bout> pairings(std::size_t domains, std::size_t contestants,
                           const TournamentOptions& options) {
  std::vector<Bout> bouts;
  for (std::uint32_t domain = 0; domain < domains; ++domain) {
    for (std::uint32_t a = 0; a < contestants; ++a) {
      for (std::uint32_t b = 0; b < contestants; ++b) {
        if (a == b && !options.self_play) continue;
        for (std::uint32_t mover = 0; mover < 2; ++mover) {
          for (std::uint32_t repetition = 0; repetition < options.repetitions; ++repetition) {
            Bout bout;
            bout.domain = domain;
            bout.strategy[0] = a;
            bout.strategy[1] = b;
            bout.first_mover = mover;
            bout.repetition = repetition;
            bouts.push_back(std::move(bout));
          }
        }
      }
    }
  }
  return bouts;
}

void play_bout(const Arena& arena, const std::vector<Contestant>& contestants,
               const TournamentOptions& options, std::uint32_t number, Bout& bout) {
  std::unique_ptr<strategies::Negotiator> negotiators[2];
  session::Participant participants[2];  // in the order in which they move
  for (std::uint32_t place = 0; place < 2; ++place) {
    const std::uint32_t party = place ^ bout.first_mover;
    negotiators[party] = contestants[bout.strategy[party]].make();
    participants[place] = {&arena.table(party), negotiators[party].get()};
  }
  session::NegotiationOptions session_options;
  session_options.rounds = options.rounds;
  session_options.seed = options.seed;
  session_options.run = number;
  session_options.keep_offers = false;
  session_options.budget = options.budget;
  session::Negotiated done = session::negotiate(participants, session_options);
  bout.ending = done.course.ending;
  bout.round = done.course.round;
  bout.offers = done.course.offers_made;
  bout.agreement = done.course.agreement;
  for (std::uint32_t party = 0; party < 2; ++party) {
    bout.utility[party] = done.utilities[party ^ bout.first_mover];
    bout.score[party] = arena.score(party, bout.utility[party]);
  }
  bout.to_frontier = arena.to_frontier(bout.score);
  bout.to_nash = arena.to_nash(bout.score);
  if (done.course.forfeit) {
    bout.forfeit = done.course.forfeit->who ^ bout.first_mover;
    bout.why = std::move(done.course.forfeit->why);
  }
}

std::uint64_t digest_of(const std::vector<Bout>& bouts) {
  base::Hasher hasher;
  for (const Bout& bout : bouts) {
    hasher.add(bout.agreement ? *bout.agreement + 1 : 0);
    hasher.add(bout.offers);
    for (const double utility : bout.utility) hasher.add(utility);
  }
  return hasher.value();
}

/// Running mean of what may be missing.
struct Mean {
  void add(const std::optional<double>& value) {
    if (!value) return;
    sum += *value;
    ++count;
  }
  [[nodiscard]] std::optional<double> value() const {
    if (count == 0) return std::nullopt;
    return sum / static_cast<double>(count);
  }
  double sum = 0;
  std::uint64_t count = 0;
};

Standing standing_of(std::uint32_t strategy, const std::vector<Bout>& bouts) {
  Standing standing;
  standing.strategy = strategy;
  Mean score, partner, rounds, frontier, nash;
  double squares = 0;
  std::uint32_t agreements = 0;
  for (const Bout& bout : bouts) {
    for (std::uint32_t party = 0; party < 2; ++party) {
      if (bout.strategy[party] != strategy) continue;
      ++standing.bouts;
      score.add(bout.score[party]);
      squares += bout.score[party] * bout.score[party];
      partner.add(bout.score[1 - party]);
      if (bout.forfeit == party) ++standing.forfeits;
      if (!bout.agreement) continue;
      ++agreements;
      rounds.add(bout.round);
      frontier.add(bout.to_frontier);
      nash.add(bout.to_nash);
    }
  }
  if (standing.bouts == 0) return standing;
  const double n = standing.bouts;
  standing.score = *score.value();
  standing.partner_score = *partner.value();
  if (standing.bouts > 1) {
    const double variance = (squares - n * standing.score * standing.score) / (n - 1);
    standing.score_error = std::sqrt(std::max(0.0, variance) / n);
  }
  standing.agreements = agreements / n;
  standing.rounds = rounds.value().value_or(0);
  standing.to_frontier = frontier.value();
  standing.to_nash = nash.value();
  return standing;
}

void summarise(std::size_t contestants, Tournament& tournament) {
  std::vector<std::vector<Mean>> means(contestants, std::vector<Mean>(contestants));
  for (const Bout& bout : tournament.bouts) {
    means[bout.strategy[0]][bout.strategy[1]].add(bout.score[0]);
    means[bout.strategy[1]][bout.strategy[0]].add(bout.score[1]);
  }
  for (std::uint32_t a = 0; a < contestants; ++a) {
    std::vector<double> row;
    for (const Mean& mean : means[a]) row.push_back(mean.value().value_or(0));
    tournament.mean_score.push_back(std::move(row));
    tournament.standings.push_back(standing_of(a, tournament.bouts));
  }
  std::stable_sort(tournament.standings.begin(), tournament.standings.end(),
                   [](const Standing& a, const Standing& b) { return a.score > b.score; });
}

}  // namespace

Tournament play_tournament(const std::vector<Domain>& domains,
                           const std::vector<Contestant>& contestants,
                           const TournamentOptions& options) {
  std::vector<std::unique_ptr<Arena>> arenas;
  for (const Domain& domain : domains) {
    MONAZITE_CHECK_EQ(domain.profiles.size(), std::size_t{2}, "a tournament is bilateral");
    arenas.push_back(std::make_unique<Arena>(domain));
  }
  Tournament tournament;
  tournament.bouts = pairings(domains.size(), contestants.size(), options);
  const std::uint32_t played = detail::for_each_index(
      static_cast<std::uint32_t>(tournament.bouts.size()),
      {options.workers, options.stop, options.progress}, [&](std::uint32_t i) {
        Bout& bout = tournament.bouts[i];
        play_bout(*arenas[bout.domain], contestants, options, i, bout);
      });
  tournament.bouts.resize(played);
  tournament.digest = digest_of(tournament.bouts);
  summarise(contestants.size(), tournament);
  return tournament;
}

}  // namespace monazite::lab
