// The offices at home, with one statement of where their numbers come from.
#include <algorithm>
#include <cmath>

#include <world/scenarios/detail/names.hpp>
#include <world/scenarios/detail/read.hpp>
#include <world/scenarios/detail/text.hpp>

namespace monazite::scenarios::detail {
namespace {

constexpr double kLargestEmphasis = 5;
constexpr double kLongestSlipMonths = 60;
constexpr double kLargestDiscount = 0.5;

/// [offices]: what holds for the numbers of all offices.
struct CommonOfOffices {
  Grounds grounds;
  std::string meaning;
  double low_factor = 1;
  double high_factor = 1;
};

CommonOfOffices read_common_offices(Reader& top, const Scenario& scenario) {
  CommonOfOffices common;
  auto reader = top.table("offices");
  if (!reader) return common;
  common.grounds = read_grounds(*reader, scenario);
  common.meaning = reader->text("meaning").value_or("");
  common.low_factor = reader->number("low_factor", 0, 1).value_or(1);
  common.high_factor = reader->number("high_factor", 1, 10).value_or(1);
  reader->finish();
  return common;
}

class OfficeReader {
 public:
  OfficeReader(Reader& reader, const CommonOfOffices& common, Scenario& scenario)
      : reader_(&reader), common_(&common), scenario_(&scenario) {}

  void number(const char* name, const char* unit, double high, double& value) {
    const auto read = reader_->number(name, 0, high);
    if (!read) return;
    value = *read;
    Provenance provenance;
    provenance.key = reader_->name() + "." + name;
    provenance.value = value;
    provenance.low = value * common_->low_factor;
    provenance.high = value * common_->high_factor;
    provenance.unit = unit;
    provenance.meaning = common_->meaning;
    provenance.source = common_->grounds.source;
    provenance.confidence = common_->grounds.confidence;
    scenario_->numbers.push_back(std::move(provenance));
  }

 private:
  Reader* reader_;
  const CommonOfOffices* common_;
  Scenario* scenario_;
};

mandates::OfficeSetup read_office(Reader& reader, v1::Office office, const CommonOfOffices& common,
                                  Scenario& scenario) {
  mandates::OfficeSetup setup;
  setup.office = office;
  setup.side = is_indian(office) ? mandates::Side::kIndia : mandates::Side::kJapan;
  setup.can_veto = reader.optional_flag("can_veto").value_or(false);
  setup.arbiter = reader.optional_flag("arbiter").value_or(false);
  OfficeReader numbers(reader, common, scenario);
  numbers.number("weight", "share", 1, setup.weight);
  numbers.number("magnets", "emphasis", kLargestEmphasis, setup.magnets);
  numbers.number("technology", "emphasis", kLargestEmphasis, setup.technology);
  numbers.number("finance", "emphasis", kLargestEmphasis, setup.finance);
  numbers.number("audience", "emphasis", kLargestEmphasis, setup.audience);
  numbers.number("relationship", "emphasis", kLargestEmphasis, setup.relationship);
  if (setup.side == mandates::Side::kIndia) {
    numbers.number("revenue", "emphasis", kLargestEmphasis, setup.revenue);
    numbers.number("shortage", "emphasis", kLargestEmphasis, setup.shortage);
    numbers.number("slip_belief_months", "months", kLongestSlipMonths, setup.slip_belief_months);
    numbers.number("discount_per_year", "per year", kLargestDiscount, setup.discount_per_year);
  } else {
    numbers.number("security", "emphasis", kLargestEmphasis, setup.security);
    numbers.number("price", "emphasis", kLargestEmphasis, setup.price);
  }
  reader.finish();
  return setup;
}

void check_weights(const Reader& offices, const Scenario& scenario, mandates::Side side) {
  double sum = 0;
  std::vector<std::string> names;
  for (const mandates::OfficeSetup& office : scenario.offices) {
    if (office.side != side) continue;
    names.push_back(name_of(office_names(), office.office));
    sum += office.weight;
  }
  const std::string whose = side == mandates::Side::kIndia ? "India" : "Japan";
  if (names.empty()) {
    offices.faults().add(offices.where(), "no office of " + whose, "at least one");
  } else if (std::abs(sum - 1) > 1e-9) {
    offices.faults().add(offices.newest(names, "weight"),
                         "weights of the offices of " + whose + " summing to " + short_number(sum),
                         "1");
  }
}

}  // namespace

void read_offices(Reader& top, Scenario& scenario) {
  const CommonOfOffices common = read_common_offices(top, scenario);
  auto offices = top.table("office");
  if (!offices) return;
  const auto all_names = names_of(office_names());
  for (const std::string& name : offices->table_names()) {
    auto reader = offices->optional_table(name);
    if (!reader) continue;
    const auto known = office_names().find(name);
    if (known == office_names().end()) {
      offices->faults().add(reader->where(), "unknown office \"" + name + "\"",
                            "an office of India or Japan", nearest_name(name, all_names));
      continue;
    }
    scenario.offices.push_back(read_office(*reader, known->second, common, scenario));
  }
  std::sort(scenario.offices.begin(), scenario.offices.end(),
            [](const auto& a, const auto& b) { return a.office < b.office; });
  check_weights(*offices, scenario, mandates::Side::kIndia);
  check_weights(*offices, scenario, mandates::Side::kJapan);
}

}  // namespace monazite::scenarios::detail
