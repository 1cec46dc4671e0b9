#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <protocol/base/check.hpp>
#include <protocol/base/result.hpp>
#include <protocol/messages/encounter.pb.h>

namespace monazite::agenda {

/// A package on an agenda: the mixed-radix number of its levels in issue order, the last issue
/// fastest. Only the agenda that made it can read it.
using Outcome = std::uint64_t;

/// What the numbers behind an issue's levels are.
enum class IssueKind : std::uint8_t {
  kDiscrete,  ///< any: the levels are names first of all
  kInteger,   ///< whole numbers in ascending order
  kReal       ///< points of a grid on an interval, in ascending order: see issues.hpp
};

/// One thing to be settled: a list of levels, each with a name and a number in `unit`.
struct Issue {
  std::string name;                 ///< as in files, e.g. "volume_t_per_year"
  std::string unit;                 ///< e.g. "t REO/year"; empty for a pure number
  std::vector<std::string> labels;  ///< what each level is called, in order
  std::vector<double> values;       ///< the number behind each level, in `unit`
  std::uint32_t status_quo = 0;     ///< level of the present state of things
  IssueKind kind = IssueKind::kDiscrete;

  [[nodiscard]] std::uint32_t levels() const { return static_cast<std::uint32_t>(values.size()); }
};

/// The issues of one table and the indexing of their outcome space. Immutable once made, so that
/// copies share what they hold and cost next to nothing.
class Agenda {
 public:
  /// Fails with a sentence that names the agenda and the issue when there is no issue; when an
  /// issue has no name or no level, or its labels and values differ in number; when a label is
  /// empty or a value is not a finite number; when two issues, or two labels of one issue, have the
  /// same name; when an integer or real issue's values do not ascend, or an integer's are not
  /// whole; when a status quo lies outside; or when the space has more than 2^63 outcomes.
  [[nodiscard]] static base::Result<Agenda> make(std::string name, std::vector<Issue> issues);
  /// The same demands on what came from outside.
  [[nodiscard]] static base::Result<Agenda> from_message(const v1::Agenda& message);
  /// Overwrites `message`.
  void to_message(v1::Agenda& message) const;

  [[nodiscard]] const std::string& name() const { return body_->name; }
  [[nodiscard]] const std::vector<Issue>& issues() const { return body_->issues; }
  /// Number of outcomes.
  [[nodiscard]] std::uint64_t size() const { return size_; }
  [[nodiscard]] bool contains(Outcome outcome) const { return outcome < size_; }
  [[nodiscard]] Outcome status_quo() const { return status_quo_; }

  // In all that follows `outcome` must be contained, and `issue` and `level` must exist. These are
  // inner loops: only development builds check it.
  [[nodiscard]] std::uint32_t level(Outcome outcome, std::size_t issue) const {
    MONAZITE_DEV_CHECK(contains(outcome), "an outcome must lie in its agenda's space");
    const Radix& radix = body_->radices[issue];
    // Most spaces fit into 32 bits; processors before 2019 divide those in a third of the time.
    if (size_ <= UINT32_MAX) {
      return static_cast<std::uint32_t>(outcome) / static_cast<std::uint32_t>(radix.stride) %
             radix.levels;
    }
    return static_cast<std::uint32_t>(outcome / radix.stride % radix.levels);
  }
  [[nodiscard]] double value(Outcome outcome, std::size_t issue) const {
    return body_->issues[issue].values[level(outcome, issue)];
  }
  /// `levels` receives one level per issue; it must hold issues().size() of them.
  void levels(Outcome outcome, std::uint32_t* levels) const;
  /// Each level must exist.
  [[nodiscard]] Outcome outcome(const std::uint32_t* levels) const;
  /// The same package with one issue at another level.
  [[nodiscard]] Outcome with_level(Outcome outcome, std::size_t issue, std::uint32_t level) const {
    MONAZITE_DEV_CHECK(level < body_->radices[issue].levels, "a level must exist on its issue");
    return outcome +
           (std::uint64_t{level} - std::uint64_t{this->level(outcome, issue)}) * stride(issue);
  }
  /// By how much an outcome's number grows from one level of the issue to the next.
  [[nodiscard]] std::uint64_t stride(std::size_t issue) const {
    return body_->radices[issue].stride;
  }
  /// Position of the issue of that name.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view issue_name) const;

  /// Whether both are the same to the last label, so that outcomes of one can be read by the other.
  [[nodiscard]] bool same_as(const Agenda& other) const;

 private:
  struct Radix {
    std::uint64_t stride;
    std::uint32_t levels;
  };

  struct Body {
    std::string name;
    std::vector<Issue> issues;
    std::vector<Radix> radices;
  };

  Agenda() = default;

  std::shared_ptr<const Body> body_;
  std::uint64_t size_ = 0;
  Outcome status_quo_ = 0;
};

}  // namespace monazite::agenda
