#include <algorithm>
#include <cmath>
#include <limits>

#include <agents/preferences/files/detail/tree_formats.hpp>
#include <agents/preferences/files/detail/tree_parts.hpp>
#include <agents/preferences/linear.hpp>
#include <agents/preferences/mapping.hpp>
#include <agents/preferences/weighted_sum.hpp>
#include <protocol/agenda/number_text.hpp>

namespace monazite::preferences::detail {
namespace {

constexpr std::size_t kDeepestUtility = 16;
const double kInfinite = std::numeric_limits<double>::infinity();

/// "LinearAdditiveUtilityFunction", whether or not the file writes the module before it.
std::string type_of(const TreeNode& node) {
  const TreeNode* type = node.find_any({"type", "__python_class__"});
  if (type == nullptr || type->kind != TreeNode::Kind::kText) return {};
  return type->text.substr(type->text.rfind('.') + 1);
}

bool is_additive(const std::string& type) {
  return type == "LinearAdditiveUtilityFunction" || type == "LinearUtilityAggregationFunction";
}

bool is_linear(const std::string& type) {
  return type == "LinearUtilityFunction" || type == "AffineUtilityFunction";
}

bool is_discounted(const std::string& type) {
  return type == "ExpDiscountedUFun" || type == "LinDiscountedUFun";
}

class Reader {
 public:
  Reader(Semantics semantics, Findings& findings)
      : genius_(semantics == Semantics::kGenius), findings_(&findings) {}
  std::optional<Domain> read(const std::vector<Document>& documents);

 private:
  std::vector<IssueDraft> issues_of(const TreeReader& reader, const TreeNode& domain);
  void read_levels(const TreeReader& reader, const TreeNode& node, const std::string& type,
                   IssueDraft& draft);
  void collect_breakpoints(const TreeReader& reader, const TreeNode& ufun, std::size_t depth,
                           std::vector<IssueDraft>& drafts);
  std::optional<Profile> profile(const TreeReader& reader, const TreeNode& root,
                                 const AgendaFinder& finder);
  std::optional<double> reservation(const TreeReader& reader, const TreeNode& node);
  Discount discount(const TreeReader& reader, const TreeNode& node);
  std::shared_ptr<const Utility> utility(const TreeReader& reader, const TreeNode& node,
                                         const AgendaFinder& finder, std::size_t depth);
  std::vector<double> weights(const TreeReader& reader, const TreeNode& node,
                              const AgendaFinder& finder);
  std::shared_ptr<const Utility> additive(const TreeReader& reader, const TreeNode& node,
                                          const AgendaFinder& finder);
  std::shared_ptr<const Utility> boxes(const TreeReader& reader, const TreeNode& node,
                                       const AgendaFinder& finder);
  std::shared_ptr<const Utility> mapping(const TreeReader& reader, const TreeNode& node,
                                         const AgendaFinder& finder);
  std::shared_ptr<const Utility> sum(const TreeReader& reader, const TreeNode& node,
                                     const AgendaFinder& finder, std::size_t depth);
  const TreeNode* issue_value(const TreeReader& reader, const TreeNode& values, std::size_t issue,
                              const std::string& name);

