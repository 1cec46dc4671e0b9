#include <string>

#include <protocol/base/hash.hpp>
#include <tests/support/catch.hpp>

using monazite::base::hash_bytes;
using monazite::base::Hasher;

TEST_CASE("bytes hash to the values of XXH3") {
  // The first is in the published test vectors of XXH3 with 64 bits and seed 0.
  CHECK(hash_bytes("") == 0x2d06800538d394c2ULL);
  CHECK(hash_bytes("monazite") == 0x6defd4d124bdf090ULL);
  CHECK(hash_bytes(std::string("\0", 1)) != hash_bytes(""));
}

TEST_CASE("a known sequence of values keeps its hash") {
  CHECK(Hasher{}.value() == 0);
  CHECK(Hasher{}.add(1.5).add(std::uint64_t{7}).add("NdPr").value() == 0x356138e6594c72d4ULL);
}

TEST_CASE("a hash depends on the order and the borders of what enters it") {
  CHECK(Hasher{}.add(1.0).add(2.0).value() != Hasher{}.add(2.0).add(1.0).value());
  CHECK(Hasher{}.add("ab").add("c").value() != Hasher{}.add("a").add("bc").value());
  CHECK(Hasher{}.add("a").value() != Hasher{}.add("a").add("").value());
  CHECK(Hasher{}.add(std::uint64_t{0}).value() != Hasher{}.value());
}

TEST_CASE("doubles enter by their bits") {
  CHECK(Hasher{}.add(0.0).value() != Hasher{}.add(-0.0).value());
  CHECK(Hasher{}.add(0.1 + 0.2).value() != Hasher{}.add(0.3).value());
  CHECK(Hasher{}.add(1.0).value() == Hasher{}.add(std::uint64_t{0x3FF0000000000000U}).value());
}
