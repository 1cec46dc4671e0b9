#include <tests/support/catch.hpp>
#include <viz/plot/imgui_186.hpp>

namespace monazite::viz {
namespace {

constexpr int kShift = 1;
constexpr int kCtrl = 2;

std::string name(const std::optional<KeyPress>& key) {
  return key ? key->key : "nothing";
}

TEST_CASE("Keys have the names that commands are written with") {
  CHECK(name(key_press(32, 0, "")) == "Space");
  CHECK(name(key_press(263, 0, "")) == "Left");
  CHECK(name(key_press(256, 0, "")) == "Escape");
  CHECK(name(key_press('A', 0, "a")) == "A");
  CHECK(name(key_press('1', 0, "1")) == "1");
  CHECK(name(key_press(290, 0, "")) == "F1");
  CHECK(name(key_press(301, 0, "")) == "F12");
  CHECK(name(key_press(321, 0, "1")) == "1");  // of the keypad
  CHECK(name(key_press(335, 0, "")) == "Enter");
}

TEST_CASE("Letters are where the keyboard's layout has them") {
  CHECK(name(key_press('Q', 0, "a")) == "A");  // in France
  CHECK(name(key_press('Z', 0, "я")) == "Z");  // without Latin letters
}

TEST_CASE("Signs come as characters, whatever keys type them, and with Ctrl as keys") {
  CHECK_FALSE(key_press('/', kShift, "/").has_value());
  CHECK(name(character_press('?')) == "?");
  CHECK(name(character_press('[')) == "[");
  CHECK(name(key_press('-', kCtrl, "-")) == "-");
  CHECK(name(key_press(334, kCtrl, "")) == "+");
}

TEST_CASE("Ctrl and the key that + is printed on is Ctrl +, with Shift or without") {
  for (const int modifiers : {kCtrl, kCtrl | kShift}) {
    CHECK(key_press('=', modifiers, "=") == KeyPress{"+", true, false, false});  // United States
    CHECK(key_press('+', modifiers, "+") == KeyPress{"+", true, false, false});  // Germany
  }
  CHECK(key_press(';', kCtrl | kShift, ";") == KeyPress{"+", true, false, false});  // Japan
  CHECK(key_press('-', kCtrl | kShift, "-") == KeyPress{"-", true, false, false});
}

TEST_CASE("No key is told of twice") {
  for (std::uint32_t c = 0; c < 0x80; ++c) {
    const bool by_key = key_press(static_cast<int>(c >= 'a' && c <= 'z' ? c - 32 : c), 0,
                                  std::string(1, static_cast<char>(c)))
                            .has_value();
    const bool by_character = character_press(c).has_value();
    CAPTURE(c);
    CHECK_FALSE((by_key && by_character));
    if (c > 0x20 && c < 0x7F) CHECK((by_key || by_character));
  }
}

TEST_CASE("Modifiers are told of") {
  const auto key = key_press('K', kCtrl | kShift, "k");
  REQUIRE(key.has_value());
  CHECK(*key == KeyPress{"K", true, true, false});
}

TEST_CASE("A key's name leads back to its number") {
  for (const char* key : {"Space", "Left", "Escape", "A", "1", "F1", "F12", "Enter", "["}) {
    CHECK(key_number(key).has_value());
  }
  CHECK(*key_number("A") == 'A');
  CHECK(*key_number("F12") == 301);
  CHECK_FALSE(key_number("Hyper").has_value());
  CHECK_FALSE(key_number("F0").has_value());
}

}  // namespace
}  // namespace monazite::viz
