#pragma once

#include <tests/world/lab/played.hpp>
#include <world/app/report.hpp>

namespace monazite::test_support {

/// A run until the end of 2026 as its user is told of it.
struct ToldRun {
  explicit ToldRun(std::uint64_t seed)
      : played(play(seed)),
        measures(lab::measure(played.chronicle, short_crisis())),
        report{short_crisis(),
               played.chronicle,
               measures,
               lab::tell(played.chronicle, short_crisis()),
               "runs/one/june-2025.mcap",
               "runs/one/results.sqlite",
               {}} {}

  lab::Played played;
  lab::Measures measures;
  app::Report report;
};

inline const ToldRun& told_run() {
  static const ToldRun kept(6);
  return kept;
}

}  // namespace monazite::test_support
