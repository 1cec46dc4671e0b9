#include <cmath>

#include <imgui.h>

#include <tests/support/catch.hpp>
#include <tests/viz/plot/small_screen.hpp>
#include <viz/plot/canvas.hpp>

namespace monazite::viz {
namespace {

using tests::SmallScreen;

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const auto& line : lines) all += line + "|";
  return all;
}

/// The filled pixels of what `draw` puts on the screen: area of all triangles, in logical pixels.
double area_of(const std::function<void(Canvas&)>& draw) {
  double area = 0;
  SmallScreen screen([&](Ui& ui) {
    ImDrawList* list = ui.canvas.list();
    list->Flags = ImDrawListFlags_None;  // no soft edges, whose triangles are nearly clear
    const int first = list->IdxBuffer.Size;
    draw(ui.canvas);
    area = 0;
    for (int i = first; i + 2 < list->IdxBuffer.Size; i += 3) {
      const ImVec2 a = list->VtxBuffer[list->IdxBuffer[i]].pos;
      const ImVec2 b = list->VtxBuffer[list->IdxBuffer[i + 1]].pos;
      const ImVec2 c = list->VtxBuffer[list->IdxBuffer[i + 2]].pos;
      area += std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2.0;
    }
  });
  return area;
}

TEST_CASE("Wrapped lines are not wider than asked, and lose nothing but spaces") {
  SmallScreen screen([](Ui&) {});
  const Canvas& canvas = screen.ui().canvas;
  const std::string text = "120 days of notice and 150 t/year of NdPr would have cost India 0.03";
  for (const float width : {60.0F, 90.0F, 150.0F, 1000.0F}) {
    const auto lines = canvas.wrap(text, Type::kBody, width);
    std::string again;
    for (const auto& line : lines) {
      CHECK(canvas.width(line, Type::kBody) <= width + 0.01F);
      again += (again.empty() ? "" : " ") + line;
    }
    CHECK(again == text);
  }
}

TEST_CASE("Line ends of a text are kept, and an empty one has a line") {
  SmallScreen screen([](Ui&) {});
  const Canvas& canvas = screen.ui().canvas;
  CHECK(joined(canvas.wrap("one\n\ntwo", Type::kBody, 200)) == "one||two|");
  CHECK(joined(canvas.wrap("", Type::kBody, 200)) == "|");
}

TEST_CASE("Japanese breaks anywhere but before a closing mark") {
  SmallScreen screen([](Ui&) {});
  const Canvas& canvas = screen.ui().canvas;
  const std::string text = "日本は覚書を守り、インド製磁石の増加を歓迎する。";
  const auto lines = canvas.wrap(text, Type::kBody, 50);
  CHECK(lines.size() > 3);
  std::string again;
  for (const auto& line : lines) {
    CHECK(line.rfind("、", 0) == std::string::npos);
    CHECK(line.rfind("。", 0) == std::string::npos);
    again += line;
  }
  CHECK(again == text);
}

TEST_CASE("A word longer than a line is cut") {
  SmallScreen screen([](Ui&) {});
  const Canvas& canvas = screen.ui().canvas;
  const auto lines = canvas.wrap("Donaudampfschifffahrtsgesellschaft", Type::kBody, 60);
  CHECK(lines.size() > 2);
  for (const auto& line : lines) CHECK(canvas.width(line, Type::kBody) <= 60.01F);
}

TEST_CASE("Text that does not fit its box ends in an ellipsis inside of it") {
  std::vector<DrawnText> texts;
  SmallScreen screen([&](Ui& ui) {
    texts.clear();
    ui.canvas.keep_texts(&texts);
    ui.canvas.text_in({10, 10, 80, 20}, "Separation, level 2 of 4", Type::kBody, {});
    ui.canvas.text_in({10, 40, 200, 20}, "short", Type::kBody, {});
    ui.canvas.text_in({10, 70, 3, 20}, "no room at all", Type::kBody, {});
  });
  REQUIRE(texts.size() == 2);
  CHECK(texts[0].text.find("…") != std::string::npos);
  CHECK(texts[0].box.w <= 80.5F);
  CHECK(texts[1].text == "short");
}

