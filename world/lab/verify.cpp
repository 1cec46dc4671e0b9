#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include <agents/parties/replay_party.hpp>
#include <world/engine/history.hpp>
#include <world/engine/later.hpp>
#include <world/lab/verify.hpp>
#include <world/scenarios/load.hpp>

namespace monazite::lab {
namespace {

/// What the recording says of a run, as far as a verification needs it.
struct Recorded {
  std::map<base::SeatId, std::vector<v1::Envelope>> said;  ///< by seat
  std::map<std::uint32_t, std::uint64_t> hashes;           ///< by month
};

Recorded read(recording::Recording& recording) {
  Recorded recorded;
  recording::Window window;
  window.kinds = recording::kEnvelopes | recording::kHashes;
  recording.visit(window, [&recorded](const recording::Record& record) {
    if (const auto* envelope = std::get_if<const v1::Envelope*>(&record.content)) {
      if ((*envelope)->from() >= base::kFirstSeat)
        recorded.said[(*envelope)->from()].push_back(**envelope);
    } else if (const auto* hash = std::get_if<const v1::StateHash*>(&record.content)) {
      recorded.hashes[(*hash)->month()] = (*hash)->hash();
    }
  });
  return recorded;
}

/// Compares the months of a new history with the recorded ones.
class Comparison final : public engine::Witness {
 public:
  Comparison(const std::map<std::uint32_t, std::uint64_t>& hashes, std::atomic<bool>& stop)
      : hashes_(hashes), stop_(stop) {}

  void on_month(base::Day, const v1::WorldSnapshot&, const v1::StateHash& hash) override {
    const auto recorded = hashes_.find(hash.month());
    if (recorded == hashes_.end() || result.first_different_month) return;
    ++result.months;
    if (recorded->second != hash.hash()) {
      result.first_different_month = hash.month();
      result.recorded_hash = recorded->second;
      result.computed_hash = hash.hash();
    }
    // Nothing behind the last recorded month, or behind the first difference, can be compared.
    if (result.first_different_month || hash.month() == hashes_.rbegin()->first) stop_.store(true);
  }

  Verification result;

 private:
  const std::map<std::uint32_t, std::uint64_t>& hashes_;
  std::atomic<bool>& stop_;
};

}  // namespace

base::Result<Verification> verify(recording::Recording& recording, Verify how,
                                  const std::vector<std::string>& others) {
  const v1::RunHeader& header = recording.header();
  const auto scenario = scenarios::load_text(header.scenario_text(), "scenario in the recording");
  if (!scenario) {
    return base::fail(base::ErrorCode::kDamaged,
                      "the scenario inside the recording cannot be read: " +
                          scenarios::to_string(scenario.error().front()));
  }
  auto later =
      engine::later_settings(*scenario, {header.settings().begin(), header.settings().end()});
  if (!later) {
    return base::fail(
        base::ErrorCode::kDamaged,
        "the later settings of the recording cannot be read: " + later.error().message);
  }
  const Recorded recorded = read(recording);
  if (recorded.hashes.empty()) return Verification{};

  std::atomic<bool> stop{false};
  engine::HistoryOptions options;
  options.seed = header.seed();
  options.run = header.run();
  options.stop = &stop;
  options.later = *std::move(later);
  options.wrapping = [&](const parties::Chair& chair, const scenarios::Seat& seat,
                         std::unique_ptr<parties::Party> party) -> std::unique_ptr<parties::Party> {
    const bool fed_back = how == Verify::kReplay ||
                          std::find(others.begin(), others.end(), seat.name) != others.end();
    if (!fed_back) return party;
    const auto said = recorded.said.find(chair.seat);
    static const std::vector<v1::Envelope> kSilent;
    return std::make_unique<parties::ReplayParty>(said == recorded.said.end() ? kSilent
                                                                              : said->second);
  };
  engine::History history(*scenario, options);
  Comparison comparison(recorded.hashes, stop);
  history.add_witness(comparison);
  history.run();
  comparison.result.matches =
      comparison.result.months > 0 && !comparison.result.first_different_month;
  return comparison.result;
}

}  // namespace monazite::lab
