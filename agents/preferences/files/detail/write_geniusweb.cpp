#include <algorithm>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

#include <agents/preferences/files/detail/writing.hpp>
#include <agents/preferences/sum_of_groups.hpp>
#include <protocol/agenda/number_text.hpp>

namespace monazite::preferences::detail {
namespace {

using Json = nlohmann::ordered_json;
using agenda::number_text;

/// Sums above a ceiling by so little are rounding.
constexpr double kRounding = 1e-9;
constexpr std::uint64_t kMostSearched = 1'000'000;

bool in_unit(double value) {
  return value >= 0 && value <= 1;
}

class Writer {
 public:
  Writer(const Domain& domain, Semantics semantics)
      : domain_(&domain),
        ceiling_(semantics == Semantics::kGenius ? 1 : std::numeric_limits<double>::infinity()) {}
  base::Result<WrittenDomain> write();

 private:
  void choose_forms(const std::vector<std::optional<Additive::Parts>>& parties);
  [[nodiscard]] std::optional<Additive::Parts> additive(const Profile& profile);
  [[nodiscard]] Json domain() const;
  Json additive_space(const Additive::Parts& parts, const Profile& profile);
  Json group_space(const std::vector<SumOfGroups::Group>& groups, const Profile& profile);
  [[nodiscard]] std::optional<std::vector<SumOfGroups::Group>> groups(const Profile& profile) const;
  [[nodiscard]] Json value(std::size_t issue, std::uint32_t level) const;
  void add_reservation(Json& space, const Profile& profile);
  void add_beyond_unit(const Profile& profile);

