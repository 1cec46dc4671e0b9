#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include <agents/preferences/files/detail/formula_text.hpp>
#include <agents/preferences/files/detail/writing.hpp>
#include <agents/preferences/hyper_rectangles.hpp>
#include <agents/preferences/linear.hpp>
#include <protocol/agenda/number_text.hpp>

namespace monazite::preferences::detail {
namespace {

/// Sums above a ceiling by so little are rounding.
constexpr double kRounding = 1e-9;

/// A number as PyYAML reads one: with a point where there is an exponent.
std::string yaml(double number) {
  if (std::isinf(number)) return number < 0 ? "-.inf" : ".inf";
  std::string text = agenda::number_text(number);
  const auto exponent = text.find('e');
  if (exponent != std::string::npos && text.find('.') == std::string::npos) {
    text.insert(exponent, ".0");
  }
  return text;
}

/// In double quotes, where YAML has JSON's escapes.
std::string yaml(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string yaml_list(const std::vector<double>& numbers) {
  std::string text = "[";
  for (const double number : numbers) text += (text.size() > 1 ? ", " : "") + yaml(number);
  return text + "]";
}

class Writer {
 public:
  Writer(const Domain& domain, Semantics semantics)
      : domain_(&domain), genius_(semantics == Semantics::kGenius) {}
  base::Result<WrittenDomain> write();

 private:
  void choose_forms();
  [[nodiscard]] std::string level(std::size_t issue, std::uint32_t level) const;
  [[nodiscard]] std::string space() const;
  std::optional<std::string> utility(const Profile& profile, const std::string& indent);
  std::string additive(const Additive::Parts& parts, const std::string& indent) const;
  [[nodiscard]] std::string boxes(const HyperRectangles::Parts& parts,
                                  const std::string& indent) const;
  [[nodiscard]] std::optional<std::string> mapping(const Utility& utility,
                                                   const std::string& indent) const;
  [[nodiscard]] bool holds(const Additive::Parts& parts);
  static bool holds(const HyperRectangles::Parts& parts);
  std::optional<std::string> profile(const Profile& profile);

  const Domain* domain_;
  bool genius_;
  std::vector<bool> numeric_;  ///< by issue: written as an interval
  Loss loss_;
};

void Writer::choose_forms() {
  for (std::size_t i = 0; i < domain_->agenda.issues().size(); ++i) {
    const agenda::Issue& issue = domain_->agenda.issues()[i];
    std::vector<double> breakpoints;
    for (const Profile& profile : domain_->profiles) {
      const auto parts = as_additive(*profile.utility, domain_->agenda);
      if (!parts || parts->functions.empty() || !parts->functions[i]) continue;
      if (formula_text(*parts->functions[i]).negmas.empty()) continue;
      const std::vector<double> points = breakpoints_of(*parts->functions[i]);
      breakpoints.insert(breakpoints.end(), points.begin(), points.end());
    }
    numeric_.push_back(is_contiguous(issue) || is_usual_grid(issue, breakpoints));
    if (issue.kind != agenda::IssueKind::kDiscrete && !numeric_.back()) {
      loss_.add("issue \"" + issue.name + "\" becomes one with a list of numbers");
    }
  }
}

/// Levels of issues of numbers are numbers, others texts, whatever they look like.
std::string Writer::level(std::size_t issue, std::uint32_t level) const {
  const agenda::Issue& from = domain_->agenda.issues()[issue];
  return from.kind == agenda::IssueKind::kDiscrete ? yaml(from.labels[level])
                                                   : yaml(from.values[level]);
}

std::string Writer::space() const {
  std::string text =
      "name: " + yaml(domain_->name) + "\ntype: DiscreteCartesianOutcomeSpace\nissues:\n";
  for (std::size_t i = 0; i < numeric_.size(); ++i) {
    const agenda::Issue& issue = domain_->agenda.issues()[i];
    const bool real = issue.kind == agenda::IssueKind::kReal;
    const char* type = numeric_[i] ? (real ? "ContinuousIssue" : "ContiguousIssue")
                       : issue.kind == agenda::IssueKind::kDiscrete ? "CategoricalIssue"
                                                                    : "DiscreteCardinalIssue";
    text += "- name: " + yaml(issue.name) + "\n  type: " + type + "\n  values:\n";
    if (numeric_[i]) {
      text += "  - " + yaml(issue.values.front()) + "\n  - " + yaml(issue.values.back()) + "\n";
      continue;
    }
    for (std::uint32_t k = 0; k < issue.levels(); ++k) text += "  - " + level(i, k) + "\n";
  }
  return text;
}

/// NegMAS clips nothing, and its reading under Genius' semantics divides tables.
bool Writer::holds(const Additive::Parts& parts) {
  const double highest = highest_sum(parts);
  const double ceiling = genius_ ? 1 : std::numeric_limits<double>::infinity();
  if (genius_) {
    for (const auto& values : parts.values) {
      const double top = *std::max_element(values.begin(), values.end());
      const bool nothing =
          std::all_of(values.begin(), values.end(), [](double v) { return v == 0; });
      if (top != 1 && !nothing) return false;
    }
  }
  if (highest <= std::min(parts.ceiling, ceiling) || parts.ceiling == ceiling) return true;
  if (highest > std::min(parts.ceiling, ceiling) + kRounding) return false;
  loss_.add("sums above " + agenda::number_text(std::min(parts.ceiling, ceiling)) +
            " by rounding are clipped in one of the two readings");
  return true;
}

bool Writer::holds(const HyperRectangles::Parts& parts) {
  double highest = parts.bias;
  for (const HyperRectangles::Box& box : parts.boxes) {
    if (!box.inclusive) return false;
    highest += std::max(0.0, box.weight * box.utility);
  }
  return parts.divisor == 1 && highest <= parts.ceiling;
}

std::string Writer::additive(const Additive::Parts& parts, const std::string& indent) const {
  std::string text = indent + "type: LinearAdditiveUtilityFunction\n";
  if (parts.bias != 0) text += indent + "bias: " + yaml(parts.bias) + "\n";
  text += indent + "weights:\n";
  for (const double weight : parts.weights) text += indent + "- " + yaml(weight) + "\n";
  text += indent + "values:\n";
  for (std::size_t i = 0; i < parts.weights.size(); ++i) {
    if (!parts.functions.empty() && parts.functions[i]) {
      const FormulaText formula = formula_text(*parts.functions[i]);
      if (!formula.negmas.empty()) {
        text += indent + "- type: " + formula.negmas + "\n";
        if (!formula.coefficients.empty()) {
          text += indent + "  coefficients: " + yaml_list(formula.coefficients) + "\n";
        }
        for (const auto& [name, number] : formula.numbers) {
          text += indent;
          text += "  " + name;
          text += ": " + yaml(number);
          text += "\n";
        }
        continue;
      }
    }
    text += indent;
    text += "- type: TableFun\n";
    text += indent;
    text += "  mapping:\n";
    for (std::uint32_t k = 0; k < parts.values[i].size(); ++k) {
      text += indent;
      text += "    " + level(i, k);
      text += ": " + yaml(parts.values[i][k]);
      text += "\n";
    }
  }
  return text;
}

std::string Writer::boxes(const HyperRectangles::Parts& parts, const std::string& indent) const {
  std::string text = indent + "type: HyperRectangleUtilityFunction\n";
  if (parts.bias != 0) text += indent + "bias: " + yaml(parts.bias) + "\n";
  std::vector<double> utilities;
  std::vector<double> weights;
  text += indent + "outcome_ranges:\n";
  for (const HyperRectangles::Box& box : parts.boxes) {
    utilities.push_back(box.utility);
    weights.push_back(box.weight);
    std::string bounds;
    for (const HyperRectangles::Bound& bound : box.bounds) {
      const agenda::Issue& issue = domain_->agenda.issues()[bound.issue];
      std::string levels;
      if (bound.ranges.size() == 1 && issue.kind != agenda::IssueKind::kDiscrete) {
        levels = yaml(issue.values[bound.ranges[0].first]) + ", " +
                 yaml(issue.values[bound.ranges[0].second]);
      } else {
        for (const auto& range : bound.ranges) {
          for (std::uint32_t k = range.first; k <= range.second; ++k) {
            levels += (levels.empty() ? "" : ", ") + level(bound.issue, k);
          }
        }
      }
      if (!bounds.empty()) bounds += ", ";
      bounds += std::to_string(bound.issue);
      bounds += ": [" + levels;
      bounds += "]";
    }
    text += indent;
    text += "- {" + bounds;
    text += "}\n";
  }
  return text + indent + "utilities: " + yaml_list(utilities) + "\n" + indent +
         "weights: " + yaml_list(weights) + "\n";
}

std::optional<std::string> Writer::mapping(const Utility& utility,
                                           const std::string& indent) const {
  const Agenda& agenda = domain_->agenda;
  const auto values = all_values(utility, agenda);
  if (!values) return std::nullopt;
  std::string text = indent + "type: MappingUtilityFunction\n" + indent + "mapping:\n";
  for (Outcome outcome = 0; outcome < agenda.size(); ++outcome) {
    text += indent + "  ? !!python/tuple [";
    for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
      text += (i > 0 ? ", " : "") + level(i, agenda.level(outcome, i));
    }
    text += "]\n" + indent + "  : " + yaml((*values)[outcome]) + "\n";
  }
  return text;
}

std::optional<std::string> Writer::utility(const Profile& profile, const std::string& indent) {
  const Utility& utility = *profile.utility;
  if (const auto* linear = dynamic_cast<const Linear*>(&utility);
      linear != nullptr &&
      std::all_of(domain_->agenda.issues().begin(), domain_->agenda.issues().end(),
                  [](const auto& issue) { return issue.kind != agenda::IssueKind::kDiscrete; })) {
    return indent + "type: LinearUtilityFunction\n" + indent +
           "bias: " + yaml(linear->parts().bias) + "\n" + indent +
           "weights: " + yaml_list(linear->parts().weights) + "\n";
  }
  if (const auto parts = as_additive(utility, domain_->agenda); parts && holds(*parts)) {
    return additive(*parts, indent);
  }
  if (const auto* rectangles = dynamic_cast<const HyperRectangles*>(&utility);
      rectangles != nullptr && holds(rectangles->parts())) {
    return boxes(rectangles->parts(), indent);
  }
  return mapping(utility, indent);
}

std::optional<std::string> Writer::profile(const Profile& profile) {
  const Discount& discount = profile.discount;
  const bool discounted = discount.kind != Discount::Kind::kNone;
  const auto inner = utility(profile, discounted ? "  " : "");
  if (!inner) return std::nullopt;
  std::string text = "name: " + yaml(profile.name) + "\n";
  const std::string reserved = "reserved_value: " + yaml(profile.reservation) + "\n";
  if (!discounted) {
    text += reserved + *inner;
  } else {
    const bool cost = discount.kind == Discount::Kind::kLinear ||
                      discount.kind == Discount::Kind::kLinearPerRound;
    const bool rounds = discount.kind == Discount::Kind::kPerRound ||
                        discount.kind == Discount::Kind::kLinearPerRound;
    text += std::string("type: ") + (cost ? "LinDiscountedUFun" : "ExpDiscountedUFun") + "\n" +
            (cost ? "cost: " : "discount: ") + yaml(discount.factor) + "\n" +
            "factor: " + (rounds ? "step" : "relative_time") + "\n" +
            "dynamic_reservation: " + (discount.reservation ? "true" : "false") + "\n" + reserved +
            "ufun:\n  " + reserved + *inner;
  }
  if (profile.reserved_outcome) {
    text += discounted ? "  reserved_outcome: [" : "reserved_outcome: [";
    for (std::size_t i = 0; i < domain_->agenda.issues().size(); ++i) {
      text += (i > 0 ? ", " : "") + level(i, domain_->agenda.level(*profile.reserved_outcome, i));
    }
    text += "]\n";
  }
  return text;
}

base::Result<WrittenDomain> Writer::write() {
  choose_forms();
  add_unsaid(domain_->agenda, loss_);
  const FileNames names = file_names(*domain_);
  WrittenDomain written;
  written.files.push_back({names.domain + ".yml", space()});
  for (std::size_t k = 0; k < domain_->profiles.size(); ++k) {
    const auto text = profile(domain_->profiles[k]);
    if (!text) {
      return base::fail(base::ErrorCode::kBadInput,
                        "NegMAS' files cannot hold the utility of \"" + domain_->profiles[k].name +
                            "\": its form is not known there, or it is divided or clipped "
                            "otherwise, and it has too many packages to write one by one");
    }
    written.files.push_back({names.profiles[k] + ".yml", *text});
  }
  written.lost = std::move(loss_.sentences);
  return written;
}

}  // namespace

base::Result<WrittenDomain> write_negmas(const Domain& domain, Semantics semantics) {
  return Writer(domain, semantics).write();
}

}  // namespace monazite::preferences::detail
