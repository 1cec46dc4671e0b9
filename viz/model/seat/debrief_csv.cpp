#include <algorithm>
#include <optional>

#include <viz/model/seat/debrief.hpp>
#include <world/lab/csv_cell.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz::game {
namespace {

std::string cell(std::optional<double> value) {
  if (!value) return {};
  std::string text = lab::number_words(*value, 4);
  text.erase(std::remove(text.begin(), text.end(), ','), text.end());
  return text;
}

class Table {
 public:
  void row(const std::string& section, const std::string& name, std::uint32_t meeting,
           std::optional<base::Day> day, std::optional<double> mine, std::optional<double> theirs,
           const std::string& text = {}) {
    text_ += section + "," + lab::csv_cell(name) + "," +
             (meeting > 0 ? std::to_string(meeting) : "") + "," +
             (day ? base::to_string(*day) : "") + "," + cell(mine) + "," + cell(theirs) + "," +
             lab::csv_cell(text) + "\n";
  }
  void point(const char* name, const std::optional<UtilityPoint>& point) {
    if (point) row("point", name, 0, {}, point->mine, point->theirs);
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_ = "section,name,meeting,day,mine,theirs,text\n";
};

}  // namespace

std::string debrief_csv(const Debrief& debrief) {
  Table table;
  table.row("seat", debrief.my_title + " and " + debrief.their_title, 0, {}, {}, {},
            lab::table_words(debrief.table));
  table.row("result", debrief.agreed ? "agreement" : "no deal", debrief.meeting, debrief.ended,
            debrief.deal.mine, debrief.deal.theirs, debrief.headline);
  table.row("result", "reservation", 0, {}, debrief.my_reservation, debrief.their_reservation);
  table.row("result", "left to the Nash point", 0, {}, debrief.left_to_nash,
            debrief.left_to_nash_theirs);
  table.row("result", "gain in M", 0, {}, debrief.my_gain_musd, debrief.their_gain_musd);
  if (debrief.my_gain_true_musd) {
    table.row("result", "gain in M on what came true", 0, {}, debrief.my_gain_true_musd,
              debrief.their_gain_true_musd);
  }
  if (debrief.machine.played) {
    table.row("result", debrief.machine.agreed ? "machine: agreement" : "machine: no deal",
              debrief.machine.meeting,
              debrief.machine.ended ? std::optional(debrief.machine.day) : std::nullopt,
              debrief.machine.mine, debrief.machine.theirs);
  }
  table.point("nash", debrief.nash);
  table.point("kalai-smorodinsky", debrief.kalai_smorodinsky);
  table.point("egalitarian", debrief.egalitarian);
  table.point("welfare", debrief.welfare);
  for (const UtilityPoint& point : debrief.frontier) table.point("frontier", point);
  for (const DebriefOffer& offer : debrief.offers) {
    table.row("offer", offer.mine ? debrief.my_title : debrief.their_title, offer.meeting,
              offer.day, offer.to_me, offer.to_them,
              lab::levels_words(*debrief.agenda, offer.outcome));
  }
  for (const WinSets& sets : debrief.win_sets) {
    table.row("win-sets", "packages cleared at home", sets.meeting, sets.day,
              static_cast<double>(sets.mine), static_cast<double>(sets.theirs),
              std::to_string(sets.both) + " of " + std::to_string(sets.sample) + " on both sides");
  }
  for (const SignedClause& clause : debrief.clauses) {
    table.row(debrief.agreed ? "clause" : "in force", clause.name, 0, {}, clause.to_me,
              clause.to_them, clause.agreed);
    if (clause.differs) {
      table.row("at the Nash point", clause.name, 0, {}, clause.nash_to_me, clause.nash_to_them,
                clause.nash);
    }
  }
  return table.take();
}

}  // namespace monazite::viz::game
