#include <agents/strategies/competition/gahboninho.hpp>

namespace monazite::strategies {
namespace {

constexpr double kFirm = 0.9;

class GahboninhoView final : public Standpoint {
 public:
  explicit GahboninhoView(GahboninhoSettings settings) : settings_(settings) {}

  void begin(const Place& place) override {
    Standpoint::begin(place);
    probe_ = std::max(1.0, std::min(settings_.probe, place.rounds / 10.0));
    probe_end_ = probe_ / (place.rounds + 1.0);
    at_probe_end_ = 0;
    now_ = 0;
  }
  [[nodiscard]] bool probing(const Turn& turn) const { return turn.round < probe_; }
  [[nodiscard]] double probe(const Turn& turn) const {
    return 1 - (1 - kFirm) * turn.round / probe_;
  }
  [[nodiscard]] double demand(const Turn& turn, double meeting) const {
    const double share =
        std::clamp((turn.time - probe_end_) / std::max(1e-9, 1 - probe_end_), 0.0, 1.0);
    const double reach = std::max(0.0, kFirm - meeting);
    return std::max(floor(), kFirm - (1 - compliance()) * reach * share * share);
  }
  [[nodiscard]] bool in_last_stage(const Turn& turn) const {
    return turn.time >= settings_.last_stage;
  }

 private:
  void learn(const Bid& bid) override {
    if (bid.turn.round <= probe_) at_probe_end_ = best_received_level();
    now_ = bid.turn.time;
  }
  [[nodiscard]] double compliance() const {
    const double missing = 1 - at_probe_end_;
    const double elapsed = now_ - probe_end_;
    if (!(missing > 0)) return 1;
    if (!(elapsed > 0)) return 0;
    const double pace = (best_received_level() - at_probe_end_) / elapsed;
    return std::clamp(pace * (1 - probe_end_) / missing, 0.0, 1.0);
  }

  GahboninhoSettings settings_;
  double probe_ = 1;         ///< rounds
  double probe_end_ = 0;     ///< relative time
  double at_probe_end_ = 0;  ///< level of the best offer received by then
  double now_ = 0;           ///< when it heard last
};

class GahboninhoBidding final : public StandpointBidding<GahboninhoView> {
 public:
  using StandpointBidding::StandpointBidding;

  void begin(const Place& place) override {
    StandpointBidding::begin(place);
    meeting_ = kFirm;
    look_again_ = 0;
  }
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel* model) override {
    GahboninhoView& view = standpoint();
    if (view.probing(turn)) {
      return view.best_for_other(view.probe(turn), view.probe(turn) + kBand, model);
    }
    if (turn.round >= look_again_) {
      look_again_ = turn.round + std::max(1U, turn.rounds / 20);
      meeting_ = meeting_level(model);
    }
    constexpr double kSlack = 0.05;
    const auto& received = view.best_received();
    if (view.in_last_stage(turn) && received && received->own_value >= view.own().reservation() &&
        view.best_received_level() >= meeting_ - kSlack) {
      return received->outcome;
    }
    const double demand = view.demand(turn, meeting_);
    return view.best_for_other(demand, demand + kBand, model);
  }

 private:
  /// Own level of the package with the largest minimum of both sides.
  [[nodiscard]] double meeting_level(const OpponentModel* model) {
    const preferences::Ranking& ranking = standpoint().own().table().rational();
    if (model == nullptr || ranking.empty()) return kFirm;
    const std::size_t step = 1 + (ranking.size() - 1) / Standpoint::kMostCandidates;
    standpoint().own().spend(1 + (ranking.size() - 1) / step);
    double most = -1;
    double meeting = kFirm;
    for (std::size_t rank = 0; rank < ranking.size(); rank += step) {
      const double mine = standpoint().level(ranking.value(rank));
      const Outcome outcome = standpoint().own().table().outcome(ranking.at(rank));
      const double least = std::min(mine, model->estimate(outcome));
      if (least >= most) {
        most = least;
        meeting = mine;
      }
    }
    return meeting;
  }

  double meeting_ = kFirm;
  std::uint32_t look_again_ = 0;  ///< round
};

class GahboninhoAcceptance final : public StandpointAcceptance<GahboninhoView> {
 public:
  using StandpointAcceptance::StandpointAcceptance;

 private:
  bool accepts(const Turn&, double level, NextBid& next) override {
    return level >= level_of(next);
  }
};

}  // namespace

AgentParts gahboninho(GahboninhoSettings settings) {
  auto view = std::make_shared<GahboninhoView>(settings);
  return {std::make_unique<GahboninhoBidding>(view), std::make_unique<GahboninhoAcceptance>(view)};
}

}  // namespace monazite::strategies
