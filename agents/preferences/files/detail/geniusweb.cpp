#include <algorithm>
#include <cmath>

#include <agents/preferences/files/detail/tree_formats.hpp>
#include <agents/preferences/files/detail/tree_parts.hpp>
#include <protocol/agenda/number_text.hpp>

namespace monazite::preferences::detail {
namespace {

constexpr double kMostSteps = 1'000'000;

/// The profile inside of its type wrapper; a file without one is taken for what it holds.
const TreeNode* unwrapped(const TreeNode& root) {
  if (const TreeNode* inside =
          root.find_any({"LinearAdditiveUtilitySpace", "SumOfGroupsUtilitySpace"})) {
    return inside;
  }
  return root.find_any({"issueUtilities", "partUtilities"}) != nullptr ? &root : nullptr;
}

/// Decimals of a number as written, at most 15.
int decimals(const TreeNode& node) {
  const auto point = node.text.find('.');
  if (point == std::string::npos || node.text.find_first_of("eE") != std::string::npos) return 0;
  return static_cast<int>(std::min<std::size_t>(node.text.size() - point - 1, 15));
}

class Reader {
 public:
  Reader(Semantics semantics, Findings& findings)
      : genius_(semantics == Semantics::kGenius), findings_(&findings) {}
  std::optional<Domain> read(const std::vector<Document>& documents);

 private:
  std::vector<IssueDraft> issues_of(const TreeReader& reader, const TreeNode& domain);
  void read_range(const TreeReader& reader, const TreeNode& range, IssueDraft& draft);
  std::optional<Profile> profile(const TreeReader& reader, const TreeNode& space,
                                 const AgendaFinder& finder);
  std::shared_ptr<const Utility> additive(const TreeReader& reader, const TreeNode& space,
                                          const AgendaFinder& finder);
  std::shared_ptr<const Utility> groups(const TreeReader& reader, const TreeNode& parts,
                                        const AgendaFinder& finder);
  std::vector<double> values(const TreeReader& reader, const TreeNode& utilities, std::size_t issue,
                             const AgendaFinder& finder, std::optional<ValueFunction>& function);

