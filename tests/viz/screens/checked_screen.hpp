#pragma once

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <viz/host/host.hpp>
#include <viz/host/viewer.hpp>
#include <viz/model/app/app.hpp>
#include <viz/plot/text_check.hpp>

namespace monazite::viz {

inline const std::array<base::Day, 3> kDays = {base::parse_day("2025-08-01").value(),
                                               base::parse_day("2026-04-15").value(),
                                               base::parse_day("2029-09-30").value()};
struct Size {
  int width, height;
};
inline constexpr std::array<Size, 3> kSizes = {{{1280, 720}, {1600, 900}, {2560, 1440}}};

/// A window of one size, off the screen, behind which the app may be put into any state.
class Screen {
 public:
  Screen(App& app, Size size, float scale = 1) : app_(app), viewer_(app), scale_(scale) {
    HostOptions options;
    options.width = size.width;
    options.height = size.height;
    options.scale = scale;
    options.text = viewer_.characters();
    auto host = open_off_screen(options);
    if (!host) {
      why_not_ = host.error().message;
      return;
    }
    host_ = std::move(*host);
    calls_ = viewer_.calls(*host_);
    viewer_.set_texts_visible(false);
  }
  [[nodiscard]] const std::string& why_not() const { return why_not_; }

  /// The faults of what is shown now, each once.
  void check(const std::string& what, std::set<std::string>& faults) {
    std::vector<DrawnText> texts;
    viewer_.keep_texts(nullptr);
    (void)host_->picture(calls_);  // lists scroll to where they want to be
    viewer_.keep_texts(&texts);
    const Pixels pixels = host_->picture(calls_);
    viewer_.keep_texts(nullptr);
    CHECK(texts.size() > 8);
    keep(what);
    for (const std::string& fault :
         text_faults(texts, pixels.width, pixels.height, pixels.rgba, scale_)) {
      faults.insert(what + ": " + fault);
    }
  }
  /// With MONAZITE_SCREENS=DIR every screen that is checked is kept there as a picture, to be
  /// looked at.
  void keep(const std::string& what) {
    const char* const folder = std::getenv("MONAZITE_SCREENS");
    if (folder == nullptr) return;
    std::string name = what;
    std::replace_if(
        name.begin(), name.end(),
        [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '-');
    viewer_.set_texts_visible(true);
    CHECK(write_png(std::string(folder) + "/" + name + ".png", host_->picture(calls_)));
    viewer_.set_texts_visible(false);
  }
  /// The same in both themes and both languages.
  void check_all(const std::string& what, std::set<std::string>& faults) {
    for (const bool dark : {true, false}) {
      for (const Language language : {Language::kEnglish, Language::kJapanese}) {
        app_.settings.dark = dark;
        app_.settings.language = language;
        check(what + (dark ? ", dark" : ", light") +
                  (language == Language::kEnglish ? ", English" : ", Japanese"),
              faults);
      }
    }
  }

 private:
  App& app_;
  Viewer viewer_;
  float scale_;
  std::unique_ptr<Host> host_;
  HostCalls calls_;
  std::string why_not_;
};

/// Fails with all faults, one a line.
inline void report(const std::set<std::string>& faults) {
  std::string all;
  for (const std::string& fault : faults) all += "\n  " + fault;
  INFO(faults.size() << " faults:" << all);
  CHECK(faults.empty());
}

/// Shows what `prepare` makes of an app in all sizes. False, with a word, where there is no EGL.
template <class Visit>
void in_all_sizes(App& app, Visit&& visit) {
  std::set<std::string> faults;
  for (const Size size : kSizes) {
    Screen screen(app, size);
    if (!screen.why_not().empty()) {
      WARN("SKIP: " + screen.why_not());
      return;
    }
    visit(screen, std::to_string(size.width) + "x" + std::to_string(size.height) + " ", faults);
  }
  report(faults);
}

}  // namespace monazite::viz
