#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <world/equations/parameters.hpp>
#include <world/treaty/terms.hpp>

namespace monazite::mandates {

/// The numbers of a package that no belief changes, read once. Masses in t a year. The small
/// numbers are places in the tables of TermTables.
struct Package {
  double q = 0;          ///< NdPr before plants run
  double q2 = 0;         ///< and after
  double diversion = 0;  ///< share that may be diverted, weighted by notice [d]
  double light = 0;      ///< La/Ce carried along, before plants run
  double light2 = 0;     ///< and after
  double extra = 0;      ///< NdPr beyond the baseline, before plants run
  double extra2 = 0;     ///< and after
  double heavy_t = 0;    ///< Dy/Tb swapped
  double volume_t = 0;   ///< REO before plants run
  double bound = 0;      ///< share of the baseline's NdPr that the term binds, see bound_share()
  std::uint16_t term = 0;
  std::uint16_t price = 0;     ///< (premium, floor)
  std::uint16_t magnets = 0;   ///< (magnets, origin)
  std::uint16_t industry = 0;  ///< (technology, joint venture)
  std::uint16_t finance = 0;
};

/// Reads the packages of one consultation agenda. Issues that the agenda lacks have one level, that
/// of the status quo. Immutable.
class PackageReader {
 public:
  static constexpr std::size_t kMaxIssues = 32;  ///< of an agenda
  static constexpr std::size_t kIssues = static_cast<std::size_t>(treaty::MouIssue::kCount);

  PackageReader(const agenda::Agenda& agenda, const treaty::MouTerms& status_quo,
                const equations::Parameters& parameters);

  [[nodiscard]] const agenda::Agenda& agenda() const { return agenda_; }
  [[nodiscard]] Package read(agenda::Outcome outcome) const;
  /// One level for each issue of the agenda, in its order.
  [[nodiscard]] Package read_levels(const std::uint32_t* chosen) const;
  [[nodiscard]] treaty::MouTerms terms(agenda::Outcome outcome) const;

  /// Numbers behind the levels of an issue; at least one.
  [[nodiscard]] const std::vector<double>& levels(treaty::MouIssue issue) const {
    return levels_[static_cast<std::size_t>(issue)];
  }
  [[nodiscard]] std::size_t count(treaty::MouIssue issue) const { return levels(issue).size(); }
  /// How much of a joint venture works, by level of technology on the agenda [e].
  [[nodiscard]] const std::vector<double>& joint_venture_effects() const {
    return joint_venture_effects_;
  }
  /// Share of a Dy/Tb swap that counts before India's plants run.
  [[nodiscard]] double heavy_before_plants() const { return heavy_before_plants_; }
  /// The issue's place on the agenda, or -1.
  [[nodiscard]] int place(treaty::MouIssue issue) const {
    return place_[static_cast<std::size_t>(issue)];
  }

 private:
  agenda::Agenda agenda_;
  treaty::MouTerms status_quo_;
  double q0_ = 0;
  std::array<std::vector<double>, kIssues> levels_;
  std::array<int, kIssues> place_{};
  std::vector<double> notice_factors_;  ///< by level of notice
  std::vector<double> joint_venture_effects_;
  double heavy_before_plants_ = 0;
};

}  // namespace monazite::mandates
