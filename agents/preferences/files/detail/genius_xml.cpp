#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <unordered_set>

#include <agents/preferences/files/detail/genius_document.hpp>
#include <agents/preferences/files/detail/genius_xml.hpp>
#include <agents/preferences/hyper_rectangles.hpp>
#include <protocol/agenda/number_text.hpp>

namespace monazite::preferences::detail {
namespace {

/// How one profile values one issue: by a formula or by names.
struct Evaluator {
  double weight = 0;
  std::optional<ValueFunction> function;
  std::vector<std::pair<std::string, double>> table;
  std::vector<Place> places;  ///< of the table's entries
};

/// One profile, its parts in the order of the domain's issues.
struct ProfileDraft {
  const GeniusDocument* document = nullptr;
  std::vector<Evaluator> evaluators;
  bool boxes = false;
};

class Reader {
 public:
  Reader(Semantics semantics, Findings& findings)
      : genius_(semantics == Semantics::kGenius), findings_(&findings) {}

  std::optional<Domain> read(const std::vector<Text>& texts);

 private:
  bool sort_documents(const std::vector<Text>& texts);
  ProfileDraft draft(const GeniusDocument& document);
  std::optional<std::size_t> match(const GeniusDocument& document, const GeniusIssue& issue);
  void read_evaluations(const GeniusDocument& document, const GeniusIssue& issue,
                        const GeniusIssue& in_domain, Evaluator& evaluator);
  ValueFunction formula(const GeniusDocument& document, const pugi::xml_node& node,
                        const GeniusIssue& issue, double low);
  void read_weights(const GeniusDocument& document, const std::vector<GeniusIssue>& issues,
                    const std::vector<std::size_t>& positions, ProfileDraft& draft);
  std::optional<Profile> profile(const ProfileDraft& draft, const Agenda& agenda,
                                 const std::vector<LevelFinder>& finders);
  std::shared_ptr<const Utility> additive(const ProfileDraft& draft, const Agenda& agenda,
                                          const std::vector<LevelFinder>& finders);
  std::vector<double> values_of(const ProfileDraft& draft, const Evaluator& evaluator,
                                const agenda::Issue& issue, const LevelFinder& finder);
  std::shared_ptr<const Utility> boxes(const GeniusDocument& document, const Agenda& agenda);
  void add_boxes(const GeniusDocument& document, const pugi::xml_node& ufun, double weight,
                 const Agenda& agenda, HyperRectangles::Parts& parts);
  HyperRectangles::Box box(const GeniusDocument& document, const pugi::xml_node& node,
                           double weight, const Agenda& agenda);
  Discount discount(const GeniusDocument& document);

