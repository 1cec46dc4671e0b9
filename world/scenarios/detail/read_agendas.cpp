// The agendas of the three tables.
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <world/scenarios/detail/read.hpp>
#include <world/scenarios/detail/text.hpp>

namespace monazite::scenarios::detail {
namespace {

constexpr double kLargestLevel = 1e9;

/// Issues that the treaty and the contracts can carry out (world/treaty/terms.hpp).
const std::vector<std::string>& issues_of(std::string_view table) {
  static const std::vector<std::string> kConsultation = {
      "volume_t_per_year", "share_after_plants",      "ndpr_share",
      "premium_percent",   "floor_usd_per_kg",        "magnets_t_per_year",
      "magnet_origin",     "technology_level",        "joint_venture_t_per_year",
      "finance_bn_jpy",    "domestic_priority_share", "notice_days",
      "term_years",        "heavy_swap_t_per_year"};
  static const std::vector<std::string> kSupply = {
      "reo_t_per_month",      "ndpr_share", "premium_percent",   "floor_usd_per_kg",
      "upside_share_percent", "term_years", "take_or_pay_share", "advance_years"};
  static const std::vector<std::string> kAllocation = {"ndpr_t_per_quarter", "premium_percent",
                                                       "flexibility_percent"};
  if (table == "consultation") return kConsultation;
  return table == "supply_contract" ? kSupply : kAllocation;
}

std::vector<double> read_levels(Reader& reader) {
  std::vector<double> values;
  const toml::node* node = reader.required("values", "a list of numbers, one per level");
  if (node == nullptr) return values;
  const toml::array* list = node->as_array();
  if (list == nullptr || list->empty()) {
    reader.faults().add(node->source(), list != nullptr ? "no level" : describe(*node),
                        "a list of numbers, one per level");
    return values;
  }
  for (const toml::node& entry : *list) {
    const auto value = reader.finite(entry, -kLargestLevel, kLargestLevel);
    if (!value) return {};
    if (std::find(values.begin(), values.end(), *value) != values.end()) {
      reader.faults().add(entry.source(), "level " + short_number(*value) + " twice",
                          "each level once");
      return {};
    }
    values.push_back(*value);
  }
  return values;
}

agenda::Issue read_issue(Reader& reader, const std::string& name) {
  agenda::Issue issue;
  issue.name = name;
  issue.unit = reader.text("unit").value_or("");
  issue.values = read_levels(reader);
  if (reader.has("labels")) issue.labels = reader.texts("labels");
  reader.know("labels");
  const auto status_quo = reader.number("status_quo", -kLargestLevel, kLargestLevel);
  if (!issue.values.empty() && status_quo) {
    const auto level = std::find(issue.values.begin(), issue.values.end(), *status_quo);
    if (level == issue.values.end()) {
      reader.faults().add(reader.where("status_quo"), "status quo " + short_number(*status_quo),
                          "one of the levels of " + name);
    } else {
      issue.status_quo = static_cast<std::uint32_t>(level - issue.values.begin());
    }
  }
  if (!reader.has("labels")) {
    for (const double value : issue.values) issue.labels.push_back(level_label(value, issue.unit));
  } else if (issue.labels.size() != issue.values.size()) {
    reader.faults().add(reader.where("labels"), std::to_string(issue.labels.size()) + " labels",
                        "one per level, " + std::to_string(issue.values.size()));
    issue.labels.resize(issue.values.size());
  }
  reader.finish();
  return issue;
}

/// Without a deal at an allocation table nothing is allocated, and both sides appraise it so.
void check_status_quo(const Reader& reader, const agenda::Issue& issue) {
  if (issue.name != "ndpr_t_per_quarter" || issue.values.empty()) return;
  const double tonnes = issue.values[issue.status_quo];
  if (tonnes == 0) return;
  reader.faults().add(reader.where("status_quo"), "status quo " + short_number(tonnes),
                      "0: without a deal nothing is allocated");
}

/// Whether the switches leave the issue on the agenda. Without the technology clause a level would
/// be worth nothing to either side and be agreed on at random.
bool is_open(const std::string& issue, const equations::Switches& switches) {
  return switches.technology ||
         (issue != "technology_level" && issue != "joint_venture_t_per_year");
}

void read_agenda(Reader& agendas, const std::string& table, Scenario& scenario) {
  auto reader = agendas.table(table);
  if (!reader) return;
  const std::size_t faults_before = reader->faults().size();
  const auto& known = issues_of(table);
  std::vector<agenda::Issue> issues;
  std::set<std::string> seen;
  for (const std::string& name : reader->texts("issues")) {
    if (!seen.insert(name).second) {
      reader->faults().add(reader->where("issues"), "issue \"" + name + "\" twice",
                           "each issue once");
    } else if (std::find(known.begin(), known.end(), name) == known.end()) {
      reader->faults().add(reader->where("issues"), "unknown issue \"" + name + "\"",
                           "an issue of this table", nearest_name(name, known));
    } else if (auto issue = reader->table(name)) {
      agenda::Issue read = read_issue(*issue, name);
      if (table == "allocation") check_status_quo(*issue, read);
      if (is_open(name, scenario.parameters.switches)) issues.push_back(std::move(read));
    }
  }
  for (const std::string& name : known) reader->know(name);  // left out of `issues`: stays as it is
  reader->finish();
  if (reader->faults().size() > faults_before) return;
  auto agenda = agenda::Agenda::make(table, std::move(issues));
  if (agenda) {
    scenario.agendas.push_back(*std::move(agenda));
  } else {
    reader->faults().add(reader->where(), agenda.error().message,
                         "an agenda that can be negotiated");
  }
}

}  // namespace

void read_agendas(Reader& top, Scenario& scenario) {
  auto agendas = top.table("agenda");
  if (!agendas) return;
  for (const char* table : {"consultation", "supply_contract", "allocation"}) {
    read_agenda(*agendas, table, scenario);
  }
  agendas->finish();
}

}  // namespace monazite::scenarios::detail
