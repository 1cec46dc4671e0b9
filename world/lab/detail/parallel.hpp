#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

namespace monazite::lab::detail {

struct ParallelOptions {
  unsigned workers = 0;  ///< threads, this one among them; 0: as many as the machine has
  const std::atomic<bool>* stop = nullptr;
  /// Called with (done, in all) from any worker, one at a time. May be empty.
  std::function<void(std::uint32_t, std::uint32_t)> progress;
};

/// Calls work(i) once for each i in 0, ..., count - 1, from several threads in any order; the calls
/// must not depend on one another. Returns how many at the front are done: `count`, or fewer when
/// it was stopped, so that what is kept has no holes.
[[nodiscard]] std::uint32_t for_each_index(std::uint32_t count, const ParallelOptions& options,
                                           const std::function<void(std::uint32_t)>& work);

}  // namespace monazite::lab::detail
