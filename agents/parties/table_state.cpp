#include <algorithm>
#include <span>

#include <agents/parties/table_state.hpp>
#include <protocol/base/check.hpp>

namespace monazite::parties {
namespace {

std::vector<std::uint32_t> level_counts(const v1::Agenda& agenda) {
  std::vector<std::uint32_t> counts;
  for (const v1::Issue& issue : agenda.issues()) {
    counts.push_back(static_cast<std::uint32_t>(issue.values_size()));
  }
  return counts;
}

}  // namespace

TableState::TableState(const v1::Opening& opening, base::SeatId own)
    : deadline_rounds_(opening.deadline_rounds()),
      sample_size_(static_cast<std::size_t>(opening.sample_size())),
      packages_(opening.sample().begin(), opening.sample().end()),
      levels_(level_counts(opening.agenda())) {
  MONAZITE_CHECK_EQ(opening.parties_size(), 2, "a table has two parties");
  MONAZITE_CHECK(own == opening.parties(0) || own == opening.parties(1),
                 "an opening goes to its parties only");
  other_ = opening.parties(own == opening.parties(0) ? 1 : 0);
  levels_.add(packages_);
  sorted_sample_.reserve(sample_size_);
  for (std::uint32_t i = 0; i < packages_.size(); ++i) sorted_sample_.emplace_back(packages_[i], i);
  std::sort(sorted_sample_.begin(), sorted_sample_.end());
  model_ = strategies::FrequencyModel(levels_);
}

void TableState::take(const v1::Brief& brief) {
  urgency_ = std::clamp(brief.urgency(), 0.0, 1.0);
  if (brief.only_additions()) {
    reservation_ = brief.reservation_musd();
    take_additions(brief);
  } else if (brief.value_musd_size() > 0) {
    reservation_ = brief.reservation_musd();
    take_whole(brief);
  }
  for (const std::uint64_t outcome : brief.barred()) bar(outcome);
}

void TableState::take_whole(const v1::Brief& brief) {
  packages_.resize(sample_size_);
  packages_.insert(packages_.end(), brief.ideas().begin(), brief.ideas().end());
  const std::size_t size = packages_.size();
  MONAZITE_CHECK_EQ(static_cast<std::size_t>(brief.value_musd_size()), size,
                    "a brief values the sample and its ideas");
  values_.assign(brief.value_musd().begin(), brief.value_musd().end());
  believed_.assign(brief.believed_other_musd().begin(), brief.believed_other_musd().end());
  believed_.resize(size, 0.0F);
  open_.assign(brief.clearable().begin(), brief.clearable().end());
  open_.resize(size, brief.clearable().empty() ? 1 : 0);
  levels_.shrink(sample_size_);
  levels_.add(std::span<const std::uint64_t>(packages_).subspan(sample_size_));
  model_.replace(levels_, sample_size_);
  for (const std::uint64_t outcome : barred_) close_package(outcome);
  learnt_.reset();
  measure_spread();
}

void TableState::take_additions(const v1::Brief& brief) {
  const auto count = static_cast<std::size_t>(brief.ideas_size());
  if (count == 0) return;
  MONAZITE_CHECK_EQ(static_cast<std::size_t>(brief.value_musd_size()), count,
                    "a brief of additions values its ideas");
  MONAZITE_CHECK_EQ(values_.size(), packages_.size(), "additions follow a whole brief");
  for (std::size_t i = 0; i < count; ++i) {
    const int k = static_cast<int>(i);
    packages_.push_back(brief.ideas(k));
    values_.push_back(brief.value_musd(k));
    believed_.push_back(k < brief.believed_other_musd_size() ? brief.believed_other_musd(k) : 0.0F);
    const bool clearable =
        brief.clearable().empty() || (i < brief.clearable().size() && brief.clearable()[i] != 0);
    open_.push_back(clearable && !barred(packages_.back()) ? 1 : 0);
    levels_.add(packages_.back());
  }
  model_.extend(levels_);
  measure_spread();
}

void TableState::measure_spread() {
  spread_ = 0;
  if (believed_.empty()) return;
  const auto [lowest, highest] = std::minmax_element(believed_.begin(), believed_.end());
  spread_ = static_cast<double>(*highest) - static_cast<double>(*lowest);
}

void TableState::other_offered(std::uint64_t outcome) {
  ++rounds_;
  standing_ = outcome;
  standing_holds_ = true;
  model_.observe(levels_, outcome);
}

void TableState::offered(std::uint64_t outcome) {
  ++rounds_;
  own_offer_ = outcome;
  stood_before_ = standing_holds_;
  standing_holds_ = false;
}

void TableState::refused(v1::Refusal::Reason reason) {
  if (!own_offer_ || standing_holds_) return;  // the move refused was no offer
  if (rounds_ > 0) --rounds_;
  standing_holds_ = stood_before_;
  if (reason == v1::Refusal::REASON_BARRED_PACKAGE || reason == v1::Refusal::REASON_NOT_CLEARABLE ||
      reason == v1::Refusal::REASON_OUTSIDE_AGENDA) {
    bar(*own_offer_);
  }
}

void TableState::bar(std::uint64_t outcome) {
  const auto place = std::lower_bound(barred_.begin(), barred_.end(), outcome);
  if (place != barred_.end() && *place == outcome) return;
  barred_.insert(place, outcome);
  close_package(outcome);
  if (standing_ == outcome) standing_holds_ = false;
}

bool TableState::barred(std::uint64_t outcome) const {
  return std::binary_search(barred_.begin(), barred_.end(), outcome);
}

void TableState::close_package(std::uint64_t outcome) {
  if (open_.empty()) return;
  auto place = std::lower_bound(sorted_sample_.begin(), sorted_sample_.end(),
                                std::pair<std::uint64_t, std::uint32_t>{outcome, 0});
  for (; place != sorted_sample_.end() && place->first == outcome; ++place)
    open_[place->second] = 0;
  for (std::size_t i = sample_size_; i < packages_.size(); ++i) {
    if (packages_[i] == outcome) open_[i] = 0;
  }
}

std::optional<std::size_t> TableState::find(std::uint64_t outcome) const {
  const auto place = std::lower_bound(sorted_sample_.begin(), sorted_sample_.end(),
                                      std::pair<std::uint64_t, std::uint32_t>{outcome, 0});
  if (values_.empty()) return std::nullopt;
  if (place != sorted_sample_.end() && place->first == outcome) return place->second;
  for (std::size_t i = sample_size_; i < packages_.size(); ++i) {
    if (packages_[i] == outcome) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> TableState::most_pleasing(double lowest_musd) const {
  const std::size_t size = values_.size();
  const float factor = model_.line(spread_).factor;
  const float* const scores = model_.scores().data();
  std::optional<std::size_t> chosen;
  float top = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (static_cast<double>(values_[i]) < lowest_musd || open_[i] == 0) continue;
    const float estimate = believed_[i] + factor * scores[i];
    if (!chosen || estimate > top) {
      chosen = i;
      top = estimate;
    }
  }
  return chosen;
}

double TableState::estimated_other(std::size_t package) const {
  const strategies::FrequencyModel::Line line = model_.line(spread_);
  return static_cast<double>(believed_[package] + line.factor * model_.scores()[package] +
                             line.constant);
}

std::optional<std::size_t> TableState::best() const {
  std::optional<std::size_t> chosen;
  float top = 0;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (open_[i] != 0 && (!chosen || values_[i] > top)) {
      chosen = i;
      top = values_[i];
    }
  }
  return chosen;
}

std::optional<double> TableState::learnt(std::uint64_t outcome) const {
  if (!learnt_ || learnt_->first != outcome) return std::nullopt;
  return learnt_->second;
}

}  // namespace monazite::parties