  bool genius_;
  Findings* findings_;
};

std::vector<IssueDraft> Reader::issues_of(const TreeReader& reader, const TreeNode& domain) {
  std::vector<IssueDraft> drafts;
  const TreeNode* issues = domain.find("issues");
  if (issues == nullptr || !issues->is_list()) {
    reader.fail(domain, "the outcome space has no list of issues");
    return drafts;
  }
  for (const TreeNode& node : issues->items) {
    IssueDraft draft;
    draft.place = reader.place(node);
    draft.name = reader.text(node, "name", std::to_string(drafts.size()));
    const TreeNode* values = node.find("values");
    if (values == nullptr) {
      reader.fail(node, "issue " + in_quotes(draft.name) + " has no values");
    } else {
      read_levels(reader, *values, type_of(node), draft);
    }
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

void Reader::read_levels(const TreeReader& reader, const TreeNode& node, const std::string& type,
                         IssueDraft& draft) {
  const std::string what = "a value of issue " + in_quotes(draft.name);
  const bool pair = node.is_list() && node.items.size() == 2;
  if (!node.is_list()) {
    draft.kind = agenda::IssueKind::kInteger;
    draft.high = reader.finite(node, what) - 1;
  } else if ((type == "ContiguousIssue" || type == "ContinuousIssue") && pair) {
    draft.kind = type == "ContinuousIssue" ? agenda::IssueKind::kReal : agenda::IssueKind::kInteger;
    draft.low = reader.finite(node.items[0], what);
    draft.high = reader.finite(node.items[1], what);
  } else if (type == "OptionalIssue" || type == "CallableIssue" ||
             type == "CountableInfiniteIssue" || type == "ContinuousInfiniteIssue") {
    reader.fail(node, "issue " + in_quotes(draft.name) + " is of type " + type +
                          ", which has no list of values");
  } else {
    for (const TreeNode& value : node.items) draft.labels.push_back(reader.label(value, what));
  }
}

/// What stands for one issue in a list in issue order or a map by name.
const TreeNode* Reader::issue_value(const TreeReader& reader, const TreeNode& values,
                                    std::size_t issue, const std::string& name) {
  if (values.is_map()) {
    if (const TreeNode* found = values.find(name)) return found;
  } else if (values.is_list() && issue < values.items.size()) {
    return &values.items[issue];
  }
  reader.fail(values, "there is nothing for issue " + in_quotes(name));
  return nullptr;
}

/// Formulas bend at points that the grids of real issues must have.
void Reader::collect_breakpoints(const TreeReader& reader, const TreeNode& ufun, std::size_t depth,
                                 std::vector<IssueDraft>& drafts) {
  if (depth > kDeepestUtility) return;
  if (const TreeNode* inner = ufun.find("ufun")) {
    collect_breakpoints(reader, *inner, depth + 1, drafts);
  }
  if (const TreeNode* terms = ufun.find_any({"ufuns", "values"});
      type_of(ufun) == "WeightedUtilityFunction" && terms != nullptr) {
    for (const TreeNode& term : terms->items) collect_breakpoints(reader, term, depth + 1, drafts);
  }
  const TreeNode* values = ufun.find("values");
  if (!is_additive(type_of(ufun)) || values == nullptr) return;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].kind != agenda::IssueKind::kReal) continue;
    const TreeNode* node = issue_value(reader, *values, i, drafts[i].name);
    if (node == nullptr || !node->is_map()) continue;
    const auto value = read_value_function(reader, *node, drafts[i].name);
    if (!value || !value->function) continue;
    const std::vector<double> points = breakpoints_of(*value->function);
    drafts[i].breakpoints.insert(drafts[i].breakpoints.end(), points.begin(), points.end());
  }
}

std::optional<Domain> Reader::read(const std::vector<Document>& documents) {
  const Document* domain = nullptr;
  std::vector<const Document*> profiles;
  for (const Document& document : documents) {
    if (is_negmas_profile(document.root)) {
      profiles.push_back(&document);
    } else if (domain == nullptr) {
      domain = &document;
    } else {
      findings_->warn(Place{document.file}, "is a second outcome space and is left out; " +
                                                in_quotes(domain->file) + " counts");
    }
  }
  if (domain == nullptr || profiles.empty()) {
    findings_->fail(Place{documents.front().file},
                    domain == nullptr ? "there is no outcome space here, no file with issues"
                                      : "there is no utility function here, only an outcome space");
    return std::nullopt;
  }
  const TreeReader reader(domain->file, *findings_);
  std::vector<IssueDraft> drafts = issues_of(reader, domain->root);
  for (const Document* document : profiles) {
    collect_breakpoints(TreeReader(document->file, *findings_), document->root, 0, drafts);
  }
  const std::string name = reader.text(domain->root, "name", stem_of(domain->file));
  auto agenda = build_agenda(name, drafts, reader.place(domain->root), *findings_);
  if (!agenda) return std::nullopt;
  Domain made{name, std::move(*agenda), {}};
  const AgendaFinder finder(made.agenda);
  for (const Document* document : profiles) {
    auto one = profile(TreeReader(document->file, *findings_), document->root, finder);
    if (!one || findings_->failed()) return std::nullopt;
    made.profiles.push_back(std::move(*one));
  }
  return made;
}

/// The value of no deal that a utility function states; nothing if none or minus infinity, which is
/// how NegMAS says that there is none.
std::optional<double> Reader::reservation(const TreeReader& reader, const TreeNode& node) {
  const TreeNode* value = node.find("reserved_value");
  if (value == nullptr || value->is_null()) return std::nullopt;
  const double number = reader.number(*value, "reserved_value");
  if (number == -kInfinite) return std::nullopt;
  return number;
}

Discount Reader::discount(const TreeReader& reader, const TreeNode& node) {
  const bool linear = type_of(node) == "LinDiscountedUFun";
  Discount discount;
  discount.reservation = reader.flag(node, "dynamic_reservation", true);
  const char* key = linear ? "cost" : "discount";
  const double number = reader.finite(node, key, linear ? 0 : 1, key);
  const std::string factor = reader.text(node, "factor", "step");
  const bool per_round = factor == "step" || factor == "current_step";
  if (!per_round && factor != "relative_time") {
    reader.fail(node, "a discount by " + in_quotes(factor) +
                          " is not known here, only by step and by relative_time");
  }
  if (linear && reader.finite(node, "power", 1, "power") != 1) {
    reader.fail(node, "a cost of waiting with a power other than 1 is not known here");
  }
  if (linear ? number == 0 : number == 1 || number == 0) return discount;
  if (linear ? number < 0 : number < 0 || number > 1) {
    reader.warn(node, std::string("a ") + key + " of " + agenda::number_text(number) +
                          " would make waiting pay; it counts as none");
    return discount;
  }
  discount.factor = number;
  if (linear) {
    discount.kind = per_round ? Discount::Kind::kLinearPerRound : Discount::Kind::kLinear;
  } else {
    discount.kind = per_round ? Discount::Kind::kPerRound : Discount::Kind::kPerTime;
  }
  return discount;
}

std::optional<Profile> Reader::profile(const TreeReader& reader, const TreeNode& root,
                                       const AgendaFinder& finder) {
  Profile profile;
  profile.name = reader.text(root, "name", stem_of(reader.file()));
  const TreeNode* node = &root;
  std::optional<double> reserved = reservation(reader, root);
  if (is_discounted(type_of(root))) {
    profile.discount = discount(reader, root);
    node = root.find("ufun");
    if (node == nullptr || !node->is_map()) {
      reader.fail(root, "a discounted utility function needs the one that it discounts (ufun)");
      return std::nullopt;
    }
    if (is_discounted(type_of(*node))) {
      reader.fail(*node, "a utility function can be discounted once only");
      return std::nullopt;
    }
    // The wrapper forgets it when NegMAS makes one from XML; its own talks use the inner one.
    if (!reserved) reserved = reservation(reader, *node);
  }
  profile.reservation = reserved.value_or(-kInfinite);
  profile.utility = utility(reader, *node, finder, 0);
  if (!profile.utility) return std::nullopt;
  const TreeNode* outcome = node->find("reserved_outcome");
  if (outcome != nullptr && !outcome->is_null()) {
    profile.reserved_outcome = finder.outcome(reader, *outcome);
    if (!profile.reserved_outcome) return std::nullopt;
    if (!reserved) {
      profile.reservation = profile.utility->value(finder.agenda(), *profile.reserved_outcome);
    }
  }
  return profile;
}

std::shared_ptr<const Utility> Reader::utility(const TreeReader& reader, const TreeNode& node,
                                               const AgendaFinder& finder, std::size_t depth) {
  if (depth > kDeepestUtility) {
    reader.fail(node, "utility functions are nested more than 16 deep");
    return nullptr;
  }
  const std::string type = type_of(node);
  if (is_additive(type)) return additive(reader, node, finder);
  if (is_linear(type)) {
    for (std::size_t i = 0; i < finder.issues(); ++i) {
      const agenda::Issue& issue = finder.issue(i);
      if (!agenda::number_of(issue.labels.front())) {
        reader.fail(node, "a linear utility function needs numbers, which issue " +
                              in_quotes(issue.name) + " does not have");
        return nullptr;
      }
    }
    Linear::Parts parts{reader.finite(node, "bias", 0, "bias"), weights(reader, node, finder)};
    if (findings_->failed()) return nullptr;
    return made(reader, node, Linear::make(finder.agenda(), std::move(parts)));
  }
  if (type == "ConstUtilityFunction") {
    const double value = reader.finite(node, "value", 0, "value");
    return made(reader, node, Mapping::make(finder.agenda(), {}, value));
  }
  if (type == "HyperRectangleUtilityFunction") return boxes(reader, node, finder);
  if (type == "MappingUtilityFunction") return mapping(reader, node, finder);
  if (type == "WeightedUtilityFunction") return sum(reader, node, finder, depth);
  reader.fail(node, type.empty() ? "a utility function needs a type"
                                 : "a utility function of type " + in_quotes(type) +
                                       " cannot be read from a file");
  return nullptr;
}

std::vector<double> Reader::weights(const TreeReader& reader, const TreeNode& node,
                                    const AgendaFinder& finder) {
  const TreeNode* found = node.find("weights");
  std::vector<double> weights(finder.issues(), 1.0 / static_cast<double>(finder.issues()));
  if (found == nullptr || found->is_null()) return weights;
  if (found->is_list() && found->items.size() > finder.issues()) {
    reader.fail(found->items[finder.issues()], "there is a weight for issue " +
                                                   std::to_string(finder.issues() + 1) +
                                                   ", but no such issue");
    return weights;
  }
  if (found->is_map()) {
    for (const auto& entry : found->entries) {
      if (!finder.issue(reader, entry.key)) return weights;
    }
  }
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::string& name = finder.issue(i).name;
    if (const TreeNode* weight = issue_value(reader, *found, i, name)) {
      weights[i] = reader.finite(*weight, "the weight of issue " + in_quotes(name));
    }
  }
  return weights;
}

