#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>
#include <unordered_set>

#include <agents/preferences/files/detail/genius_document.hpp>
#include <protocol/agenda/number_text.hpp>

namespace monazite::preferences::detail {
namespace {

constexpr std::size_t kDeepest = 64;

/// Calls `visit` for each element of the tree in order. False when it is deeper than is sensible.
template <class Visit>
bool walk(const pugi::xml_node& root, const Visit& visit) {
  std::size_t depth = 0;
  for (pugi::xml_node node = root; node;) {
    visit(node);
    if (node.first_child() && ++depth <= kDeepest) {
      node = node.first_child();
      continue;
    }
    if (depth > kDeepest) return false;
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (node == root) return true;
    node = node.next_sibling();
  }
  return true;
}

bool is_number_kind(const pugi::xml_node& issue, const char* kind) {
  const char* type = issue.attribute("type").as_string(
      issue.attribute("etype").as_string(issue.attribute("vtype").as_string("discrete")));
  return std::strcmp(type, kind) == 0;
}

void read_items(const GeniusDocument& document, GeniusIssue& issue, Findings& findings) {
  std::unordered_set<std::string> seen;  // only asked, never listed
  for (const pugi::xml_node item : issue.node.children("item")) {
    std::string label = item.attribute("value").as_string();
    if (label.empty()) {
      label = item.attribute("index").as_string();
      if (label.empty()) label = std::to_string(issue.draft.labels.size() + 1);
      findings.warn(document.place(item),
                    "a value without a name is called by its index " + in_quotes(label));
    }
    if (seen.insert(label).second) {
      issue.draft.labels.push_back(std::move(label));
    } else {
      findings.warn(document.place(item), "value " + in_quotes(label) + " of issue " +
                                              in_quotes(issue.draft.name) +
                                              " is there twice; the first one counts");
    }
  }
}

void read_bounds(const GeniusDocument& document, GeniusIssue& issue, Findings& findings) {
  const pugi::xml_node range = issue.node.child("range");
  const auto bound = [&](const char* name) {
    const pugi::xml_node at = range.attribute(name) ? range : issue.node;
    issue.has_bounds = issue.has_bounds || at.attribute(name);
    return document.number(at, name, std::nan(""),
                           "a bound of issue " + in_quotes(issue.draft.name), findings);
  };
  issue.draft.low = bound("lowerbound");
  issue.draft.high = bound("upperbound");
}

}  // namespace

std::optional<GeniusDocument> GeniusDocument::parse(const Text& text, Findings& findings) {
  GeniusDocument made;
  made.file_ = text.file;
  made.document_ = std::make_unique<pugi::xml_document>();
  made.lines_ = Lines(text.content);
  const pugi::xml_parse_result result = made.document_->load_buffer(
      text.content.data(), text.content.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result) {
    findings.fail(made.lines_.at(text.file, static_cast<std::size_t>(result.offset)),
                  std::string("is not well-formed XML: ") + result.description());
    return std::nullopt;
  }
  const bool sound = walk(made.root(), [&](const pugi::xml_node& node) {
    const std::string_view name = node.name();
    made.values_ = made.values_ || name == "weight" || name == "evaluator" ||
                   name == "hyperRectangle" || (name == "item" && node.attribute("evaluation"));
  });
  if (!sound) {
    findings.fail(Place{text.file}, "nests elements more than 64 deep");
    return std::nullopt;
  }
  return made;
}

Place GeniusDocument::place(const pugi::xml_node& node) const {
  const std::ptrdiff_t offset = node.offset_debug();
  if (offset < 0) return {file_};
  return {file_, lines_.at(file_, static_cast<std::size_t>(offset)).line};
}

bool GeniusDocument::is_ours() const {
  const std::string_view name = root().name();
  return name == "negotiation_template" || name == "utility_space";
}

std::vector<pugi::xml_node> GeniusDocument::all(std::string_view name) const {
  std::vector<pugi::xml_node> found;
  walk(root(), [&](const pugi::xml_node& node) {
    if (name == node.name()) found.push_back(node);
  });
  return found;
}

pugi::xml_node GeniusDocument::first(std::string_view name) const {
  const std::vector<pugi::xml_node> found = all(name);
  return found.empty() ? pugi::xml_node{} : found.front();
}

double GeniusDocument::number(const pugi::xml_node& node, const char* attribute, double otherwise,
                              const std::string& what, Findings& findings) const {
  const pugi::xml_attribute found = node.attribute(attribute);
  if (!found) return otherwise;
  const auto number = agenda::number_of(found.value());
  if (number && std::isfinite(*number)) return *number;
  findings.fail(place(node), what + " must be a finite number, not " + in_quotes(found.value()));
  return otherwise;
}

std::vector<GeniusIssue> genius_issues(const GeniusDocument& document, Findings& findings) {
  std::vector<GeniusIssue> issues;
  std::set<std::size_t> indices;
  bool whole = true;
  for (const pugi::xml_node node : document.all("issue")) {
    GeniusIssue issue;
    issue.node = node;
    issue.draft.name = node.attribute("name").as_string();
    issue.draft.place = document.place(node);
    if (issue.draft.name.empty()) {
      findings.fail(issue.draft.place, "an issue has no name");
      break;
    }
    issue.index = node.attribute("index").as_uint(0);
    if (issue.index == 0 || !indices.insert(issue.index).second) whole = false;
    if (node.child("item")) {
      read_items(document, issue, findings);
    } else if (is_number_kind(node, "integer") || is_number_kind(node, "real")) {
      issue.draft.kind =
          is_number_kind(node, "real") ? agenda::IssueKind::kReal : agenda::IssueKind::kInteger;
      read_bounds(document, issue, findings);
    } else if (!is_number_kind(node, "discrete")) {
      findings.fail(issue.draft.place, "issue " + in_quotes(issue.draft.name) +
                                           " is of a type that is neither discrete, integer nor "
                                           "real");
    }
    issues.push_back(std::move(issue));
  }
  if (!whole) {
    findings.warn(Place{document.file()},
                  "indices of issues are missing or repeated; issues are numbered in the order of "
                  "the file");
    for (std::size_t i = 0; i < issues.size(); ++i) issues[i].index = i + 1;
  }
  return issues;
}

}  // namespace monazite::preferences::detail
