#include <algorithm>

#include <protocol/base/check.hpp>
#include <world/mandates/clearance.hpp>

namespace monazite::mandates {
namespace {

/// Sums of weights carry rounding errors.
constexpr double kRounding = 1e-12;

/// How many vetoes are lifted: all or none. `vetoes` are places of offices; nobody lifts the
/// arbiter's own.
std::size_t lifted(const SideModel& model, const HomeView& view, double overrule_musd,
                   const std::vector<std::size_t>& vetoes) {
  for (const std::size_t veto : vetoes) {
    if (model.offices[veto].arbiter) return 0;
  }
  std::size_t allowed = 0;
  for (std::size_t i = 0; i < model.offices.size(); ++i) {
    if (model.offices[i].arbiter && view.gains[i] > overrule_musd + view.arbiter_mood) ++allowed;
  }
  if (view.near_summit && view.side_gain > overrule_musd) ++allowed;
  // Nobody spends his word on a deal that fails at the next door.
  return vetoes.size() <= allowed ? vetoes.size() : 0;
}

std::size_t largest_loss(const std::vector<double>& gains) {
  return static_cast<std::size_t>(std::min_element(gains.begin(), gains.end()) - gains.begin());
}

void refuse(v1::Clearance& clearance, v1::Office office, double gain, v1::ReasonCode code) {
  clearance.set_given(false);
  clearance.set_named(office);
  clearance.mutable_reason()->set_code(code);
  clearance.mutable_reason()->set_office(office);
  clearance.mutable_reason()->set_a(gain);
}

}  // namespace

double vote_tolerance(const equations::Clearance& rules, Side side) {
  return side == Side::kJapan ? rules.vote_tolerance_japan_musd : rules.vote_tolerance_india_musd;
}

void clear_at_home(const SideModel& model, const HomeView& view, const equations::Clearance& rules,
                   double vote_noise_musd, v1::Clearance& clearance) {
  const std::size_t count = model.offices.size();
  const double tolerance = vote_tolerance(rules, model.side);
  double yes_weight = 0;
  std::vector<std::size_t> vetoes;
  for (std::size_t i = 0; i < count; ++i) {
    const bool yes = view.gains[i] + tolerance + vote_noise_musd * view.moods[i] >= 0;
    v1::Vote& vote = *clearance.add_votes();
    vote.set_office(model.offices[i].office);
    vote.set_yes(yes);
    vote.set_gain_musd(view.gains[i]);
    vote.set_veto(!yes && model.offices[i].can_veto);
    if (yes) yes_weight += model.weights[i];
    if (vote.veto()) vetoes.push_back(i);
  }
  std::sort(vetoes.begin(), vetoes.end(),
            [&](std::size_t a, std::size_t b) { return view.gains[a] > view.gains[b]; });
  const std::size_t overruled = lifted(model, view, rules.overrule_musd, vetoes);
  for (std::size_t i = 0; i < overruled; ++i) {
    clearance.mutable_votes(static_cast<int>(vetoes[i]))->set_overruled(true);
  }

  if (!view.deliverable) {
    refuse(clearance, v1::OFFICE_ATOMIC_ENERGY, view.side_gain, v1::REASON_CODE_OFFICE_LOSES);
  } else if (view.side_gain < 0) {
    refuse(clearance, v1::OFFICE_NONE, view.side_gain, v1::REASON_CODE_SIDE_LOSES);
  } else if (overruled < vetoes.size()) {
    refuse(clearance, model.offices[vetoes.back()].office, view.gains[vetoes.back()],
           v1::REASON_CODE_OFFICE_LOSES);
  } else if (yes_weight < rules.majority - kRounding) {
    const std::size_t loser = largest_loss(view.gains);
    refuse(clearance, model.offices[loser].office, view.gains[loser], v1::REASON_CODE_OFFICE_LOSES);
  } else {
    clearance.set_given(true);
    clearance.set_named(v1::OFFICE_NONE);
    clearance.mutable_reason()->set_code(overruled > 0 ? v1::REASON_CODE_ARBITER_OVERRULES
                                                       : v1::REASON_CODE_ALL_CLEAR);
    clearance.mutable_reason()->set_a(view.side_gain);
  }
}

Consent expected_consent(const SideModel& model, const equations::Clearance& rules,
                         double side_gain, const OfficeGains& gains) {
  const std::size_t count = model.offices.size();
  MONAZITE_CHECK_LE(count, kMostOffices, "offices of a side are bits of a word");
  if (side_gain < 0) return 0;
  const double tolerance = vote_tolerance(rules, model.side);
  Consent vetoes = 0, noes = 0;
  double yes_weight = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Consent bit = Consent{1} << i;
    if (model.offices[i].can_veto && gains[i] < -rules.veto_tolerance_musd) vetoes |= bit;
    if (gains[i] + tolerance >= 0) {
      yes_weight += model.weights[i];
    } else {
      noes |= bit;
    }
  }
  const auto majority = [&](double weight) { return weight >= rules.majority - kRounding; };
  if (vetoes == 0 && majority(yes_weight)) return kClears;
  Consent helpful = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Consent bit = Consent{1} << i;
    const double with = yes_weight + ((noes & bit) != 0 ? model.weights[i] : 0);
    if ((vetoes & ~bit) == 0 && majority(with)) helpful |= bit;
  }
  return helpful;
}

WinSets compare_win_sets(const std::vector<Consent>& first, const std::vector<Consent>& second) {
  MONAZITE_CHECK_EQ(first.size(), second.size(), "win-sets are compared on the same packages");
  WinSets sets;
  std::array<std::uint32_t, kMostOffices> first_would{}, second_would{};
  const auto count = [](Consent consent, std::array<std::uint32_t, kMostOffices>& would) {
    for (std::size_t office = 0; consent != 0; ++office, consent >>= 1U) {
      would[office] += consent & 1U;
    }
  };
  for (std::size_t i = 0; i < first.size(); ++i) {
    const bool a = first[i] == kClears;
    const bool b = second[i] == kClears;
    sets.first += a;
    sets.second += b;
    sets.overlap += a && b;
    if (b && !a && first[i] != 0) count(first[i], first_would);
    if (a && !b && second[i] != 0) count(second[i], second_would);
  }
  const auto obstacle = [](const std::array<std::uint32_t, kMostOffices>& would) {
    const auto most = std::max_element(would.begin(), would.end());
    return *most == 0 ? -1 : static_cast<int>(most - would.begin());
  };
  sets.first_obstacle = obstacle(first_would);
  sets.second_obstacle = obstacle(second_would);
  return sets;
}

}  // namespace monazite::mandates
