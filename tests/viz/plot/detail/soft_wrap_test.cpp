#include <tests/support/catch.hpp>
#include <tests/viz/plot/small_screen.hpp>
#include <viz/plot/detail/soft_wrap.hpp>

namespace monazite::viz {
namespace {

TEST_CASE("Soft line ends are taken out again, with the cursor at the same character") {
  tests::SmallScreen screen([](Ui&) {});
  const Canvas& canvas = screen.ui().canvas;
  for (const std::string text :
       {"", "word", "Give on magnets, hold on volume. If they move below 60 days I stop.  ",
        "日本は覚書を守り、インド製磁石の増加を歓迎する。", "mixed 日本 and words, 磁石magnets",
        "Donaudampfschifffahrtsgesellschaft"}) {
    for (std::size_t cursor = 0; cursor <= text.size(); ++cursor) {
      CAPTURE(text, cursor);
      const SoftText wrapped = soft_wrapped(canvas, {text, cursor}, Type::kBody, 70);
      const SoftText again = unwrapped(wrapped.text, wrapped.cursor);
      CHECK(again.text == text);
      CHECK(again.cursor == cursor);
    }
  }
}

TEST_CASE("Soft lines fit, but for the spaces at their ends") {
  tests::SmallScreen screen([](Ui&) {});
  const Canvas& canvas = screen.ui().canvas;
  const SoftText wrapped = soft_wrapped(
      canvas, {"Give on magnets, hold on volume. 日本は覚書を守り、", 0}, Type::kBody, 70);
  std::string line;
  int lines = 0;
  for (const char c : wrapped.text + "\n") {
    if (c != '\n') {
      line += c;
      continue;
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    CHECK(canvas.width(line, Type::kBody) <= 70);
    line.clear();
    ++lines;
  }
  CHECK(lines > 3);
}

TEST_CASE("A text is cut between characters") {
  CHECK(cut_to("abc", 5) == "abc");
  CHECK(cut_to("abcdef", 5) == "abcde");
  CHECK(cut_to("磁石", 5) == "磁");
  CHECK(cut_to("磁石", 0).empty());
}

}  // namespace
}  // namespace monazite::viz
