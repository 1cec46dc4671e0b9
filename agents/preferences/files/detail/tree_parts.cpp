#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <agents/preferences/files/detail/draft.hpp>
#include <agents/preferences/files/detail/tree_parts.hpp>
#include <protocol/agenda/number_text.hpp>

namespace monazite::preferences::detail {
namespace {

/// Reads the numbers of one value function.
class FunctionReader {
 public:
  FunctionReader(const TreeReader& reader, const TreeNode& node, const std::string& issue)
      : reader_(&reader),
        node_(&node),
        what_("of the value function of issue " + in_quotes(issue)) {}

  double operator()(const char* key, double otherwise) const {
    return reader_->finite(*node_, key, otherwise, std::string(key) + " " + what_);
  }
  double operator()(const char* key) const {
    if (node_->find(key) == nullptr) {
      reader_->fail(*node_, std::string(key) + " " + what_ + " is missing");
    }
    return (*this)(key, 0);
  }
  /// A limit that is infinite unless the file says it.
  double limit(const char* key, double otherwise) const {
    const TreeNode* found = node_->find(key);
    return found == nullptr ? otherwise : reader_->number(*found, std::string(key) + " " + what_);
  }
  std::vector<double> list(const char* key) const {
    std::vector<double> numbers;
    const TreeNode* found = node_->find(key);
    if (found == nullptr || !found->is_list()) {
      reader_->fail(*node_, std::string(key) + " " + what_ + " must be a list of numbers");
      return numbers;
    }
    for (const TreeNode& item : found->items) {
      numbers.push_back(reader_->finite(item, std::string(key) + " " + what_));
    }
    return numbers;
  }

