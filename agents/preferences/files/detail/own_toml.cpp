#include <algorithm>
#include <limits>

#include <agents/preferences/files/detail/tree_formats.hpp>
#include <agents/preferences/files/detail/tree_parts.hpp>
#include <agents/preferences/linear.hpp>
#include <agents/preferences/mapping.hpp>
#include <agents/preferences/weighted_sum.hpp>

namespace monazite::preferences::detail {
namespace {

constexpr std::size_t kDeepestUtility = 16;
const double kInfinite = std::numeric_limits<double>::infinity();

class Reader {
 public:
  Reader(const std::string& file, Semantics semantics, Findings& findings)
      : genius_(semantics == Semantics::kGenius), reader_(file, findings) {}
  std::optional<Domain> read(const TreeNode& root);

 private:
  [[nodiscard]] bool failed() const { return reader_.findings().failed(); }
  const TreeNode* list(const TreeNode& map, std::string_view key);
  const TreeNode* table(const TreeNode& map, std::string_view key);
  IssueDraft issue(const TreeNode& node);
  void collect_breakpoints(const TreeNode& utility, std::size_t depth,
                           std::vector<IssueDraft>& drafts);
  std::optional<Profile> profile(const TreeNode& node, const AgendaFinder& finder);
  Discount discount(const TreeNode& node);
  std::shared_ptr<const Utility> utility(const TreeNode& node, const AgendaFinder& finder,
                                         std::size_t depth);
  std::vector<double> weights(const TreeNode& node, const AgendaFinder& finder);
  std::shared_ptr<const Utility> additive(const TreeNode& node, const AgendaFinder& finder);
  std::shared_ptr<const Utility> boxes(const TreeNode& node, const AgendaFinder& finder);
  std::shared_ptr<const Utility> groups(const TreeNode& node, const AgendaFinder& finder);
  std::shared_ptr<const Utility> mapping(const TreeNode& node, const AgendaFinder& finder);
  std::shared_ptr<const Utility> sum(const TreeNode& node, const AgendaFinder& finder,
                                     std::size_t depth);
  double limit(const TreeNode& node, std::string_view key, double otherwise);

