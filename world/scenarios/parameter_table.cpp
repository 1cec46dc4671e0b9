#include <string>
#include <type_traits>

#include <world/scenarios/detail/bind.hpp>
#include <world/scenarios/parameter_table.hpp>

namespace monazite::scenarios {
namespace {

using equations::Parameters;

static_assert(std::is_standard_layout_v<Parameters>, "numbers are found by their offset");

detail::Bindings all_numbers() {
  detail::Bindings table;
  detail::bind_trade(table);
  detail::bind_conduct(table);
  detail::bind_practice(table);
  return table;
}

}  // namespace

const std::vector<NumberBinding>& number_bindings() {
  static const std::vector<NumberBinding> kTable = all_numbers();
  return kTable;
}

const std::vector<SwitchBinding>& switch_bindings() {
  using equations::Switches;
  static const std::vector<SwitchBinding> kTable = {
      {"material", &Switches::material},
      {"audience", &Switches::audience},
      {"relationship", &Switches::relationship},
      {"trust", &Switches::trust},
      {"hoarding", &Switches::hoarding},
      {"plants", &Switches::plants},
      {"technology", &Switches::technology},
      {"magnets", &Switches::magnets},
      {"leverage", &Switches::leverage},
      {"acts", &Switches::acts},
      {"noise", &Switches::noise},
      {"private_types", &Switches::private_types},
  };
  return kTable;
}

double* numbers_of(Parameters& parameters, const NumberBinding& binding) {
  return reinterpret_cast<double*>(&parameters) + binding.offset;
}

const double* numbers_of(const Parameters& parameters, const NumberBinding& binding) {
  return reinterpret_cast<const double*>(&parameters) + binding.offset;
}

double* find_number(Parameters& parameters, std::string_view key) {
  for (const NumberBinding& binding : number_bindings()) {
    const std::string whole = binding.group + "." + binding.name;
    if (!binding.list) {
      if (key == whole) return numbers_of(parameters, binding);
      continue;
    }
    for (std::size_t i = 0; i < binding.count; ++i) {
      if (key == whole + "[" + std::to_string(i) + "]") return numbers_of(parameters, binding) + i;
    }
  }
  return nullptr;
}

}  // namespace monazite::scenarios
