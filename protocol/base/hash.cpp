#include <cstring>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <protocol/base/hash.hpp>

namespace monazite::base {

std::uint64_t hash_bytes(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

Hasher& Hasher::add(std::uint64_t value) {
  hash_ = XXH3_64bits_withSeed(&value, sizeof value, hash_);
  return *this;
}

Hasher& Hasher::add(double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return add(bits);
}

Hasher& Hasher::add(std::string_view text) {
  hash_ = XXH3_64bits_withSeed(text.data(), text.size(), hash_);
  return *this;
}

}  // namespace monazite::base
