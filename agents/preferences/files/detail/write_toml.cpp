#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include <agents/preferences/files/detail/formula_text.hpp>
#include <agents/preferences/files/detail/writing.hpp>
#include <agents/preferences/hyper_rectangles.hpp>
#include <agents/preferences/linear.hpp>
#include <agents/preferences/mapping.hpp>
#include <agents/preferences/sum_of_groups.hpp>
#include <agents/preferences/weighted_sum.hpp>
#include <protocol/agenda/issues.hpp>
#include <protocol/agenda/number_text.hpp>

namespace monazite::preferences::detail {
namespace {

using agenda::number_text;

/// A text as TOML's basic string, which has JSON's escapes.
std::string toml(const std::string& text) {
  std::string out =
      nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  // The one character that JSON lets stand and TOML does not.
  for (auto at = out.find('\x7F'); at != std::string::npos; at = out.find('\x7F')) {
    out.replace(at, 1, "\\u007f");
  }
  return out;
}

/// A key, bare where it may be.
std::string key(const std::string& name) {
  const bool bare = !name.empty() && std::all_of(name.begin(), name.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '_' || letter == '-';
  });
  return bare ? name : toml(name);
}

template <class Items, class Print>
std::string list(const Items& items, const Print& print) {
  std::string text = "[";
  for (const auto& item : items) text += (text.size() > 1 ? ", " : "") + print(item);
  return text + "]";
}

class Writer {
 public:
  explicit Writer(const Domain& domain) : domain_(&domain), agenda_(&domain.agenda) {}
  base::Result<WrittenDomain> write();

 private:
  [[nodiscard]] std::vector<double> breakpoints(const Utility& utility, std::size_t issue) const;
  [[nodiscard]] std::string issue(std::size_t position) const;
  [[nodiscard]] std::string labels(const std::vector<std::size_t>& issues,
                                   const std::vector<std::uint32_t>& levels) const;
  [[nodiscard]] std::string levels_of(Outcome outcome) const;
  std::optional<std::string> profile(const Profile& profile) const;
  /// Lines of "key = value" with `indent`... all on lines of their own, in one table.
  std::optional<std::string> utility(const Utility& utility, const std::string& path) const;
  [[nodiscard]] std::string weights(const std::vector<double>& weights) const;
  [[nodiscard]] std::string additive(const Additive::Parts& parts, const std::string& path) const;
  [[nodiscard]] std::string boxes(const HyperRectangles::Parts& parts) const;
  [[nodiscard]] std::string groups(const SumOfGroups& sum, const std::string& path) const;
  [[nodiscard]] std::string mapping(const std::vector<std::pair<Outcome, double>>& entries,
                                    double otherwise) const;

  const Domain* domain_;
  const Agenda* agenda_;
};

std::vector<double> Writer::breakpoints(const Utility& utility, std::size_t issue) const {
  if (const auto* sum = dynamic_cast<const WeightedSum*>(&utility)) {
    std::vector<double> all;
    for (const auto& term : sum->terms()) {
      const std::vector<double> points = breakpoints(*term.second, issue);
      all.insert(all.end(), points.begin(), points.end());
    }
    return all;
  }
  const auto* additive = dynamic_cast<const Additive*>(&utility);
  if (additive == nullptr || additive->parts().functions.empty()) return {};
  const auto& function = additive->parts().functions[issue];
  return function ? breakpoints_of(*function) : std::vector<double>{};
}

std::string Writer::issue(std::size_t position) const {
  const agenda::Issue& from = agenda_->issues()[position];
  std::string text = "\n[[issues]]\nname = " + toml(from.name) + "\n";
  if (!from.unit.empty()) text += "unit = " + toml(from.unit) + "\n";
  if (from.kind != agenda::IssueKind::kDiscrete) {
    text += std::string("kind = ") +
            (from.kind == agenda::IssueKind::kInteger ? "\"integer\"\n" : "\"real\"\n");
  }
  std::vector<double> points;
  for (const Profile& profile : domain_->profiles) {
    const std::vector<double> own = breakpoints(*profile.utility, position);
    points.insert(points.end(), own.begin(), own.end());
  }
  if (is_contiguous(from) || is_usual_grid(from, points)) {
    text += "low = " + number_text(from.values.front()) +
            "\nhigh = " + number_text(from.values.back()) + "\n";
  } else {
    text += "levels = " + list(from.labels, toml) + "\n";
    const bool position_or_label =
        from.kind == agenda::IssueKind::kDiscrete &&
        agenda::discrete_issue(from.name, from.labels).values == from.values;
    if (!position_or_label) text += "numbers = " + list(from.values, number_text) + "\n";
  }
  if (from.status_quo != 0) text += "status_quo = " + std::to_string(from.status_quo) + "\n";
  return text;
}

std::string Writer::labels(const std::vector<std::size_t>& issues,
                           const std::vector<std::uint32_t>& levels) const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < issues.size(); ++i) {
    names.push_back(agenda_->issues()[issues[i]].labels[levels[i]]);
  }
  return list(names, toml);
}

