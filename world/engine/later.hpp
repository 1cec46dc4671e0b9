#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/result.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::engine {

/// Settings that hold from the beginning of a day on and not before: a number of the model, a
/// switch, how a table is conducted, what becomes of an event. Other keys (who sits where, agendas,
/// offices, makers, the calendar, regimes) cannot change on the way.
///
/// What they do: the economy, the mandates, the built-in parties and the rules reckon with the new
/// numbers from that day on; stocks, prices, beliefs, deals and open tables stay as they are.
/// Events of the new list happen from that day on; one moved to an earlier day than `day` does not
/// happen.
struct Later {
  base::Day day{};
  std::vector<std::string> settings;  ///< "key=value", in the order given
  /// The scenario with these settings, and all earlier ones, laid over it from its first day on.
  std::shared_ptr<const scenarios::Scenario> scenario;
};

/// `earlier`: settings that hold when these begin (those of Laters before this one, in order).
/// Fails with one sentence for a key that cannot change on the way and for a value that the
/// scenario does not take.
[[nodiscard]] base::Result<Later> make_later(const scenarios::Scenario& scenario, base::Day day,
                                             std::vector<std::string> settings,
                                             const std::vector<std::string>& earlier = {});

/// "key=value@2026-01-01", as a header lists it.
[[nodiscard]] std::string with_day(const std::string& setting, base::Day day);
/// Whether a header's setting is one of those.
[[nodiscard]] bool is_later(const std::string& setting);
/// The later settings among those of a header, by day; the others are part of the scenario's text.
/// Fails as make_later() does.
[[nodiscard]] base::Result<std::vector<Later>> later_settings(
    const scenarios::Scenario& scenario, const std::vector<std::string>& header_settings);

/// What became another.
struct LaterEffect {
  bool numbers = false;
  bool events = false;
};
/// Lays a Later over the scenario of a running history: numbers, switches, conducts, and the events
/// from its day on.
LaterEffect apply(const Later& later, scenarios::Scenario& scenario);

}  // namespace monazite::engine