 private:
  const TreeReader* reader_;
  const TreeNode* node_;
  std::string what_;
};

using Maker = ValueFunction (*)(const FunctionReader& number);

const double kInfinite = std::numeric_limits<double>::infinity();

ValueFunction affine(const FunctionReader& number) {
  Affine made{number("slope"), number("bias", 0), number("origin", 0),
              number.limit("lowest", -kInfinite), number.limit("highest", kInfinite)};
  if (made.lowest > made.highest) std::swap(made.lowest, made.highest);
  return made;
}

ValueFunction triangular(const FunctionReader& number) {
  return Triangular{number("start"), number("middle"), number("end"), number("bias", 0),
                    number("scale", 1)};
}

ValueFunction trapezoidal(const FunctionReader& number) {
  return Trapezoidal{number("start"), number("rise_end"), number("fall_start"),
                     number("end"),   number("bias", 0),  number("scale", 1)};
}

ValueFunction power(const FunctionReader& number) {
  return Power{number("from"), number("to"), number("exponent"), number("bias", 0),
               number("scale", 1)};
}

/// By the name in our TOML; NegMAS' names are below.
const std::map<std::string, Maker, std::less<>>& makers() {
  static const std::map<std::string, Maker, std::less<>> kAll = {
      {"affine", affine},
      {"constant",
       [](const FunctionReader& number) -> ValueFunction { return Constant{number("bias")}; }},
      {"cosine",
       [](const FunctionReader& number) -> ValueFunction {
         return Cosine{number("multiplier", 1), number("bias", 0), number("phase", 0),
                       number("amplitude", 1)};
       }},
      {"exponential",
       [](const FunctionReader& number) -> ValueFunction {
         return Exponential{number("tau"), number("bias", 0), number("base", kEuler)};
       }},
      {"gaussian",
       [](const FunctionReader& number) -> ValueFunction {
         return Gaussian{number("center"), number("sigma", 1), number("bias", 0),
                         number("scale", 1)};
       }},
      {"identity", [](const FunctionReader&) -> ValueFunction { return Identity{}; }},
      {"logarithm",
       [](const FunctionReader& number) -> ValueFunction {
         return Logarithm{number("tau"), number("bias", 0), number("base", kEuler),
                          number("scale", 1)};
       }},
      {"polynomial",
       [](const FunctionReader& number) -> ValueFunction {
         return Polynomial{number.list("coefficients"), number("bias", 0)};
       }},
      {"power", power},
      {"quadratic",
       [](const FunctionReader& number) -> ValueFunction {
         return Quadratic{number("a2"), number("a1"), number("bias", 0)};
       }},
      {"sine",
       [](const FunctionReader& number) -> ValueFunction {
         return Sine{number("multiplier", 1), number("bias", 0), number("phase", 0),
                     number("amplitude", 1)};
       }},
      {"trapezoidal", trapezoidal},
      {"triangular", triangular},
  };
  return kAll;
}

const std::map<std::string, std::string, std::less<>>& negmas_names() {
  static const std::map<std::string, std::string, std::less<>> kAll = {
      {"AffineFun", "affine"},
      {"ConstFun", "constant"},
      {"CosFun", "cosine"},
      {"ExponentialFun", "exponential"},
      {"GaussianFun", "gaussian"},
      {"IdentityFun", "identity"},
      {"LinearFun", "affine"},
      {"LogFun", "logarithm"},
      {"PolynomialFun", "polynomial"},
      {"QuadraticFun", "quadratic"},
      {"SinFun", "sine"},
      {"TrapezoidalFun", "trapezoidal"},
      {"TriangularFun", "triangular"},
  };
  return kAll;
}

}  // namespace

AgendaFinder::AgendaFinder(const Agenda& agenda)
    : agenda_(&agenda), finders_(agenda.issues().begin(), agenda.issues().end()) {}

std::optional<std::uint32_t> AgendaFinder::level(const TreeReader& reader, std::size_t issue,
                                                 const TreeNode& node) const {
  std::optional<std::uint32_t> found;
  if (node.is_scalar()) found = finders_[issue].find(node.text);
  if (!found && node.kind == TreeNode::Kind::kNumber)
    found = finders_[issue].find_number(node.number);
  if (!found) {
    reader.fail(node, "issue " + in_quotes(agenda_->issues()[issue].name) + " has no value " +
                          (node.is_scalar() ? in_quotes(node.text) : "of this kind"));
  }
  return found;
}

std::optional<std::size_t> AgendaFinder::issue(const TreeReader& reader,
                                               const TreeNode& name) const {
  const auto found = name.is_scalar() ? agenda_->find(name.text) : std::nullopt;
  if (!found) {
    reader.fail(name,
                "there is no issue " + (name.is_scalar() ? in_quotes(name.text) : "of this name"));
  }
  return found;
}

std::optional<Outcome> AgendaFinder::outcome(const TreeReader& reader, const TreeNode& node) const {
  std::vector<std::optional<std::uint32_t>> levels(issues());
  if (node.is_list() && node.items.size() == issues()) {
    for (std::size_t i = 0; i < issues(); ++i) levels[i] = level(reader, i, node.items[i]);
  } else if (node.is_map()) {
    for (const auto& [name, value] : node.entries) {
      const auto position = issue(reader, name);
      if (!position) return std::nullopt;
      levels[*position] = level(reader, *position, value);
    }
  } else if (node.is_scalar() && issues() == 1) {
    levels[0] = level(reader, 0, node);
  }
  std::vector<std::uint32_t> whole;
  for (const auto& level : levels) {
    if (level) whole.push_back(*level);
  }
  if (whole.size() < issues()) {
    reader.fail(
        node, "an outcome needs one value for each of the " + std::to_string(issues()) + " issues");
    return std::nullopt;
  }
  return agenda_->outcome(whole.data());
}

std::optional<ValueDraft> read_value_function(const TreeReader& reader, const TreeNode& node,
                                              const std::string& issue) {
  if (node.is_list()) return ValueDraft{std::nullopt, &node};
  if (!node.is_map()) {
    reader.fail(node, "the value function of issue " + in_quotes(issue) +
                          " must be a table of values or a formula");
    return std::nullopt;
  }
  const FunctionReader numbers(reader, node, issue);
  if (const TreeNode* kind = node.find("kind");
      kind != nullptr && kind->kind == TreeNode::Kind::kText) {
    const auto found = makers().find(kind->text);
    if (found != makers().end()) return ValueDraft{found->second(numbers), nullptr};
  }
  const TreeNode* type = node.find_any({"type", "__python_class__"});
  if (type == nullptr || type->kind != TreeNode::Kind::kText)
    return ValueDraft{std::nullopt, &node};
  const std::string name = type->text.substr(type->text.rfind('.') + 1);
  if (name == "TableFun") {
    const TreeNode* mapping = node.find("mapping");
    if (mapping == nullptr || !(mapping->is_map() || mapping->is_list())) {
      reader.fail(node, "the TableFun of issue " + in_quotes(issue) + " has no mapping");
      return std::nullopt;
    }
    return ValueDraft{std::nullopt, mapping};
  }
  const auto found = negmas_names().find(name);
  if (found != negmas_names().end()) {
    return ValueDraft{makers().find(found->second)->second(numbers), nullptr};
  }
  reader.fail(node, "the value function of issue " + in_quotes(issue) +
                        " is of a type that cannot be read from a file: " + in_quotes(name));
  return std::nullopt;
}

std::vector<double> values_of(const TreeReader& reader, const ValueDraft& draft, std::size_t issue,
                              const AgendaFinder& finder) {
  const agenda::Issue& to = finder.issue(issue);
  std::vector<double> values(to.levels());
  if (draft.function) {
    auto table = tabulate(*draft.function, to);
    if (table) return std::move(*table);
    reader.findings().fail(Place{reader.file()}, table.error().message);
    return values;
  }
  const TreeNode& table = *draft.table;
  const std::string what = "a value of issue " + in_quotes(to.name);
  if (table.is_list()) {
    if (table.items.size() != values.size()) {
      reader.fail(table, "issue " + in_quotes(to.name) + " has " + std::to_string(values.size()) +
                             " values, but " + std::to_string(table.items.size()) + " are valued");
      return values;
    }
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = reader.finite(table.items[i], what);
    return values;
  }
  std::vector<bool> valued(values.size());
  for (const auto& [name, value] : table.entries) {
    const auto level = finder.level(reader, issue, name);
    if (!level) return values;
    values[*level] = reader.finite(value, what);
    valued[*level] = true;
  }
  for (std::size_t level = 0; level < values.size(); ++level) {
    if (!valued[level]) {
      reader.warn(table, "does not value " + in_quotes(to.labels[level]) + " of issue " +
                             in_quotes(to.name) + "; it counts 0");
    }
  }
  return values;
}

void divide_by_largest(std::vector<double>& values) {
  const double top = *std::max_element(values.begin(), values.end());
  for (double& value : values) value = top < kNoEvaluation ? 0 : value / top;
}

HyperRectangles::Bound read_bound(const TreeReader& reader, std::size_t issue, const TreeNode& node,
                                  const AgendaFinder& finder) {
  HyperRectangles::Bound bound;
  bound.issue = issue;
  const auto add = [&](const TreeNode& value) {
    if (const auto level = finder.level(reader, issue, value)) {
      bound.ranges.emplace_back(*level, *level);
    }
  };
  const auto is_pair = [](const TreeNode& list) {
    return list.items.size() == 2 && list.items[0].kind == TreeNode::Kind::kNumber &&
           list.items[1].kind == TreeNode::Kind::kNumber;
  };
  const auto add_pair = [&](const TreeNode& list) {
    const std::string what = "a bound on issue " + in_quotes(finder.issue(issue).name);
    const auto ranges = ranges_of(finder.issue(issue), reader.number(list.items[0], what),
                                  reader.number(list.items[1], what));
    bound.ranges.insert(bound.ranges.end(), ranges.begin(), ranges.end());
  };
  if (!node.is_list()) {
    add(node);
  } else if (is_pair(node)) {
    add_pair(node);
  } else {
    for (const TreeNode& item : node.items) {
      if (item.is_list() && is_pair(item)) {
        add_pair(item);
      } else {
        add(item);
      }
    }
  }
  return bound;
}

}  // namespace monazite::preferences::detail