std::shared_ptr<const Utility> Reader::additive(const TreeReader& reader, const TreeNode& node,
                                                const AgendaFinder& finder) {
  Additive::Parts parts;
  parts.bias = reader.finite(node, "bias", 0, "bias");
  parts.weights = weights(reader, node, finder);
  if (genius_) parts.ceiling = 1;
  const TreeNode* values = node.find("values");
  if (values == nullptr) {
    reader.fail(node, "a linear additive utility function has no values");
    return nullptr;
  }
  for (std::size_t i = 0; i < finder.issues() && !findings_->failed(); ++i) {
    const std::string& name = finder.issue(i).name;
    const TreeNode* value = issue_value(reader, *values, i, name);
    const auto draft = value == nullptr ? std::nullopt : read_value_function(reader, *value, name);
    if (!draft) return nullptr;
    parts.values.push_back(values_of(reader, *draft, i, finder));
    parts.functions.push_back(draft->function);
    if (genius_ && !draft->function) divide_by_largest(parts.values.back());
  }
  if (findings_->failed()) return nullptr;
  warn_of_weights(parts.weights, reader.place(node), *findings_);
  return made(reader, node, Additive::make(finder.agenda(), std::move(parts)));
}

std::shared_ptr<const Utility> Reader::boxes(const TreeReader& reader, const TreeNode& node,
                                             const AgendaFinder& finder) {
  HyperRectangles::Parts parts;
  parts.bias = reader.finite(node, "bias", 0, "bias");
  const TreeNode* ranges = node.find("outcome_ranges");
  const TreeNode* utilities = node.find_any({"utilities", "mappings"});
  const TreeNode* factors = node.find("weights");
  if (ranges == nullptr || utilities == nullptr || !ranges->is_list() || !utilities->is_list() ||
      ranges->items.size() != utilities->items.size()) {
    reader.fail(node, "a utility function of boxes needs outcome_ranges and as many utilities");
    return nullptr;
  }
  for (std::size_t i = 0; i < ranges->items.size(); ++i) {
    HyperRectangles::Box box;
    box.utility = reader.finite(utilities->items[i], "the utility of a box");
    if (factors != nullptr && factors->is_list() && i < factors->items.size()) {
      box.weight = reader.finite(factors->items[i], "the weight of a box");
    }
    for (const auto& [name, bound] : ranges->items[i].entries) {
      std::optional<std::size_t> issue;
      if (finder.agenda().find(name.text) || !agenda::number_of(name.text)) {
        issue = finder.issue(reader, name);
      } else {
        issue = reader.count(name, finder.issues() - 1, "the issue that a box bounds");
      }
      if (!issue || findings_->failed()) return nullptr;
      box.bounds.push_back(read_bound(reader, *issue, bound, finder));
    }
    if (findings_->failed()) return nullptr;
    parts.boxes.push_back(std::move(box));
  }
  return made(reader, node, HyperRectangles::make(finder.agenda(), std::move(parts)));
}

