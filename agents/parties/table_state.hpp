#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <agents/strategies/opponent.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/encounter.pb.h>
#include <protocol/messages/mandate.pb.h>

namespace monazite::parties {

/// What a seat knows of one encounter, from the messages it was sent: the packages of its briefs
/// with their values, what stands on the table, what the other side asked for. Shared by all
/// built-in negotiators. Packages are numbered as in the briefs: Opening.sample first, then ideas.
class TableState {
 public:
  /// `own` must be one of the two parties of the opening.
  TableState(const v1::Opening& opening, base::SeatId own);

  /// Takes in the values of a brief (PURPOSE_MEETING or PURPOSE_YOUR_MOVE), whole or additions
  /// only.
  void take(const v1::Brief& brief);
  /// The other side offered.
  void other_offered(std::uint64_t outcome);
  /// This seat offers; the offer of the other side no longer stands.
  void offered(std::uint64_t outcome);
  /// The registrar refused this seat's last move: nothing happened. If it was an offer that may not
  /// be made, it will not be made again.
  void refused(v1::Refusal::Reason reason);
  /// Refused at home, here or there: may not be offered again.
  void bar(std::uint64_t outcome);

  [[nodiscard]] base::SeatId other() const { return other_; }
  [[nodiscard]] std::size_t packages() const { return packages_.size(); }
  [[nodiscard]] std::uint64_t outcome(std::size_t package) const { return packages_[package]; }
  /// Own value, M.
  [[nodiscard]] const std::vector<float>& values() const { return values_; }
  /// What this seat believes the other side's value to be before any offer is counted, M.
  [[nodiscard]] const std::vector<float>& believed() const { return believed_; }
  /// 1 where home would clear the package and it is not barred.
  [[nodiscard]] const std::vector<std::uint8_t>& open() const { return open_; }
  /// Number of the package with this outcome, if a brief valued it.
  [[nodiscard]] std::optional<std::size_t> find(std::uint64_t outcome) const;
  [[nodiscard]] bool barred(std::uint64_t outcome) const;

  [[nodiscard]] double reservation() const { return reservation_; }  ///< value of no deal, M
  [[nodiscard]] double urgency() const { return urgency_; }          ///< own clock, 0 to 1
  /// The other side's offer, if one stands.
  [[nodiscard]] std::optional<std::uint64_t> standing() const {
    return standing_holds_ ? standing_ : std::nullopt;
  }
  [[nodiscard]] std::optional<std::uint64_t> last_own_offer() const { return own_offer_; }
  /// No offer can follow: the receiver accepts, or it ends.
  [[nodiscard]] bool last_chance() const { return rounds_ >= deadline_rounds_; }

  /// The open package with own value >= `lowest_musd` that pleases the other side most by this
  /// seat's estimate (belief moved by its offers); ties in the order of the packages. Nothing if
  /// there is none.
  [[nodiscard]] std::optional<std::size_t> most_pleasing(double lowest_musd) const;
  /// That estimate for one package, M.
  [[nodiscard]] double estimated_other(std::size_t package) const;
  /// The open package of the largest own value; ties in order.
  [[nodiscard]] std::optional<std::size_t> best() const;

  /// What the seat's mandate said of a package that its brief did not list; forgotten with the next
  /// whole brief.
  void learn(std::uint64_t outcome, double value_musd) { learnt_ = {outcome, value_musd}; }
  [[nodiscard]] std::optional<double> learnt(std::uint64_t outcome) const;

 private:
  void take_whole(const v1::Brief& brief);
  void take_additions(const v1::Brief& brief);
  void close_package(std::uint64_t outcome);
  void measure_spread();

  base::SeatId other_;
  std::uint32_t deadline_rounds_;
  std::size_t sample_size_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> sorted_sample_;  ///< outcome, package

  std::vector<std::uint64_t> packages_;
  std::vector<float> values_;
  std::vector<float> believed_;
  std::vector<std::uint8_t> open_;
  std::vector<std::uint64_t> barred_;
  double reservation_ = 0;
  double urgency_ = 0;
  double spread_ = 0;  ///< of believed_, M

  strategies::LevelTable levels_;
  strategies::FrequencyModel model_;

  std::uint32_t rounds_ = 0;
  std::optional<std::uint64_t> standing_;
  bool standing_holds_ = false;
  bool stood_before_ = false;  ///< standing_holds_ before this seat's last offer
  std::optional<std::uint64_t> own_offer_;
  std::optional<std::pair<std::uint64_t, double>> learnt_;
};

}  // namespace monazite::parties
