#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/result.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>
#include <world/engine/history.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::lab {

/// A decision that is given instead of the one which the party of a seat would make.
struct Replacement {
  base::SeatId seat = 0;
  /// The brief that asks for it, by its id in the parent. 0: the first one of `purpose` on or after
  /// `day`, for histories of other seeds, where ids are others.
  std::uint64_t in_reply_to = 0;
  base::Day day{};
  v1::Brief::Purpose purpose = v1::Brief::PURPOSE_UNSPECIFIED;
  /// Of a brief for acts: whose act is replaced, while the other offices do as ever.
  std::optional<v1::Office> office{};
  /// What is sent, in this order, `delay_days` after the brief. Nothing: the seat does nothing
  /// (a brief for acts gets its NoAct all the same).
  std::vector<v1::Envelope> answers;
  int delay_days = 0;
};

/// The same history as a recorded one, but for what is changed: same scenario, seed and run, so the
/// same random draws, and up to the first change the same messages.
struct ForkRun {
  std::uint64_t seed = 1;
  std::uint32_t run = 0;
  std::string program_version;
  std::vector<std::string> settings;  ///< of the parent's whole run, for the record
  std::string parent;                 ///< path or name of the parent
  base::Day day{};                    ///< of the fork
  /// "key=value@2026-01-01": what holds from a day on (engine::Later); those of the parent first.
  std::vector<std::string> later;
  std::vector<Replacement> replaced;
  /// What seats said in the parent that the built-in parties would not say again (people sat there,
  /// or it is a fork itself). Fed back for messages with ids up to `fed_back_until`; then the
  /// built-in party goes on.
  std::map<base::SeatId, std::vector<v1::Envelope>> said;
  std::uint64_t fed_back_until = 0;
  const std::atomic<bool>* stop = nullptr;
};

/// How to play it. Fails for a later setting that cannot be (engine::make_later).
[[nodiscard]] base::Result<engine::HistoryOptions> fork_options(const scenarios::Scenario& scenario,
                                                                const ForkRun& fork);

}  // namespace monazite::lab
