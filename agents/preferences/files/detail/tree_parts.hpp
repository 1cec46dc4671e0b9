#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <agents/preferences/files/detail/tree.hpp>
#include <agents/preferences/hyper_rectangles.hpp>
#include <agents/preferences/sum_of_groups.hpp>

/// Parts that the tree formats have in common.
namespace monazite::preferences::detail {

/// The agenda with what readers look up in it.
class AgendaFinder {
 public:
  explicit AgendaFinder(const Agenda& agenda);
  [[nodiscard]] const Agenda& agenda() const { return *agenda_; }
  [[nodiscard]] std::size_t issues() const { return agenda_->issues().size(); }
  [[nodiscard]] const agenda::Issue& issue(std::size_t position) const {
    return agenda_->issues()[position];
  }
  /// The level that a scalar names; a failure when there is none.
  [[nodiscard]] std::optional<std::uint32_t> level(const TreeReader& reader, std::size_t issue,
                                                   const TreeNode& node) const;
  /// The issue of that name; a failure when there is none.
  [[nodiscard]] std::optional<std::size_t> issue(const TreeReader& reader,
                                                 const TreeNode& name) const;
  /// The outcome that a list (one value per issue) or a map (issue -> value) names.
  [[nodiscard]] std::optional<Outcome> outcome(const TreeReader& reader,
                                               const TreeNode& node) const;

 private:
  const Agenda* agenda_;
  std::vector<LevelFinder> finders_;
};

/// A value function as a file writes it: a formula, a number per level, or a value per name.
struct ValueDraft {
  std::optional<ValueFunction> function;
  const TreeNode* table = nullptr;  ///< a list in the order of the levels, or a map
};

/// Reads a NegMAS value function ({type: AffineFun, slope: ..}) or a formula of ours ({kind =
/// "affine", ..}). Nothing, and a failure, when its type is not known.
[[nodiscard]] std::optional<ValueDraft> read_value_function(const TreeReader& reader,
                                                            const TreeNode& node,
                                                            const std::string& issue);

/// The value of each level of an issue, all 0 after a failure. Levels without a value count 0, with
/// a warning; a name that is no level is a failure.
[[nodiscard]] std::vector<double> values_of(const TreeReader& reader, const ValueDraft& draft,
                                            std::size_t issue, const AgendaFinder& finder);

/// Genius' division by the largest value of the issue.
void divide_by_largest(std::vector<double>& values);

/// A bound of a box on one issue: one value, a list of two numbers (from, to; both inside), a list
/// of such pairs, or a list of values.
[[nodiscard]] HyperRectangles::Bound read_bound(const TreeReader& reader, std::size_t issue,
                                                const TreeNode& node, const AgendaFinder& finder);

/// Gives the made utility, or a failure at the node.
template <class Made>
[[nodiscard]] std::shared_ptr<const Utility> made(const TreeReader& reader, const TreeNode& node,
                                                  Made&& result) {
  if (result) return *result;
  reader.fail(node, result.error().message);
  return nullptr;
}

}  // namespace monazite::preferences::detail
