#include <algorithm>
#include <array>
#include <cstddef>

#include <world/mandates/company_ideas.hpp>
#include <world/mandates/company_terms.hpp>

namespace monazite::mandates {
namespace {

constexpr std::array<double, 5> kOwnWeights = {0.2, 0.35, 0.5, 0.65, 0.8};
constexpr int kCompanySweeps = 3;
/// A loss of either side counts this many times: ideas that one of them refuses are of no use.
constexpr double kLossFactor = 1000;

double felt(double gain) {
  return gain < 0 ? kLossFactor * gain : gain;
}

double score(const SharedGain& gain, double own_weight) {
  return own_weight * felt(gain.own) + (1 - own_weight) * felt(gain.other);
}

/// Tries every level of every issue in turn, and keeps what is better, until nothing is.
void climb(const IdeaSearch& search, double own_weight, std::vector<std::uint32_t>& levels,
           double best) {
  const auto& issues = search.agenda->issues();
  bool moved = true;
  for (int sweep = 0; sweep < kCompanySweeps && moved; ++sweep) {
    moved = false;
    for (std::size_t issue = 0; issue < issues.size(); ++issue) {
      std::uint32_t best_level = levels[issue];
      for (std::uint32_t level = 0; level < issues[issue].levels(); ++level) {
        levels[issue] = level;
        const double found = score(search.gain(levels.data()), own_weight);
        if (found <= best) continue;
        best = found;
        best_level = level;
        moved = true;
      }
      levels[issue] = best_level;
    }
  }
}

}  // namespace

std::vector<agenda::Outcome> find_company_ideas(const IdeaSearch& search) {
  const agenda::Agenda& agenda = *search.agenda;
  const std::vector<agenda::Outcome>& sample = *search.sample;
  std::vector<agenda::Outcome> ideas;
  for (const double weight : kOwnWeights) {
    std::vector<std::uint32_t> levels = levels_of(agenda, agenda.status_quo());
    double best = score(search.gain(levels.data()), weight);
    std::size_t from = sample.size();
    for (std::size_t i = 0; i < sample.size(); ++i) {
      const double found = score((*search.sample_gains)[i], weight);
      if (found <= best) continue;
      best = found;
      from = i;
    }
    if (from < sample.size()) agenda.levels(sample[from], levels.data());
    climb(search, weight, levels, best);
    const agenda::Outcome idea = agenda.outcome(levels.data());
    const bool known = std::find(sample.begin(), sample.end(), idea) != sample.end() ||
                       std::find(ideas.begin(), ideas.end(), idea) != ideas.end();
    if (!known) ideas.push_back(idea);
  }
  return ideas;
}

}  // namespace monazite::mandates