  bool genius_;
  Findings* findings_;
};

std::vector<IssueDraft> Reader::issues_of(const TreeReader& reader, const TreeNode& domain) {
  std::vector<IssueDraft> drafts;
  const TreeNode* issues = domain.find("issuesValues");
  if (issues == nullptr || !issues->is_map()) {
    reader.fail(domain, "the domain has no issuesValues");
    return drafts;
  }
  for (const auto& [name, set] : issues->entries) {
    IssueDraft draft;
    draft.name = name.text;
    draft.place = reader.place(name);
    if (const TreeNode* list = set.find("values"); list != nullptr && list->is_list()) {
      for (const TreeNode& value : list->items) {
        draft.labels.push_back(reader.label(value, "a value of issue " + in_quotes(draft.name)));
      }
    } else if (const TreeNode* range = set.find("range")) {
      read_range(reader, *range, draft);
    } else {
      reader.fail(name, "issue " + in_quotes(draft.name) + " has neither values nor a range");
    }
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

/// {"low": .., "high": .., "step": ..} or the list of the three: exact decimals.
void Reader::read_range(const TreeReader& reader, const TreeNode& range, IssueDraft& draft) {
  const std::string what = "the range of issue " + in_quotes(draft.name);
  const TreeNode* low = range.find("low");
  const TreeNode* high = range.find("high");
  const TreeNode* step = range.find("step");
  if (range.is_list() && range.items.size() == 3) {
    low = &range.items[0];
    high = &range.items[1];
    step = &range.items[2];
  }
  if (low == nullptr || high == nullptr || step == nullptr) {
    reader.fail(range, what + " needs a low, a high and a step");
    return;
  }
  const double from = reader.finite(*low, what);
  const double to = reader.finite(*high, what);
  const double by = reader.finite(*step, what);
  // A little more than the quotient: 0.3 / 0.1 is less than 3 in doubles.
  const double steps = std::floor((to - from) / by * (1 + 1e-12) + 1e-12);
  if (!(by > 0) || !(to >= from) || !(steps < kMostSteps)) {
    reader.fail(range, what + " must rise by a step above 0, at most 10^6 of them");
    return;
  }
  const double scale = std::pow(10.0, std::max(decimals(*low), decimals(*step)));
  draft.kind = agenda::IssueKind::kInteger;
  for (double i = 0; i <= steps; ++i) {
    const double exact = from + i * by;
    const double scaled = std::round(exact * scale);
    const double number = std::abs(scaled) < 9e15 ? scaled / scale : exact;
    if (number != std::floor(number)) draft.kind = agenda::IssueKind::kReal;
    draft.numbers.push_back(number);
    draft.labels.push_back(agenda::number_text(number));
  }
}

std::optional<Domain> Reader::read(const std::vector<Document>& documents) {
  const Document* domain_file = nullptr;
  std::vector<const Document*> profiles;
  for (const Document& document : documents) {
    if (unwrapped(document.root) != nullptr) {
      profiles.push_back(&document);
    } else if (domain_file == nullptr) {
      domain_file = &document;
    } else {
      findings_->warn(Place{document.file}, "is a second domain file and is left out; " +
                                                in_quotes(domain_file->file) + " counts");
    }
  }
  if (profiles.empty()) {
    findings_->fail(Place{documents.front().file}, "there is no profile here, only a domain");
    return std::nullopt;
  }
  const TreeReader reader(domain_file != nullptr ? domain_file->file : profiles.front()->file,
                          *findings_);
  const TreeNode* domain = domain_file != nullptr
                               ? &domain_file->root
                               : unwrapped(profiles.front()->root)->find("domain");
  if (domain == nullptr) {
    findings_->fail(Place{reader.file()},
                    "there is no domain here, neither a file nor in a profile");
    return std::nullopt;
  }
  const std::string name = reader.text(*domain, "name", stem_of(reader.file()));
  const std::vector<IssueDraft> drafts = issues_of(reader, *domain);
  auto agenda = build_agenda(name, drafts, reader.place(*domain), *findings_);
  if (!agenda) return std::nullopt;
  Domain made{name, std::move(*agenda), {}};
  const AgendaFinder finder(made.agenda);
  for (const Document* document : profiles) {
    auto one = profile(TreeReader(document->file, *findings_), *unwrapped(document->root), finder);
    if (!one || findings_->failed()) return std::nullopt;
    made.profiles.push_back(std::move(*one));
  }
  return made;
}

std::vector<double> Reader::values(const TreeReader& reader, const TreeNode& utilities,
                                   std::size_t issue, const AgendaFinder& finder,
                                   std::optional<ValueFunction>& function) {
  const std::string name = in_quotes(finder.issue(issue).name);
  if (const TreeNode* set = utilities.find_any({"discreteutils", "DiscreteValueSetUtilities"})) {
    if (const TreeNode* table = set->find("valueUtilities"); table != nullptr && table->is_map()) {
      return values_of(reader, ValueDraft{std::nullopt, table}, issue, finder);
    }
  } else if (const TreeNode* line =
                 utilities.find_any({"numberutils", "NumberValueSetUtilities"})) {
    const auto number = [&](const char* key) {
      const TreeNode* found = line->find(key);
      if (found != nullptr) return reader.finite(*found, std::string(key) + " of issue " + name);
      reader.fail(*line, std::string(key) + " of issue " + name + " is missing");
      return 0.0;
    };
    const double low = number("lowValue");
    const double low_utility = number("lowUtility");
    const double high = number("highValue");
    const double high_utility = number("highUtility");
    if (!(high > low)) {
      reader.fail(*line, "highValue of issue " + name + " must be above its lowValue");
      return std::vector<double>(finder.issue(issue).levels());
    }
    function = Affine{(high_utility - low_utility) / (high - low), low_utility, low};
    return values_of(reader, ValueDraft{function, nullptr}, issue, finder);
  }
  reader.fail(utilities, "the utilities of issue " + name + " are of a kind that is not known");
  return std::vector<double>(finder.issue(issue).levels());
}

std::shared_ptr<const Utility> Reader::additive(const TreeReader& reader, const TreeNode& space,
                                                const AgendaFinder& finder) {
  const TreeNode* utilities = space.find("issueUtilities");
  const TreeNode* weights = space.find("issueWeights");
  if (utilities == nullptr || weights == nullptr) {
    reader.fail(space, "a linear additive profile needs issueUtilities and issueWeights");
    return nullptr;
  }
  Additive::Parts parts;
  parts.weights.resize(finder.issues());
  parts.functions.resize(finder.issues());
  if (genius_) parts.ceiling = 1;
  for (std::size_t i = 0; i < finder.issues(); ++i) {
    parts.values.emplace_back(finder.issue(i).levels());
    if (utilities->find(finder.issue(i).name) == nullptr) {
      reader.warn(*utilities, "does not value issue " + in_quotes(finder.issue(i).name) +
                                  " of the domain; it counts nothing");
    }
  }
  for (const auto& [name, node] : weights->entries) {
    const auto issue = finder.issue(reader, name);
    if (!issue) return nullptr;
    parts.weights[*issue] = reader.finite(node, "the weight of issue " + in_quotes(name.text));
  }
  for (const auto& [name, node] : utilities->entries) {
    const auto issue = finder.issue(reader, name);
    if (!issue) return nullptr;
    parts.values[*issue] = values(reader, node, *issue, finder, parts.functions[*issue]);
  }
  if (findings_->failed()) return nullptr;
  warn_of_weights(parts.weights, reader.place(*weights), *findings_);
  return made(reader, space, Additive::make(finder.agenda(), std::move(parts)));
}

std::shared_ptr<const Utility> Reader::groups(const TreeReader& reader, const TreeNode& parts,
                                              const AgendaFinder& finder) {
  std::vector<SumOfGroups::Group> groups;
  for (const auto& [name, wrapper] : parts.entries) {
    const TreeNode* part = wrapper.find_any({"partsutils", "PartsUtilities"});
    if (part == nullptr) part = &wrapper;
    const TreeNode* issues = part->find("issues");
    const TreeNode* list = part->find("utilslist");
    if (issues == nullptr || list == nullptr || !issues->is_list() || !list->is_list()) {
      reader.fail(name, "part " + in_quotes(name.text) + " needs a list of issues and a utilslist");
      return nullptr;
    }
    SumOfGroups::Group group;
    group.name = name.text;
    for (const TreeNode& issue : issues->items) {
      const auto position = finder.issue(reader, issue);
      if (!position) return nullptr;
      group.issues.push_back(*position);
    }
    for (const TreeNode& entry : list->items) {
      const TreeNode* values = entry.find("values");
      const TreeNode* utility = entry.find("util");
      if (values == nullptr || utility == nullptr || values->items.size() != group.issues.size()) {
        reader.fail(entry, "each entry of part " + in_quotes(name.text) +
                               " needs a util and one value for each of its issues");
        return nullptr;
      }
      std::vector<std::uint32_t> levels;
      for (std::size_t i = 0; i < group.issues.size(); ++i) {
        const auto level = finder.level(reader, group.issues[i], values->items[i]);
        if (!level) return nullptr;
        levels.push_back(*level);
      }
      group.utilities.emplace_back(
          std::move(levels), reader.finite(*utility, "a util of part " + in_quotes(name.text)));
    }
    groups.push_back(std::move(group));
  }
  if (findings_->failed()) return nullptr;
  return made(reader, parts, SumOfGroups::make(finder.agenda(), std::move(groups)));
}

std::optional<Profile> Reader::profile(const TreeReader& reader, const TreeNode& space,
                                       const AgendaFinder& finder) {
  Profile profile;
  profile.name = stem_of(reader.file());
  const TreeNode* parts = space.find("partUtilities");
  profile.utility =
      parts != nullptr ? groups(reader, *parts, finder) : additive(reader, space, finder);
  if (!profile.utility) return std::nullopt;
  const TreeNode* bid = space.find("reservationBid");
  if (bid == nullptr || bid->is_null()) return profile;
  const TreeNode* values = bid->find("issuevalues");
  profile.reserved_outcome = finder.outcome(reader, values != nullptr ? *values : *bid);
  if (!profile.reserved_outcome) return std::nullopt;
  profile.reservation = profile.utility->value(finder.agenda(), *profile.reserved_outcome);
  return profile;
}

}  // namespace

bool is_geniusweb_domain(const TreeNode& root) {
  return root.find("issuesValues") != nullptr;
}

bool is_geniusweb_profile(const TreeNode& root) {
  return unwrapped(root) != nullptr;
}

std::optional<Domain> read_geniusweb(const std::vector<Document>& documents, Semantics semantics,
                                     Findings& findings) {
  return Reader(semantics, findings).read(documents);
}

}  // namespace monazite::preferences::detail
