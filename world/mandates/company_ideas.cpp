#include <algorithm>
#include <array>
#include <cstddef>

#include <world/mandates/company_ideas.hpp>

namespace monazite::mandates {
namespace {

constexpr std::array<double, 5> kOwnWeights = {0.2, 0.35, 0.5, 0.65, 0.8};
constexpr int kSweeps = 3;
/// A loss of either side counts this many times: ideas that one of them refuses are of no use.
constexpr double kLossFactor = 1000;

double felt(double gain) {
  return gain < 0 ? kLossFactor * gain : gain;
}

}  // namespace

std::vector<agenda::Outcome> find_ideas(const IdeaSearch& search) {
  const agenda::Agenda& agenda = *search.agenda;
  struct Seen {
    agenda::Outcome outcome;
    double own, other;
  };
  std::vector<Seen> sample;
  sample.reserve(search.start->size() + 1);
  for (const agenda::Outcome outcome : *search.start) {
    sample.push_back({outcome, felt(search.own_gain(outcome)), felt(search.other_gain(outcome))});
  }
  if (sample.empty()) {
    const agenda::Outcome outcome = agenda.status_quo();
    sample.push_back({outcome, felt(search.own_gain(outcome)), felt(search.other_gain(outcome))});
  }
  std::vector<agenda::Outcome> ideas;
  for (const double weight : kOwnWeights) {
    const auto score = [&](const Seen& seen) {
      return weight * seen.own + (1 - weight) * seen.other;
    };
    const auto best_of_sample =
        std::max_element(sample.begin(), sample.end(),
                         [&](const Seen& a, const Seen& b) { return score(a) < score(b); });
    agenda::Outcome best = best_of_sample->outcome;
    double best_score = score(*best_of_sample);
    bool moved = true;
    for (int sweep = 0; sweep < kSweeps && moved; ++sweep) {
      moved = false;
      for (std::size_t issue = 0; issue < agenda.issues().size(); ++issue) {
        for (std::uint32_t level = 0; level < agenda.issues()[issue].levels(); ++level) {
          const agenda::Outcome trial = agenda.with_level(best, issue, level);
          const double trial_score =
              score({trial, felt(search.own_gain(trial)), felt(search.other_gain(trial))});
          if (trial_score > best_score) {
            best = trial;
            best_score = trial_score;
            moved = true;
          }
        }
      }
    }
    const bool known =
        std::find(search.start->begin(), search.start->end(), best) != search.start->end() ||
        std::find(ideas.begin(), ideas.end(), best) != ideas.end();
    if (!known) ideas.push_back(best);
  }
  return ideas;
}

}  // namespace monazite::mandates
