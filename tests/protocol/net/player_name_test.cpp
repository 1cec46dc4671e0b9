#include <protocol/net/player_name.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;

TEST_CASE("a name stays as it is, in any letters") {
  CHECK(net::player_name("Group 3") == "Group 3");
  CHECK(net::player_name("第三班 Zoë") == "第三班 Zoë");
  CHECK(net::player_name("").empty());
}

TEST_CASE("a long name ends with a whole character") {
  std::string name;
  for (int i = 0; i < 22; ++i) name += "あ";  // three bytes each
  const std::string cut = net::player_name(name);
  CHECK(cut == name.substr(0, 63));
  CHECK(net::player_name(std::string(100, 'x')) == std::string(64, 'x'));
}

TEST_CASE("what is no character, or controls a screen, is replaced") {
  CHECK(net::player_name("a\xff\xfe b") == "a?? b");
  CHECK(net::player_name("a\xc3") == "a?");          // half a character
  CHECK(net::player_name("\xed\xa0\x80") == "???");  // a surrogate
  CHECK(net::player_name("\xc0\xaf") == "??");       // longer than need be
  CHECK(net::player_name("a\n\x1b[31mb") == "a  [31mb");
  CHECK(net::player_name("a\xc2\x9b b") == "a  b");  // a control character of two bytes
}
