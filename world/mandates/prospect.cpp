#include <algorithm>
#include <array>

#include <world/mandates/prospect.hpp>

namespace monazite::mandates {
namespace {

constexpr base::Purpose kPackages{"mandates.prospect.packages"};
constexpr std::uint32_t kPackagesDrawn = 300;
/// A package worse than any that could matter: no package of the set can be delivered.
constexpr double kNothing = -1e6;

}  // namespace

Prospect::Prospect(const agenda::Agenda& agenda, const treaty::MouTerms& status_quo,
                   const equations::Parameters& parameters, const base::Draws& draws,
                   base::SeatId seat, base::Day first_day)
    : reader_(agenda, status_quo, parameters) {
  const auto issues = static_cast<std::uint32_t>(agenda.issues().size());
  std::array<std::uint32_t, PackageReader::kMaxIssues> levels{};
  for (std::uint32_t i = 0; i < kPackagesDrawn; ++i) {
    const bool near = i % 2 == 0;
    for (std::uint32_t k = 0; k < issues; ++k) {
      const auto words = draws.words(kPackages, first_day, seat, i * issues + k);
      const agenda::Issue& issue = agenda.issues()[k];
      const bool stays = near && (words.second & 1U) != 0;
      levels[k] =
          stays ? issue.status_quo : static_cast<std::uint32_t>(words.first % issue.levels());
    }
    packages_.push_back(reader_.read_levels(levels.data()));
  }
}

double Prospect::best_smaller_gain(const Models& models, double q0) const {
  const auto table = [&](const SideModel& side) {
    std::vector<Weighted> list;
    for (std::size_t i = 0; i < side.offices.size(); ++i) {
      list.push_back({&side.appraisers[i], side.weights[i]});
    }
    return TermTables(list, ClauseLevels(*side.clauses, reader_), q0);
  };
  const TermTables own = table(models.own);
  const TermTables other = table(models.other);
  const double own_reservation = models.own.side_no_deal.total();
  const double other_reservation = models.other.side_no_deal.total();
  double best = kNothing;
  for (const Package& package : packages_) {
    if (!models.deliverable(package)) continue;
    const double gain =
        std::min(own.value(package) - own_reservation, other.value(package) - other_reservation);
    best = std::max(best, gain);
  }
  return best;
}

}  // namespace monazite::mandates
