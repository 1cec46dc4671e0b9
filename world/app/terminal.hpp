#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include <protocol/base/result.hpp>

namespace monazite::app {

/// Exit codes of every command.
enum Exit : int {
  kSuccess = 0,
  kFailure = 1,   ///< the machine refused, or a verification did not match
  kBadInput = 2,  ///< something the user gave is wrong; nothing was written
  kInterrupted = 130
};

/// One line on stderr that is overwritten as work goes on; nothing when stderr is no terminal or
/// `quiet`. Gone when it is destroyed.
class ProgressLine {
 public:
  ProgressLine(std::string what, bool quiet);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  void show(std::uint32_t done, std::uint32_t all);

 private:
  std::string what_;
  bool visible_;
  bool written_ = false;
  int last_percent_ = -1;
};

/// Turns Ctrl-C and SIGTERM into a flag for as long as it lives; a second Ctrl-C ends at once.
class StopOnSignal {
 public:
  StopOnSignal();
  ~StopOnSignal();
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;
  [[nodiscard]] const std::atomic<bool>& flag() const;
};

/// "monazite: <message>" on stderr; gives the exit code that belongs to the error.
int tell_error(const base::Error& error);

/// Writes to stdout. False, after a sentence on stderr, when nobody takes it (a closed pipe, a full
/// disk).
[[nodiscard]] bool print(const std::string& text);

}  // namespace monazite::app
