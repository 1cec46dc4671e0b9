#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include <viz/plot/detail/imgui_types.hpp>
#include <viz/plot/text_check.hpp>

namespace monazite::viz {
namespace {

/// Less than this, in logical pixels, nobody sees.
constexpr float kTolerance = 1;

std::string number(double value, int decimals) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  return text.data();
}

std::string quoted(const DrawnText& text) {
  return "\"" + text.text + "\"";
}

/// Whether something that was drawn on top hides it.
bool is_covered(const std::vector<DrawnText>& texts, std::size_t i) {
  const DrawnText& text = texts[i];
  for (std::size_t j = 0; j < texts.size(); ++j) {
    const bool above = !text.on_top || j > i;
    if (texts[j].is_cover() && above && texts[j].box.overlaps(common(text.box, text.clip))) {
      return true;
    }
  }
  return false;
}

void find_cut(const DrawnText& text, const Rect& picture, std::vector<std::string>& faults) {
  const Rect seen = common(text.clip, picture);
  const auto cut = [&](float by, const char* where) {
    if (by > kTolerance) {
      faults.push_back(quoted(text) + " is cut off " + where + " by " + number(by, 0) + " px");
    }
  };
  cut(seen.x - text.box.x, "on the left");
  cut(text.box.right() - seen.right(), "on the right");
  if (text.scrolls) return;
  cut(seen.y - text.box.y, "at the top");
  cut(text.box.bottom() - seen.bottom(), "at the bottom");
}

void find_overlap(const DrawnText& a, const DrawnText& b, std::vector<std::string>& faults) {
  const Rect both = common(common(a.box, a.clip), common(b.box, b.clip));
  if (both.w > kTolerance && both.h > kTolerance) {
    faults.push_back(quoted(a) + " and " + quoted(b) + " overlap by " + number(both.w, 0) + " x " +
                     number(both.h, 0) + " px");
  }
}

Color over(Color front, Color back) {
  const auto mix = [&](std::uint8_t f, std::uint8_t b) {
    return static_cast<std::uint8_t>((f * front.a + b * (255 - front.a)) / 255);
  };
  return {mix(front.r, back.r), mix(front.g, back.g), mix(front.b, back.b), 255};
}

/// The contrast that 5 % of the pixels behind the text stay under.
double contrast_of(const DrawnText& text, const Rect& picture, int width,
                   const std::vector<std::uint8_t>& rgba, float scale) {
  const Rect seen = common(common(text.box, text.clip), picture);
  const int left = static_cast<int>(seen.x * scale);
  const int top = static_cast<int>(seen.y * scale);
  const int right = static_cast<int>(std::floor(seen.right() * scale));
  const int bottom = static_cast<int>(std::floor(seen.bottom() * scale));
  std::vector<double> found;
  Color last{};
  double value = 0;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      const auto* p = &rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                             static_cast<std::size_t>(x)) *
                            4];
      const Color behind{p[0], p[1], p[2], 255};
      if (found.empty() || !(behind == last)) value = contrast(over(text.color, behind), behind);
      last = behind;
      found.push_back(value);
    }
  }
  if (found.empty()) return kWantedContrast;
  const auto fifth = found.begin() + static_cast<std::ptrdiff_t>(found.size() / 20);
  std::nth_element(found.begin(), fifth, found.end());
  return *fifth;
}

}  // namespace

std::vector<std::string> text_faults(const std::vector<DrawnText>& texts, int width, int height,
                                     const std::vector<std::uint8_t>& rgba, float scale) {
  std::vector<std::string> faults;
  const Rect picture{0, 0, static_cast<float>(width) / scale, static_cast<float>(height) / scale};
  std::vector<const DrawnText*> shown;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const DrawnText& text = texts[i];
    // Scrolled out of sight is no fault.
    const bool outside = text.scrolls && !text.box.overlaps(text.clip);
    if (!text.is_cover() && !outside && !is_covered(texts, i)) shown.push_back(&text);
  }
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const DrawnText& text = *shown[i];
    find_cut(text, picture, faults);
    for (std::size_t j = i + 1; j < shown.size(); ++j) {
      if (text.on_top == shown[j]->on_top) find_overlap(text, *shown[j], faults);
    }
    const double contrast = contrast_of(text, picture, width, rgba, scale);
    if (contrast < kWantedContrast) {
      faults.push_back(quoted(text) + " has a contrast of " + number(contrast, 1) +
                       " with what is behind it, and needs " + number(kWantedContrast, 1));
    }
  }
  return faults;
}

}  // namespace monazite::viz
