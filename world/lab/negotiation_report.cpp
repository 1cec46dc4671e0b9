#include <algorithm>
#include <cmath>

#include <world/lab/negotiation_report.hpp>
#include <world/lab/plot_svg.hpp>
#include <world/lab/text_layout.hpp>
#include <world/lab/tournament_db.hpp>
#include <world/lab/wording.hpp>

namespace monazite::lab {
namespace {

using agenda::Outcome;
using nlohmann::json;
using preferences::MoveCounts;
using session::Course;

constexpr int kDecimals = 4;
/// Offers shown at either end of a long negotiation.
constexpr std::size_t kShownOffers = 6;

std::vector<double> utilities_of(const NegotiationReport& report, Outcome outcome) {
  std::vector<double> out;
  for (const auto& table : report.tables) out.push_back(table->value(outcome));
  return out;
}

/// Rounds played, the one in which it ended counted.
std::uint32_t rounds_played(const NegotiationReport& report) {
  const Course& course = report.negotiated.course;
  return course.ending == encounter::Ending::kDeadline ? course.round : course.round + 1;
}

/// What each party's offers did, from its second on; two parties.
std::vector<MoveCounts> moves_of(const NegotiationReport& report) {
  std::vector<MoveCounts> counts(report.tables.size());
  if (counts.size() != 2) return {};
  std::vector<std::optional<Outcome>> last(2);
  for (const session::Move& move : report.negotiated.course.offers) {
    if (move.who >= counts.size()) continue;  // a mediator's text
    if (const auto before = last[move.who]) {
      const auto& own = *report.tables[move.who];
      const auto& other = *report.tables[1 - move.who];
      counts[move.who].add(preferences::classify(own.value(move.outcome) - own.value(*before),
                                                 other.value(move.outcome) - other.value(*before)));
    }
    last[move.who] = move.outcome;
  }
  return counts;
}

/// Distance of the agreement, undiscounted, to the packages; nothing without one or without them.
std::optional<double> distance_to(const NegotiationReport& report,
                                  const std::vector<std::uint32_t>& packages) {
  const auto& agreement = report.negotiated.course.agreement;
  if (!agreement || packages.empty()) return std::nullopt;
  return preferences::distance(preferences::payoffs_of(report.tables), packages,
                               utilities_of(report, *agreement));
}

json finite_or_null(double value) {
  return std::isfinite(value) ? json(value) : json(nullptr);
}
json or_null(const std::optional<double>& value) {
  return value ? json(*value) : json(nullptr);
}

std::string words(double value) {
  return std::isfinite(value) ? number_words(value, kDecimals) : value < 0 ? "-inf" : "inf";
}

std::string issue_names(const agenda::Agenda& agenda) {
  std::string out;
  for (const agenda::Issue& issue : agenda.issues()) out += (out.empty() ? "" : ", ") + issue.name;
  return out;
}

std::string offers_text(const NegotiationReport& report) {
  const auto& offers = report.negotiated.course.offers;
  if (offers.empty()) return "Nobody made an offer.\n";
  const auto& profiles = report.loaded.domain.profiles;
  std::vector<std::string> headings{">round", "offered by"};
  for (const auto& profile : profiles) headings.push_back(">to " + profile.name);
  headings.emplace_back("package");
  TextTable table(headings);
  const bool all = offers.size() <= 2 * kShownOffers + 1;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (!all && i == kShownOffers) {
      std::vector<std::string> gap(headings.size());
      gap[1] = "... " + std::to_string(offers.size() - 2 * kShownOffers) + " more";
      table.add(gap);
      i = offers.size() - kShownOffers;
    }
    const session::Move& move = offers[i];
    std::vector<std::string> row{std::to_string(move.round + 1), move.who < profiles.size()
                                                                     ? profiles[move.who].name
                                                                     : "the mediator"};
    for (const double u : utilities_of(report, move.outcome)) row.push_back(words(u));
    row.push_back(levels_words(report.loaded.domain.agenda, move.outcome));
    table.add(row);
  }
  return table.text() + wrap("",
                             "Packages are given by their levels of: " +
                                 issue_names(report.loaded.domain.agenda) + ".",
                             0);
}

std::string agreement_text(const NegotiationReport& report) {
  const auto& agreement = report.negotiated.course.agreement;
  if (!agreement) return "";
  const agenda::Agenda& agenda = report.loaded.domain.agenda;
  TextTable table({"agreed", ""});
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    const agenda::Issue& issue = agenda.issues()[i];
    table.add({issue.name, issue.labels[agenda.level(*agreement, i)] +
                               (issue.unit.empty() ? "" : " " + issue.unit)});
  }
  return "\n" + table.text();
}

