#include <array>
#include <optional>

#include <world/app/report.hpp>
#include <world/lab/chart.hpp>
#include <world/lab/machine_notes.hpp>
#include <world/lab/text_layout.hpp>
#include <world/lab/wording.hpp>

namespace monazite::app {
namespace {

using lab::heading;
using lab::left_pad;
using lab::number_words;
using lab::pad;
using lab::wrap;

constexpr std::size_t kDateWidth = 12;

std::string story(const Report& report) {
  std::string out = heading("What happened");
  for (const lab::StoryLine& line : report.story) {
    std::string text = line.text;
    if (!line.why.empty()) text += " (" + line.why + ")";
    if (!line.source.empty()) text += " [" + line.source + "]";
    out += wrap(pad(base::to_string(line.day), kDateWidth), text + ".", kDateWidth);
  }
  return out;
}

std::string agreement(const Report& report) {
  const lab::Deal* last = nullptr;
  for (const lab::Deal& deal : report.measures.deals) {
    if (deal.table == v1::TABLE_CONSULTATION) last = &deal;
  }
  std::string out = heading("The memorandum");
  if (last == nullptr)
    return out + "No new terms were agreed; the arrangement found at the start stands.\n";
  const agenda::Agenda& agenda = report.scenario.agendas[0];
  const agenda::Outcome before = last->before.value_or(agenda.status_quo());
  out += "Signed " + base::to_long_string(last->signed_on) + " after " +
         lab::count_words(last->meetings, "meeting") + (last->before ? ", a renewal" : "") +
         ". Changed terms are marked *.\n\n";
  out += "  " + pad("", 28) + pad("in force before", 30) + "agreed\n";
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    const agenda::Issue& issue = agenda.issues()[i];
    const std::uint32_t level = agenda.level(last->outcome, i);
    const std::uint32_t level_before = agenda.level(before, i);
    out += (level == level_before ? "  " : "* ") + pad(lab::issue_words(issue.name), 28) +
           pad(lab::level_words(issue, level_before), 30) + lab::level_words(issue, level) + "\n";
  }
  out +=
      "\nGain over no deal at signing, in million USD: " + report.chronicle.name(last->parties[0]) +
      " " + number_words(last->first_gain_musd, 1) + ", " +
      report.chronicle.name(last->parties[1]) + " " + number_words(last->second_gain_musd, 1) +
      ".\n";
  const auto distances = [&](const char* basis, const std::optional<double>& frontier,
                             const std::optional<double>& nash) {
    if (!frontier) return;
    out += std::string(basis) + ": " + number_words(*frontier, 1) + " M from the Pareto frontier" +
           (nash ? ", " + number_words(*nash, 1) + " M from the Nash point"
                 : ", and no Nash point (no zone)") +
           ".\n";
  };
  distances("On beliefs at signing", last->distance_to_frontier_musd, last->distance_to_nash_musd);
  distances("On what came true", last->distance_to_frontier_true_musd,
            last->distance_to_nash_true_musd);
  return out;
}

/// Where the win-sets of both homes met, and who stood in the way at home.
std::string homes(const Report& report) {
  const lab::Measures& m = report.measures;
  if (m.meetings == 0) return {};
  constexpr std::size_t kMostShown = 4;
  std::string text = "At " + number_words(m.meetings_with_overlap, 0) + " of " +
                     number_words(m.meetings, 0) +
                     " meetings some package of the sample was in the win-sets of both homes.";
  std::string offices;
  for (std::size_t i = 0; i < std::min(kMostShown, m.obstacles.size()); ++i) {
    const lab::Obstacle& obstacle = m.obstacles[i];
    offices += (offices.empty() ? "" : ", ") + lab::office_words(obstacle.office) + " in " +
               report.scenario.seats[obstacle.seat - base::kFirstSeat].title + " (" +
               number_words(obstacle.meetings, 0) + ")";
  }
  if (!offices.empty()) {
    text += " The office whose consent would have widened that most: " + offices + ".";
  }
  return "\n" + wrap("", text, 0);
}

/// Columns of numbers behind the parties' names.
class PartyTable {
 public:
  PartyTable(std::size_t column, const std::vector<std::array<const char*, 2>>& heads)
      : column_(column) {
    for (std::size_t line = 0; line < 2; ++line) {
      text_ += pad("", kNameWidth);
      for (const auto& head : heads) text_ += left_pad(head[line], column_);
      text_ += "\n";
    }
  }
  void begin(const std::string& name) { text_ += pad(name, kNameWidth); }
  void cell(const std::string& text) { text_ += left_pad(text, column_); }
  void cell(const std::optional<double>& number, int digits) {
    cell(number ? number_words(*number, digits) : "-");
  }
  void end() { text_ += "\n"; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  static constexpr std::size_t kNameWidth = 20;
  std::size_t column_;
  std::string text_;
};

std::string parties(const Report& report) {
  PartyTable worth(12, {{"gain over", "no deal, M"},
                        {"on what", "came true"},
                        {"money in", "less out"},
                        {"missing", "t"},
                        {"least cover", "days"},
                        {"in", "month"}});
  PartyTable moved(12, {{"REO", "delivered"},
                        {"REO", "received"},
                        {"NdPr", "delivered"},
                        {"NdPr", "received"},
                        {"of it", "Indian"}});
  for (const lab::PartyMeasures& party : report.measures.parties) {
    worth.begin(party.title);
    worth.cell(party.gain_musd, 1);
    worth.cell(party.gain_true_musd, 1);
    worth.cell(party.cash_musd, 1);
    worth.cell(party.missing_magnets_t ? party.missing_magnets_t : party.unmet_ndpr_t, 0);
    worth.cell(party.worst_cover_days, 0);
    worth.cell(party.worst_month ? base::to_month_string(*party.worst_month) : "-");
    worth.end();
    moved.begin(party.title);
    moved.cell(party.delivered_reo_t, 0);
    moved.cell(party.received_reo_t, 0);
    moved.cell(party.delivered_ndpr_t, 0);
    moved.cell(party.received_ndpr_t, 0);
    moved.cell(party.received_indian_ndpr_t, 0);
    moved.end();
  }
  return heading("The parties") + worth.text() + "\n" +
         wrap("",
              "Money in million USD. Missing, and days of cover since " +
                  base::to_month_string(report.scenario.decisions_from) +
                  ": NdPr at the makers, magnets in India; Japan's cover is the state stock.",
              0) +
         heading("What changed hands, t over the run") + moved.text();
}

std::string charts(const Report& report) {
  std::string out;
  const base::Day first{report.chronicle.header.first_day()};
  const auto chart = [&](const char* title, const char* series, const char* unit) {
    lab::ChartOptions options;
    options.unit = unit;
    const auto lines = lab::text_chart(report.chronicle.series(series), first, options);
    if (lines.empty()) return;
    out += heading(title);
    for (const std::string& line : lines) out += line + "\n";
  };
  chart("Landed in Japan", "landed_reo_t", "t REO a month");
  chart("Price of NdPr oxide outside China", "price_ndpr_outside_usd_per_kg", "USD/kg");
  chart("NdPr kept in India", "india_ndpr_stock_t", "t");
  return out;
}

}  // namespace

std::string exports_words(const Report& report) {
  constexpr base::Date kFirst{2025, 7, 31}, kLast{2027, 6, 30};
  const lab::Measures& m = report.measures;
  const auto& months = report.chronicle.months;
  const base::Day end = months.empty() ? base::Day{0} : months.back().day;
  if (end < base::to_day(kFirst)) {
    return "It ends before the crisis could tell on exports.";
  }
  const char* flow = m.flow == lab::Flow::kStop     ? "stopped for three months or more"
                     : m.flow == lab::Flow::kShrink ? "shrank for six months or more"
                                                    : "went on";
  return std::string("Exports to Japan ") + flow + " between July 2025 and " +
         (end < base::to_day(kLast) ? base::to_month_string(end) : "June 2027") + " (" +
         number_words(100 * m.flow_ratio, 0) + " % of 2024 on average).";
}

std::string report_text(const Report& report) {
  const lab::Measures& m = report.measures;
  std::string out =
      report.scenario.title + "\n" + std::string(report.scenario.title.size(), '=') + "\n";
  out += "Seed " + std::to_string(m.seed) + ", " +
         base::to_string(base::Day{report.chronicle.header.first_day()}) + " to " +
         base::to_string(base::Day{report.chronicle.header.last_day()}) + ", " +
         number_words(static_cast<double>(report.chronicle.messages), 0) + " messages, " +
         number_words(static_cast<double>(report.chronicle.offers), 0) + " offers.\n";
  out += "A simulated history: only lines with a source in [brackets] are reported facts.\n";
  out += story(report);
  out += heading("In short");
  out += wrap("",
              exports_words(report) +
                  " Requests of Commerce to hold NdPr back: " + number_words(m.requests, 0) +
                  "; directions of atomic energy: " + number_words(m.directions, 0) +
                  "; export notifications and their ends: " + number_words(m.notifications, 0) +
                  "; meetings of officials and leaders: " + number_words(m.meetings, 0) +
                  "; tentative deals that failed at home: " + number_words(m.refusals_at_home, 0) +
                  ".",
              0);
  out += agreement(report);
  out += homes(report);
  out += parties(report);
  out += charts(report);
  if (!report.recording_path.empty()) out += "\nRecording  " + report.recording_path + "\n";
  const std::string machine = lab::machine_sentence(report.machine);
  if (!machine.empty()) out += wrap("Played     ", machine + ".", 11);
  if (!report.results_path.empty()) out += "Results    " + report.results_path + "\n";
  return out;
}

}  // namespace monazite::app
