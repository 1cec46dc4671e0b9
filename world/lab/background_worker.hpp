#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include <protocol/recording/worker.hpp>

namespace monazite::lab {

/// A thread that compresses and writes a recording while the history goes on. For one owner:
/// start() and wait() come from one thread.
class BackgroundWorker final : public recording::Worker {
 public:
  BackgroundWorker();
  /// Finishes the job it is at.
  ~BackgroundWorker() override;
  BackgroundWorker(const BackgroundWorker&) = delete;
  BackgroundWorker& operator=(const BackgroundWorker&) = delete;

  void start(std::function<void()> job) override;
  void wait() override;
  [[nodiscard]] bool busy() const override;

 private:
  void work();

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::function<void()> job_;  ///< empty: nothing to do
  bool ends_ = false;
  std::thread thread_;  ///< last: it uses all of the above
};

}  // namespace monazite::lab
