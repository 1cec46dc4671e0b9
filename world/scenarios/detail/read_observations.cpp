// Who sees what, how late and how exactly.
#include <cmath>

#include <world/scenarios/detail/names.hpp>
#include <world/scenarios/detail/read.hpp>
#include <world/scenarios/detail/text.hpp>

namespace monazite::scenarios::detail {
namespace {

constexpr double kLongestDelayMonths = 60;
constexpr double kLargestError = 3;
constexpr std::string_view kNever = "never";

/// [observations]: what holds for all readings. A quantity may state its own grounds and meaning.
struct CommonOfObservations {
  Grounds grounds;
  std::string meaning;
  double longest_delay_months = 0;
  double largest_error_log_sd = 0;
};

CommonOfObservations read_common_observations(Reader& top, Scenario& scenario) {
  CommonOfObservations common;
  auto reader = top.table("observations");
  if (!reader) return common;
  common.grounds = read_grounds(*reader, scenario);
  common.meaning = reader->text("meaning").value_or("");
  common.longest_delay_months =
      reader->number("longest_delay_months", 0, kLongestDelayMonths).value_or(kLongestDelayMonths);
  common.largest_error_log_sd =
      reader->number("largest_error_log_sd", 0, kLargestError).value_or(kLargestError);
  double& months = scenario.observations.report_months;
  read_number(*reader, "report_months",
              NumberPlace{"observations.report_months", "months", &months, 1, false}, scenario);
  if (months < 1 || months != std::round(months)) {
    const auto number = reader->optional_table("report_months");
    reader->faults().add(number ? number->where("value") : reader->where("report_months"),
                         "report_months of " + short_number(months),
                         "a whole number of months, at least 1");
  }
  reader->finish();
  return common;
}

/// One quantity.
class SightReader {
 public:
  SightReader(Reader& row, const CommonOfObservations& common, Scenario& scenario)
      : scenario_(&scenario), common_(&common) {
    provenance_.confidence = common.grounds.confidence;
    provenance_.source = common.grounds.source;
    if (row.has("confidence") || row.has("source")) {
      const Grounds own = read_grounds(row, scenario);
      provenance_.confidence = own.confidence;
      provenance_.source = own.source;
    }
    provenance_.meaning = row.optional_text("meaning").value_or(common.meaning);
  }

  /// Months, or Sight::kNever. Nothing and a fault when it is neither.
  std::optional<int> delay(Reader& delays, const std::string& who) {
    const std::string expected = "a whole number of months from 0 to " +
                                 short_number(common_->longest_delay_months) + ", or \"never\"";
    const toml::node* node = delays.required(who, expected);
    if (node == nullptr) return std::nullopt;
    if (const auto* text = node->as_string(); text != nullptr && text->get() == kNever) {
      return Sight::kNever;
    }
    const auto months = node->value<double>();
    const bool whole = node->is_number() && months && *months >= 0 &&
                       *months <= common_->longest_delay_months && *months == std::round(*months);
    if (!whole) {
      delays.faults().add(node->source(), describe(*node), expected);
      return std::nullopt;
    }
    note(delays, who, "months", *months, common_->longest_delay_months);
    return static_cast<int>(*months);
  }

  /// Exact unless stated.
  double error(Reader& errors, const std::string& who) {
    const auto sd = errors.optional_number(who, 0, common_->largest_error_log_sd);
    if (!sd) return 0;
    note(errors, who, "log", *sd, common_->largest_error_log_sd);
    return *sd;
  }

 private:
  void note(const Reader& reader, const std::string& who, const char* unit, double value,
            double high) {
    Provenance number = provenance_;
    number.key = reader.name() + "." + who;
    number.value = value;
    number.high = high;
    number.unit = unit;
    scenario_->numbers.push_back(std::move(number));
  }

  Scenario* scenario_;
  const CommonOfObservations* common_;
  Provenance provenance_;
};

void read_row(Reader& row, v1::Quantity quantity, const CommonOfObservations& common,
              Scenario& scenario) {
  SightReader sights(row, common, scenario);
  auto delays = row.table("delay_months");
  auto errors = row.optional_table("error_log_sd");
  for (const auto& [who, viewpoint] : viewpoint_names()) {
    Sight sight;
    if (delays) sight.delay_months = sights.delay(*delays, who).value_or(Sight::kNever);
    if (errors) sight.error_log_sd = sights.error(*errors, who);
    scenario.observations.set(quantity, viewpoint, sight);
  }
  if (delays) delays->finish();
  if (errors) errors->finish();
  row.finish();
}

}  // namespace

void read_observations(Reader& top, Scenario& scenario) {
  const CommonOfObservations common = read_common_observations(top, scenario);
  auto table = top.table("observation");
  if (!table) return;
  for (const auto& [name, quantity] : quantity_names()) {
    if (auto row = table->table(name)) read_row(*row, quantity, common, scenario);
  }
  const auto known = names_of(quantity_names());
  for (const std::string& name : table->table_names()) {
    if (quantity_names().count(name) > 0) continue;
    table->faults().add(table->where(name), "unknown quantity \"" + name + "\"",
                        "a quantity of protocol/messages/observation.proto",
                        nearest_name(name, known));
  }
}

}  // namespace monazite::scenarios::detail
