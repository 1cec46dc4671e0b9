#include <algorithm>

#include <agents/strategies/models/additive_model.hpp>
#include <protocol/base/check.hpp>

namespace monazite::strategies {

void AdditiveModel::begin(const Place& place) {
  MONAZITE_CHECK(place.own != nullptr, "a model is told whose seat it serves");
  agenda_ = &place.own->agenda();
  const std::size_t count = agenda_->issues().size();
  levels_.assign(count, 0);
  weights_.assign(count, 1.0 / static_cast<double>(count));
  factors_ = weights_;
  values_.clear();
  for (const agenda::Issue& issue : agenda_->issues()) values_.emplace_back(issue.levels(), 1.0);
  shift_ = 0;
  scale_ = 1;
  start();
}

std::span<const std::uint32_t> AdditiveModel::levels_of(Outcome offer) {
  agenda_->levels(offer, levels_.data());
  return levels_;
}

double AdditiveModel::estimate(Outcome outcome) const {
  double sum = 0;
  for (std::size_t i = 0; i < factors_.size(); ++i) {
    sum += factors_[i] * values_[i][agenda_->level(outcome, i)];
  }
  return (sum - shift_) * scale_;
}

void AdditiveModel::fill(Outcome first, std::span<double> out) const {
  if (out.empty()) return;
  MONAZITE_CHECK(first < agenda_->size() && out.size() <= agenda_->size() - first,
                 "outcomes to be estimated must lie in the agenda");
  const std::size_t count = factors_.size();
  const std::size_t last = count - 1;
  std::vector<std::uint32_t> level(count);
  agenda_->levels(first, level.data());
  // Runs over the last issue share the sum of the issues before it.
  std::size_t done = 0;
  while (done < out.size()) {
    double head = 0;
    for (std::size_t i = 0; i < last; ++i) head += factors_[i] * values_[i][level[i]];
    const std::vector<double>& values = values_[last];
    const std::size_t run = std::min(out.size() - done, values.size() - level[last]);
    for (std::size_t k = 0; k < run; ++k) {
      out[done + k] = (head + factors_[last] * values[level[last] + k] - shift_) * scale_;
    }
    done += run;
    level[last] = 0;
    for (std::size_t i = last; i-- > 0;) {
      if (++level[i] < values_[i].size()) break;
      level[i] = 0;
    }
  }
}

}  // namespace monazite::strategies
