#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <agents/preferences/utility_table.hpp>
#include <protocol/base/check.hpp>
#include <protocol/base/draws.hpp>

namespace monazite::preferences {
namespace {

constexpr base::Purpose kSample{"preferences.utility_table.sample"};
constexpr std::uint64_t kSampleSeed = 1;
constexpr std::size_t kMostSlices = std::size_t{1} << 18U;  // their counters stay in cache

/// Into how many slices of equal width the values from `lowest` to `highest` are sorted first.
/// Which slice a value belongs to never falls as the value rises, whatever the rounding.
class Slices {
 public:
  Slices(double lowest, double highest, std::size_t count) : lowest_(lowest) {
    const double width = highest - lowest;
    const double scale = static_cast<double>(count - 1) / width;
    if (width > 0 && std::isfinite(width) && std::isfinite(scale)) {
      scale_ = scale;
      count_ = count;
    }
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::size_t of(double value) const {
    if (count_ == 1) return 0;  // the difference may be no number
    return std::min(static_cast<std::size_t>((value - lowest_) * scale_), count_ - 1);
  }

 private:
  double lowest_;
  double scale_ = 0;
  std::size_t count_ = 1;
};

/// Sorts ranks first, ..., last - 1 of a ranking, which are in enumeration order, by value; ties
/// keep that order.
void sort_slice(std::vector<std::uint32_t>& order, std::vector<double>& values, std::size_t first,
                std::size_t last) {
  constexpr std::size_t kFew = 48;
  if (std::is_sorted(values.begin() + static_cast<std::ptrdiff_t>(first),
                     values.begin() + static_cast<std::ptrdiff_t>(last))) {
    return;
  }
  if (last - first <= kFew) {
    for (std::size_t i = first + 1; i < last; ++i) {
      const double value = values[i];
      const std::uint32_t position = order[i];
      std::size_t to = i;
      for (; to > first && values[to - 1] > value; --to) {
        values[to] = values[to - 1];
        order[to] = order[to - 1];
      }
      values[to] = value;
      order[to] = position;
    }
    return;
  }
  struct Entry {
    double value;
    std::uint32_t position;
  };
  std::vector<Entry> entries;
  entries.reserve(last - first);
  for (std::size_t i = first; i < last; ++i) entries.push_back({values[i], order[i]});
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.value < b.value || (a.value == b.value && a.position < b.position);
  });
  for (std::size_t i = first; i < last; ++i) {
    values[i] = entries[i - first].value;
    order[i] = entries[i - first].position;
  }
}

}  // namespace

// Values are sorted into as many slices as there are of them, a sixth or so, and each slice on its
// own: close to O(n) for utilities, which are spread; O(n log n) where they are not. Written here
// because no sort of Boost or of the standard library that keeps ties in order does it in place:
// they want the pairs once or twice more, and a table shall fit into little memory.
Ranking::Ranking(std::span<const double> values, double lowest) {
  MONAZITE_CHECK(values.size() <= std::numeric_limits<std::uint32_t>::max(),
                 "positions are numbered with 32 bits");
  std::size_t size = 0;
  double least = std::numeric_limits<double>::infinity();
  double most = -least;
  for (const double value : values) {
    if (!(value >= lowest)) continue;
    ++size;
    least = std::min(least, value);
    most = std::max(most, value);
  }
  if (size == 0) return;
  const Slices slices(least, most, std::clamp<std::size_t>(size / 6, 1, kMostSlices));
  std::vector<std::uint32_t> next(slices.count() + 1, 0);  // where the next of each slice goes
  for (const double value : values) {
    if (value >= lowest) ++next[slices.of(value) + 1];
  }
  std::partial_sum(next.begin(), next.end(), next.begin());
  order_.resize(size);
  values_.resize(size);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!(values[i] >= lowest)) continue;
    const std::uint32_t rank = next[slices.of(values[i])]++;
    order_[rank] = static_cast<std::uint32_t>(i);
    values_[rank] = values[i];
  }
  std::size_t first = 0;
  for (std::size_t slice = 0; slice < slices.count(); ++slice) {
    sort_slice(order_, values_, first, next[slice]);
    first = next[slice];
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
