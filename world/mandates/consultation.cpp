#include <algorithm>
#include <numeric>
#include <utility>

#include <protocol/base/check.hpp>
#include <world/mandates/consultation.hpp>

namespace monazite::mandates {
namespace {

constexpr base::Purpose kStarts{"mandates.ideas.starts"};
constexpr std::size_t kFirstStarts = 24;  ///< climbs when an encounter opens
constexpr std::size_t kLaterStarts = 4;   ///< and each time that values changed
constexpr std::size_t kMostIdeas = 300;
constexpr double kIdeasPerSample = 0.3;

agenda::Agenda read_agenda(const v1::Opening& opening) {
  auto agenda = agenda::Agenda::from_message(opening.agenda());
  MONAZITE_CHECK(agenda.has_value(), "an opening carries a sound agenda");
  return *std::move(agenda);
}

std::vector<Weighted> weighted(const SideModel& model) {
  std::vector<Weighted> list;
  for (std::size_t i = 0; i < model.offices.size(); ++i) {
    list.push_back({&model.appraisers[i], model.weights[i]});
  }
  return list;
}

}  // namespace

Consultation::Consultation(std::uint64_t conversation, const v1::Opening& opening,
                           const treaty::MouTerms& status_quo,
                           const equations::Parameters& parameters)
    : conversation_(conversation),
      reader_(read_agenda(opening), status_quo, parameters),
      sample_(opening.sample().begin(), opening.sample().end()),
      known_(sample_) {
  std::sort(known_.begin(), known_.end());
  packages_.reserve(sample_.size());
  for (const agenda::Outcome outcome : sample_) packages_.push_back(reader_.read(outcome));
}

void Consultation::tabulate(const Models& models, double q0) {
  const ClauseLevels own_levels(*models.own.clauses, reader_);
  own_table_ = TermTables(weighted(models.own), own_levels, q0);
  office_tables_.clear();
  office_tables_.reserve(models.own.appraisers.size());
  for (const Appraiser& appraiser : models.own.appraisers) {
    office_tables_.emplace_back(std::vector<Weighted>{{&appraiser, 1}}, own_levels, q0);
  }
  asked_.resize(office_tables_.size());
  std::iota(asked_.begin(), asked_.end(), std::size_t{0});
  std::stable_partition(asked_.begin(), asked_.end(),
                        [&](std::size_t i) { return models.own.offices[i].can_veto; });
  other_table_ =
      TermTables(weighted(models.other), ClauseLevels(*models.other.clauses, reader_), q0);
}

Consent Consultation::consent(const Models& models, const Package& package,
                              double own_value) const {
  // India knows what it can deliver; Japan does not presume to.
  if (models.own.side == Side::kIndia && !models.deliverable(package)) return 0;
  const double side_gain = own_value - models.own.side_no_deal.total();
  if (side_gain < 0) return 0;  // most packages; their offices need not be asked
  OfficeGains gains{};
  int vetoes = 0;
  for (const std::size_t i : asked_) {
    gains[i] = office_tables_[i].value(package) - models.own.no_deal[i].total();
    if (!models.own.offices[i].can_veto || gains[i] >= -models.clearance.veto_tolerance_musd)
      continue;
    if (++vetoes == 2) return 0;  // no office alone can bring them round: others need not be asked
  }
  return expected_consent(models.own, models.clearance, side_gain, gains);
}

std::size_t Consultation::place(agenda::Outcome outcome) const {
  const auto in_sample = std::find(sample_.begin(), sample_.end(), outcome);
  if (in_sample != sample_.end()) return static_cast<std::size_t>(in_sample - sample_.begin());
  const auto idea = std::find(ideas_.begin(), ideas_.end(), outcome);
  return sample_.size() + static_cast<std::size_t>(idea - ideas_.begin());
}

void Consultation::appraise(const Models& models, double q0) {
  if (version_ == models.version) return;
  version_ = models.version;
  tabulate(models, q0);
  value_from(0, models);
  if (!scaled_ && !sample_.empty()) {
    scaled_ = true;
    const auto end = own_values_.begin() + static_cast<std::ptrdiff_t>(sample_.size());
    const auto [low, high] = std::minmax_element(own_values_.begin(), end);
    lowest_ = *low;
    highest_ = *high;
  }
}

void Consultation::value_from(std::size_t first, const Models& models) {
  const std::size_t count = packages_.size();
  own_values_.resize(count);
  other_values_.resize(count);
  consents_.resize(count);
  for (std::size_t i = first; i < count; ++i) {
    own_values_[i] = own_table_.value(packages_[i]);
    other_values_[i] = other_table_.value(packages_[i]);
    consents_[i] = consent(models, packages_[i], own_values_[i]);
  }
}

std::vector<agenda::Outcome> Consultation::starts(const Models& models, std::size_t count,
                                                  base::Day today, const base::Draws& draws,
                                                  base::SeatId seat) const {
  std::vector<std::pair<double, std::size_t>> ranked;
  ranked.reserve(sample_.size());
  for (std::size_t i = 0; i < sample_.size(); ++i) {
    const double gain = std::min(own_values_[i] - models.own.side_no_deal.total(),
                                 other_values_[i] - models.other.side_no_deal.total());
    ranked.emplace_back(-gain, i);
  }
  const std::size_t best = std::min(count / 2, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(best),
                    ranked.end());
  std::vector<agenda::Outcome> from;
  for (std::size_t i = 0; i < best; ++i) from.push_back(sample_[ranked[i].second]);
  for (std::size_t i = best; i < count; ++i) {
    const auto draw =
        draws.below(sample_.size(), kStarts, today, seat, static_cast<std::uint32_t>(i));
    from.push_back(sample_[static_cast<std::size_t>(draw)]);
  }
  return from;
}

void Consultation::add_ideas(const Models& models, base::Day today, const base::Draws& draws,
                             base::SeatId seat) {
  const auto most = std::min(
      kMostIdeas, static_cast<std::size_t>(kIdeasPerSample * static_cast<double>(sample_.size())));
  if (ideas_version_ == models.version || sample_.empty() || ideas_.size() >= most) return;
  ideas_version_ = models.version;
  StaffView view;
  view.reader = &reader_;
  view.own = &own_table_;
  view.other = &other_table_;
  view.own_reservation = models.own.side_no_deal.total();
  view.other_reservation = models.other.side_no_deal.total();
  view.most_ndpr_t = models.most_ndpr_t;
  view.most_reo_t = models.most_reo_t;
  for (std::size_t i = 0; i < models.own.offices.size(); ++i) {
    if (!models.own.offices[i].can_veto) continue;
    view.vetoes.push_back(
        {&office_tables_[i], models.own.no_deal[i].total() - models.clearance.veto_tolerance_musd});
  }
  const std::vector<agenda::Outcome> from =
      starts(models, ideas_.empty() ? kFirstStarts : kLaterStarts, today, draws, seat);
  const std::size_t before = packages_.size();
  for (const agenda::Outcome idea : work_out_ideas(view, from, known_, most - ideas_.size())) {
    ideas_.push_back(idea);
    packages_.push_back(reader_.read(idea));
    known_.insert(std::lower_bound(known_.begin(), known_.end(), idea), idea);
  }
  value_from(before, models);
}

}  // namespace monazite::mandates