std::string ending_text(const NegotiationReport& report) {
  const Course& course = report.negotiated.course;
  const auto& profiles = report.loaded.domain.profiles;
  std::string out;
  const std::string round = std::to_string(rounds_played(report));
  if (course.agreement) {
    out = "Agreement in round " + round + " of " + std::to_string(report.rounds) + ".";
  } else if (course.forfeit) {
    out = profiles[course.forfeit->who].name + " forfeits in round " + round + ": it " +
          course.forfeit->why + ".";
  } else if (course.ending == encounter::Ending::kDeadline) {
    out = "No agreement by the deadline of " + round + " rounds.";
  } else if (course.ending == encounter::Ending::kConflict) {
    out = "Conflict in round " + round + ": nobody gave way.";
  } else {
    out = "A party walked away in round " + round + ".";
  }
  return wrap("", out, 0);
}

std::string parties_text(const NegotiationReport& report) {
  TextTable table({"party", "strategy", ">utility", ">no deal", ">lowest", ">highest"});
  const auto& profiles = report.loaded.domain.profiles;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    table.add({profiles[i].name, report.strategies[i], words(report.negotiated.utilities[i]),
               words(profiles[i].reservation), words(report.tables[i]->lowest()),
               words(report.tables[i]->highest())});
  }
  return table.text();
}

std::string moves_text(const NegotiationReport& report) {
  const std::vector<MoveCounts> counts = moves_of(report);
  if (counts.empty() || (counts[0].all() == 0 && counts[1].all() == 0)) return "";
  std::vector<std::string> headings{"moves"};
  for (std::size_t kind = 0; kind < preferences::kMoves; ++kind) {
    headings.push_back(">" +
                       std::string(preferences::name_of(static_cast<preferences::Move>(kind))));
  }
  TextTable table(headings);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    std::vector<std::string> row{report.loaded.domain.profiles[i].name};
    for (std::size_t kind = 0; kind < preferences::kMoves; ++kind) {
      row.push_back(std::to_string(counts[i].of(static_cast<preferences::Move>(kind))));
    }
    table.add(row);
  }
  return "\n" + table.text();
}

std::string distances_text(const NegotiationReport& report) {
  std::string out;
  const auto line = [&](const std::string& to, const std::optional<double>& distance) {
    if (distance) out += (out.empty() ? "" : ", ") + words(*distance) + " from " + to;
  };
  line("the Pareto frontier", distance_to(report, report.analysis.frontier));
  for (const preferences::SolutionPoint& point : report.analysis.points) {
    if (point.name == "nash") line("the Nash point", distance_to(report, point.packages));
    if (point.name == "max_welfare") line("the largest sum", distance_to(report, point.packages));
  }
  return out.empty() ? "" : wrap("", "The agreement lies " + out + ".", 0);
}

}  // namespace

json negotiation_json(const NegotiationReport& report) {
  const Course& course = report.negotiated.course;
  json offers = json::array();
  for (const session::Move& move : course.offers) {
    json row = {move.round, move.who, move.outcome};
    for (const double u : utilities_of(report, move.outcome)) row.push_back(u);
    offers.push_back(std::move(row));
  }
  json utilities = json::array();
  for (const double u : report.negotiated.utilities) utilities.push_back(finite_or_null(u));
  json parties = json::array();
  for (const auto& profile : report.loaded.domain.profiles) parties.push_back(profile.name);
  json moves = json::array();
  for (const MoveCounts& counts : moves_of(report)) {
    json of_party = json::object();
    for (std::size_t kind = 0; kind < preferences::kMoves; ++kind) {
      const auto move = static_cast<preferences::Move>(kind);
      of_party[std::string(preferences::name_of(move))] = counts.of(move);
    }
    moves.push_back(std::move(of_party));
  }
  json distances = {{"frontier", or_null(distance_to(report, report.analysis.frontier))}};
  for (const preferences::SolutionPoint& point : report.analysis.points) {
    distances[std::string(point.name)] = or_null(distance_to(report, point.packages));
  }
  json out = {{"domain", report.loaded.domain.name},
              {"parties", parties},
              {"strategies", report.strategies},
              {"rule", report.rule},
              {"semantics", preferences::name_of(report.loaded.semantics)},
              {"rounds", report.rounds},
              {"seed", report.seed},
              {"sampled", report.tables.front()->sampled()},
              {"offers", std::move(offers)},
              {"agreement", course.agreement ? json(*course.agreement) : json(nullptr)},
              {"utilities", std::move(utilities)},
              {"ended", to_string(course.ending)},
              {"round", rounds_played(report)},
              {"distances", std::move(distances)},
              {"moves", std::move(moves)},
              {"warnings", report.loaded.warnings}};
  if (course.forfeit) out["forfeit"] = {{"who", course.forfeit->who}, {"why", course.forfeit->why}};
  return out;
}