std::string Writer::levels_of(Outcome outcome) const {
  std::vector<std::size_t> issues;
  std::vector<std::uint32_t> levels(agenda_->issues().size());
  for (std::size_t i = 0; i < levels.size(); ++i) issues.push_back(i);
  agenda_->levels(outcome, levels.data());
  return labels(issues, levels);
}

std::string Writer::weights(const std::vector<double>& weights) const {
  std::string text;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    text += key(agenda_->issues()[i].name) + " = " + number_text(weights[i]) + "\n";
  }
  return text;
}

std::string Writer::additive(const Additive::Parts& parts, const std::string& path) const {
  std::string text = "kind = \"additive\"\n";
  if (parts.bias != 0) text += "bias = " + number_text(parts.bias) + "\n";
  if (std::isfinite(parts.ceiling)) text += "ceiling = " + number_text(parts.ceiling) + "\n";
  text += "[" + path + ".weights]\n" + weights(parts.weights) + "[" + path + ".values]\n";
  for (std::size_t i = 0; i < parts.weights.size(); ++i) {
    const agenda::Issue& issue = agenda_->issues()[i];
    text += key(issue.name) + " = ";
    if (!parts.functions.empty() && parts.functions[i]) {
      const FormulaText formula = formula_text(*parts.functions[i]);
      text += "{ kind = " + toml(formula.kind);
      if (formula.kind == "polynomial") {
        text += ", coefficients = " + list(formula.coefficients, number_text);
      }
      for (const auto& [name, number] : formula.numbers) {
        text += ", " + name + " = " + number_text(number);
      }
      text += " }\n";
    } else if (issue.kind != agenda::IssueKind::kDiscrete) {
      text += list(parts.values[i], number_text) + "\n";
    } else {
      text += "{";
      for (std::uint32_t k = 0; k < issue.levels(); ++k) {
        text +=
            (k > 0 ? ", " : " ") + key(issue.labels[k]) + " = " + number_text(parts.values[i][k]);
      }
      text += " }\n";
    }
  }
  return text;
}

std::string Writer::boxes(const HyperRectangles::Parts& parts) const {
  std::string text = "kind = \"boxes\"\n";
  if (parts.bias != 0) text += "bias = " + number_text(parts.bias) + "\n";
  if (parts.divisor != 1) text += "divisor = " + number_text(parts.divisor) + "\n";
  if (std::isfinite(parts.ceiling)) text += "ceiling = " + number_text(parts.ceiling) + "\n";
  text += "boxes = [\n";
  for (const HyperRectangles::Box& box : parts.boxes) {
    text += "  { utility = " + number_text(box.utility);
    if (box.weight != 1) text += ", weight = " + number_text(box.weight);
    if (!box.inclusive) text += ", inclusive = false";
    text += ", bounds = {";
    for (std::size_t i = 0; i < box.bounds.size(); ++i) {
      const HyperRectangles::Bound& bound = box.bounds[i];
      const agenda::Issue& issue = agenda_->issues()[bound.issue];
      text += (i > 0 ? ", " : " ") + key(issue.name) + " = ";
      if (issue.kind != agenda::IssueKind::kDiscrete) {
        text += list(bound.ranges, [&](const auto& range) {
          return "[" + number_text(issue.values[range.first]) + ", " +
                 number_text(issue.values[range.second]) + "]";
        });
        continue;
      }
      std::vector<std::string> names;
      for (const auto& range : bound.ranges) {
        for (std::uint32_t k = range.first; k <= range.second; ++k) {
          names.push_back(issue.labels[k]);
        }
      }
      text += list(names, toml);
    }
    text += box.bounds.empty() ? "} },\n" : " } },\n";
  }
  return text + "]\n";
}

std::string Writer::groups(const SumOfGroups& sum, const std::string& path) const {
  std::string text = "kind = \"groups\"\n";
  if (sum.groups().empty()) text += "groups = []\n";
  for (const SumOfGroups::Group& group : sum.groups()) {
    text +=
        "[[" + path + ".groups]]\nname = " + toml(group.name) + "\nissues = " +
        list(group.issues, [&](std::size_t issue) { return toml(agenda_->issues()[issue].name); }) +
        "\nutilities = [\n";
    for (const auto& [levels, value] : group.utilities) {
      text += "  { levels = " + labels(group.issues, levels) + ", value = " + number_text(value) +
              " },\n";
    }
    text += "]\n";
  }
  return text;
}

