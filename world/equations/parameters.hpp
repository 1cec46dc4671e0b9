#pragma once

#include <world/equations/parameters/appraisal.hpp>
#include <world/equations/parameters/politics.hpp>
#include <world/equations/parameters/trade.hpp>

/// The numbers of the model, grouped as in a scenario file ([ore], [refinery], ...). Pure data
/// without defaults: every value, its range, source, confidence and mass basis stand in the
/// scenario (see world/scenarios/trade.toml), where they are checked when it is read. Mass: t
/// REO is tonnes of total rare earth oxide, t NdPr tonnes of neodymium-praseodymium oxide, t NdFeB
/// tonnes of magnets. Prices: USD per kg of oxide without VAT. "M" is a million USD. Rates are
/// monthly unless "per year" is said. Symbols of the model description (docs/model.md) in square
/// brackets.
namespace monazite::equations {

/// Terms of appraisal and mechanisms that can be switched off one by one.
struct Switches {
  bool material = true;
  bool audience = true;
  bool relationship = true;
  bool trust = true;  ///< off: trust is fixed at its prior
  bool hoarding = true;
  bool plants = true;      ///< off: India never builds magnet plants
  bool technology = true;  ///< the clause is on the agenda
  bool magnets = true;     ///< the clause has worth
  bool leverage = true;    ///< acts move the threat point
  bool acts = true;        ///< offices may act on their own
  bool noise = true;       ///< random shocks of ore, ships, demand and prices
  bool private_types = true;
};

struct Parameters {
  Ore ore{};
  Refinery refinery{};
  Plants plants{};
  Market market{};
  Japan japan{};
  Regime regime{};
  Politics politics{};
  Trust trust{};
  Appraisal appraisal{};
  Expectations expectations{};
  WorthToIndia worth_to_india{};
  WorthToJapan worth_to_japan{};
  Acts acts{};
  Clearance clearance{};
  Talks talks{};
  Levers levers{};
  Treaty treaty{};
  Irel irel{};
  Toyotsu toyotsu{};
  Supply supply{};
  Allocation allocation{};
  Switches switches{};
};

}  // namespace monazite::equations