  const Domain* domain_;
  double ceiling_;           ///< of the reading that it is written for
  std::vector<bool> range_;  ///< by issue: written as a range with a step
  Loss loss_;
};

/// The step of an even grid as the shortest decimal, if there is one that loading makes the same
/// numbers of.
std::optional<double> step_of(const agenda::Issue& issue) {
  if (issue.kind == agenda::IssueKind::kDiscrete || issue.levels() < 2) return std::nullopt;
  const double rough = issue.values[1] - issue.values[0];
  // As loading does: to the decimals of the first number and of the step.
  for (int decimals = 0; decimals <= 9; ++decimals) {
    const double scale = std::pow(10.0, decimals);
    const double step = std::round(rough * scale) / scale;
    if (step <= 0) continue;
    bool same = true;
    for (std::uint32_t level = 0; same && level < issue.levels(); ++level) {
      const double exact = issue.values[0] + level * step;
      same = std::round(exact * scale) / scale == issue.values[level];
    }
    if (same) return step;
  }
  return std::nullopt;
}

/// Whether a straight line between the ends gives these values to the last bit.
bool is_line(const agenda::Issue& issue, const std::vector<double>& values) {
  const double low = issue.values.front();
  const double high = issue.values.back();
  if (!(high > low) || !in_unit(values.front()) || !in_unit(values.back())) return false;
  const Affine line{(values.back() - values.front()) / (high - low), values.front(), low};
  for (std::uint32_t level = 0; level < issue.levels(); ++level) {
    if (line.at(issue.values[level]) != values[level]) return false;
  }
  return true;
}

/// The utility as GeniusWeb's linear additive one: no constant, and clipped as the reading does.
std::optional<Additive::Parts> Writer::additive(const Profile& profile) {
  auto parts = as_additive(*profile.utility, domain_->agenda);
  if (!parts || parts->bias != 0) return std::nullopt;
  const double highest = highest_sum(*parts);
  const double lower = std::min(parts->ceiling, ceiling_);
  if (highest > lower && parts->ceiling != ceiling_) {
    if (highest > lower + kRounding) return std::nullopt;
    loss_.add("sums above " + number_text(lower) +
              " by rounding are clipped in one of the two readings");
  }
  for (const auto& values : parts->values) {
    if (!std::all_of(values.begin(), values.end(), in_unit)) add_beyond_unit(profile);
  }
  return parts;
}

void Writer::add_beyond_unit(const Profile& profile) {
  loss_.add("that utilities of \"" + profile.name +
            "\" leave [0, 1]: they are written, but GeniusWeb itself refuses them");
}

void Writer::choose_forms(const std::vector<std::optional<Additive::Parts>>& parties) {
  for (std::size_t i = 0; i < domain_->agenda.issues().size(); ++i) {
    const agenda::Issue& issue = domain_->agenda.issues()[i];
    const bool even = step_of(issue).has_value();
    // Groups name values one by one, of whichever kind.
    const bool lines = std::all_of(parties.begin(), parties.end(), [&](const auto& parts) {
      return !parts || is_line(issue, parts->values[i]);
    });
    range_.push_back(even && lines);
    if (issue.kind != agenda::IssueKind::kDiscrete && !range_.back()) {
      loss_.add("issue \"" + issue.name + "\" becomes a discrete one with a list of values");
    }
  }
}

Json Writer::value(std::size_t issue, std::uint32_t level) const {
  const agenda::Issue& from = domain_->agenda.issues()[issue];
  return range_[issue] ? Json(from.values[level]) : Json(from.labels[level]);
}

Json Writer::domain() const {
  Json issues = Json::object();
  for (std::size_t i = 0; i < range_.size(); ++i) {
    const agenda::Issue& issue = domain_->agenda.issues()[i];
    if (range_[i]) {
      issues[issue.name]["range"] = {{"low", number_text(issue.values.front())},
                                     {"high", number_text(issue.values.back())},
                                     {"step", number_text(*step_of(issue))}};
    } else {
      issues[issue.name]["values"] = issue.labels;
    }
  }
  return {{"name", domain_->name}, {"issuesValues", std::move(issues)}};
}

Json Writer::additive_space(const Additive::Parts& parts, const Profile& profile) {
  Json utilities = Json::object();
  Json weights = Json::object();
  double sum = 0;
  for (std::size_t i = 0; i < parts.weights.size(); ++i) {
    const agenda::Issue& issue = domain_->agenda.issues()[i];
    weights[issue.name] = parts.weights[i];
    sum += parts.weights[i];
    if (range_[i]) {
      utilities[issue.name]["numberutils"] = {{"lowValue", issue.values.front()},
                                              {"lowUtility", parts.values[i].front()},
                                              {"highValue", issue.values.back()},
                                              {"highUtility", parts.values[i].back()}};
      continue;
    }
    Json table = Json::object();
    for (std::uint32_t level = 0; level < issue.levels(); ++level) {
      table[issue.labels[level]] = parts.values[i][level];
    }
    utilities[issue.name]["discreteutils"]["valueUtilities"] = std::move(table);
  }
  if (std::abs(sum - 1) > kRounding) {
    loss_.add("that the weights of \"" + profile.name + "\" sum to " + number_text(sum) +
              ": they are written, but GeniusWeb itself asks for 1");
  }
  Json space = {{"name", profile.name},
                {"issueUtilities", std::move(utilities)},
                {"issueWeights", std::move(weights)},
                {"domain", domain()}};
  add_reservation(space, profile);
  return {{"LinearAdditiveUtilitySpace", std::move(space)}};
}

/// The groups of the utility, or all of its packages as one group; nothing if there are too many.
std::optional<std::vector<SumOfGroups::Group>> Writer::groups(const Profile& profile) const {
  if (const auto* sum = dynamic_cast<const SumOfGroups*>(profile.utility.get())) {
    return sum->groups();
  }
  const Agenda& agenda = domain_->agenda;
  const auto values = all_values(*profile.utility, agenda);
  if (!values) return std::nullopt;
  SumOfGroups::Group group;
  group.name = "all";
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) group.issues.push_back(i);
  std::vector<std::uint32_t> levels(agenda.issues().size());
  for (Outcome outcome = 0; outcome < agenda.size(); ++outcome) {
    agenda.levels(outcome, levels.data());
    group.utilities.emplace_back(levels, (*values)[outcome]);
  }
  return std::vector{std::move(group)};
}

Json Writer::group_space(const std::vector<SumOfGroups::Group>& groups, const Profile& profile) {
  Json parts = Json::object();
  for (const SumOfGroups::Group& group : groups) {
    Json names = Json::array();
    for (const std::size_t issue : group.issues) {
      names.push_back(domain_->agenda.issues()[issue].name);
    }
    Json list = Json::array();
    for (const auto& [levels, utility] : group.utilities) {
      Json combination = Json::array();
      for (std::size_t i = 0; i < levels.size(); ++i) {
        combination.push_back(value(group.issues[i], levels[i]));
      }
      list.push_back({{"values", std::move(combination)}, {"util", utility}});
      if (!in_unit(utility)) add_beyond_unit(profile);
    }
    parts[group.name]["partsutils"] = {{"issues", std::move(names)},
                                       {"utilslist", std::move(list)}};
  }
  Json space = {{"name", profile.name}, {"partUtilities", std::move(parts)}, {"domain", domain()}};
  add_reservation(space, profile);
  return {{"SumOfGroupsUtilitySpace", std::move(space)}};
}

/// GeniusWeb knows a package that stands for no deal, not a number.
void Writer::add_reservation(Json& space, const Profile& profile) {
  const Agenda& agenda = domain_->agenda;
  std::optional<Outcome> outcome = profile.reserved_outcome;
  if (outcome && profile.utility->value(agenda, *outcome) != profile.reservation) outcome.reset();
  if (!outcome && profile.reservation == 0) return;
  if (!outcome && agenda.size() <= kMostSearched) {
    std::vector<double> values(agenda.size());
    profile.utility->fill(agenda, 0, values);
    const auto found = std::find(values.begin(), values.end(), profile.reservation);
    if (found != values.end()) outcome = static_cast<Outcome>(found - values.begin());
  }
  if (!outcome) {
    loss_.add("that no deal is worth " + number_text(profile.reservation) + " to \"" +
              profile.name + "\": no package is worth just that, and GeniusWeb takes 0");
    return;
  }
  Json bid = Json::object();
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    bid[agenda.issues()[i].name] = value(i, agenda.level(*outcome, i));
  }
  space["reservationBid"]["issuevalues"] = std::move(bid);
}

