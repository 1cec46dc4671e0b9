#include <algorithm>
#include <cmath>
#include <sstream>

#include <pugixml.hpp>

#include <agents/preferences/files/detail/draft.hpp>
#include <agents/preferences/files/detail/writing.hpp>
#include <agents/preferences/hyper_rectangles.hpp>
#include <protocol/agenda/number_text.hpp>

namespace monazite::preferences::detail {
namespace {

using agenda::number_text;

/// Sums above a ceiling by so little are rounding.
constexpr double kRounding = 1e-9;

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}

std::string print(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, " ", pugi::format_default, pugi::encoding_utf8);
  return out.str();
}

class Writer {
 public:
  Writer(const Domain& domain, Semantics semantics)
      : domain_(&domain), genius_(semantics == Semantics::kGenius) {}
  base::Result<WrittenDomain> write();

 private:
  struct Party {
    std::optional<Additive::Parts> additive;
    const HyperRectangles* boxes = nullptr;
  };

  [[nodiscard]] tl::unexpected<base::Error> refuse(const Profile& profile,
                                                   const std::string& what) const {
    return base::fail(base::ErrorCode::kBadInput,
                      "Genius XML cannot hold the utility of \"" + profile.name + "\": " + what);
  }
  std::optional<std::string> fault_of_sum(const Additive::Parts& parts);
  std::optional<std::string> fault_of_boxes(const HyperRectangles::Parts& parts) const;
  void choose_forms();
  [[nodiscard]] bool has_evaluator(const ValueFunction& function, const agenda::Issue& issue) const;
  pugi::xml_node add_issue(pugi::xml_node objective, std::size_t position) const;
  std::optional<std::string> write_additive(pugi::xml_node objective, const Additive::Parts& parts);
  static void write_evaluator(pugi::xml_node node, const ValueFunction& function, bool integer);
  void write_boxes(pugi::xml_node objective, const HyperRectangles::Parts& parts) const;
  void write_rest(pugi::xml_node space, const Profile& profile);

  const Domain* domain_;
  bool genius_;
  std::vector<Party> parties_;
  std::vector<bool> numeric_;  ///< by issue: written as an integer or a real one
  Loss loss_;
};

/// What keeps the sum of a utility from being Genius' (or NegMAS') of the file.
std::optional<std::string> Writer::fault_of_sum(const Additive::Parts& parts) {
  if (parts.bias != 0) return "it has a constant of " + number_text(parts.bias);
  const double highest = highest_sum(parts);
  const double ceiling = genius_ ? 1 : std::numeric_limits<double>::infinity();
  if (highest <= parts.ceiling && highest <= ceiling) return std::nullopt;
  if (parts.ceiling == ceiling) return std::nullopt;
  if (highest <= std::min(parts.ceiling, ceiling) + kRounding) {
    loss_.add("sums above " + number_text(std::min(parts.ceiling, ceiling)) +
              " by rounding are clipped in one of the two readings");
    return std::nullopt;
  }
  return genius_ ? "it exceeds 1, where Genius clips; write it for the semantics of negmas"
                 : "it is clipped at " + number_text(parts.ceiling) +
                       ", which NegMAS does not do; write it for the semantics of genius";
}

std::optional<std::string> Writer::fault_of_boxes(const HyperRectangles::Parts& parts) const {
  for (const agenda::Issue& issue : domain_->agenda.issues()) {
    if (!is_contiguous(issue)) {
      return "boxes need issues of whole numbers, and \"" + issue.name + "\" is none";
    }
  }
  for (const HyperRectangles::Box& box : parts.boxes) {
    for (const HyperRectangles::Bound& bound : box.bounds) {
      if (bound.ranges.size() != 1) return "a box bounds an issue by other than one range";
    }
    if (!box.inclusive && box.bounds.empty()) return "an exclusive box has no bound";
  }
  const double infinite = std::numeric_limits<double>::infinity();
  if (genius_ ? !(parts.divisor > 0 && parts.ceiling == 1)
              : !(parts.divisor == 1 && parts.ceiling == infinite)) {
    return "its boxes are divided and clipped otherwise than the chosen semantics does";
  }
  return std::nullopt;
}

bool Writer::has_evaluator(const ValueFunction& function, const agenda::Issue& issue) const {
  const bool integer = issue.kind == agenda::IssueKind::kInteger;
  if (const auto* affine = std::get_if<Affine>(&function)) {
    const double infinite = std::numeric_limits<double>::infinity();
    return genius_
               ? affine->origin == (integer ? issue.values.front() : 0) && affine->lowest == 0 &&
                     affine->highest == 1
               : affine->origin == 0 && affine->lowest == -infinite && affine->highest == infinite;
  }
  if (integer) return false;
  if (const auto* tent = std::get_if<Triangular>(&function)) {
    return tent->bias == 0 && tent->scale == 1;
  }
  return std::holds_alternative<Constant>(function);
}

