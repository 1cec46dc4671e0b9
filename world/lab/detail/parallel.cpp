#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

#include <world/lab/detail/parallel.hpp>

namespace monazite::lab::detail {

std::uint32_t for_each_index(std::uint32_t count, const ParallelOptions& options,
                             const std::function<void(std::uint32_t)>& work) {
  std::vector<char> done(count, 0);
  std::atomic<std::uint32_t> next{0};
  std::mutex progress_lock;
  std::uint32_t finished = 0;
  const auto take_turns = [&] {
    for (;;) {
      const std::uint32_t i = next.fetch_add(1);
      if (i >= count || (options.stop != nullptr && options.stop->load())) return;
      work(i);
      done[i] = 1;
      if (!options.progress) continue;
      const std::lock_guard<std::mutex> guard(progress_lock);
      options.progress(++finished, count);
    }
  };
  const unsigned wanted =
      options.workers > 0 ? options.workers : std::max(1U, std::thread::hardware_concurrency());
  const unsigned workers = std::min(wanted, count);
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < workers; ++i) threads.emplace_back(take_turns);
  take_turns();
  for (std::thread& thread : threads) thread.join();
  const auto hole = std::find(done.begin(), done.end(), 0);
  return static_cast<std::uint32_t>(hole - done.begin());
}

}  // namespace monazite::lab::detail
