#include <cmath>
#include <map>
#include <sstream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <agents/preferences/files/detail/tree.hpp>
#include <protocol/agenda/number_text.hpp>

namespace monazite::preferences::detail {
namespace {

/// Thrown and caught in this file: the library has no other way of being stopped.
struct Refusal {
  YAML::Mark mark;
  const char* what;
};

bool means_null(const std::string& text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

/// Builds the tree from the parser's events.
class Builder : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    put(mark, anchor, TreeNode{});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) throw Refusal{mark, "refers to a part that is not complete yet"};
    count_ += found->second.second;
    TreeNode copy = found->second.first;
    put(mark, 0, std::move(copy));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    TreeNode node;
    node.text = value;
    node.kind = TreeNode::Kind::kText;
    const bool plain = tag == "?";  // neither in quotes nor with a type
    if (plain || tag == "tag:yaml.org,2002:float" || tag == "tag:yaml.org,2002:int") {
      const auto number = agenda::number_of(value);
      if (number) {
        node.kind = TreeNode::Kind::kNumber;
        node.number = *number;
      } else if (plain && means_null(value)) {
        node.kind = TreeNode::Kind::kNull;
      } else if (plain &&
                 (value == "true" || value == "True" || value == "false" || value == "False")) {
        node.kind = TreeNode::Kind::kFlag;
        node.number = value == "true" || value == "True" ? 1 : 0;
      }
    }
    put(mark, anchor, std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(mark, anchor, TreeNode::Kind::kList);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(mark, anchor, TreeNode::Kind::kMap);
  }
  void OnMapEnd() override { close(); }

  [[nodiscard]] TreeNode take() { return std::move(root_); }

 private:
  struct Open {
    TreeNode node;
    YAML::anchor_t anchor = 0;
    bool has_key = false;
    TreeNode key;
    std::size_t begun = 0;
  };

  static TreeNode marked(TreeNode node, const YAML::Mark& mark) {
    node.line = static_cast<std::size_t>(mark.line < 0 ? 0 : mark.line) + 1;
    node.column = static_cast<std::size_t>(mark.column < 0 ? 0 : mark.column) + 1;
    return node;
  }
  void put(const YAML::Mark& mark, YAML::anchor_t anchor, TreeNode node) {
    node = marked(std::move(node), mark);
    if (++count_ > kMostNodes) throw Refusal{mark, "has too many parts"};
    if (anchor != 0) anchors_[anchor] = {node, 1};
    place(std::move(node));
  }
  void place(TreeNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& top = open_.back();
    if (top.node.kind == TreeNode::Kind::kList) {
      top.node.items.push_back(std::move(node));
    } else if (top.has_key) {
      top.node.entries.push_back({std::move(top.key), std::move(node)});
      top.has_key = false;
    } else {
      top.key = std::move(node);
      top.has_key = true;
    }
  }
  void open(const YAML::Mark& mark, YAML::anchor_t anchor, TreeNode::Kind kind) {
    if (open_.size() >= kDeepestNode) throw Refusal{mark, "nests more than 64 deep"};
    Open opened;
    opened.node.kind = kind;
    opened.node = marked(std::move(opened.node), mark);
    opened.anchor = anchor;
    opened.begun = count_;
    open_.push_back(std::move(opened));
  }
  void close() {
    Open top = std::move(open_.back());
    open_.pop_back();
    ++count_;
    if (top.anchor != 0) anchors_[top.anchor] = {top.node, count_ - top.begun};
    place(std::move(top.node));
  }

  TreeNode root_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, std::pair<TreeNode, std::size_t>> anchors_;
  std::size_t count_ = 0;
};

}  // namespace

std::optional<TreeNode> parse_yaml(const Text& text, Findings& findings) {
  const auto place = [&](const YAML::Mark& mark) {
    return Place{text.file, static_cast<std::size_t>(mark.line < 0 ? 0 : mark.line) + 1,
                 static_cast<std::size_t>(mark.column < 0 ? 0 : mark.column) + 1};
  };
  try {
    std::istringstream in(text.content);
    YAML::Parser parser(in);
    Builder builder;
    if (!parser.HandleNextDocument(builder)) {
      findings.fail(Place{text.file}, "is an empty YAML file");
      return std::nullopt;
    }
    return builder.take();
  } catch (const Refusal& refusal) {
    findings.fail(place(refusal.mark), refusal.what);
  } catch (const YAML::Exception& error) {
    findings.fail(place(error.mark), "is not well-formed YAML: " + error.msg);
  }
  return std::nullopt;
}

}  // namespace monazite::preferences::detail