/// An issue of numbers stays one if every party values it by an evaluator that Genius has.
void Writer::choose_forms() {
  for (std::size_t i = 0; i < domain_->agenda.issues().size(); ++i) {
    const agenda::Issue& issue = domain_->agenda.issues()[i];
    bool numeric = issue.kind != agenda::IssueKind::kDiscrete;
    std::vector<double> breakpoints;
    for (const Party& party : parties_) {
      if (party.boxes != nullptr || !numeric) continue;
      const auto& functions = party.additive->functions;
      numeric = !functions.empty() && functions[i] && has_evaluator(*functions[i], issue);
      if (!numeric) continue;
      const std::vector<double> points = breakpoints_of(*functions[i]);
      breakpoints.insert(breakpoints.end(), points.begin(), points.end());
    }
    numeric = numeric && (is_contiguous(issue) || is_usual_grid(issue, breakpoints));
    if (!numeric && issue.kind != agenda::IssueKind::kDiscrete) {
      loss_.add("issue \"" + issue.name + "\" becomes a discrete one with a list of values");
    }
    numeric_.push_back(numeric);
  }
}

pugi::xml_node Writer::add_issue(pugi::xml_node objective, std::size_t position) const {
  const agenda::Issue& issue = domain_->agenda.issues()[position];
  const char* type = !numeric_[position]                         ? "discrete"
                     : issue.kind == agenda::IssueKind::kInteger ? "integer"
                                                                 : "real";
  pugi::xml_node node = objective.append_child("issue");
  set(node, "index", std::to_string(position + 1));
  set(node, "name", issue.name);
  for (const char* name : {"type", "etype", "vtype"}) set(node, name, type);
  if (!numeric_[position]) return node;
  pugi::xml_node bounds = node;
  if (issue.kind == agenda::IssueKind::kReal) bounds = node.append_child("range");
  set(bounds, "lowerbound", number_text(issue.values.front()));
  set(bounds, "upperbound", number_text(issue.values.back()));
  return node;
}

void Writer::write_evaluator(pugi::xml_node node, const ValueFunction& function, bool integer) {
  pugi::xml_node evaluator = node.append_child("evaluator");
  const auto write = [&](const char* type, std::vector<double> parameters) {
    set(evaluator, "ftype", type);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      set(evaluator, ("parameter" + std::to_string(i)).c_str(), number_text(parameters[i]));
    }
  };
  if (const auto* affine = std::get_if<Affine>(&function)) {
    if (integer) {
      write("linear", {});
      set(evaluator, "slope", number_text(affine->slope));
      set(evaluator, "offset", number_text(affine->bias));
    } else {
      write("linear", {affine->bias, affine->slope});
    }
  } else if (const auto* tent = std::get_if<Triangular>(&function)) {
    write("triangular", {tent->start, tent->end, tent->middle});
  } else if (const auto* constant = std::get_if<Constant>(&function)) {
    write("constant", {constant->bias});
  }
}

std::optional<std::string> Writer::write_additive(pugi::xml_node objective,
                                                  const Additive::Parts& parts) {
  std::vector<double> weights = parts.weights;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const agenda::Issue& issue = domain_->agenda.issues()[i];
    const pugi::xml_node node = add_issue(objective, i);
    if (numeric_[i]) {
      write_evaluator(node, *parts.functions[i], issue.kind == agenda::IssueKind::kInteger);
      continue;
    }
    const std::vector<double>& values = parts.values[i];
    const double top = *std::max_element(values.begin(), values.end());
    const bool nothing = std::all_of(values.begin(), values.end(), [](double v) { return v == 0; });
    if (genius_ && !nothing && top < kNoEvaluation) {
      return "Genius takes issue \"" + issue.name +
             "\", with no value of 1e-5 or more, for "
             "worthless";
    }
    // Genius will divide by the largest; what that takes the weight gives back.
    if (genius_ && !nothing && top != 1) {
      weights[i] *= top;
      const bool exact = std::all_of(values.begin(), values.end(), [&](double value) {
        return weights[i] * (value / top) == parts.weights[i] * value;
      });
      if (!exact) {
        loss_.add("issue \"" + issue.name +
                  "\" has other than 1 as largest value, and Genius' division by it changes "
                  "utilities by rounding");
      }
    }
    for (std::size_t level = 0; level < values.size(); ++level) {
      pugi::xml_node item = node;
      item = item.append_child("item");
      set(item, "index", std::to_string(level + 1));
      set(item, "value", issue.labels[level]);
      set(item, "evaluation", number_text(values[level]));
    }
  }
  for (std::size_t i = 0; i < weights.size(); ++i) {
    pugi::xml_node weight = objective.append_child("weight");
    set(weight, "index", std::to_string(i + 1));
    set(weight, "value", number_text(weights[i]));
  }
  return std::nullopt;
}

