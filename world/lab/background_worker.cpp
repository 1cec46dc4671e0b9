#include <utility>

#include <protocol/base/check.hpp>
#include <world/lab/background_worker.hpp>

namespace monazite::lab {

BackgroundWorker::BackgroundWorker() : thread_([this] { work(); }) {}

BackgroundWorker::~BackgroundWorker() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    ends_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void BackgroundWorker::start(std::function<void()> job) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    MONAZITE_CHECK(!job_, "a worker is given a job when it is done with the one before");
    job_ = std::move(job);
  }
  changed_.notify_all();
}

void BackgroundWorker::wait() {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this] { return !job_; });
}

bool BackgroundWorker::busy() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return static_cast<bool>(job_);
}

void BackgroundWorker::work() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return job_ || ends_; });
    if (!job_) return;
    lock.unlock();
    job_();  // only this thread empties it
    lock.lock();
    job_ = nullptr;
    changed_.notify_all();
  }
}

}  // namespace monazite::lab
