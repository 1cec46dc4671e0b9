#pragma once

#include <functional>

namespace monazite::recording {

/// Does a job while its owner goes on: how work gets off the thread that plays a history, without
/// this library knowing threads (they may be missing where it is compiled to). One job at a time.
class Worker {
 public:
  virtual ~Worker() = default;
  /// The job before must be done with, see wait().
  virtual void start(std::function<void()> job) = 0;
  /// Returns when the last job is done, if there was one. What it wrote can be read then.
  virtual void wait() = 0;
  /// Whether it is at a job: wait() would take time.
  [[nodiscard]] virtual bool busy() const = 0;
};

}  // namespace monazite::recording
