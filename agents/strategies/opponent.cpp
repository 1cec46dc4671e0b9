#include <agents/strategies/opponent.hpp>
#include <protocol/base/check.hpp>

namespace monazite::strategies {

LevelTable::LevelTable(std::vector<std::uint32_t> level_counts)
    : counts_(std::move(level_counts)), strides_(counts_.size()), columns_(counts_.size()) {
  std::uint64_t stride = 1;
  for (std::size_t issue = counts_.size(); issue-- > 0;) {
    MONAZITE_CHECK(counts_[issue] > 0 && counts_[issue] <= 65536,
                   "an issue has 1 to 65,536 levels");
    strides_[issue] = stride;
    stride *= counts_[issue];
  }
}

void LevelTable::add(std::span<const std::uint64_t> outcomes) {
  const std::size_t before = packages_;
  packages_ += outcomes.size();
  for (std::vector<std::uint16_t>& column : columns_) column.resize(packages_);
  const auto take_apart = [&](auto rest, std::size_t package) {
    for (std::size_t issue = counts_.size(); issue-- > 0;) {
      columns_[issue][package] = static_cast<std::uint16_t>(rest % counts_[issue]);
      rest /= counts_[issue];
    }
  };
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    if (outcomes[i] <= UINT32_MAX) {  // processors divide 32 bits faster
      take_apart(static_cast<std::uint32_t>(outcomes[i]), before + i);
    } else {
      take_apart(outcomes[i], before + i);
    }
  }
}

void LevelTable::shrink(std::size_t packages) {
  MONAZITE_CHECK_LE(packages, packages_, "shrinking adds nothing");
  for (std::vector<std::uint16_t>& column : columns_) column.resize(packages);
  packages_ = packages;
}

FrequencyModel::FrequencyModel(const LevelTable& packages, Weights weights)
    : weights_(weights), counts_(packages.issues()) {
  for (std::size_t issue = 0; issue < packages.issues(); ++issue) {
    counts_[issue].assign(packages.levels(issue), 0);
    chance_ += 1.0 / packages.levels(issue);
  }
  if (packages.issues() > 0) chance_ /= static_cast<double>(packages.issues());
  extend(packages);
}

void FrequencyModel::observe(const LevelTable& packages, std::uint64_t outcome) {
  MONAZITE_CHECK_EQ(scores_.size(), packages.packages(), "extend() follows every package added");
  ++offers_;
  for (std::size_t issue = 0; issue < counts_.size(); ++issue) {
    const std::uint16_t asked = packages.level_of(outcome, issue);
    ++counts_[issue][asked];
    const std::uint16_t* const column = packages.column(issue).data();
    float* const scores = scores_.data();
    const std::size_t size = scores_.size();
    for (std::size_t i = 0; i < size; ++i) scores[i] += column[i] == asked ? 1.0F : 0.0F;
  }
}

void FrequencyModel::replace(const LevelTable& packages, std::size_t kept) {
  MONAZITE_CHECK_LE(kept, scores_.size(), "only known packages are kept");
  scores_.resize(kept);
  extend(packages);
}

void FrequencyModel::extend(const LevelTable& packages) {
  const std::size_t before = scores_.size();
  scores_.resize(packages.packages(), 0.0F);
  if (offers_ == 0) return;
  for (std::size_t issue = 0; issue < counts_.size(); ++issue) {
    for (std::size_t i = before; i < scores_.size(); ++i) {
      scores_[i] += static_cast<float>(counts_[issue][packages.level(issue, i)]);
    }
  }
}

FrequencyModel::Line FrequencyModel::line(double spread) const {
  if (offers_ == 0 || counts_.empty()) return {};
  const double n = offers_;
  const double scale = weights_.strength * spread * n / (n + weights_.half);
  return {static_cast<float>(scale / (n * static_cast<double>(counts_.size()))),
          static_cast<float>(-scale * chance_)};
}

}  // namespace monazite::strategies
