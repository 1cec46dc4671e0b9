#pragma once

#include <cstddef>
#include <vector>

#include <agents/preferences/domain.hpp>

namespace monazite::strategies {

/// Which packages have been seen: a hash table that grows by doubling. The order of its slots never
/// leaves it.
class OutcomeSet {
 public:
  OutcomeSet() : slots_(kFirstSlots, kFree) {}

  /// False if it was there already.
  bool insert(preferences::Outcome outcome) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    if (!place(outcome)) return false;
    ++size_;
    return true;
  }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  static constexpr std::size_t kFirstSlots = 64;  ///< a power of two
  /// No agenda has that many packages.
  static constexpr preferences::Outcome kFree = ~preferences::Outcome{0};

  bool place(preferences::Outcome outcome) {
    // Fibonacci hashing (Knuth 1973): the high bits of the product are well mixed.
    std::size_t slot = static_cast<std::size_t>((outcome * 0x9E3779B97F4A7C15U) >> 20U);
    while (true) {
      preferences::Outcome& found = slots_[slot & (slots_.size() - 1)];
      if (found == outcome) return false;
      if (found == kFree) {
        found = outcome;
        return true;
      }
      ++slot;
    }
  }
  void grow() {
    std::vector<preferences::Outcome> old(2 * slots_.size(), kFree);
    old.swap(slots_);
    for (const preferences::Outcome outcome : old) {
      if (outcome != kFree) place(outcome);
    }
  }

  std::vector<preferences::Outcome> slots_;
  std::size_t size_ = 0;
};

}  // namespace monazite::strategies
