#include <algorithm>
#include <cstdint>
#include <vector>

#include <agents/preferences/solutions.hpp>
#include <world/engine/analysis.hpp>

namespace monazite::engine {
namespace {

using preferences::Cloud;

/// The common sample as both see it. Packages that one of the two homes would not clear, or that
/// were barred, are not allowed when `clearable_only`.
struct CommonSample {
  CommonSample(const Session& session, bool clearable_only) : size(session.sample.size()) {
    allowed.assign(size, 1);
    if (clearable_only) {
      for (std::size_t i = 0; i < size; ++i) {
        allowed[i] = session.views[0].clearable[i] != 0 && session.views[1].clearable[i] != 0 &&
                     !session.rules.barred(session.sample[i]);
      }
    }
    cloud.first = {session.views[0].value_musd.data(), size};
    cloud.second = {session.views[1].value_musd.data(), size};
    cloud.first_reservation = session.views[0].reservation_musd;
    cloud.second_reservation = session.views[1].reservation_musd;
    cloud.allowed = allowed;
  }
  std::size_t size;
  std::vector<std::uint8_t> allowed;
  Cloud<float> cloud;
};

/// Value of a package to one side as it was last told, if it was told.
std::optional<double> value_to(const Session& session, std::size_t side, agenda::Outcome outcome) {
  const PartyView& view = session.views[side];
  const auto in_sample = std::find(session.sample.begin(), session.sample.end(), outcome);
  if (in_sample != session.sample.end()) {
    return view.value_musd[static_cast<std::size_t>(in_sample - session.sample.begin())];
  }
  const auto idea = std::find(view.ideas.begin(), view.ideas.end(), outcome);
  if (idea == view.ideas.end()) return std::nullopt;
  return view
      .value_musd[session.sample.size() + static_cast<std::size_t>(idea - view.ideas.begin())];
}

void point(const Session& session, const std::vector<std::uint32_t>& maximisers, v1::Point& point) {
  const std::uint32_t i = maximisers.front();
  point.set_outcome(session.sample[i]);
  point.set_first(session.views[0].value_musd[i] -
                  static_cast<float>(session.views[0].reservation_musd));
  point.set_second(session.views[1].value_musd[i] -
                   static_cast<float>(session.views[1].reservation_musd));
}

std::uint32_t count(const std::vector<char>& clearable, std::size_t size) {
  return static_cast<std::uint32_t>(
      std::count_if(clearable.begin(), clearable.begin() + static_cast<std::ptrdiff_t>(size),
                    [](char c) { return c != 0; }));
}

/// What the packages need at one home; for a barred one nobody's consent is enough.
std::vector<mandates::Consent> needs(const Session& session, std::size_t side) {
  std::vector<mandates::Consent> consents = session.views[side].consents;
  for (std::size_t i = 0; i < consents.size(); ++i) {
    if (session.rules.barred(session.sample[i])) consents[i] = 0;
  }
  return consents;
}

void obstacles(const Session& session, const BothMandates& homes,
               v1::NegotiationAnalysis& analysis) {
  analysis.set_first_obstacle(v1::OFFICE_NONE);
  analysis.set_second_obstacle(v1::OFFICE_NONE);
  if (session.views[0].consents.empty() || session.views[1].consents.empty()) return;
  const mandates::WinSets sets = mandates::compare_win_sets(needs(session, 0), needs(session, 1));
  analysis.set_first_obstacle(homes[0]->office_at(sets.first_obstacle));
  analysis.set_second_obstacle(homes[1]->office_at(sets.second_obstacle));
}

}  // namespace

void analyse_beliefs(const Session& session, const BothMandates& homes,
                     std::optional<agenda::Outcome> deal, bool agreed,
                     v1::NegotiationAnalysis& analysis) {
  const CommonSample sample(session, false);
  const Cloud<float>& cloud = sample.cloud;
  analysis.set_conversation(session.conversation);
  analysis.set_table(session.table);
  analysis.set_meeting(session.meetings);
  analysis.set_basis(v1::NegotiationAnalysis::BASIS_BELIEFS);
  analysis.set_first_reservation_musd(cloud.first_reservation);
  analysis.set_second_reservation_musd(cloud.second_reservation);
  analysis.mutable_first_musd()->Add(cloud.first.begin(), cloud.first.end());
  analysis.mutable_second_musd()->Add(cloud.second.begin(), cloud.second.end());
  const std::vector<std::uint32_t> frontier = preferences::pareto_frontier(cloud);
  analysis.mutable_frontier()->Add(frontier.begin(), frontier.end());
  const preferences::Solutions solutions = preferences::solve(cloud);
  if (!solutions.empty()) {
    v1::Solutions& out = *analysis.mutable_solutions();
    point(session, solutions.nash, *out.mutable_nash());
    point(session, solutions.kalai_smorodinsky, *out.mutable_kalai_smorodinsky());
    point(session, solutions.egalitarian, *out.mutable_egalitarian());
    point(session, solutions.welfare, *out.mutable_welfare());
  }
  analysis.set_sample_size(static_cast<std::uint32_t>(sample.size));
  analysis.set_first_win_set(count(session.views[0].clearable, sample.size));
  analysis.set_second_win_set(count(session.views[1].clearable, sample.size));
  std::uint32_t overlap = 0;
  for (std::size_t i = 0; i < sample.size; ++i) {
    overlap += session.views[0].clearable[i] != 0 && session.views[1].clearable[i] != 0 ? 1 : 0;
  }
  analysis.set_overlap(overlap);
  obstacles(session, homes, analysis);
  analysis.set_agreed(agreed);
  if (!deal) return;
  const auto first = value_to(session, 0, *deal);
  const auto second = value_to(session, 1, *deal);
  if (!first || !second) return;
  v1::Point& out = *analysis.mutable_deal();
  out.set_outcome(*deal);
  out.set_first(static_cast<float>(*first - cloud.first_reservation));
  out.set_second(static_cast<float>(*second - cloud.second_reservation));
  if (const auto d =
          preferences::distance(cloud, {frontier.data(), frontier.size()}, *first, *second)) {
    analysis.set_distance_to_frontier(static_cast<float>(*d));
  }
  if (const auto d = preferences::distance(cloud, {solutions.nash.data(), solutions.nash.size()},
                                           *first, *second)) {
    analysis.set_distance_to_nash(static_cast<float>(*d));
  }
}

std::optional<agenda::Outcome> solve(const Session& session, double patience) {
  const CommonSample sample(session, true);
  std::vector<std::uint32_t> best;
  if (session.conduct == v1::CONDUCT_RUBINSTEIN) {
    best = preferences::rubinstein(sample.cloud, patience, patience);
  } else {
    const preferences::Solutions solutions = preferences::solve(sample.cloud);
    best = session.conduct == v1::CONDUCT_NASH ? solutions.nash : solutions.kalai_smorodinsky;
  }
  if (best.empty()) return std::nullopt;
  return session.sample[best.front()];
}

}  // namespace monazite::engine