TEST_CASE("A paragraph says with an ellipsis that there was more") {
  std::vector<DrawnText> texts;
  float height = 0;
  SmallScreen screen([&](Ui& ui) {
    texts.clear();
    ui.canvas.keep_texts(&texts);
    height = ui.canvas.paragraph(
        {10, 10, 100, 40}, "one two three four five six seven eight nine ten", Type::kBody, {});
  });
  REQUIRE(texts.size() == 2);
  CHECK(texts[1].text.find("…") != std::string::npos);
  CHECK(height <= 40);
}

TEST_CASE("Texts of every size stand with their x-height on the same middle") {
  std::vector<DrawnText> texts;
  SmallScreen screen([&](Ui& ui) {
    texts.clear();
    ui.canvas.keep_texts(&texts);
    for (int i = 0; i < kTypes; ++i) {
      ui.canvas.text({20, 100}, "x", static_cast<Type>(i), {});
    }
  });
  REQUIRE(texts.size() == static_cast<std::size_t>(kTypes));
  for (const DrawnText& text : texts) {
    CHECK(text.box.y < 100);
    CHECK(text.box.bottom() > 100);
    // Capitals rise higher over the middle than the baseline lies under it.
    CHECK(100 - text.box.y > text.box.bottom() - 100);
  }
}

TEST_CASE("Texts can be left out of a picture and are noted all the same") {
  std::vector<DrawnText> texts;
  int drawn = 0;
  bool visible = true;
  SmallScreen screen([&](Ui& ui) {
    texts.clear();
    ui.canvas.keep_texts(&texts);
    ui.canvas.set_texts_visible(visible);
    const int before = ui.canvas.list()->VtxBuffer.Size;
    ui.canvas.text({20, 100}, "word", Type::kBody, {});
    drawn = ui.canvas.list()->VtxBuffer.Size - before;
  });
  CHECK(drawn == 16);
  visible = false;
  screen.frame();
  CHECK(drawn == 0);
  CHECK(texts.size() == 1);
}

TEST_CASE("Dashes keep their phase from point to point") {
  const auto line = [](int points) {
    std::vector<Vec> all;
    for (int i = 0; i < points; ++i) {
      all.push_back({20 + 240 * static_cast<float>(i) / static_cast<float>(points - 1), 50});
    }
    return all;
  };
  const auto dashed = [&](int points) {
    return area_of([&](Canvas& canvas) { canvas.dashed(line(points), {}, 2, 5, 5); });
  };
  // Half of 240 is inked, however many points the line has.
  CHECK(dashed(2) == Approx(240).epsilon(0.02));
  CHECK(dashed(121) == Approx(240).epsilon(0.02));
}

TEST_CASE("A concave polygon is filled inside and nowhere else") {
  // A square with a notch that reaches to its middle.
  const std::vector<Vec> notched{{50, 50}, {150, 50}, {150, 150}, {100, 100}, {50, 150}};
  const double area = area_of([&](Canvas& canvas) { canvas.polygon(notched, {}); });
  CHECK(area == Approx(7500).epsilon(0.02));
}

TEST_CASE("An outline that touches itself and repeats points fills by the even-odd rule") {
  const std::vector<Vec> two{{50, 50},   {100, 50},  {100, 100}, {100, 100}, {150, 100},
                             {150, 150}, {100, 150}, {100, 100}, {50, 100}};
  const double area = area_of([&](Canvas& canvas) { canvas.polygon(two, {}); });
  CHECK(area == Approx(5000).epsilon(0.02));
}

TEST_CASE("A band has the area between its curves") {
  std::vector<Vec> upper;
  std::vector<Vec> lower;
  for (int i = 0; i <= 10; ++i) {
    upper.push_back({20.0F + 10.0F * static_cast<float>(i), 40});
    lower.push_back({20.0F + 10.0F * static_cast<float>(i), 70});
  }
  CHECK(area_of([&](Canvas& canvas) { canvas.band(upper, lower, {}); }) == Approx(3000));
}

TEST_CASE("The screen is measured in logical pixels at any scale") {
  for (const float scale : {1.0F, 1.5F, 2.0F}) {
    float width = 0;
    SmallScreen screen([&](Ui& ui) { width = ui.canvas.width("Consultation", Type::kBody); },
                       scale);
    CHECK(screen.size().x == Approx(400));
    CHECK(width == Approx(74).margin(6));
  }
}

}  // namespace
}  // namespace monazite::viz
