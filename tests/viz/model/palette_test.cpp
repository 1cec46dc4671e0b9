#include <vector>

#include <tests/support/catch.hpp>
#include <viz/model/palette.hpp>

namespace monazite::viz {
namespace {

std::vector<const Palette*> both() {
  return {&dark_palette(), &light_palette()};
}

std::vector<Tone> tones(const Palette& p) {
  return {p.india, p.japan, p.china, p.australia, p.makers, p.neutral};
}

scenarios::Seat seat(const std::string& name, scenarios::SeatKind kind) {
  scenarios::Seat made;
  made.name = name;
  made.kind = kind;
  return made;
}

TEST_CASE("Contrast is that of WCAG") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == Approx(21));
  CHECK(contrast({255, 255, 255}, {0, 0, 0}) == Approx(21));
  CHECK(contrast({10, 20, 30}, {10, 20, 30}) == Approx(1));
  CHECK(contrast({119, 119, 119}, {255, 255, 255}) == Approx(4.48).margin(0.01));
}

TEST_CASE("Text can be read on everything that it is written on") {
  for (const Palette* p : both()) {
    CAPTURE(p->dark);
    for (const Color ground : {p->window, p->panel, p->inset}) {
      for (const Color text : {p->text, p->text2, p->text3}) CHECK(contrast(text, ground) >= 4.5);
    }
    CHECK(contrast(p->text, p->control) >= 4.5);
    CHECK(contrast(p->text2, p->control) >= 4.5);
    CHECK(contrast(p->text, p->land) >= 4.5);
    CHECK(contrast(p->text, p->sea) >= 4.5);
    CHECK(contrast(p->primary_text, p->primary) >= 4.5);
    CHECK(contrast(p->playhead_text, p->playhead) >= 4.5);
    CHECK(contrast(p->playhead, p->panel) >= 4.5);
  }
}

TEST_CASE("Words of the data can be read, and its marks can be seen, in both themes") {
  for (const Palette* p : both()) {
    for (const Tone& tone : tones(*p)) {
      CAPTURE(p->dark, int{tone.word.r}, int{tone.word.g}, int{tone.word.b});
      CHECK(contrast(tone.word, p->panel) >= 6);
      CHECK(contrast(tone.word, p->inset) >= 4.5);
      CHECK(contrast(tone.mark, p->panel) >= 3);
    }
  }
}

TEST_CASE("Levels of text differ, from the most to the least important") {
  for (const Palette* p : both()) {
    CHECK(contrast(p->text, p->panel) > contrast(p->text2, p->panel) + 1);
    CHECK(contrast(p->text2, p->panel) > contrast(p->text3, p->panel) + 1);
  }
}

TEST_CASE("No two parties look the same, and hue is not all that tells them apart") {
  using scenarios::SeatKind;
  const Palette& p = dark_palette();
  const std::vector<Look> looks{p.look(seat("india", SeatKind::kGovernment)),
                                p.look(seat("irel", SeatKind::kMiner)),
                                p.look(seat("japan", SeatKind::kGovernment)),
                                p.look(seat("toyotsu", SeatKind::kTrader)),
                                p.look(seat("shin_etsu", SeatKind::kMagnetMaker)),
                                p.look(seat("suzuki", SeatKind::kCarMaker))};
  for (std::size_t i = 0; i < looks.size(); ++i) {
    for (std::size_t j = i + 1; j < looks.size(); ++j) {
      CHECK((looks[i].shape != looks[j].shape || looks[i].hollow != looks[j].hollow));
    }
  }
  CHECK(looks[0].tone.mark == looks[1].tone.mark);
  CHECK(looks[2].tone.mark == looks[3].tone.mark);
  CHECK(p.look(seat("korea", SeatKind::kGovernment)).tone.mark == p.neutral.mark);
}

}  // namespace
}  // namespace monazite::viz
