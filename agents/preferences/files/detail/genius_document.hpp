#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include <agents/preferences/files/detail/draft.hpp>
#include <agents/preferences/files/detail/encoding.hpp>

namespace monazite::preferences::detail {

/// One Genius file as a tree, and what is wanted of it.
class GeniusDocument {
 public:
  /// Nothing, and a failure, when the text is not well-formed XML.
  [[nodiscard]] static std::optional<GeniusDocument> parse(const Text& text, Findings& findings);

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] pugi::xml_node root() const { return document_->document_element(); }
  [[nodiscard]] Place place(const pugi::xml_node& node) const;

  /// A negotiation_template or a utility_space; other XML files lie in folders too.
  [[nodiscard]] bool is_ours() const;
  /// Whether it values anything: weights, evaluations, evaluators, boxes.
  [[nodiscard]] bool values_something() const { return values_; }

  /// All elements of that name, at any depth, in the order of the file.
  [[nodiscard]] std::vector<pugi::xml_node> all(std::string_view name) const;
  [[nodiscard]] pugi::xml_node first(std::string_view name) const;

  /// The attribute as a finite number; `otherwise` when it is not there. A failure when it is
  /// something else; `what` says what it is.
  [[nodiscard]] double number(const pugi::xml_node& node, const char* attribute, double otherwise,
                              const std::string& what, Findings& findings) const;

 private:
  GeniusDocument() = default;

  std::string file_;
  std::unique_ptr<pugi::xml_document> document_;
  Lines lines_;
  bool values_ = false;
};

/// An issue as one file states it.
struct GeniusIssue {
  IssueDraft draft;
  std::size_t index = 0;  ///< as in the file, else its position from 1
  bool has_bounds = false;
  pugi::xml_node node;
};

/// The issues in the order of the file (Genius' and NegMAS' order alike; indices only tie weights
/// to issues). Says so where indices are missing or not distinct and where an item is there twice.
[[nodiscard]] std::vector<GeniusIssue> genius_issues(const GeniusDocument& document,
                                                     Findings& findings);

}  // namespace monazite::preferences::detail
