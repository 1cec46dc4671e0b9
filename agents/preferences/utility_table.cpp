#include <algorithm>
#include <limits>

#include <agents/preferences/utility_table.hpp>
#include <protocol/base/check.hpp>
#include <protocol/base/draws.hpp>

namespace monazite::preferences {
namespace {

constexpr base::Purpose kSample{"preferences.utility_table.sample"};
constexpr std::uint64_t kSampleSeed = 1;

struct Entry {
  double value;
  std::uint32_t position;
};

}  // namespace

Ranking::Ranking(std::span<const double> values, double lowest) {
  std::vector<Entry> entries;
  entries.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] >= lowest) entries.push_back({values[i], static_cast<std::uint32_t>(i)});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.value < b.value || (a.value == b.value && a.position < b.position);
  });
  order_.reserve(entries.size());
  values_.reserve(entries.size());
  for (const Entry& entry : entries) {
    order_.push_back(entry.position);
    values_.push_back(entry.value);
  }
}

std::size_t Ranking::first_at_least(double value) const {
  return static_cast<std::size_t>(std::lower_bound(values_.begin(), values_.end(), value) -
                                  values_.begin());
}

UtilityTable::UtilityTable(const Agenda& agenda, const Profile& profile)
    : agenda_(&agenda), profile_(&profile) {
  MONAZITE_CHECK(agenda.size() <= kMostOutcomes, "a space too large for a table is sampled");
  values_.resize(agenda.size());
  profile.utility->fill(agenda, 0, values_);
  measure();
}

UtilityTable::UtilityTable(const Agenda& agenda, const Profile& profile,
                           std::vector<Outcome> sample)
    : agenda_(&agenda), profile_(&profile), sample_(std::move(sample)) {
  MONAZITE_CHECK(!sample_.empty(), "a sample has at least one outcome");
  MONAZITE_CHECK(std::is_sorted(sample_.begin(), sample_.end()) && agenda.contains(sample_.back()),
                 "a sample is in ascending order and inside its agenda");
  values_.reserve(sample_.size());
  for (const Outcome outcome : sample_) values_.push_back(profile.utility->value(agenda, outcome));
  measure();
}

void UtilityTable::measure() {
  const auto [low, high] = std::minmax_element(values_.begin(), values_.end());
  lowest_ = *low;
  highest_ = *high;
  const auto first_highest = std::find(values_.begin(), values_.end(), highest_);
  const auto named = profile_->utility->best(*agenda_);
  best_ = named ? *named : outcome(static_cast<std::size_t>(first_highest - values_.begin()));
  highest_ = std::max(highest_, value(best_));
}

const Ranking& UtilityTable::ranking() const {
  std::call_once(ranked_,
                 [this] { ranking_ = Ranking(values_, -std::numeric_limits<double>::infinity()); });
  return ranking_;
}

const Ranking& UtilityTable::rational() const {
  if (reservation() <= lowest_) return ranking();  // all of them are
  std::call_once(rational_ranked_, [this] { rational_ = Ranking(values_, reservation()); });
  return rational_;
}

std::vector<std::unique_ptr<UtilityTable>> tables_of(const Domain& domain) {
  std::vector<std::unique_ptr<UtilityTable>> tables;
  const std::uint64_t size = domain.agenda.size();
  if (size <= UtilityTable::kMostOutcomes) {
    for (const Profile& profile : domain.profiles) {
      tables.push_back(std::make_unique<UtilityTable>(domain.agenda, profile));
    }
    return tables;
  }
  constexpr std::uint32_t kDrawn = 1'000'000;
  const base::Draws draws(kSampleSeed);
  std::vector<Outcome> sample;
  sample.reserve(kDrawn + domain.profiles.size());
  for (std::uint32_t i = 0; i < kDrawn; ++i) {
    sample.push_back(draws.below(size, kSample, base::Day{0}, 0, i));
  }
  for (const Profile& profile : domain.profiles) {
    if (const auto best = profile.utility->best(domain.agenda)) sample.push_back(*best);
    if (profile.reserved_outcome) sample.push_back(*profile.reserved_outcome);
  }
  std::sort(sample.begin(), sample.end());
  sample.erase(std::unique(sample.begin(), sample.end()), sample.end());
  for (const Profile& profile : domain.profiles) {
    tables.push_back(std::make_unique<UtilityTable>(domain.agenda, profile, sample));
  }
  return tables;
}

}  // namespace monazite::preferences