std::shared_ptr<const Utility> Reader::mapping(const TreeReader& reader, const TreeNode& node,
                                               const AgendaFinder& finder) {
  const TreeNode* table = node.find("mapping");
  if (table == nullptr || !table->is_map()) {
    reader.fail(node, "a mapping needs a table of outcomes");
    return nullptr;
  }
  std::vector<std::pair<Outcome, double>> entries;
  for (const auto& [key, value] : table->entries) {
    const auto outcome = finder.outcome(reader, key);
    if (!outcome) return nullptr;
    entries.emplace_back(*outcome, reader.finite(value, "the value of an outcome"));
  }
  const TreeNode* otherwise = node.find("default");
  double value = 0;
  if (otherwise != nullptr && !otherwise->is_null()) {
    value = reader.number(*otherwise, "default");
  } else {
    value = -kInfinite;
  }
  if (value == -kInfinite) {
    // NegMAS' default. It matters only where the table has gaps.
    if (entries.size() < finder.agenda().size()) {
      reader.fail(node, "the mapping leaves out outcomes and has no finite default for them");
      return nullptr;
    }
    value = 0;
  }
  if (findings_->failed()) return nullptr;
  return made(reader, node, Mapping::make(finder.agenda(), std::move(entries), value));
}

std::shared_ptr<const Utility> Reader::sum(const TreeReader& reader, const TreeNode& node,
                                           const AgendaFinder& finder, std::size_t depth) {
  const TreeNode* terms = node.find_any({"ufuns", "values"});
  const TreeNode* factors = node.find("weights");
  if (terms == nullptr || !terms->is_list()) {
    reader.fail(node, "a weighted utility function needs a list of others (ufuns)");
    return nullptr;
  }
  std::vector<WeightedSum::Term> made_terms;
  for (std::size_t i = 0; i < terms->items.size(); ++i) {
    double weight = 1;
    if (factors != nullptr && factors->is_list() && i < factors->items.size()) {
      weight = reader.finite(factors->items[i], "a weight");
    }
    made_terms.emplace_back(weight, utility(reader, terms->items[i], finder, depth + 1));
    if (findings_->failed()) return nullptr;
  }
  return made(reader, node, WeightedSum::make(std::move(made_terms)));
}

}  // namespace

bool is_negmas_domain(const TreeNode& root) {
  const TreeNode* issues = root.find("issues");
  return issues != nullptr && issues->is_list() && root.find("format") == nullptr;
}

bool is_negmas_profile(const TreeNode& root) {
  const std::string type = type_of(root);
  return type.find("UtilityFunction") != std::string::npos || is_discounted(type);
}

std::optional<Domain> read_negmas(const std::vector<Document>& documents, Semantics semantics,
                                  Findings& findings) {
  return Reader(semantics, findings).read(documents);
}

}  // namespace monazite::preferences::detail