std::string Writer::mapping(const std::vector<std::pair<Outcome, double>>& entries,
                            double otherwise) const {
  std::string text =
      "kind = \"mapping\"\notherwise = " + number_text(otherwise) + "\noutcomes = [\n";
  for (const auto& [outcome, value] : entries) {
    text += "  { levels = " + levels_of(outcome) + ", value = " + number_text(value) + " },\n";
  }
  return text + "]\n";
}

std::optional<std::string> Writer::utility(const Utility& utility, const std::string& path) const {
  if (const auto* additive_one = dynamic_cast<const Additive*>(&utility)) {
    return additive(additive_one->parts(), path);
  }
  if (const auto* linear = dynamic_cast<const Linear*>(&utility)) {
    return "kind = \"linear\"\nbias = " + number_text(linear->parts().bias) + "\n[" + path +
           ".weights]\n" + weights(linear->parts().weights);
  }
  if (const auto* rectangles = dynamic_cast<const HyperRectangles*>(&utility)) {
    return boxes(rectangles->parts());
  }
  if (const auto* sum = dynamic_cast<const SumOfGroups*>(&utility)) return groups(*sum, path);
  if (const auto* map = dynamic_cast<const Mapping*>(&utility)) {
    return mapping(map->entries(), map->otherwise());
  }
  if (const auto* weighted = dynamic_cast<const WeightedSum*>(&utility)) {
    std::string text = "kind = \"sum\"\n";
    for (const auto& [weight, term] : weighted->terms()) {
      const auto inner = this->utility(*term, path + ".terms.utility");
      if (!inner) return std::nullopt;
      text += "[[" + path;
      text += ".terms]]\nweight = " + number_text(weight);
      text += "\n[" + path;
      text += ".terms.utility]\n" + *inner;
    }
    return text;
  }
  const auto values = all_values(utility, *agenda_);
  if (!values) return std::nullopt;
  std::vector<std::pair<Outcome, double>> entries;
  for (Outcome outcome = 0; outcome < values->size(); ++outcome) {
    entries.emplace_back(outcome, (*values)[outcome]);
  }
  return mapping(entries, 0);
}

std::optional<std::string> Writer::profile(const Profile& profile) const {
  std::string text = "\n[[profiles]]\nname = " + toml(profile.name) +
                     "\nreservation = " + number_text(profile.reservation) + "\n";
  if (profile.reserved_outcome) {
    text += "reserved_outcome = " + levels_of(*profile.reserved_outcome) + "\n";
  }
  const char* kind = "";
  switch (profile.discount.kind) {
    case Discount::Kind::kNone:
      break;
    case Discount::Kind::kPerTime:
      kind = "per_time";
      break;
    case Discount::Kind::kPerRound:
      kind = "per_round";
      break;
    case Discount::Kind::kLinear:
      kind = "cost_per_time";
      break;
    case Discount::Kind::kLinearPerRound:
      kind = "cost_per_round";
      break;
  }
  if (profile.discount.kind != Discount::Kind::kNone) {
    text += std::string("discount = { kind = \"") + kind +
            "\", factor = " + number_text(profile.discount.factor) +
            (profile.discount.reservation ? " }\n" : ", reservation = false }\n");
  }
  const auto inner = utility(*profile.utility, "profiles.utility");
  if (!inner) return std::nullopt;
  return text + "[profiles.utility]\n" + *inner;
}

base::Result<WrittenDomain> Writer::write() {
  std::string text = "# A domain of Monazite; docs/domains.md describes the format.\nname = " +
                     toml(domain_->name) + "\n";
  for (std::size_t i = 0; i < agenda_->issues().size(); ++i) text += issue(i);
  for (const Profile& from : domain_->profiles) {
    const auto one = profile(from);
    if (!one) {
      return base::fail(base::ErrorCode::kBadInput,
                        "TOML cannot hold the utility of \"" + from.name +
                            "\": it is computed by a program and has too many packages to write "
                            "one by one");
    }
    text += *one;
  }
  return WrittenDomain{{{file_names(*domain_).domain + ".toml", std::move(text)}}, {}};
}

}  // namespace

base::Result<WrittenDomain> write_toml(const Domain& domain) {
  return Writer(domain).write();
}

}  // namespace monazite::preferences::detail