std::string negotiation_text(const NegotiationReport& report) {
  const preferences::Domain& domain = report.loaded.domain;
  std::string out = domain.name + "\n" + std::string(domain.name.size(), '=') + "\n";
  out += number_words(static_cast<double>(domain.agenda.size()), 0) + " outcomes, " +
         std::to_string(report.rounds) + " rounds, seed " + std::to_string(report.seed) + ".\n";
  if (report.tables.front()->sampled()) {
    out += "Too many to be valued one by one: strategies choose among, and figures are of, " +
           number_words(static_cast<double>(report.tables.front()->size()), 0) +
           "\noutcomes drawn evenly.\n";
  }
  out += "\n";
  out += offers_text(report) + "\n" + ending_text(report) + agreement_text(report) + "\n" +
         parties_text(report);
  out += moves_text(report);
  const std::string distances = distances_text(report);
  if (!distances.empty()) out += "\n" + distances;
  return out;
}

std::string negotiation_svg(const NegotiationReport& report) {
  const preferences::Domain& domain = report.loaded.domain;
  const auto values = [&](std::size_t party) { return report.tables[party]->values(); };
  const auto at = [&](std::uint32_t i) { return PlotSvg::Point{values(0)[i], values(1)[i]}; };
  PlotSvg plot(domain.name,
               report.strategies[0] + " and " + report.strategies[1] + ", " +
                   count_words(static_cast<double>(report.negotiated.course.offers_made), "offer"),
               "utility of " + domain.profiles[0].name, "utility of " + domain.profiles[1].name);
  std::vector<PlotSvg::Point> cloud;
  for (std::uint32_t i = 0; i < values(0).size(); ++i) cloud.push_back(at(i));
  plot.add_cloud("outcomes", cloud);
  std::vector<PlotSvg::Point> frontier;
  for (const std::uint32_t i : report.analysis.frontier) frontier.push_back(at(i));
  std::sort(frontier.begin(), frontier.end(),
            [](const auto& a, const auto& b) { return a.x < b.x || (a.x == b.x && a.y > b.y); });
  plot.add_line("Pareto frontier", frontier, PlotSvg::kInk, false);
  for (std::uint32_t party = 0; party < 2; ++party) {
    std::vector<PlotSvg::Point> path;
    for (const session::Move& move : report.negotiated.course.offers) {
      if (move.who != party) continue;
      path.push_back(
          {report.tables[0]->value(move.outcome), report.tables[1]->value(move.outcome)});
    }
    plot.add_path("offers of " + domain.profiles[party].name, path,
                  party == 0 ? PlotSvg::kBlue : PlotSvg::kVermilion);
  }
  for (const preferences::SolutionPoint& point : report.analysis.points) {
    if (point.name != "nash") continue;
    std::vector<PlotSvg::Point> marks;
    for (const std::uint32_t i : point.packages) marks.push_back(at(i));
    plot.add_mark("Nash", marks, PlotSvg::Shape::kDiamond, PlotSvg::kGreen);
  }
  if (const auto& agreement = report.negotiated.course.agreement) {
    plot.add_mark("agreement",
                  {{report.tables[0]->value(*agreement), report.tables[1]->value(*agreement)}},
                  PlotSvg::Shape::kSquare, PlotSvg::kPurple);
  }
  plot.set_reservations(domain.profiles[0].reservation, domain.profiles[1].reservation);
  return plot.render();
}

}  // namespace monazite::lab
