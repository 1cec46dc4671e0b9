#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/draws.hpp>
#include <protocol/base/roster.hpp>
#include <world/equations/parameters.hpp>
#include <world/mandates/beliefs.hpp>
#include <world/mandates/consultation.hpp>
#include <world/mandates/mandate.hpp>
#include <world/mandates/office.hpp>
#include <world/mandates/private_type.hpp>
#include <world/mandates/prospect.hpp>

namespace monazite::mandates {

/// What a government's mandate is made with.
struct GovernmentSetup {
  Side side = Side::kIndia;
  base::SeatId self = 0;
  base::SeatId other = 0;
  equations::Parameters parameters{};
  std::vector<OfficeSetup> offices;  ///< of both sides; the other's are public as far as they go
  treaty::MouTerms status_quo{};     ///< the arrangement found at the start
  /// The consultation's agenda as the scenario has it, for what talks might bring before they open.
  /// Without it nothing is expected of them.
  std::optional<agenda::Agenda> agenda;
  PrivateType type;
  base::Draws draws{0};
  base::Day first_day{};
  /// For the analysis after the game: values what came true. Feed it the Opening and one
  /// Observation of realised averages; nothing else is needed.
  bool hindsight = false;
};

/// The mandate of India or of Japan: offices with reservation values of their own, reservation
/// value of the state, acts that belong to offices, clearance at home. docs/model.md, "Mandates".
///
/// Not for use from two threads at once: questions fill a memo of the open consultation.
class GovernmentMandate final : public Mandate {
 public:
  explicit GovernmentMandate(GovernmentSetup setup);
  ~GovernmentMandate() override;
  GovernmentMandate(const GovernmentMandate&) = delete;  // models refer to the parameters in here
  GovernmentMandate& operator=(const GovernmentMandate&) = delete;

  void absorb(const v1::Envelope& message) override;
  void adopt(const equations::Parameters& parameters) override;
  void prepare(base::Day today) override;

  void brief_acts(v1::Brief& brief) const override;
  /// Works out new ideas at a meeting (PURPOSE_MEETING) or when the purpose is not set.
  void brief_table(std::uint64_t conversation, v1::Brief& brief) const override;
  void brief_additions(std::uint64_t conversation, const std::vector<std::uint64_t>& packages,
                       v1::Brief& brief) const override;

  /// `conversation` must be the last consultation that opened. Quick when `outcomes` is its sample.
  void values(std::uint64_t conversation, const std::vector<std::uint64_t>& outcomes,
              std::vector<double>& values_musd) const override;
  /// A conversation or package that this seat does not know is worth 0.
  [[nodiscard]] v1::Worth worth(std::uint64_t conversation, std::uint64_t outcome) const override;
  [[nodiscard]] double reservation(std::uint64_t conversation) const override;
  [[nodiscard]] v1::Worth reservation_worth(std::uint64_t conversation) const override;
  void clear(std::uint64_t conversation, std::uint64_t outcome,
             v1::Clearance& clearance) const override;

  [[nodiscard]] std::vector<Consent> consents(std::uint64_t conversation) const override;
  [[nodiscard]] v1::Office office_at(int place) const override;
  /// USD per kg of NdPr in feed below which India would rather keep it, or above which Japan would
  /// rather not buy; for display.
  [[nodiscard]] double reservation_price_usd_per_kg() const;

  // What it is made of, for tests and for tables of a run.
  [[nodiscard]] const Beliefs& beliefs() const { return listener_.beliefs(); }
  [[nodiscard]] const Models& models() const;

 private:
  [[nodiscard]] Outlook outlook(const PrivateType& type) const;
  [[nodiscard]] PrivateType believed_type() const;
  [[nodiscard]] std::vector<double> believed_weights() const;
  void build_models();
  [[nodiscard]] Consultation& table(std::uint64_t conversation) const;
  [[nodiscard]] bool knows(std::uint64_t conversation) const;
  void fill_scalars(const Consultation& table, v1::Brief& brief) const;
  void fill_offices(v1::Brief& brief) const;
  void note_meeting(base::Day day);
  [[nodiscard]] double patience_of_a_meeting(base::Day day) const;
  void hear_clearance(const v1::Clearance& clearance);

  GovernmentSetup setup_;
  std::uint32_t consultations_ = 0;  ///< opened so far; before what is drawn by it
  std::vector<OfficeSetup> own_offices_, other_offices_;  ///< columns normalised
  std::vector<double> own_weights_, other_weights_;       ///< at the table
  double q0_ = 0;
  Listener listener_;
  base::Day today_{};
  std::optional<Models> models_;
  std::uint64_t version_ = 0;
  std::uint64_t heard_ = 0;  ///< version of the beliefs that models_ are of
  bool stale_ = true;
  std::optional<Prospect> prospect_;
  /// Last consultation that opened. Its values are a memo, filled by the first question.
  mutable std::optional<Consultation> table_;
};

}  // namespace monazite::mandates
