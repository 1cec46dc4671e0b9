#include <cmath>
#include <iterator>

#include <nlohmann/json.hpp>

#include <agents/preferences/files/detail/tree.hpp>
#include <protocol/agenda/number_text.hpp>

namespace monazite::preferences::detail {
namespace {

/// Where the parser is: the last character it took that is no blank. (It reads one beyond a
/// number.)
struct Position {
  std::size_t line = 1;
  std::size_t column = 0;
  std::size_t line_now = 1;
  std::size_t column_now = 0;
};

/// Walks over the text and keeps count.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, Position* position) : at_(at), position_(position) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    const char letter = *at_++;
    if (letter == '\n') {
      ++position_->line_now;
      position_->column_now = 0;
      return *this;
    }
    ++position_->column_now;
    if (letter != ' ' && letter != '\t' && letter != '\r') {
      position_->line = position_->line_now;
      position_->column = position_->column_now;
    }
    return *this;
  }
  CountingIterator operator++(int) {
    const CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  Position* position_;
};

/// Builds the tree from the parser's events.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Builder(const Position& position) : position_(&position) { stack_.push_back(&root_); }

  bool null() override { return put(TreeNode{}); }
  bool boolean(bool value) override {
    TreeNode node;
    node.kind = TreeNode::Kind::kFlag;
    node.number = value ? 1 : 0;
    node.text = value ? "true" : "false";
    return put(std::move(node));
  }
  bool number_integer(number_integer_t value) override {
    return put_number(static_cast<double>(value), std::to_string(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return put_number(static_cast<double>(value), std::to_string(value));
  }
  bool number_float(number_float_t value, const string_t& text) override {
    return put_number(value, text);
  }
  bool string(string_t& value) override {
    TreeNode node;
    node.kind = TreeNode::Kind::kText;
    node.text = std::move(value);
    return put(std::move(node));
  }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*size*/) override { return open(TreeNode::Kind::kMap); }
  bool key(string_t& value) override {
    TreeNode node;
    node.kind = TreeNode::Kind::kText;
    node.text = std::move(value);
    mark(node);
    stack_.back()->entries.push_back({std::move(node), TreeNode{}});
    return ++count_ < kMostNodes || refuse("has too many parts");
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t /*size*/) override { return open(TreeNode::Kind::kList); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t /*offset*/, const std::string& /*token*/,
                   const nlohmann::json::exception& error) override {
    const std::string what = error.what();
    // "[json.exception.parse_error.101] parse error at line 3, column 4: syntax error ...": the
    // place is told already.
    const auto colon = what.find(": ");
    return refuse("is not well-formed JSON: " +
                  (colon == std::string::npos ? what : what.substr(colon + 2)));
  }

  [[nodiscard]] TreeNode take() { return std::move(root_); }
  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  bool refuse(const std::string& what) {
    if (fault_.empty()) fault_ = what;
    return false;
  }
  void mark(TreeNode& node) const {
    node.line = position_->line;
    node.column = position_->column;
  }
  bool put_number(double value, const std::string& text) {
    TreeNode node;
    node.kind = TreeNode::Kind::kNumber;
    node.number = value;
    node.text = text;
    return put(std::move(node));
  }
  /// Where the next value belongs.
  TreeNode* slot() {
    TreeNode* top = stack_.back();
    if (stack_.size() == 1) return top;
    if (top->kind == TreeNode::Kind::kMap) return &top->entries.back().value;
    top->items.emplace_back();
    return &top->items.back();
  }
  bool put(TreeNode node) {
    mark(node);
    *slot() = std::move(node);
    return ++count_ < kMostNodes || refuse("has too many parts");
  }
  bool open(TreeNode::Kind kind) {
    if (stack_.size() > kDeepestNode) return refuse("nests more than 64 deep");
    TreeNode* node = slot();
    node->kind = kind;
    mark(*node);
    stack_.push_back(node);
    return ++count_ < kMostNodes || refuse("has too many parts");
  }
  bool close() {
    stack_.pop_back();
    return true;
  }

  const Position* position_;
  TreeNode root_;
  // Pointers stay good: a list or a map grows only while it is on top.
  std::vector<TreeNode*> stack_;
  std::size_t count_ = 0;
  std::string fault_;
};

/// Puts quotes around Python's names of the special numbers, outside of texts.
std::string without_python_numbers(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at);
    if (!inside) {
      std::string_view found;
      for (const std::string_view name : {"-Infinity", "Infinity", "NaN"}) {
        if (found.empty() && rest.substr(0, name.size()) == name) found = name;
      }
      if (!found.empty()) {
        out.append("\"").append(found).append("\"");
        at += found.size();
        continue;
      }
    }
    if (inside && rest.front() == '\\' && rest.size() > 1) {
      out += text[at++];
    } else if (rest.front() == '"') {
      inside = !inside;
    }
    out += text[at++];
  }
  return out;
}

}  // namespace

std::optional<TreeNode> parse_json(const Text& text, Findings& findings) {
  const std::string plain = without_python_numbers(text.content);
  Position position;
  Builder builder(position);
  const char* begin = plain.data();
  const bool whole =
      nlohmann::json::sax_parse(CountingIterator(begin, &position),
                                CountingIterator(begin + plain.size(), &position), &builder);
  if (whole && builder.fault().empty()) return builder.take();
  findings.fail(Place{text.file, position.line_now, position.column_now},
                builder.fault().empty() ? "is not well-formed JSON" : builder.fault());
  return std::nullopt;
}

}  // namespace monazite::preferences::detail
