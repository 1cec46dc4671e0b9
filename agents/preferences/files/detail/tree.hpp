#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <agents/preferences/files/detail/draft.hpp>

namespace monazite::preferences::detail {

/// A JSON, YAML or TOML document: one shape for all, with the places of its parts.
struct TreeNode {
  enum class Kind { kNull, kFlag, kNumber, kText, kList, kMap };
  Kind kind = Kind::kNull;
  double number = 0;  ///< of a number; 1 or 0 of a flag
  /// Of a text; of numbers and flags how the file writes them, for they may be names of levels.
  std::string text;
  std::vector<TreeNode> items;  ///< of a list
  struct Entry;
  std::vector<Entry> entries;  ///< of a map, in the order of the file where it has one
  std::size_t line = 0;
  std::size_t column = 0;

  [[nodiscard]] bool is_map() const { return kind == Kind::kMap; }
  [[nodiscard]] bool is_list() const { return kind == Kind::kList; }
  [[nodiscard]] bool is_null() const { return kind == Kind::kNull; }
  [[nodiscard]] bool is_scalar() const {
    return kind == Kind::kNumber || kind == Kind::kText || kind == Kind::kFlag;
  }
  /// The value under a key; nothing if it is no map or has no such key.
  [[nodiscard]] const TreeNode* find(std::string_view key) const;
  /// The same under the first of several names.
  [[nodiscard]] const TreeNode* find_any(std::initializer_list<std::string_view> keys) const;
};

struct TreeNode::Entry {
  TreeNode key;
  TreeNode value;
};

/// Documents of more nodes or deeper than this are refused.
inline constexpr std::size_t kMostNodes = 8'000'000;
inline constexpr std::size_t kDeepestNode = 64;

/// Each fails with the place and what the library says is wrong. JSON may hold NaN, Infinity and
/// -Infinity as Python writes them. YAML references are replaced by what they refer to.
[[nodiscard]] std::optional<TreeNode> parse_json(const Text& text, Findings& findings);
[[nodiscard]] std::optional<TreeNode> parse_yaml(const Text& text, Findings& findings);
[[nodiscard]] std::optional<TreeNode> parse_toml(const Text& text, Findings& findings);

/// Reads values out of one document, with sentences about what is not as it should be.
class TreeReader {
 public:
  TreeReader(std::string file, Findings& findings) : file_(std::move(file)), findings_(&findings) {}

  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] Findings& findings() const { return *findings_; }
  [[nodiscard]] Place place(const TreeNode& node) const { return {file_, node.line, node.column}; }

  void fail(const TreeNode& node, const std::string& what) const {
    findings_->fail(place(node), what);
  }
  void warn(const TreeNode& node, const std::string& what) const {
    findings_->warn(place(node), what);
  }

  /// A number, or a text that is one; finite. `what` begins the sentence about anything else.
  [[nodiscard]] double finite(const TreeNode& node, const std::string& what) const;
  /// The same under a key of a map; `otherwise` when it is not there or null.
  [[nodiscard]] double finite(const TreeNode& map, std::string_view key, double otherwise,
                              const std::string& what) const;
  /// A number that may be infinite but not NaN.
  [[nodiscard]] double number(const TreeNode& node, const std::string& what) const;
  /// A whole number from 0 to `most`.
  [[nodiscard]] std::size_t count(const TreeNode& node, std::size_t most,
                                  const std::string& what) const;
  /// How the file writes a scalar.
  [[nodiscard]] std::string label(const TreeNode& node, const std::string& what) const;
  /// The text under a key; `otherwise` when it is not there.
  [[nodiscard]] std::string text(const TreeNode& map, std::string_view key,
                                 const std::string& otherwise) const;
  [[nodiscard]] bool flag(const TreeNode& map, std::string_view key, bool otherwise) const;

 private:
  std::string file_;
  Findings* findings_;
};

}  // namespace monazite::preferences::detail
