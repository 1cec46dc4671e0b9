#include <algorithm>
#include <array>
#include <limits>

#include <world/mandates/ideas.hpp>

namespace monazite::mandates {
namespace {

using treaty::MouIssue;

/// What a loss of one of those who must agree counts against a gain.
constexpr double kPenalty = 10;
constexpr int kSweeps = 2;
/// In the order in which they are moved: first what pays, then what is paid for.
constexpr std::array<MouIssue, 14> kMoved = {
    MouIssue::kPremium, MouIssue::kFloor,        MouIssue::kFinance,   MouIssue::kMagnets,
    MouIssue::kOrigin,  MouIssue::kTechnology,   MouIssue::kVolume,    MouIssue::kMix,
    MouIssue::kPost,    MouIssue::kJointVenture, MouIssue::kDiversion, MouIssue::kNotice,
    MouIssue::kTerm,    MouIssue::kHeavySwap};

struct Score {
  double mix = 0;
  bool bearable = false;
};

constexpr double kWorst = -1e9;

/// Losses only add up, so offices are not asked any more once the mix is not above `best`: the mix
/// is then some number that is not above it either.
Score score(const StaffView& view, const Package& package, double own_share, double best) {
  if (!view.deliverable(package)) return {kWorst, false};
  const double own = view.own->value(package) - view.own_reservation;
  const double other = view.other->value(package) - view.other_reservation;
  const double gain = own_share * own + (1 - own_share) * other;
  double loss = std::max(0.0, -own) + std::max(0.0, -other);
  for (const StaffView::Veto& veto : view.vetoes) {
    if (gain - kPenalty * loss <= best) break;
    loss += std::max(0.0, veto.least - veto.table->value(package));
  }
  return {gain - kPenalty * loss, loss == 0};
}

class Climber {
 public:
  Climber(const StaffView& view, const std::vector<agenda::Outcome>& known, std::size_t most)
      : view_(view), known_(known), most_(most) {}

  void climb(agenda::Outcome start, double own_share) {
    const PackageReader& reader = *view_.reader;
    reader.agenda().levels(start, levels_.data());
    constexpr double kNone = -std::numeric_limits<double>::infinity();
    double best = score(view_, reader.read_levels(levels_.data()), own_share, kNone).mix;
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      for (const MouIssue issue : kMoved) {
        if (reader.place(issue) >= 0) best = move(issue, own_share, best);
      }
    }
  }

  [[nodiscard]] std::vector<agenda::Outcome> ideas() && { return std::move(ideas_); }

 private:
  double move(MouIssue issue, double own_share, double best) {
    const PackageReader& reader = *view_.reader;
    std::uint32_t& level = levels_[static_cast<std::size_t>(reader.place(issue))];
    const std::uint32_t present = level;
    std::uint32_t chosen = present;
    for (std::uint32_t candidate = 0; candidate < reader.count(issue); ++candidate) {
      if (candidate == present) continue;
      level = candidate;
      const Score found = score(view_, reader.read_levels(levels_.data()), own_share, best);
      if (found.mix <= best) continue;
      best = found.mix;
      chosen = candidate;
      if (found.bearable) keep();
    }
    level = chosen;
    return best;
  }

  void keep() {
    const agenda::Outcome outcome = view_.reader->agenda().outcome(levels_.data());
    if (ideas_.size() >= most_ || std::binary_search(known_.begin(), known_.end(), outcome)) return;
    if (std::find(ideas_.begin(), ideas_.end(), outcome) != ideas_.end()) return;
    ideas_.push_back(outcome);
  }

  const StaffView& view_;
  const std::vector<agenda::Outcome>& known_;
  std::size_t most_;
  std::array<std::uint32_t, PackageReader::kMaxIssues> levels_{};
  std::vector<agenda::Outcome> ideas_;
};

}  // namespace

std::vector<agenda::Outcome> work_out_ideas(const StaffView& view,
                                            const std::vector<agenda::Outcome>& starts,
                                            const std::vector<agenda::Outcome>& known,
                                            std::size_t most) {
  Climber climber(view, known, most);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const double own_share = (static_cast<double>(i) + 0.5) / static_cast<double>(starts.size());
    climber.climb(starts[i], own_share);
  }
  return std::move(climber).ideas();
}

}  // namespace monazite::mandates