base::Result<WrittenDomain> Writer::write() {
  std::vector<std::optional<Additive::Parts>> parties;
  for (const Profile& profile : domain_->profiles) parties.push_back(additive(profile));
  choose_forms(parties);
  add_unsaid(domain_->agenda, loss_);
  const FileNames names = file_names(*domain_);
  const auto print = [](const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  };
  WrittenDomain written;
  written.files.push_back({names.domain + ".json", print(domain())});
  for (std::size_t k = 0; k < parties.size(); ++k) {
    const Profile& profile = domain_->profiles[k];
    if (profile.discount.kind != Discount::Kind::kNone) {
      loss_.add("the discount of \"" + profile.name + "\"");
    }
    Json json;
    if (parties[k]) {
      json = additive_space(*parties[k], profile);
    } else if (const auto found = groups(profile)) {
      json = group_space(*found, profile);
    } else {
      return base::fail(
          base::ErrorCode::kBadInput,
          "GeniusWeb cannot hold the utility of \"" + profile.name +
              "\": it is not linear additive without a constant and has too many packages "
              "to write one by one");
    }
    written.files.push_back({names.profiles[k] + ".json", print(json)});
  }
  written.lost = std::move(loss_.sentences);
  return written;
}

}  // namespace

base::Result<WrittenDomain> write_geniusweb(const Domain& domain, Semantics semantics) {
  return Writer(domain, semantics).write();
}

}  // namespace monazite::preferences::detail
