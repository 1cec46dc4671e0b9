#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>

#include <nlohmann/json.hpp>

#include <agents/preferences/normalise.hpp>
#include <agents/preferences/opposition.hpp>
#include <world/lab/csv_cell.hpp>
#include <world/lab/frontier_report.hpp>
#include <world/lab/plot_svg.hpp>
#include <world/lab/text_layout.hpp>
#include <world/lab/wording.hpp>

namespace monazite::lab {
namespace {

using nlohmann::ordered_json;
using preferences::SolutionPoint;

std::string number(double value, const char* format = "%.4f") {
  std::array<char, 400> text{};
  std::snprintf(text.data(), text.size(), format, value);
  return text.data();
}

std::string count_words(std::uint64_t count) {
  return number_words(static_cast<double>(count), 0);
}

/// The first row is the head; rows may be shorter than it.
std::string aligned(std::vector<std::vector<std::string>> rows,
                    const std::vector<bool>& to_the_left) {
  for (std::size_t i = 0; i < rows.front().size(); ++i) {
    if (!to_the_left[i]) rows.front()[i].insert(0, ">");
  }
  TextTable table(rows.front());
  for (std::size_t i = 1; i < rows.size(); ++i) {
    rows[i].resize(rows.front().size());
    table.add(rows[i]);
  }
  return table.text(2);
}

std::vector<std::string> package_cells(const AnalysedDomain& analysed, std::uint32_t package) {
  std::vector<std::string> cells{std::to_string(analysed.outcome(package))};
  for (const double utility : analysed.utilities(package)) cells.push_back(number(utility));
  cells.push_back(analysed.words(package));
  return cells;
}

std::string parties_text(const AnalysedDomain& analysed) {
  const auto& analysis = analysed.analysis();
  std::vector<std::vector<std::string>> rows{
      {"party", "lowest", "highest", "no deal", "gains from"}};
  for (std::size_t k = 0; k < analysed.domain().profiles.size(); ++k) {
    rows.push_back({analysed.domain().profiles[k].name, number(analysis.ranges.lowest[k]),
                    number(analysis.ranges.highest[k]), number(analysed.payoffs().reservations[k]),
                    number(analysis.disagreement[k])});
  }
  return aligned(rows, {true, false, false, false, false});
}

std::string points_text(const AnalysedDomain& analysed) {
  constexpr std::size_t kMost = 4;  // of the maximisers of one point
  std::vector<std::string> head{"point", "index"};
  std::vector<bool> left{true, false};
  for (const auto& profile : analysed.domain().profiles) {
    head.push_back(profile.name);
    left.push_back(false);
  }
  head.insert(head.end(), {"definition", "outcome"});
  left.insert(left.end(), {true, true});
  std::vector<std::vector<std::string>> rows{head};
  for (const SolutionPoint& point : analysed.analysis().points) {
    std::string name = point_words(point.name);
    std::string formula(point.formula);
    if (point.packages.empty()) {
      rows.push_back({name, "none"});
      rows.back().resize(head.size() - 2);
      rows.back().push_back(formula);
    }
    for (std::size_t i = 0; i < std::min(kMost, point.packages.size()); ++i) {
      rows.push_back({i == 0 ? name : ""});
      const auto cells = package_cells(analysed, point.packages[i]);
      rows.back().insert(rows.back().end(), cells.begin(), cells.end());
      rows.back().insert(rows.back().end() - 1, i == 0 ? formula : "");
    }
    if (point.packages.size() > kMost) {
      rows.push_back({"  and " + std::to_string(point.packages.size() - kMost) + " more"});
    }
  }
  return aligned(rows, left);
}

std::string lotteries_text(const AnalysedDomain& analysed) {
  if (!analysed.lotteries()) return {};
  const auto& solutions = *analysed.lotteries();
  std::vector<std::vector<std::string>> rows;
  const auto add = [&](const char* name, const preferences::Lottery& lottery) {
    const std::string odds = lottery.probability == 1
                                 ? "outcome " + std::to_string(analysed.outcome(lottery.first))
                                 : number(100 * lottery.probability, "%.1f") + " % outcome " +
                                       std::to_string(analysed.outcome(lottery.first)) + ", else " +
                                       std::to_string(analysed.outcome(lottery.second));
    rows.push_back({name, number(lottery.values[0]), number(lottery.values[1]), odds});
  };
  add("Nash", solutions.nash);
  add("Kalai", solutions.kalai);
  add("Kalai-Smorodinsky", solutions.kalai_smorodinsky);
  return "\nWith lotteries between outcomes\n" + aligned(rows, {true, false, false, true});
}

ordered_json json_number(double value) {
  if (std::isfinite(value)) return value;
  return value > 0 ? "inf" : "-inf";
}

ordered_json json_numbers(const std::vector<double>& values) {
  ordered_json out = ordered_json::array();
  for (const double value : values) out.push_back(json_number(value));
  return out;
}

ordered_json json_packages(const AnalysedDomain& analysed,
                           const std::vector<std::uint32_t>& packages) {
  ordered_json out = ordered_json::array();
  for (const std::uint32_t package : packages) {
    out.push_back({{"index", analysed.outcome(package)},
                   {"utilities", json_numbers(analysed.utilities(package))}});
  }
  return out;
}

ordered_json json_lottery(const AnalysedDomain& analysed, const preferences::Lottery& lottery) {
  return {{"utilities", {lottery.values[0], lottery.values[1]}},
          {"index", analysed.outcome(lottery.first)},
          {"probability", lottery.probability},
          {"else_index", analysed.outcome(lottery.second)}};
}

PlotSvg::Point place(const AnalysedDomain& analysed, std::uint32_t package) {
  return {analysed.payoffs().values[0][package], analysed.payoffs().values[1][package]};
}

std::vector<PlotSvg::Point> places(const AnalysedDomain& analysed,
                                   const std::vector<std::uint32_t>& packages) {
  std::vector<PlotSvg::Point> out;
  out.reserve(packages.size());
  for (const std::uint32_t package : packages) out.push_back(place(analysed, package));
  return out;
}

}  // namespace

AnalysedDomain::AnalysedDomain(preferences::Domain domain, const Options& options)
    : options_(options),
      domain_(std::make_unique<const preferences::Domain>(std::move(domain))),
      tables_(preferences::tables_of(*domain_)) {
  if (options_.unit) {
    auto unit =
        std::make_unique<const preferences::Domain>(preferences::unit_domain(*domain_, tables_));
    tables_ = preferences::tables_of(*unit);
    domain_ = std::move(unit);
  }
  payoffs_ = preferences::payoffs_of(tables_);
  analysis_ = preferences::analyse(payoffs_, options_.definitions);
  if (payoffs_.parties() == 2) {
    lotteries_ =
        preferences::lottery_solutions(payoffs_, analysis_.frontier, analysis_.disagreement);
  }
  if (options_.conflict) {
    conflict_ = preferences::conflict(payoffs_.values[0], payoffs_.values[1]);
  }
}

std::vector<double> AnalysedDomain::utilities(std::uint32_t package) const {
  std::vector<double> out;
  for (const auto& values : payoffs_.values) out.push_back(values[package]);
  return out;
}

std::string AnalysedDomain::words(std::uint32_t package) const {
  return levels_words(domain_->agenda, outcome(package));
}

std::string point_words(std::string_view name) {
  static const std::map<std::string_view, std::string> kWords{
      {"nash", "Nash"},
      {"kalai", "Kalai"},
      {"kalai_smorodinsky", "Kalai-Smorodinsky"},
      {"max_welfare", "max. welfare"},
      {"modified_kalai", "modified Kalai"},
      {"modified_kalai_smorodinsky", "modified Kalai-Smorodinsky"},
      {"max_relative_welfare", "max. relative welfare"}};
  const auto found = kWords.find(name);
  return found == kWords.end() ? std::string(name) : found->second;
}

std::string frontier_text(const AnalysedDomain& analysed, std::string_view semantics,
                          std::size_t frontier_lines) {
  const auto& analysis = analysed.analysis();
  const auto& domain = analysed.domain();
  const std::uint64_t issues = domain.agenda.issues().size();
  std::string out = domain.name + ": " + count_words(domain.agenda.size()) + " outcomes of " +
                    std::to_string(issues) + (issues == 1 ? " issue, " : " issues, ") +
                    std::to_string(domain.profiles.size()) + " parties\n";
  out += "files read as " + std::string(semantics) + " reads them, points as " +
         std::string(preferences::name_of(analysis.definitions)) + " defines them" +
         (analysed.options().unit ? ", utilities normalised to [0, 1]" : "") + "\n";
  if (analysed.sampled()) {
    out += "too many to be valued one by one: all figures are of " +
           count_words(analysed.payoffs().size()) + " outcomes drawn evenly\n";
  }
  out += "\n" + parties_text(analysed) + "\n";
  std::vector<std::vector<std::string>> measures{
      {"better than no deal for all", number(100 * analysis.rational_fraction, "%.2f %%")},
      {"opposition", number(analysis.opposition)}};
  if (analysed.conflict()) measures.push_back({"conflict", number(*analysed.conflict())});
  measures.push_back({"outcomes on the frontier", count_words(analysis.frontier.size())});
  out += aligned(measures, {true, false}) + "\n" + points_text(analysed) + lotteries_text(analysed);
  std::string names;
  for (const auto& issue : domain.agenda.issues()) {
    names += (names.empty() ? "" : ", ") + issue.name;
  }
  out += "\noutcomes are given by their levels of: " + names + "\n";
  if (analysis.frontier.empty()) {
    return out + "\nNo outcome is as good as no deal for all: there is no frontier.\n";
  }
  out += "\nFrontier\n";
  std::vector<std::string> head{"index"};
  std::vector<bool> left{false};
  for (const auto& profile : domain.profiles) {
    head.push_back(profile.name);
    left.push_back(false);
  }
  head.emplace_back("outcome");
  left.push_back(true);
  std::vector<std::vector<std::string>> rows{head};
  const std::size_t shown = std::min(frontier_lines, analysis.frontier.size());
  for (std::size_t i = 0; i < shown; ++i) {
    rows.push_back(package_cells(analysed, analysis.frontier[i]));
  }
  out += aligned(rows, left);
  if (shown < analysis.frontier.size()) {
    out += "  and " + count_words(analysis.frontier.size() - shown) +
           " more: --csv FILE or --json gives them all\n";
  }
  return out;
}

std::string frontier_json(const AnalysedDomain& analysed, std::string_view semantics,
                          const std::vector<std::string>& warnings) {
  const auto& analysis = analysed.analysis();
  ordered_json out;
  out["domain"] = analysed.domain().name;
  out["semantics"] = semantics;
  out["definitions"] = preferences::name_of(analysis.definitions);
  out["normalised"] = analysed.options().unit ? "unit" : "none";
  out["outcomes"] = analysed.domain().agenda.size();
  if (analysed.sampled()) out["sample"] = analysed.payoffs().size();
  out["parties"] = ordered_json::array();
  for (const auto& profile : analysed.domain().profiles) out["parties"].push_back(profile.name);
  out["reservation"] = json_numbers(analysed.payoffs().reservations);
  out["lowest"] = json_numbers(analysis.ranges.lowest);
  out["highest"] = json_numbers(analysis.ranges.highest);
  out["disagreement"] = json_numbers(analysis.disagreement);
  out["rational_fraction"] = analysis.rational_fraction;
  out["opposition"] = json_number(analysis.opposition);
  if (analysed.conflict()) out["conflict"] = *analysed.conflict();
  out["pareto"] = json_packages(analysed, analysis.frontier);
  for (const SolutionPoint& point : analysis.points) {
    out[std::string(point.name)] = json_packages(analysed, point.packages);
  }
  if (analysed.lotteries()) {
    const auto& solutions = *analysed.lotteries();
    out["lotteries"] = {{"nash", json_lottery(analysed, solutions.nash)},
                        {"kalai", json_lottery(analysed, solutions.kalai)},
                        {"kalai_smorodinsky", json_lottery(analysed, solutions.kalai_smorodinsky)},
                        {"max_welfare", json_lottery(analysed, solutions.max_welfare)}};
  }
  out["warnings"] = warnings;
  return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string frontier_csv(const AnalysedDomain& analysed) {
  const auto& analysis = analysed.analysis();
  const auto& domain = analysed.domain();
  std::map<std::uint32_t, std::string> names;
  for (const SolutionPoint& point : analysis.points) {
    for (const std::uint32_t package : point.packages) {
      std::string& all = names[package];
      all += (all.empty() ? "" : " ") + std::string(point.name);
    }
  }
  std::string out = "index";
  for (const auto& profile : domain.profiles) out += "," + csv_cell("utility " + profile.name);
  for (const auto& issue : domain.agenda.issues()) out += "," + csv_cell(issue.name);
  out += ",points\n";
  for (const std::uint32_t package : analysis.frontier) {
    out += std::to_string(analysed.outcome(package));
    for (const double utility : analysed.utilities(package)) out += "," + number(utility, "%.17g");
    for (std::size_t i = 0; i < domain.agenda.issues().size(); ++i) {
      const auto& issue = domain.agenda.issues()[i];
      out += "," + csv_cell(issue.labels[domain.agenda.level(analysed.outcome(package), i)]);
    }
    const auto named = names.find(package);
    out += "," + (named == names.end() ? std::string() : named->second) + "\n";
  }
  return out;
}

std::string frontier_svg(const AnalysedDomain& analysed) {
  const auto& analysis = analysed.analysis();
  const auto& domain = analysed.domain();
  const std::size_t parties = domain.profiles.size();
  std::string subtitle = count_words(domain.agenda.size()) + " outcomes, " +
                         count_words(analysis.frontier.size()) + " on the frontier; points as " +
                         std::string(preferences::name_of(analysis.definitions)) + " defines them";
  if (analysed.options().unit) subtitle += ", normalised";
  if (parties > 2) {
    subtitle += "; the first two of " + std::to_string(parties) + " parties";
  }
  PlotSvg plot(domain.name, subtitle, "utility of " + domain.profiles[0].name,
               "utility of " + domain.profiles[1].name);
  plot.set_reservations(analysed.payoffs().reservations[0], analysed.payoffs().reservations[1]);
  std::vector<PlotSvg::Point> all;
  for (std::uint32_t i = 0; i < analysed.payoffs().size(); ++i) all.push_back(place(analysed, i));
  plot.add_cloud(analysed.sampled() ? "outcomes (sample)" : "outcomes", all);
  std::vector<PlotSvg::Point> frontier = places(analysed, analysis.frontier);
  std::sort(frontier.begin(), frontier.end(), [](const PlotSvg::Point& a, const PlotSvg::Point& b) {
    return a.x < b.x || (a.x == b.x && a.y > b.y);
  });
  if (parties == 2) {
    plot.add_line("Pareto frontier", std::move(frontier), PlotSvg::kInk, true);
  } else {
    plot.add_points("Pareto frontier", std::move(frontier), PlotSvg::kInk);
  }
  const auto mark = [&](std::string_view name, PlotSvg::Shape shape, const char* colour) {
    const SolutionPoint* point = analysis.find(name);
    plot.add_mark(point_words(name), places(analysed, point->packages), shape, colour);
  };
  mark("max_welfare", PlotSvg::Shape::kCircle, PlotSvg::kPurple);
  mark("nash", PlotSvg::Shape::kDiamond, PlotSvg::kVermilion);
  mark("kalai", PlotSvg::Shape::kSquare, PlotSvg::kBlue);
  mark("kalai_smorodinsky", PlotSvg::Shape::kTriangle, PlotSvg::kGreen);
  return plot.render();
}

}  // namespace monazite::lab
