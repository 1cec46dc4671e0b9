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

TEST_CASE("made-up tokens differ and have 26 letters or digits") {
  std::set<std::string> tokens;
  for (int i = 0; i < 100; ++i) tokens.insert(net::new_token());
  CHECK(tokens.size() == 100);
  for (const std::string& token : tokens) {
    CHECK(token.size() == 26);
    CHECK(token.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos);
  }
}
