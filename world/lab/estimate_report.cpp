#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <optional>

#include <nlohmann/json.hpp>

#include <world/lab/estimate_report.hpp>
#include <world/lab/text_layout.hpp>
#include <world/lab/wording.hpp>

namespace monazite::lab {
namespace {

using strategies::Estimation;
using Json = nlohmann::ordered_json;

std::string fixed(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return text;
}

/// Which of the steps are shown: the first, the last, and an even selection between them.
std::vector<std::size_t> shown_steps(std::size_t steps) {
  constexpr std::size_t kMost = 20;
  const std::size_t each = 1 + (steps - 1) / kMost;
  std::vector<std::size_t> shown;
  for (std::size_t k = 0; k < steps; k += each) shown.push_back(k);
  if (shown.back() + 1 != steps) shown.push_back(steps - 1);
  return shown;
}

std::string weights_text(const EstimateReport& report) {
  const auto& steps = report.estimation.steps;
  const auto& issues = report.domain.agenda.issues();
  if (steps.back().weights.empty()) return "The model has no weights of issues.\n";
  constexpr std::size_t kColumns = 8;
  const std::size_t columns = std::min(kColumns, issues.size());
  std::string out = "Weights after offer";
  if (columns < issues.size()) {
    out += " (the first " + std::to_string(columns) + " of " + std::to_string(issues.size()) +
           " issues; --json has all)";
  }
  std::vector<std::string> headings{">offer"};
  for (std::size_t i = 0; i < columns; ++i) headings.push_back(">" + issues[i].name.substr(0, 10));
  TextTable table(headings);
  for (const std::size_t k : shown_steps(steps.size())) {
    std::vector<std::string> row{std::to_string(k + 1)};
    for (std::size_t i = 0; i < columns; ++i) row.push_back(fixed(steps[k].weights[i], 4));
    table.add(row);
  }
  return out + "\n" + table.text(2);
}

std::string best_text(const EstimateReport& report) {
  constexpr std::size_t kBest = 10;
  const std::vector<double>& estimates = report.estimation.steps.back().estimates;
  std::vector<std::size_t> order(estimates.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return estimates[a] > estimates[b]; });
  order.resize(std::min(kBest, order.size()));
  std::string out = "\nHighest estimates of " + std::to_string(estimates.size()) + " of " +
                    std::to_string(report.domain.agenda.size()) + " outcomes\n";
  TextTable table({">estimate", ">actual", ">index", "outcome"});
  for (const std::size_t k : order) {
    const agenda::Outcome outcome = report.probes[k];
    table.add({fixed(estimates[k], 4), fixed(report.truth.value(outcome), 4),
               std::to_string(outcome), levels_words(report.domain.agenda, outcome)});
  }
  return out + table.text(2);
}

std::string correlation(const std::optional<double>& value) {
  return value ? fixed(*value, 4) : "none (one side makes no difference between outcomes)";
}

Json outlook_json(const std::optional<strategies::Outlook>& outlook) {
  if (!outlook) return nullptr;
  return {{"reservation", outlook->reservation},
          {"deadline", outlook->deadline},
          {"exponent", outlook->exponent}};
}

Json optional_json(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

}  // namespace

std::string estimate_text(const EstimateReport& report) {
  const Estimation& estimation = report.estimation;
  const preferences::ModelAccuracy& accuracy = estimation.accuracy;
  std::string out = report.domain.name + ": party " + std::to_string(report.party) + " (" +
                    report.domain.profiles[report.party].name + ") by " + report.model + ", from " +
                    std::to_string(estimation.steps.size()) + " offers, read as " +
                    report.semantics + " does\n\n";
  out += weights_text(report);
  if (!report.probes.empty()) out += best_text(report);
  if (const auto& outlook = estimation.steps.back().outlook) {
    out += "\nOutlook, in the modelling party's utility\n  the most it will offer " +
           fixed(outlook->reservation, 4) + ", reached at relative time " +
           fixed(outlook->deadline, 4) + ", by the exponent " + fixed(outlook->exponent, 4) + "\n";
  }
  out += "\nAccuracy over " + std::to_string(report.truth.size()) + " outcomes" +
         (report.truth.sampled() ? " (a sample)" : "") + ", both sides put on [0, 1]\n";
  out += "  root mean squared error   " + fixed(accuracy.rmse, 4) + "\n";
  out += "  rank correlation          Kendall " + correlation(accuracy.kendall) + "\n";
  out += "                            Spearman " + correlation(accuracy.spearman) + "\n";
  out += "  correlation (Pearson)     " + correlation(accuracy.pearson) + "\n";
  out += "  ranking distance          " + fixed(accuracy.ranking_distance, 4) + "\n";
  return out;
}

std::string estimate_json(const EstimateReport& report) {
  const Estimation& estimation = report.estimation;
  const preferences::ModelAccuracy& accuracy = estimation.accuracy;
  Json out;
  out["domain"] = report.domain.name;
  out["party"] = report.party;
  out["profile"] = report.domain.profiles[report.party].name;
  out["model"] = report.model;
  out["semantics"] = report.semantics;
  out["issues"] = Json::array();
  for (const auto& issue : report.domain.agenda.issues()) out["issues"].push_back(issue.name);
  out["outcomes"] = std::vector<agenda::Outcome>(report.probes.begin(), report.probes.end());
  out["actual"] = Json::array();
  for (const agenda::Outcome probe : report.probes) {
    out["actual"].push_back(report.truth.value(probe));
  }
  out["after_each_bid"] = Json::array();
  for (const Estimation::Step& step : estimation.steps) {
    out["after_each_bid"].push_back({{"bid", step.bid},
                                     {"weights", step.weights},
                                     {"estimates", step.estimates},
                                     {"outlook", outlook_json(step.outlook)}});
  }
  out["weights"] = estimation.steps.back().weights;
  out["estimates"] = estimation.steps.back().estimates;
  out["accuracy"] = {{"outcomes", report.truth.size()},
                     {"sampled", report.truth.sampled()},
                     {"rmse", accuracy.rmse},
                     {"pearson", optional_json(accuracy.pearson)},
                     {"spearman", optional_json(accuracy.spearman)},
                     {"kendall", optional_json(accuracy.kendall)},
                     {"ranking_distance", accuracy.ranking_distance}};
  out["warnings"] = report.warnings;
  // Names come from files and may hold bytes that are no UTF-8.
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace monazite::lab
