#include <agents/strategies/encounter/register_encounter.hpp>
#include <protocol/base/check.hpp>
#include <world/app/strategy_choice.hpp>

namespace monazite::app {

void register_all(strategies::Strategies& known, preferences::Semantics semantics) {
  strategies::register_strategies(known, semantics);
  strategies::register_encounter_strategies(known.strategies);
}

std::vector<std::string> split_descriptions(std::string_view list) {
  std::vector<std::string> out;
  while (true) {
    const std::size_t comma = list.find(',');
    const std::string_view piece = list.substr(0, comma);
    const std::size_t equals = piece.find('=');
    const bool continues = equals != std::string_view::npos && piece.find(':') > equals;
    if (continues && !out.empty()) {
      out.back() += ',';
      out.back() += piece;
    } else {
      out.emplace_back(piece);
    }
    if (comma == std::string_view::npos) return out;
    list.remove_prefix(comma + 1);
  }
}

base::Result<lab::Contestant> contestant(const strategies::Strategies& known,
                                         const std::string& description) {
  const auto tried = known.strategies.make(description);
  if (!tried) return tl::unexpected<base::Error>(tried.error());
  return lab::Contestant{description, [&known, description] {
                           auto made = known.strategies.make(description);
                           MONAZITE_CHECK(made.has_value(),
                                          "what could be made once can be made again");
                           return std::move(*made);
                         }};
}

}  // namespace monazite::app
