#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/draws.hpp>
#include <protocol/messages/envelope.pb.h>
#include <world/mandates/clearance.hpp>
#include <world/mandates/ideas.hpp>
#include <world/mandates/packages.hpp>
#include <world/mandates/reservation.hpp>
#include <world/mandates/term_tables.hpp>

namespace monazite::mandates {

/// What a government appraises a table with: both sides' models, its own exact and the other's as
/// believed. Rebuilt when beliefs change.
struct Models {
  SideModel own;
  SideModel other;
  double surviving = 0;    ///< share of the flow expected to outlive the start of India's plants
  double most_ndpr_t = 0;  ///< a year, that India can deliver as far as known
  double most_reo_t = 0;
  bool near_summit = false;
  equations::Clearance clearance{};  ///< how a deal passes at home
  std::uint64_t version = 0;

  [[nodiscard]] bool deliverable(const Package& package) const {
    return package.q <= most_ndpr_t && package.volume_t <= most_reo_t;
  }
};

/// One consultation as one side's staff sees it: the packages, what they are worth, what is barred,
/// how much patience is left.
class Consultation {
 public:
  Consultation(std::uint64_t conversation, const v1::Opening& opening,
               const treaty::MouTerms& status_quo, const equations::Parameters& parameters);

  [[nodiscard]] std::uint64_t conversation() const { return conversation_; }
  [[nodiscard]] const PackageReader& reader() const { return reader_; }
  [[nodiscard]] const std::vector<agenda::Outcome>& sample() const { return sample_; }
  [[nodiscard]] const std::vector<agenda::Outcome>& ideas() const { return ideas_; }
  [[nodiscard]] const std::set<agenda::Outcome>& barred() const { return barred_; }
  void bar(agenda::Outcome outcome) { barred_.insert(outcome); }

  /// Values the sample and the ideas with `models`; nothing happens when that was done already.
  void appraise(const Models& models, double q0);
  /// Lets the staff work out more ideas, once for each version of `models`; call after appraise().
  void add_ideas(const Models& models, base::Day today, const base::Draws& draws,
                 base::SeatId seat);

  // After appraise(): by package of the sample, then of the ideas. M.
  [[nodiscard]] const std::vector<double>& own_values() const { return own_values_; }
  [[nodiscard]] const std::vector<double>& other_values() const { return other_values_; }
  [[nodiscard]] const std::vector<Consent>& consents() const { return consents_; }
  /// Extremes of own values over the sample when the encounter opened.
  [[nodiscard]] double lowest() const { return lowest_; }
  [[nodiscard]] double highest() const { return highest_; }

  // Any package, by the tables of the last appraise(). M.
  [[nodiscard]] double own_value(const Package& package) const { return own_table_.value(package); }
  [[nodiscard]] double other_value(const Package& package) const {
    return other_table_.value(package);
  }
  [[nodiscard]] Consent consent(const Models& models, const Package& package) const {
    return consent(models, package, own_value(package));
  }
  /// Place among the sample and then the ideas; their number if it is none of them.
  [[nodiscard]] std::size_t place(agenda::Outcome outcome) const;

  /// Patience used up, in meetings.
  double clock = 0;
  base::Day last_meeting{};

 private:
  /// The same when its value to the own side is known.
  [[nodiscard]] Consent consent(const Models& models, const Package& package,
                                double own_value) const;
  void tabulate(const Models& models, double q0);
  /// Where the staff starts from: half the best packages of the sample, by the smaller gain of the
  /// two sides, half drawn.
  [[nodiscard]] std::vector<agenda::Outcome> starts(const Models& models, std::size_t count,
                                                    base::Day today, const base::Draws& draws,
                                                    base::SeatId seat) const;
  /// Values packages from place `first` on.
  void value_from(std::size_t first, const Models& models);

  std::uint64_t conversation_;
  PackageReader reader_;
  std::vector<agenda::Outcome> sample_;
  std::vector<agenda::Outcome> known_;  ///< sample and ideas, sorted
  std::vector<agenda::Outcome> ideas_;
  std::vector<Package> packages_;  ///< of the sample, then of the ideas
  std::set<agenda::Outcome> barred_;

  std::uint64_t version_ = 0;        ///< of the models that the values below are of
  std::uint64_t ideas_version_ = 0;  ///< of the models that ideas were last worked out with
  bool scaled_ = false;
  double lowest_ = 0, highest_ = 0;
  TermTables own_table_, other_table_;
  std::vector<TermTables> office_tables_;
  std::vector<std::size_t> asked_;  ///< places of offices, those with a veto first
  std::vector<double> own_values_, other_values_;
  std::vector<Consent> consents_;
};

}  // namespace monazite::mandates
