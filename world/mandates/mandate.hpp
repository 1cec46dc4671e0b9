#pragma once

#include <cstdint>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/messages/envelope.pb.h>
#include <world/mandates/clearance.hpp>

namespace monazite::equations {
struct Parameters;
}

namespace monazite::mandates {

/// Who stands behind a seat: goals, reservation value, offices at home. Computed from what the seat
/// was told and nothing else: its only inputs are messages (absorb) and, when it is made, the
/// scenario's parameters and the seat's own private type. It is shown to its own seat only (Brief,
/// Appraisal); the analysis after the game asks all of them.
class Mandate {
 public:
  virtual ~Mandate() = default;

  /// Every message that the seat receives or sends, and every public one, in order.
  virtual void absorb(const v1::Envelope& message) = 0;

  /// The numbers of the scenario are others from today on: what was absorbed stays believed, and is
  /// valued by them from the next prepare() on. A table that is open keeps the reading of notice
  /// and volume with which it opened.
  virtual void adopt(const equations::Parameters& /*parameters*/) {}

  /// Brings values up to date with what was absorbed; cheap when nothing changed. Call before the
  /// questions below whenever the day or the observations changed.
  virtual void prepare(base::Day today) = 0;

  /// Fills acts and offices for PURPOSE_ACTS / PURPOSE_INVITATION.
  virtual void brief_acts(v1::Brief& brief) const = 0;
  /// Fills all table fields for the open encounter `conversation` (whose Opening was absorbed).
  virtual void brief_table(std::uint64_t conversation, v1::Brief& brief) const = 0;
  /// The same fields, with arrays for `packages` alone (Brief.ideas = packages): what came on the
  /// table since the last full brief, such as an offer outside the sample.
  virtual void brief_additions(std::uint64_t conversation,
                               const std::vector<std::uint64_t>& packages,
                               v1::Brief& brief) const = 0;

  /// Values of packages of the open encounter `conversation`. Unit: M (million USD, present value).
  virtual void values(std::uint64_t conversation, const std::vector<std::uint64_t>& outcomes,
                      std::vector<double>& values_musd) const = 0;
  [[nodiscard]] virtual v1::Worth worth(std::uint64_t conversation,
                                        std::uint64_t outcome) const = 0;
  [[nodiscard]] virtual double reservation(std::uint64_t conversation) const = 0;
  [[nodiscard]] virtual v1::Worth reservation_worth(std::uint64_t conversation) const = 0;

  /// Whether home would clear the package, and the vote of each office (section "clearance" of
  /// docs/model.md). Companies clear what is worth no less than their reservation value.
  virtual void clear(std::uint64_t conversation, std::uint64_t outcome,
                     v1::Clearance& clearance) const = 0;

  /// For the analysis after a meeting: what each package of the open encounter's sample, and then
  /// of the ideas, needs at home; compare with the other seat's by compare_win_sets(). Empty for a
  /// seat without offices.
  [[nodiscard]] virtual std::vector<Consent> consents(std::uint64_t /*conversation*/) const {
    return {};
  }
  /// The office that a place in those bits stands for; OFFICE_NONE for a place that is none.
  [[nodiscard]] virtual v1::Office office_at(int /*place*/) const { return v1::OFFICE_NONE; }
};

}  // namespace monazite::mandates
