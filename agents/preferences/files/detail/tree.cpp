#include <cmath>

#include <agents/preferences/files/detail/tree.hpp>
#include <protocol/agenda/number_text.hpp>

namespace monazite::preferences::detail {

const TreeNode* TreeNode::find(std::string_view key) const {
  for (const auto& entry : entries) {
    if (entry.key.is_scalar() && entry.key.text == key) return &entry.value;
  }
  return nullptr;
}

const TreeNode* TreeNode::find_any(std::initializer_list<std::string_view> keys) const {
  for (const std::string_view key : keys) {
    if (const TreeNode* found = find(key)) return found;
  }
  return nullptr;
}

double TreeReader::number(const TreeNode& node, const std::string& what) const {
  if (node.kind == TreeNode::Kind::kNumber && !std::isnan(node.number)) return node.number;
  if (node.kind == TreeNode::Kind::kText) {
    const auto number = agenda::number_of(node.text);
    if (number && !std::isnan(*number)) return *number;
  }
  fail(node,
       what + " must be a number" + (node.is_scalar() ? ", not " + in_quotes(node.text) : ""));
  return 0;
}

double TreeReader::finite(const TreeNode& node, const std::string& what) const {
  if (node.kind == TreeNode::Kind::kNumber && std::isfinite(node.number)) return node.number;
  if (node.kind == TreeNode::Kind::kText) {
    const auto number = agenda::number_of(node.text);
    if (number && std::isfinite(*number)) return *number;
  }
  fail(node, what + " must be a finite number" +
                 (node.is_scalar() ? ", not " + in_quotes(node.text) : ""));
  return 0;
}

double TreeReader::finite(const TreeNode& map, std::string_view key, double otherwise,
                          const std::string& what) const {
  const TreeNode* node = map.find(key);
  return node == nullptr || node->is_null() ? otherwise : finite(*node, what);
}

std::size_t TreeReader::count(const TreeNode& node, std::size_t most,
                              const std::string& what) const {
  const double number = finite(node, what);
  if (number >= 0 && number <= static_cast<double>(most) && number == std::floor(number)) {
    return static_cast<std::size_t>(number);
  }
  fail(node, what + " must be a whole number from 0 to " + std::to_string(most));
  return 0;
}

std::string TreeReader::label(const TreeNode& node, const std::string& what) const {
  if (node.is_scalar()) return node.text;
  fail(node, what + " must be a text or a number");
  return {};
}

std::string TreeReader::text(const TreeNode& map, std::string_view key,
                             const std::string& otherwise) const {
  const TreeNode* node = map.find(key);
  if (node == nullptr || node->is_null()) return otherwise;
  return label(*node, std::string(key));
}

bool TreeReader::flag(const TreeNode& map, std::string_view key, bool otherwise) const {
  const TreeNode* node = map.find(key);
  if (node == nullptr || node->is_null()) return otherwise;
  if (node->kind == TreeNode::Kind::kFlag) return node->number != 0;
  fail(*node, std::string(key) + " must be true or false");
  return otherwise;
}

}  // namespace monazite::preferences::detail
