#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <agents/parties/party.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/result.hpp>
#include <world/engine/later.hpp>
#include <world/engine/witness.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::engine {

/// Gives a seat its negotiator; nothing (nullptr) keeps the built-in one.
using Casting =
    std::function<std::unique_ptr<parties::Party>(const parties::Chair&, const scenarios::Seat&)>;

/// May put something around the negotiator that a seat has got, built-in or cast: an OverrideParty,
/// say, for a fork. Gives back what sits there.
using Wrapping = std::function<std::unique_ptr<parties::Party>(
    const parties::Chair&, const scenarios::Seat&, std::unique_ptr<parties::Party>)>;

struct HistoryOptions {
  std::uint64_t seed = 1;
  std::uint32_t run = 0;  ///< number within an ensemble: other draws, same seed
  std::string program_version;
  std::vector<std::string> settings;  ///< "key=value" as given by the user, for the record
  Casting casting;                    ///< may be empty
  Wrapping wrapping;                  ///< may be empty
  /// Settings that hold from a later day on, in ascending order of day; they are told in the
  /// header after `settings`, as "key=value@2026-01-01".
  std::vector<Later> later;
  /// Of a fork: the recording it departs from, on which day, and the decisions that are replaced,
  /// as serialised envelopes. For the record.
  std::string parent;
  std::optional<base::Day> fork_day;
  std::vector<std::string> replaced;
  /// For experiments: multiplies what is private about a seat, by the seat's name. A government:
  /// the loss from a missing kg; IREL: worth of NdPr kept; Toyotsu: cost of refining; a maker: loss
  /// from a missing kg.
  std::map<std::string, double> private_scale;
  /// Set from another thread or a signal handler to end the run at the end of the current day.
  const std::atomic<bool>* stop = nullptr;
  /// Called before each day, on the history's thread, which it may hold up: a pace. May be empty.
  std::function<void(base::Day)> day_begins;
  /// Called after each settled month with (months done, months in all). May be empty.
  std::function<void(std::uint32_t, std::uint32_t)> progress;
};

/// One history: the parties in the world from the first day of a scenario to the last. The same
/// build, scenario, seed and run give the same messages, whoever watches.
///
///   History history(scenario, options);
///   history.add_witness(recorder);
///   history.run();
class History {
 public:
  /// `scenario` must outlive the history.
  History(const scenarios::Scenario& scenario, HistoryOptions options);
  ~History();
  History(const History&) = delete;
  History& operator=(const History&) = delete;

  /// Must outlive the history; add before run().
  void add_witness(Witness& witness);

  /// Plays all days. False if it was stopped before the last.
  bool run();

  /// Hash over all monthly state hashes so far: equal for equal histories.
  [[nodiscard]] std::uint64_t digest() const;
  [[nodiscard]] std::uint64_t messages() const;

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
};

/// The seats' numbers and names for a scenario, as every message and recording uses them.
[[nodiscard]] base::Roster make_roster(const scenarios::Scenario& scenario);

}  // namespace monazite::engine