  bool genius_;
  Findings* findings_;
  std::vector<GeniusDocument> documents_;
  std::vector<const GeniusDocument*> profiles_;
  const GeniusDocument* domain_ = nullptr;
  std::vector<GeniusIssue> issues_;
};

bool Reader::sort_documents(const std::vector<Text>& texts) {
  for (const Text& text : texts) {
    auto document = GeniusDocument::parse(text, *findings_);
    if (!document) return false;
    documents_.push_back(std::move(*document));
  }
  for (const GeniusDocument& document : documents_) {
    if (!document.is_ours()) {
      findings_->warn(Place{document.file()}, "is neither a domain nor a profile and is left out");
    } else if (document.values_something()) {
      profiles_.push_back(&document);
    } else if (domain_ == nullptr) {
      domain_ = &document;
    } else {
      findings_->warn(Place{document.file()}, "is a second domain file and is left out; " +
                                                  in_quotes(domain_->file()) + " counts");
    }
  }
  if (profiles_.empty()) {
    findings_->fail(Place{texts.front().file},
                    "there is no profile here: no file with a utility_space that has weights or "
                    "evaluations");
    return false;
  }
  if (domain_ == nullptr) {
    domain_ = profiles_.front();
    findings_->warn(Place{domain_->file()},
                    "there is no domain file; the issues of this profile count");
  }
  return true;
}

std::optional<Domain> Reader::read(const std::vector<Text>& texts) {
  if (!sort_documents(texts)) return std::nullopt;
  issues_ = genius_issues(*domain_, *findings_);
  std::vector<ProfileDraft> drafts;
  for (const GeniusDocument* document : profiles_) {
    if (findings_->failed()) return std::nullopt;
    drafts.push_back(draft(*document));
  }
  std::vector<IssueDraft> issue_drafts;
  for (std::size_t i = 0; i < issues_.size(); ++i) {
    issue_drafts.push_back(issues_[i].draft);
    for (const ProfileDraft& draft : drafts) {
      if (draft.boxes || !draft.evaluators[i].function) continue;
      const std::vector<double> points = breakpoints_of(*draft.evaluators[i].function);
      issue_drafts.back().breakpoints.insert(issue_drafts.back().breakpoints.end(), points.begin(),
                                             points.end());
    }
  }
  const pugi::xml_node objective = domain_->first("objective");
  std::string name = objective.attribute("name").as_string();
  if (name.empty() || name == "root" || name == "Objective") name = stem_of(domain_->file());
  auto agenda = build_agenda(name, issue_drafts, Place{domain_->file()}, *findings_);
  if (!agenda) return std::nullopt;
  const std::vector<LevelFinder> finders(agenda->issues().begin(), agenda->issues().end());
  Domain domain{name, std::move(*agenda), {}};
  for (const ProfileDraft& draft : drafts) {
    auto made = profile(draft, domain.agenda, finders);
    if (!made || findings_->failed()) return std::nullopt;
    domain.profiles.push_back(std::move(*made));
  }
  return domain;
}

/// The domain's issue that a profile's issue is: of the same name, else with the same index.
std::optional<std::size_t> Reader::match(const GeniusDocument& document, const GeniusIssue& issue) {
  for (std::size_t i = 0; i < issues_.size(); ++i) {
    if (issues_[i].draft.name == issue.draft.name) return i;
  }
  for (std::size_t i = 0; i < issues_.size(); ++i) {
    if (issues_[i].index != issue.index ||
        issues_[i].draft.labels.size() != issue.draft.labels.size()) {
      continue;
    }
    findings_->warn(document.place(issue.node),
                    "issue " + in_quotes(issue.draft.name) + " is called " +
                        in_quotes(issues_[i].draft.name) + " in the domain");
    return i;
  }
  findings_->fail(document.place(issue.node),
                  "issue " + in_quotes(issue.draft.name) + " is not in the domain");
  return std::nullopt;
}

ProfileDraft Reader::draft(const GeniusDocument& document) {
  ProfileDraft draft;
  draft.document = &document;
  draft.boxes = static_cast<bool>(document.first("hyperRectangle"));
  draft.evaluators.resize(issues_.size());
  if (draft.boxes) return draft;
  const std::vector<GeniusIssue> issues = genius_issues(document, *findings_);
  std::vector<std::size_t> positions;
  std::vector<bool> there(issues_.size());
  for (const GeniusIssue& issue : issues) {
    const auto position = match(document, issue);
    if (!position) return draft;
    if (there[*position]) {
      findings_->fail(document.place(issue.node),
                      "issue " + in_quotes(issue.draft.name) + " is valued twice");
      return draft;
    }
    there[*position] = true;
    positions.push_back(*position);
    read_evaluations(document, issue, issues_[*position], draft.evaluators[*position]);
  }
  for (std::size_t i = 0; i < there.size(); ++i) {
    if (there[i]) continue;
    findings_->warn(Place{document.file()}, "does not value issue " +
                                                in_quotes(issues_[i].draft.name) +
                                                " of the domain; it counts nothing");
    draft.evaluators[i].function = Constant{0};
  }
  read_weights(document, issues, positions, draft);
  return draft;
}

void Reader::read_evaluations(const GeniusDocument& document, const GeniusIssue& issue,
                              const GeniusIssue& in_domain, Evaluator& evaluator) {
  if (const pugi::xml_node node = issue.node.child("evaluator")) {
    // Genius counts from the profile's own lower bound.
    const double low =
        issue.has_bounds && std::isfinite(issue.draft.low) ? issue.draft.low : in_domain.draft.low;
    evaluator.function = formula(document, node, issue, low);
    return;
  }
  std::unordered_set<std::string> seen;  // only asked, never listed
  for (const pugi::xml_node item : issue.node.children("item")) {
    std::string label = item.attribute("value").as_string();
    if (label.empty()) label = item.attribute("index").as_string();
    if (!seen.insert(label).second) continue;  // said by genius_issues()
    if (!item.attribute("evaluation")) {
      findings_->warn(document.place(item), "value " + in_quotes(label) + " of issue " +
                                                in_quotes(issue.draft.name) +
                                                " has no evaluation; it counts 0");
    }
    evaluator.places.push_back(document.place(item));
    evaluator.table.emplace_back(
        label, document.number(item, "evaluation", 0,
                               "the evaluation of " + in_quotes(label) + " on issue " +
                                   in_quotes(issue.draft.name),
                               *findings_));
  }
}

ValueFunction Reader::formula(const GeniusDocument& document, const pugi::xml_node& node,
                              const GeniusIssue& issue, double low) {
  const std::string what = "a number of the evaluator of issue " + in_quotes(issue.draft.name);
  const auto number = [&](const char* name, const char* other, double otherwise) {
    return document.number(node, node.attribute(name) ? name : other, otherwise, what, *findings_);
  };
  const bool integer = issue.draft.kind == agenda::IssueKind::kInteger;
  const std::string_view type = node.attribute("ftype").as_string("linear");
  if (type == "constant") return Constant{number("parameter0", "offset", 0)};
  if (type == "triangular") {
    return Triangular{number("parameter0", "start", 0), number("parameter2", "middle", 1),
                      number("parameter1", "end", 1)};
  }
  if (type == "quadratic" && !genius_) {
    return Quadratic{number("parameter2", "a2", 1), number("parameter1", "a1", 1),
                     number("parameter0", "offset", 0)};
  }
  if (type != "linear") {
    findings_->fail(document.place(node), "the evaluator of issue " + in_quotes(issue.draft.name) +
                                              " is of the unknown type " + in_quotes(type));
    return Constant{0};
  }
  Affine affine{number("slope", "parameter1", genius_ ? 0 : 1), number("offset", "parameter0", 0)};
  if (genius_) {
    affine.origin = integer ? low : 0;
    affine.lowest = 0;
    affine.highest = 1;
  }
  return affine;
}

void Reader::read_weights(const GeniusDocument& document, const std::vector<GeniusIssue>& issues,
                          const std::vector<std::size_t>& positions, ProfileDraft& draft) {
  std::vector<bool> weighed(issues.size());
  std::size_t count = 0;
  for (const pugi::xml_node node : document.all("weight")) {
    const std::size_t index = node.attribute("index").as_uint(static_cast<unsigned>(++count));
    const auto found = std::find_if(issues.begin(), issues.end(),
                                    [&](const GeniusIssue& issue) { return issue.index == index; });
    if (found == issues.end()) {
      findings_->fail(document.place(node), "there is a weight for issue " + std::to_string(index) +
                                                ", but no such issue");
      return;
    }
    const auto at = static_cast<std::size_t>(found - issues.begin());
    if (weighed[at]) {
      findings_->warn(document.place(node), "issue " + in_quotes(found->draft.name) +
                                                " has two weights; the last one counts");
    }
    weighed[at] = true;
    draft.evaluators[positions[at]].weight = document.number(
        node, "value", 0, "the weight of issue " + in_quotes(found->draft.name), *findings_);
  }
  std::vector<double> weights;
  for (std::size_t i = 0; i < issues.size(); ++i) {
    if (!weighed[i]) {
      findings_->warn(issues[i].draft.place, "issue " + in_quotes(issues[i].draft.name) +
                                                 " has no weight; it counts nothing");
    }
    weights.push_back(draft.evaluators[positions[i]].weight);
  }
  warn_of_weights(weights, Place{document.file()}, *findings_);
}

std::vector<double> Reader::values_of(const ProfileDraft& draft, const Evaluator& evaluator,
                                      const agenda::Issue& issue, const LevelFinder& finder) {
  std::vector<double> values(issue.levels());
  if (evaluator.function) {
    auto table = tabulate(*evaluator.function, issue);
    if (table) return std::move(*table);
    findings_->fail(Place{draft.document->file()}, table.error().message);
    return values;
  }
  std::vector<bool> valued(values.size());
  for (std::size_t i = 0; i < evaluator.table.size(); ++i) {
    const auto level = finder.find(evaluator.table[i].first);
    if (!level) {
      findings_->fail(evaluator.places[i], "issue " + in_quotes(issue.name) + " has no value " +
                                               in_quotes(evaluator.table[i].first));
      return values;
    }
    values[*level] = evaluator.table[i].second;
    valued[*level] = true;
  }
  for (std::size_t level = 0; level < values.size(); ++level) {
    if (valued[level]) continue;
    findings_->warn(Place{draft.document->file()},
                    "does not value " + in_quotes(issue.labels[level]) + " of issue " +
                        in_quotes(issue.name) + "; it counts 0");
  }
  if (genius_) {
    const double top = *std::max_element(values.begin(), values.end());
    for (double& value : values) value = top < kNoEvaluation ? 0 : value / top;
  }
  return values;
}

std::shared_ptr<const Utility> Reader::additive(const ProfileDraft& draft, const Agenda& agenda,
                                                const std::vector<LevelFinder>& finders) {
  Additive::Parts parts;
  if (genius_) parts.ceiling = 1;
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    const Evaluator& evaluator = draft.evaluators[i];
    parts.weights.push_back(evaluator.weight);
    parts.values.push_back(values_of(draft, evaluator, agenda.issues()[i], finders[i]));
    parts.functions.push_back(evaluator.function);
  }
  if (findings_->failed()) return nullptr;
  auto made = Additive::make(agenda, std::move(parts));
  if (made) return *made;
  findings_->fail(Place{draft.document->file()}, made.error().message);
  return nullptr;
}

HyperRectangles::Box Reader::box(const GeniusDocument& document, const pugi::xml_node& node,
                                 double weight, const Agenda& agenda) {
  HyperRectangles::Box box;
  const char* utility = node.attribute("utility") ? "utility" : "utility_function";
  box.utility = document.number(node, utility, 0, "the utility of a box", *findings_);
  box.weight = weight * document.number(node, "weight", 1, "the weight of a box", *findings_);
  box.inclusive = !node.child("EXCLUDES");
  for (const pugi::xml_node bound : node.children(box.inclusive ? "INCLUDES" : "EXCLUDES")) {
    const std::size_t index = bound.attribute("index").as_uint(0);
    const auto issue = std::find_if(issues_.begin(), issues_.end(),
                                    [&](const GeniusIssue& one) { return one.index == index; });
    if (issue == issues_.end()) {
      findings_->fail(document.place(bound), "a box bounds issue " + std::to_string(index) +
                                                 ", but there is no such issue");
      return box;
    }
    const auto position = static_cast<std::size_t>(issue - issues_.begin());
    const std::string what = "a bound of a box on issue " + in_quotes(issue->draft.name);
    const double infinite = std::numeric_limits<double>::infinity();
    const double low = document.number(bound, "min", -infinite, what, *findings_);
    const double high = document.number(bound, "max", infinite, what, *findings_);
    box.bounds.push_back({position, ranges_of(agenda.issues()[position], low, high)});
  }
  return box;
}

void Reader::add_boxes(const GeniusDocument& document, const pugi::xml_node& ufun, double weight,
                       const Agenda& agenda, HyperRectangles::Parts& parts) {
  const std::string_view aggregation = ufun.attribute("aggregation").as_string("sum");
  if (aggregation != "sum" && aggregation != "SUM") {
    findings_->fail(document.place(ufun), "utilities of boxes are summed here, not combined by " +
                                              in_quotes(aggregation));
    return;
  }
  const double own = document.number(ufun, "weight", 1, "the weight of a ufun", *findings_);
  for (const pugi::xml_node node : ufun.children("hyperRectangle")) {
    parts.boxes.push_back(box(document, node, weight * own, agenda));
    if (findings_->failed()) return;
  }
  // No deeper than the document, which is bounded.
  for (const pugi::xml_node inner : ufun.children("ufun")) {
    add_boxes(document, inner, weight * own, agenda, parts);
  }
}

std::shared_ptr<const Utility> Reader::boxes(const GeniusDocument& document, const Agenda& agenda) {
  HyperRectangles::Parts parts;
  const pugi::xml_node utility =
      document.first("utility") ? document.first("utility") : document.first("utility_function");
  const double most = document.number(utility, "maxutility", 0, "maxutility", *findings_);
  if (genius_) {
    parts.ceiling = 1;
    parts.divisor = most > 0 ? most : 1;
    if (most <= 0) {
      findings_->warn(Place{document.file()},
                      "has no positive maxutility; utilities of boxes stay as they stand");
    }
  }
  for (const pugi::xml_node ufun : utility.children("ufun")) {
    add_boxes(document, ufun, 1, agenda, parts);
  }
  if (parts.boxes.empty()) {
    findings_->fail(Place{document.file()}, "has boxes outside of a utility's ufun");
  }
  if (findings_->failed()) return nullptr;
  auto made = HyperRectangles::make(agenda, std::move(parts));
  if (made) return *made;
  findings_->fail(Place{document.file()}, made.error().message);
  return nullptr;
}

Discount Reader::discount(const GeniusDocument& document) {
  Discount discount;
  const pugi::xml_node node = document.first("discount_factor");
  const double factor = document.number(node, "value", 1, "the discount factor", *findings_);
  if (factor <= 0 || factor >= 1) {
    if (factor > 1) {
      findings_->warn(document.place(node), "a discount factor above 1 counts as none");
    }
    return discount;
  }
  discount.factor = factor;
  discount.kind = genius_ ? Discount::Kind::kPerTime : Discount::Kind::kPerRound;
  return discount;
}

std::optional<Profile> Reader::profile(const ProfileDraft& draft, const Agenda& agenda,
                                       const std::vector<LevelFinder>& finders) {
  const GeniusDocument& document = *draft.document;
  Profile profile;
  profile.name = stem_of(document.file());
  profile.utility = draft.boxes ? boxes(document, agenda) : additive(draft, agenda, finders);
  profile.reservation = document.number(document.first("reservation"), "value", 0,
                                        "the reservation value", *findings_);
  profile.discount = discount(document);
  if (!profile.utility || findings_->failed()) return std::nullopt;
  return profile;
}

}  // namespace

std::optional<Domain> read_genius(const std::vector<Text>& texts, Semantics semantics,
                                  Findings& findings) {
  return Reader(semantics, findings).read(texts);
}

}  // namespace monazite::preferences::detail
