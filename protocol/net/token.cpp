#include <array>

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <protocol/base/check.hpp>
#include <protocol/net/token.hpp>

namespace monazite::net {

bool same_token(std::string_view expected, std::string_view given) {
  if (expected.empty() || expected.size() != given.size()) return false;
  return CRYPTO_memcmp(expected.data(), given.data(), expected.size()) == 0;
}

std::uint64_t unguessable_number() {
  std::array<unsigned char, 8> random{};
  const int drawn = RAND_bytes(random.data(), static_cast<int>(random.size()));
  MONAZITE_CHECK(drawn == 1, "the system gives random bytes");
  std::uint64_t number = 0;
  for (const unsigned char byte : random) number = number << 8 | byte;
  return number;
}

std::string new_token() {
  // 32 letters and digits that nobody takes for one another when reading them aloud.
  constexpr std::string_view kLetters = "abcdefghjkmnpqrstuvwxyz123456789";
  static_assert(kLetters.size() == 32);
  std::array<unsigned char, 26> random{};
  const int drawn = RAND_bytes(random.data(), static_cast<int>(random.size()));
  MONAZITE_CHECK(drawn == 1, "the system gives random bytes");
  std::string token;
  for (const unsigned char byte : random) token += kLetters[byte % kLetters.size()];
  return token;
}

}  // namespace monazite::net
