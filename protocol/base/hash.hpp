#pragma once

#include <cstdint>
#include <string_view>

namespace monazite::base {

/// 64-bit XXH3 of bytes (not for security): state hashes and result digests.
[[nodiscard]] std::uint64_t hash_bytes(std::string_view bytes);

/// Collects numbers and text in a stated order into one hash. Doubles enter by their bits, so two
/// states with the same hash agree to the last bit (and -0.0 differs from 0.0).
class Hasher {
 public:
  Hasher& add(double value);
  Hasher& add(std::uint64_t value);
  Hasher& add(std::string_view text);
  [[nodiscard]] std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0;
};

}  // namespace monazite::base
