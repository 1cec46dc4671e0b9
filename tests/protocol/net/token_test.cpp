#include <set>

#include <protocol/net/token.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;

TEST_CASE("a token fits itself and nothing else") {
  CHECK(net::same_token("letmein", "letmein"));
  CHECK_FALSE(net::same_token("letmein", "letmeim"));
  CHECK_FALSE(net::same_token("letmein", "letme"));
  CHECK_FALSE(net::same_token("letmein", ""));
}

TEST_CASE("an empty token fits nothing, not even itself") {
  CHECK_FALSE(net::same_token("", ""));
}

TEST_CASE("numbers that nobody guesses differ and use all their bits") {
  std::set<std::uint64_t> numbers;
  std::uint64_t ones = 0;
  std::uint64_t zeros = 0;
  for (int i = 0; i < 100; ++i) {
    const std::uint64_t number = net::unguessable_number();
    numbers.insert(number);
    ones |= number;
    zeros |= ~number;
  }
  CHECK(numbers.size() == 100);
  CHECK(ones == ~std::uint64_t{0});
  CHECK(zeros == ~std::uint64_t{0});
}

TEST_CASE("made-up tokens differ and have 26 letters or digits") {
  std::set<std::string> tokens;
  for (int i = 0; i < 100; ++i) tokens.insert(net::new_token());
  CHECK(tokens.size() == 100);
  for (const std::string& token : tokens) {
    CHECK(token.size() == 26);
    CHECK(token.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos);
  }
}
