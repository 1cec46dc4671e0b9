#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <viz/model/level_words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {

std::string short_level(std::string words) {
  using Pair = std::pair<std::string_view, std::string_view>;
  static constexpr std::array<Pair, 7> kWhole = {{{"any plant of a Japanese firm", "any plant"},
                                                  {"metal and alloy licence", "alloy licence"},
                                                  {"magnet know-how", "know-how"},
                                                  {"heavy-free grades", "heavy-free"},
                                                  {"3 months in advance", "3 months"},
                                                  {"6 months in advance", "6 months"},
                                                  {"a year in advance", "1 year"}}};
  static constexpr std::array<Pair, 12> kEnds = {{{" (whole basket)", ""},
                                                  {" (La/Ce only)", ""},
                                                  {" % on the outside index", " %"},
                                                  {" % on the index", " %"},
                                                  {" % above 150 USD/kg", " %"},
                                                  {" % more or less", " %"},
                                                  {" USD/kg NdPr", " USD/kg"},
                                                  {" t REO/year", " t/yr"},
                                                  {" t NdFeB/year", " t/yr"},
                                                  {" t Dy-Tb/year", " t/yr"},
                                                  {" t REO/month", " t/month"},
                                                  {" t NdPr/quarter", " t/quarter"}}};
  for (const auto& [full, brief] : kWhole) {
    if (words == full) return std::string(brief);
  }
  for (const auto& [full, brief] : kEnds) {
    const std::size_t keep = words.size() - std::min(words.size(), full.size());
    if (std::string_view(words).substr(keep) != full) continue;
    return words.substr(0, keep).append(brief);
  }
  return words;
}

std::string short_level_words(const agenda::Issue& issue, std::uint32_t level) {
  return short_level(lab::level_words(issue, level));
}

}  // namespace monazite::viz