void Writer::write_boxes(pugi::xml_node objective, const HyperRectangles::Parts& parts) const {
  for (std::size_t i = 0; i < numeric_.size(); ++i) static_cast<void>(add_issue(objective, i));
  pugi::xml_node utility = objective.append_child("utility");
  set(utility, "maxutility", number_text(genius_ ? parts.divisor : -1));
  pugi::xml_node ufun = utility.append_child("ufun");
  set(ufun, "type", "PlainUfun");
  set(ufun, "weight", "1");
  set(ufun, "aggregation", "sum");
  std::vector<HyperRectangles::Box> boxes = parts.boxes;
  // A constant is what a box without bounds pays; added up first, as it is here.
  if (parts.bias != 0) boxes.insert(boxes.begin(), {{}, parts.bias, 1, true});
  for (const HyperRectangles::Box& box : boxes) {
    pugi::xml_node node = ufun.append_child("hyperRectangle");
    set(node, "utility", number_text(box.utility));
    if (box.weight != 1) set(node, "weight", number_text(box.weight));
    for (const HyperRectangles::Bound& bound : box.bounds) {
      const agenda::Issue& issue = domain_->agenda.issues()[bound.issue];
      pugi::xml_node limits = node.append_child(box.inclusive ? "INCLUDES" : "EXCLUDES");
      set(limits, "index", std::to_string(bound.issue + 1));
      set(limits, "min", number_text(issue.values[bound.ranges.front().first]));
      set(limits, "max", number_text(issue.values[bound.ranges.front().second]));
    }
  }
}

void Writer::write_rest(pugi::xml_node space, const Profile& profile) {
  const Discount& discount = profile.discount;
  double factor = 1;
  if (discount.kind == (genius_ ? Discount::Kind::kPerTime : Discount::Kind::kPerRound) &&
      discount.reservation) {
    factor = discount.factor;
  } else if (discount.kind != Discount::Kind::kNone) {
    loss_.add("the discount of \"" + profile.name + "\", of a kind that " +
              (genius_ ? "Genius" : "NegMAS") + " does not read from XML");
  }
  set(space.append_child("discount_factor"), "value", number_text(factor));
  if (std::isfinite(profile.reservation)) {
    set(space.append_child("reservation"), "value", number_text(profile.reservation));
  } else {
    loss_.add("that no deal is worth " + number_text(profile.reservation) + " to \"" +
              profile.name + "\"; Genius takes it for 0");
  }
  if (profile.reserved_outcome) {
    loss_.add("which outcome stands for no deal to \"" + profile.name + "\"");
  }
}

base::Result<WrittenDomain> Writer::write() {
  const Agenda& agenda = domain_->agenda;
  for (const Profile& profile : domain_->profiles) {
    Party party;
    party.boxes = dynamic_cast<const HyperRectangles*>(profile.utility.get());
    party.additive = as_additive(*profile.utility, agenda);
    std::optional<std::string> fault;
    if (party.boxes != nullptr) {
      fault = fault_of_boxes(party.boxes->parts());
    } else if (party.additive) {
      fault = fault_of_sum(*party.additive);
    } else {
      fault = "it is neither linear additive nor a sum of boxes";
    }
    if (fault) return refuse(profile, *fault);
    parties_.push_back(std::move(party));
  }
  choose_forms();
  add_unsaid(agenda, loss_);
  const FileNames names = file_names(*domain_);
  WrittenDomain written;
  pugi::xml_document document;
  pugi::xml_node space =
      document.append_child("negotiation_template").append_child("utility_space");
  set(space, "number_of_issues", std::to_string(agenda.issues().size()));
  const auto add_objective = [&](pugi::xml_node to) {
    pugi::xml_node objective = to.append_child("objective");
    set(objective, "index", "0");
    set(objective, "name", domain_->name);
    set(objective, "type", "objective");
    set(objective, "etype", "objective");
    return objective;
  };
  const pugi::xml_node objective = add_objective(space);
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    pugi::xml_node issue = add_issue(objective, i);
    if (numeric_[i]) continue;
    for (std::size_t level = 0; level < agenda.issues()[i].labels.size(); ++level) {
      pugi::xml_node item = issue.append_child("item");
      set(item, "index", std::to_string(level + 1));
      set(item, "value", agenda.issues()[i].labels[level]);
    }
  }
  written.files.push_back({names.domain + ".xml", print(document)});
  for (std::size_t k = 0; k < parties_.size(); ++k) {
    pugi::xml_document profile;
    pugi::xml_node root = profile.append_child("utility_space");
    set(root, "number_of_issues", std::to_string(agenda.issues().size()));
    const pugi::xml_node own = add_objective(root);
    if (parties_[k].boxes != nullptr) {
      write_boxes(own, parties_[k].boxes->parts());
    } else if (const auto fault = write_additive(own, *parties_[k].additive)) {
      return refuse(domain_->profiles[k], *fault);
    }
    write_rest(root, domain_->profiles[k]);
    written.files.push_back({names.profiles[k] + ".xml", print(profile)});
  }
  written.lost = std::move(loss_.sentences);
  return written;
}

}  // namespace

base::Result<WrittenDomain> write_genius(const Domain& domain, Semantics semantics) {
  return Writer(domain, semantics).write();
}

}  // namespace monazite::preferences::detail
