#pragma once

#include <optional>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/result.hpp>
#include <viz/model/app/app.hpp>

namespace monazite::viz {

/// What the command line asks the viewer for.
struct ViewOptions {
  std::string file;             ///< or HOST:PORT; empty: the start screen
  bool demo = false;            ///< plays the crisis of June 2025 and opens it
  std::string screenshot;       ///< PNG to write instead of opening a window
  std::string frames;           ///< folder for a film's pictures instead of a window
  std::string csv;              ///< CSV file to write instead of a window
  std::string chart = "price";  ///< group of series that the CSV holds
  std::optional<base::Day> at, from, to;
  int every_days = 1;  ///< of a film
  std::string panel;   ///< this panel alone
  std::optional<Layout> layout;
  std::optional<bool> dark;
  std::optional<Language> language;
  int width = 1600, height = 900;  ///< pixels
  double scale = 0;                ///< 0: as set before, or the screen's
  std::string play_as;             ///< seat to sit down at
  std::string class_folder;        ///< whose results are shown
  std::uint64_t seed = 7;          ///< of the game

  // --- where `file` is the address of a host
  std::uint32_t table = 0;    ///< 0: the first, or the first where the seat is free
  std::string seat;           ///< to take; empty: looks on
  std::string token, player;  ///< the host's; how the person is called there
  bool tls = false;
  std::string tls_authority;
  bool everything = false;  ///< with the token for it
};

/// Reads the arguments. An error is a sentence for standard error and exit code 2; nothing (an
/// empty optional) when help was asked for and printed.
[[nodiscard]] base::Result<std::optional<ViewOptions>> read_view_options(int argc, char** argv);

}  // namespace monazite::viz
