#include <cstdio>
#include <iostream>

#include <CLI/CLI.hpp>

#include <protocol/base/seed_text.hpp>
#include <viz/host/view_options.hpp>

namespace monazite::viz {
namespace {

/// What is given as text and has to be understood.
struct Texts {
  std::string at, from, to, layout, theme, language, size;
};

base::Result<void> read_day(const std::string& text, const char* option,
                            std::optional<base::Day>& day) {
  if (text.empty()) return {};
  day = base::parse_day(text);
  if (day) return {};
  return base::fail(base::ErrorCode::kBadInput,
                    std::string(option) + " wants a day like 2025-08-01, not " + text);
}

base::Result<void> read_texts(const Texts& texts, ViewOptions& options) {
  for (const auto& done :
       {read_day(texts.at, "--at", options.at), read_day(texts.from, "--from", options.from),
        read_day(texts.to, "--to", options.to)}) {
    if (!done) return done;
  }
  if (!texts.layout.empty()) {
    options.layout = layout_by_name(texts.layout);
    if (!options.layout) {
      return base::fail(
          base::ErrorCode::kBadInput,
          "--layout is one of overview, negotiation, market, what-if, seat; not " + texts.layout);
    }
  }
  if (texts.theme == "light" || texts.theme == "dark") {
    options.dark = texts.theme == "dark";
  } else if (!texts.theme.empty()) {
    return base::fail(base::ErrorCode::kBadInput, "--theme is light or dark; not " + texts.theme);
  }
  if (texts.language == "en" || texts.language == "ja") {
    options.language = texts.language == "en" ? Language::kEnglish : Language::kJapanese;
  } else if (!texts.language.empty()) {
    return base::fail(base::ErrorCode::kBadInput, "--language is en or ja; not " + texts.language);
  }
  if (!texts.size.empty()) {
    int used = 0;
    if (std::sscanf(texts.size.c_str(), "%5dx%5d%n", &options.width, &options.height, &used) != 2 ||
        static_cast<std::size_t>(used) != texts.size.size() || options.width < 640 ||
        options.height < 400 || options.width > 7680 || options.height > 4320) {
      return base::fail(
          base::ErrorCode::kBadInput,
          "--size is WIDTHxHEIGHT in pixels, from 640x400 to 7680x4320; not " + texts.size);
    }
  }
  return {};
}

}  // namespace

base::Result<std::optional<ViewOptions>> read_view_options(int argc, char** argv) {
  ViewOptions options;
  Texts texts;
  CLI::App app("Replay a recorded negotiation, ask what if, or sit at the table", "monazite view");
  app.add_option(
      "file", options.file,
      "A recording (.mcap), or HOST:PORT to look on at a table or sit down there; without "
      "one the start screen is shown");
  app.add_flag("--demo", options.demo, "Play the crisis of June 2025 on the spot and open it");
  app.add_option("--screenshot", options.screenshot, "Write one picture (PNG) and open no window");
  app.add_option("--frames", options.frames, "Write a film's pictures into this folder");
  app.add_option("--csv", options.csv, "Write a chart's values as CSV and open no window");
  app.add_option("--chart", options.chart, "Which chart --csv writes: price, cover, flow, stock")
      ->capture_default_str();
  app.add_option("--at", texts.at, "Day shown, like 2025-08-01");
  app.add_option("--from", texts.from, "First day of a film, of a CSV, of the time axes");
  app.add_option("--to", texts.to, "Last day of them");
  app.add_option("--every", options.every_days, "Days between a film's pictures")
      ->capture_default_str()
      ->check(CLI::Range(1, 3650));
  app.add_option("--panel", options.panel, "Only this panel: map, charts, talks, issues, ...");
  app.add_option("--layout", texts.layout, "overview, negotiation, market, what-if or seat");
  app.add_option("--theme", texts.theme, "light or dark");
  app.add_option("--language", texts.language, "en or ja");
  app.add_option("--size", texts.size, "WIDTHxHEIGHT in pixels (default 1600x900)");
  app.add_option("--scale", options.scale, "Size of text and controls, 0.7 to 3")
      ->check(CLI::Range(0.7, 3.0));
  app.add_option("--play-as", options.play_as,
                 "Sit down at this seat: japan, india, ...; the staff decides until --at");
  app.add_option("--class", options.class_folder,
                 "Show how the games of a class ended: a folder with their recordings");
  app.add_option("--seed", options.seed, "Seed of the game at that seat")
      ->capture_default_str()
      ->check(base::seed_fault);
  const std::string at_host = "At a host";
  app.add_option("--table", options.table, "Which table (default: the first)")->group(at_host);
  app.add_option("--seat", options.seat, "Take this seat: japan, india, ...")->group(at_host);
  app.add_option("--token", options.token, "The host's token")->group(at_host);
  app.add_option("--name", options.player, "How you are called there")->group(at_host);
  app.add_flag("--everything", options.everything,
               "Look on at all that is private too; --token is then the host's watch token")
      ->group(at_host);
  app.add_flag("--tls", options.tls, "Encrypted")->group(at_host);
  app.add_option("--tls-ca", options.tls_authority, "PEM file of certificates to believe")
      ->group(at_host);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    std::cout << app.help();
    return std::optional<ViewOptions>{};
  } catch (const CLI::ParseError& error) {
    return base::fail(base::ErrorCode::kBadInput,
                      std::string(error.what()) + " (monazite view --help lists the options)");
  }
  if (const auto done = read_texts(texts, options); !done) {
    return tl::unexpected<base::Error>(done.error());
  }
  return std::optional<ViewOptions>{options};
}

}  // namespace monazite::viz
