#include <sstream>

#include <agents/preferences/files/detail/tree.hpp>
#include <protocol/agenda/number_text.hpp>
#include <protocol/base/toml_text.hpp>

namespace monazite::preferences::detail {
namespace {

/// No deeper than the parser allows (256).
TreeNode convert(const toml::node& from) {
  TreeNode node;
  node.line = from.source().begin.line;
  node.column = from.source().begin.column;
  if (const toml::table* table = from.as_table()) {
    node.kind = TreeNode::Kind::kMap;
    for (const auto& [name, value] : *table) {
      TreeNode key;
      key.kind = TreeNode::Kind::kText;
      key.text = std::string(name.str());
      key.line = name.source().begin.line;
      key.column = name.source().begin.column;
      node.entries.push_back({std::move(key), convert(value)});
    }
  } else if (const toml::array* array = from.as_array()) {
    node.kind = TreeNode::Kind::kList;
    for (const toml::node& item : *array) node.items.push_back(convert(item));
  } else if (const auto* text = from.as_string()) {
    node.kind = TreeNode::Kind::kText;
    node.text = text->get();
  } else if (const auto* flag = from.as_boolean()) {
    node.kind = TreeNode::Kind::kFlag;
    node.number = flag->get() ? 1 : 0;
    node.text = flag->get() ? "true" : "false";
  } else if (const auto* whole = from.as_integer()) {
    node.kind = TreeNode::Kind::kNumber;
    node.number = static_cast<double>(whole->get());
    node.text = std::to_string(whole->get());
  } else if (const auto* real = from.as_floating_point()) {
    node.kind = TreeNode::Kind::kNumber;
    node.number = real->get();
    node.text = agenda::number_text(real->get());
  } else {
    // Dates and times: nothing here asks for them.
    std::ostringstream out;
    from.visit([&out](const auto& value) { out << value; });
    node.kind = TreeNode::Kind::kText;
    node.text = out.str();
  }
  return node;
}

}  // namespace

std::optional<TreeNode> parse_toml(const Text& text, Findings& findings) {
  const auto table = base::read_toml(text.content, text.file);
  if (table) return convert(*table);
  const base::TomlFault& fault = table.error();
  findings.fail(Place{text.file, fault.line, fault.column},
                "is not well-formed TOML: " + fault.what);
  return std::nullopt;
}

}  // namespace monazite::preferences::detail
