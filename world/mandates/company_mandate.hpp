#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/draws.hpp>
#include <world/equations/parameters.hpp>
#include <world/mandates/company_beliefs.hpp>
#include <world/mandates/company_tables.hpp>
#include <world/mandates/mandate.hpp>
#include <world/mandates/supply_value.hpp>
#include <world/treaty/terms.hpp>

namespace monazite::mandates {

/// What every company is told when the run begins.
struct CompanySetup {
  base::SeatId seat = 0;  ///< its own
  base::SeatId irel = 0;
  base::SeatId toyotsu = 0;
  base::SeatId india = 0;
  base::SeatId japan = 0;
  base::Day first_day{};
  treaty::MouTerms memorandum;  ///< in force at the start
  /// The consultation's agenda, public like every agreement under it: to read the agreements that
  /// companies hear of (message Agreement, table TABLE_CONSULTATION). Without it they go unread.
  std::optional<agenda::Agenda> memorandum_agenda;
  treaty::SupplyTerms contract;  ///< in force at the start
  base::Day contract_until{};    ///< last day of its term
  /// Multiplies what is private about the seat (IREL: worth of NdPr kept; Toyotsu: refining cost; a
  /// maker: loss from a missing kg), on top of the draw from the scenario's spread. For
  /// experiments.
  double private_scale = 1;
  /// For the analysis after the game: values what came true. Feed it the Opening and one
  /// Observation of realised averages; `memorandum` and `contract` are those of the day it looks
  /// back on.
  bool hindsight = false;
};

/// What the mandates of IREL, Toyotsu and the makers have in common. A company has no offices: home
/// clears what is worth no less than no deal and is not forbidden by a direction, the memorandum or
/// the tonnes at hand. Material and relationship terms only; audience is 0.
class CompanyMandate : public Mandate {
 public:
  void absorb(const v1::Envelope& message) final;
  void adopt(const equations::Parameters& parameters) final;
  void prepare(base::Day today) final;
  void brief_acts(v1::Brief& brief) const final;
  void brief_table(std::uint64_t conversation, v1::Brief& brief) const final;
  void brief_additions(std::uint64_t conversation, const std::vector<std::uint64_t>& packages,
                       v1::Brief& brief) const final;
  void values(std::uint64_t conversation, const std::vector<std::uint64_t>& outcomes,
              std::vector<double>& values_musd) const final;
  [[nodiscard]] v1::Worth worth(std::uint64_t conversation, std::uint64_t outcome) const final;
  [[nodiscard]] double reservation(std::uint64_t conversation) const final;
  [[nodiscard]] v1::Worth reservation_worth(std::uint64_t conversation) const final;
  void clear(std::uint64_t conversation, std::uint64_t outcome,
             v1::Clearance& clearance) const final;

 protected:
  CompanyMandate(const CompanySetup& setup, const equations::Parameters& parameters,
                 const base::Draws& draws);

  /// Why a package cannot be signed, whatever it is worth.
  enum class Obstacle {
    kNone,
    kDirection,   ///< of atomic energy, in force
    kMemorandum,  ///< more or richer than it provides for
    kTonnes,      ///< more than there is
    kNothing      ///< no tonnes: what moves nothing is no contract
  };

  enum class Change { kNone, kTables, kWorld };
  /// Lets go of what ran out before `today`; whether there was any. The memorandum is seen to.
  virtual bool expire(base::Day /*today*/) { return false; }
  /// Keeps what concerns this company beyond beliefs and tables, and says what may have moved.
  virtual Change learn(const v1::Envelope& message) = 0;
  /// Takes up what it made of parameters_ beside coefficients; called by adopt().
  virtual void adopted() {}
  /// From beliefs to coefficients; called by prepare(). kTables: only what is said at tables is
  /// new.
  virtual void revise(Change change) = 0;
  /// Values of `count` packages, whose levels follow one another issue by issue: to this company,
  /// and as it believes to the other. Either array may be null. M.
  virtual void evaluate(const CompanyTable& table, const std::uint32_t* levels, std::size_t count,
                        double* own, double* other) const = 0;
  /// The same value of one package, by term.
  [[nodiscard]] virtual CompanyWorth appraise(const CompanyTable& table,
                                              const std::uint32_t* levels) const = 0;
  [[nodiscard]] virtual CompanyWorth no_deal(const CompanyTable& table) const = 0;
  [[nodiscard]] virtual double believed_no_deal(const CompanyTable& table) const = 0;
  [[nodiscard]] virtual Obstacle obstacle(const CompanyTable& table,
                                          const std::uint32_t* levels) const = 0;
  /// Adds the acts open to the company beside doing nothing.
  virtual void add_acts(v1::Brief& brief) const = 0;

  /// exp(sd n), a private type of this seat; 1 when they are switched off.
  [[nodiscard]] double private_type(std::uint32_t ordinal) const;
  /// exp(sd n), an error about the other side, drawn once for an encounter.
  [[nodiscard]] double belief_error(base::Day opened, std::uint32_t ordinal) const;
  /// The other's reservation value as believed: nobody offers what is worth less to it.
  [[nodiscard]] double believed_reservation(const CompanyTable& at) const;
  [[nodiscard]] const CompanyTable& table(std::uint64_t conversation) const;

  CompanySetup setup_;
  equations::Parameters parameters_;
  base::Draws draws_;
  CompanyBeliefs beliefs_;
  CompanyTables tables_;
  base::Day today_;
  treaty::MouTerms memorandum_;  ///< in force as far as this company heard

 private:
  [[nodiscard]] bool speaks_for_india(const v1::Envelope& message) const;
  bool learn_of_memorandum(const v1::Envelope& message);
  /// Packages and their levels, which follow one another issue by issue.
  struct Packages {
    std::span<const agenda::Outcome> outcomes;
    std::span<const std::uint32_t> levels;
  };
  /// What packages are worth to both sides, in their order.
  struct Values {
    std::vector<double> own, other;
  };
  [[nodiscard]] static Packages sample_of(const CompanyTable& table);
  [[nodiscard]] Values values_of(const CompanyTable& table, const Packages& packages) const;
  [[nodiscard]] std::vector<agenda::Outcome> ideas(const CompanyTable& table,
                                                   const Values& of_sample) const;
  void add_values(const CompanyTable& table, const Packages& packages, const Values& values,
                  v1::Brief& brief) const;
  void add_ideas(const CompanyTable& table, const std::vector<agenda::Outcome>& ideas,
                 v1::Brief& brief) const;
  void add_state(const CompanyTable& table, v1::Brief& brief) const;
  void set_scale(CompanyTable& table) const;

  std::optional<base::Day> memorandum_until_;  ///< nothing: not signed in this history
  Change change_ = Change::kWorld;
};

}  // namespace monazite::mandates