  bool genius_;
  TreeReader reader_;
};

const TreeNode* Reader::list(const TreeNode& map, std::string_view key) {
  const TreeNode* found = map.find(key);
  if (found != nullptr && found->is_list()) return found;
  reader_.fail(found == nullptr ? map : *found, std::string(key) + " must be a list");
  return nullptr;
}

const TreeNode* Reader::table(const TreeNode& map, std::string_view key) {
  const TreeNode* found = map.find(key);
  if (found != nullptr && found->is_map()) return found;
  reader_.fail(found == nullptr ? map : *found, std::string(key) + " must be a table");
  return nullptr;
}

double Reader::limit(const TreeNode& node, std::string_view key, double otherwise) {
  const TreeNode* found = node.find(key);
  return found == nullptr ? otherwise : reader_.number(*found, std::string(key));
}

IssueDraft Reader::issue(const TreeNode& node) {
  IssueDraft draft;
  draft.place = reader_.place(node);
  draft.name = reader_.text(node, "name", "");
  draft.unit = reader_.text(node, "unit", "");
  const std::string what = "of issue " + in_quotes(draft.name);
  const std::string kind = reader_.text(node, "kind", "discrete");
  if (kind == "integer") {
    draft.kind = agenda::IssueKind::kInteger;
  } else if (kind == "real") {
    draft.kind = agenda::IssueKind::kReal;
  } else if (kind != "discrete") {
    reader_.fail(node, "the kind " + what + " must be discrete, integer or real");
  }
  if (const TreeNode* levels = node.find("levels")) {
    for (const TreeNode& level : levels->items) {
      draft.labels.push_back(reader_.label(level, "a level " + what));
    }
    if (const TreeNode* numbers = node.find("numbers")) {
      for (const TreeNode& number : numbers->items) {
        draft.numbers.push_back(reader_.finite(number, "a number " + what));
      }
      if (draft.numbers.size() != draft.labels.size()) {
        reader_.fail(*numbers, "levels and numbers " + what + " must be as many");
      }
    }
  } else if (draft.kind == agenda::IssueKind::kDiscrete) {
    reader_.fail(node, "levels " + what + " are missing");
  } else {
    draft.low = limit(node, "low", std::numeric_limits<double>::quiet_NaN());
    draft.high = limit(node, "high", std::numeric_limits<double>::quiet_NaN());
    if (const TreeNode* steps = node.find("steps")) {
      draft.steps = static_cast<std::uint32_t>(reader_.count(*steps, 1'000'000, "steps " + what));
    }
  }
  if (const TreeNode* level = node.find("status_quo")) {
    draft.status_quo =
        static_cast<std::uint32_t>(reader_.count(*level, 4'000'000, "the status quo " + what));
  }
  return draft;
}

void Reader::collect_breakpoints(const TreeNode& utility, std::size_t depth,
                                 std::vector<IssueDraft>& drafts) {
  if (depth > kDeepestUtility) return;
  if (const TreeNode* terms = utility.find("terms")) {
    for (const TreeNode& term : terms->items) {
      if (const TreeNode* inner = term.find("utility"))
        collect_breakpoints(*inner, depth + 1, drafts);
    }
  }
  const TreeNode* values = utility.find("values");
  if (values == nullptr) return;
  for (IssueDraft& draft : drafts) {
    const TreeNode* value = values->find(draft.name);
    if (draft.kind != agenda::IssueKind::kReal || value == nullptr || !value->is_map()) continue;
    const auto function = read_value_function(reader_, *value, draft.name);
    if (!function || !function->function) continue;
    const std::vector<double> points = breakpoints_of(*function->function);
    draft.breakpoints.insert(draft.breakpoints.end(), points.begin(), points.end());
  }
}

std::optional<Domain> Reader::read(const TreeNode& root) {
  const TreeNode* issues = list(root, "issues");
  const TreeNode* profiles = list(root, "profiles");
  if (issues == nullptr || profiles == nullptr) return std::nullopt;
  std::vector<IssueDraft> drafts;
  for (const TreeNode& node : issues->items) drafts.push_back(issue(node));
  for (const TreeNode& node : profiles->items) {
    if (const TreeNode* found = node.find("utility")) collect_breakpoints(*found, 0, drafts);
  }
  const std::string name = reader_.text(root, "name", stem_of(reader_.file()));
  auto agenda = build_agenda(name, drafts, reader_.place(root), reader_.findings());
  if (!agenda) return std::nullopt;
  Domain made{name, std::move(*agenda), {}};
  const AgendaFinder finder(made.agenda);
  for (const TreeNode& node : profiles->items) {
    auto one = profile(node, finder);
    if (!one || failed()) return std::nullopt;
    made.profiles.push_back(std::move(*one));
  }
  if (made.profiles.empty()) {
    reader_.fail(*profiles, "a domain needs a profile");
    return std::nullopt;
  }
  return made;
}

Discount Reader::discount(const TreeNode& node) {
  Discount discount;
  const std::string kind = reader_.text(node, "kind", "");
  discount.factor = reader_.finite(node, "factor", -1, "the factor of a discount");
  discount.reservation = reader_.flag(node, "reservation", true);
  const bool cost = kind == "cost_per_time" || kind == "cost_per_round";
  if (kind == "per_time") {
    discount.kind = Discount::Kind::kPerTime;
  } else if (kind == "per_round") {
    discount.kind = Discount::Kind::kPerRound;
  } else if (kind == "cost_per_time") {
    discount.kind = Discount::Kind::kLinear;
  } else if (kind == "cost_per_round") {
    discount.kind = Discount::Kind::kLinearPerRound;
  } else {
    reader_.fail(node,
                 "the kind of a discount must be per_time, per_round, cost_per_time or "
                 "cost_per_round");
  }
  if (discount.factor < 0 || (!cost && !(discount.factor > 0 && discount.factor < 1))) {
    reader_.fail(node, cost ? "a cost of waiting needs a factor of 0 or more"
                            : "a discount needs a factor between 0 and 1");
  }
  return discount;
}

std::optional<Profile> Reader::profile(const TreeNode& node, const AgendaFinder& finder) {
  Profile profile;
  profile.name = reader_.text(node, "name", "");
  if (profile.name.empty()) reader_.fail(node, "a profile needs a name");
  if (const TreeNode* found = node.find("discount")) profile.discount = discount(*found);
  const TreeNode* found = table(node, "utility");
  if (found == nullptr) return std::nullopt;
  profile.utility = utility(*found, finder, 0);
  if (!profile.utility) return std::nullopt;
  profile.reservation = -kInfinite;
  if (const TreeNode* outcome = node.find("reserved_outcome")) {
    profile.reserved_outcome = finder.outcome(reader_, *outcome);
    if (!profile.reserved_outcome) return std::nullopt;
    profile.reservation = profile.utility->value(finder.agenda(), *profile.reserved_outcome);
  }
  profile.reservation = limit(node, "reservation", profile.reservation);
  return profile;
}

std::shared_ptr<const Utility> Reader::utility(const TreeNode& node, const AgendaFinder& finder,
                                               std::size_t depth) {
  if (depth > kDeepestUtility) {
    reader_.fail(node, "utilities are nested more than 16 deep");
    return nullptr;
  }
  const std::string kind = reader_.text(node, "kind", "additive");
  if (kind == "additive") return additive(node, finder);
  if (kind == "linear") {
    Linear::Parts parts{reader_.finite(node, "bias", 0, "bias"), weights(node, finder)};
    if (failed()) return nullptr;
    return made(reader_, node, Linear::make(finder.agenda(), std::move(parts)));
  }
  if (kind == "boxes") return boxes(node, finder);
  if (kind == "groups") return groups(node, finder);
  if (kind == "mapping") return mapping(node, finder);
  if (kind == "sum") return sum(node, finder, depth);
  reader_.fail(node,
               "the kind of a utility must be additive, linear, boxes, groups, mapping or "
               "sum, not " +
                   in_quotes(kind));
  return nullptr;
}

std::vector<double> Reader::weights(const TreeNode& node, const AgendaFinder& finder) {
  std::vector<double> weights(finder.issues());
  const TreeNode* found = table(node, "weights");
  if (found == nullptr) return weights;
  for (const auto& [name, weight] : found->entries) {
    const auto issue = finder.issue(reader_, name);
    if (!issue) return weights;
    weights[*issue] = reader_.finite(weight, "the weight of issue " + in_quotes(name.text));
  }
  for (std::size_t i = 0; i < finder.issues(); ++i) {
    if (found->find(finder.issue(i).name) == nullptr) {
      reader_.warn(
          *found, "issue " + in_quotes(finder.issue(i).name) + " has no weight; it counts nothing");
    }
  }
  return weights;
}

std::shared_ptr<const Utility> Reader::additive(const TreeNode& node, const AgendaFinder& finder) {
  Additive::Parts parts;
  parts.bias = reader_.finite(node, "bias", 0, "bias");
  parts.weights = weights(node, finder);
  parts.ceiling = limit(node, "ceiling", genius_ ? 1 : kInfinite);
  const TreeNode* values = table(node, "values");
  if (values == nullptr) return nullptr;
  for (const auto& entry : values->entries) {
    if (!finder.issue(reader_, entry.key)) return nullptr;
  }
  for (std::size_t i = 0; i < finder.issues() && !failed(); ++i) {
    const std::string& name = finder.issue(i).name;
    const TreeNode* value = values->find(name);
    if (value == nullptr) {
      reader_.fail(*values, "there are no values for issue " + in_quotes(name));
      return nullptr;
    }
    const auto draft = read_value_function(reader_, *value, name);
    if (!draft) return nullptr;
    parts.values.push_back(values_of(reader_, *draft, i, finder));
    parts.functions.push_back(draft->function);
    if (genius_ && !draft->function) divide_by_largest(parts.values.back());
  }
  if (failed()) return nullptr;
  warn_of_weights(parts.weights, reader_.place(node), reader_.findings());
  return made(reader_, node, Additive::make(finder.agenda(), std::move(parts)));
}

std::shared_ptr<const Utility> Reader::boxes(const TreeNode& node, const AgendaFinder& finder) {
  HyperRectangles::Parts parts;
  parts.bias = reader_.finite(node, "bias", 0, "bias");
  parts.divisor = reader_.finite(node, "divisor", 1, "divisor");
  parts.ceiling = limit(node, "ceiling", kInfinite);
  const TreeNode* found = list(node, "boxes");
  if (found == nullptr) return nullptr;
  for (const TreeNode& from : found->items) {
    HyperRectangles::Box box;
    box.utility = reader_.finite(from, "utility", 0, "the utility of a box");
    box.weight = reader_.finite(from, "weight", 1, "the weight of a box");
    box.inclusive = reader_.flag(from, "inclusive", true);
    if (const TreeNode* bounds = from.find("bounds")) {
      for (const auto& [name, bound] : bounds->entries) {
        const auto issue = finder.issue(reader_, name);
        if (!issue) return nullptr;
        box.bounds.push_back(read_bound(reader_, *issue, bound, finder));
      }
    }
    parts.boxes.push_back(std::move(box));
  }
  if (failed()) return nullptr;
  return made(reader_, node, HyperRectangles::make(finder.agenda(), std::move(parts)));
}

std::shared_ptr<const Utility> Reader::groups(const TreeNode& node, const AgendaFinder& finder) {
  const TreeNode* found = list(node, "groups");
  if (found == nullptr) return nullptr;
  std::vector<SumOfGroups::Group> groups;
  for (const TreeNode& from : found->items) {
    SumOfGroups::Group group;
    group.name = reader_.text(from, "name", std::to_string(groups.size() + 1));
    const TreeNode* issues = list(from, "issues");
    const TreeNode* utilities = list(from, "utilities");
    if (issues == nullptr || utilities == nullptr) return nullptr;
    for (const TreeNode& issue : issues->items) {
      const auto position = finder.issue(reader_, issue);
      if (!position) return nullptr;
      group.issues.push_back(*position);
    }
    for (const TreeNode& entry : utilities->items) {
      const TreeNode* levels = list(entry, "levels");
      if (levels == nullptr) return nullptr;
      if (levels->items.size() != group.issues.size()) {
        reader_.fail(*levels,
                     "group " + in_quotes(group.name) + " needs one level for each of its issues");
        return nullptr;
      }
      std::vector<std::uint32_t> combination;
      for (std::size_t i = 0; i < group.issues.size(); ++i) {
        const auto level = finder.level(reader_, group.issues[i], levels->items[i]);
        if (!level) return nullptr;
        combination.push_back(*level);
      }
      group.utilities.emplace_back(std::move(combination),
                                   reader_.finite(entry, "value", 0, "the value of a combination"));
    }
    groups.push_back(std::move(group));
  }
  if (failed()) return nullptr;
  return made(reader_, node, SumOfGroups::make(finder.agenda(), std::move(groups)));
}

std::shared_ptr<const Utility> Reader::mapping(const TreeNode& node, const AgendaFinder& finder) {
  const TreeNode* found = list(node, "outcomes");
  if (found == nullptr) return nullptr;
  std::vector<std::pair<Outcome, double>> entries;
  for (const TreeNode& entry : found->items) {
    const TreeNode* levels = entry.find("levels");
    const auto outcome = finder.outcome(reader_, levels == nullptr ? entry : *levels);
    if (!outcome) return nullptr;
    entries.emplace_back(*outcome, reader_.finite(entry, "value", 0, "the value of an outcome"));
  }
  const double otherwise = reader_.finite(node, "otherwise", 0, "otherwise");
  if (failed()) return nullptr;
  return made(reader_, node, Mapping::make(finder.agenda(), std::move(entries), otherwise));
}

std::shared_ptr<const Utility> Reader::sum(const TreeNode& node, const AgendaFinder& finder,
                                           std::size_t depth) {
  const TreeNode* found = list(node, "terms");
  if (found == nullptr) return nullptr;
  std::vector<WeightedSum::Term> terms;
  for (const TreeNode& term : found->items) {
    const TreeNode* inner = table(term, "utility");
    if (inner == nullptr) return nullptr;
    terms.emplace_back(reader_.finite(term, "weight", 1, "the weight of a term"),
                       utility(*inner, finder, depth + 1));
    if (failed()) return nullptr;
  }
  return made(reader_, node, WeightedSum::make(std::move(terms)));
}

}  // namespace

bool is_toml_domain(const TreeNode& root) {
  return root.find("issues") != nullptr && root.find("profiles") != nullptr;
}

std::optional<Domain> read_toml(const Document& document, Semantics semantics, Findings& findings) {
  return Reader(document.file, semantics, findings).read(document.root);
}

}  // namespace monazite::preferences::detail
