#include <algorithm>
#include <cmath>

#include <viz/model/seat/debrief_parts.hpp>
#include <viz/model/seat/seat_words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz::game::detail {
namespace {

std::string number(std::uint64_t value) {
  return lab::number_words(static_cast<double>(value), 0);
}

std::string headline(const Debrief& d) {
  const std::string both = d.my_title + " " + signed_two(d.left_to_nash) + ", " + d.their_title +
                           " " + signed_two(d.left_to_nash_theirs);
  if (!d.nash) return "No package was better than no deal for both.";
  if (!d.agreed) return "No deal. At the Nash point there was more for both: " + both + ".";
  if (d.left_to_nash > 0.005 && d.left_to_nash_theirs > 0.005) {
    return "Both of you could have had more: " + both + ".";
  }
  if (d.left_to_nash > 0.005) return "You left " + two(d.left_to_nash) + " to the Nash point.";
  if (d.left_to_nash < -0.005) {
    return "You got " + two(-d.left_to_nash) + " more than at the Nash point; " + d.their_title +
           " " + (d.left_to_nash_theirs < 0 ? "too." : "paid " + two(d.left_to_nash_theirs) + ".");
  }
  return "You signed what the Nash point gives you.";
}

std::string ending(const Debrief& d) {
  const std::string day = base::to_long_string(d.ended);
  if (d.agreed) {
    return "Signed on " + day + ": " + two(d.deal.mine) + " to you (no deal " +
           two(d.my_reservation) + "), " + two(d.deal.theirs) + " to " + d.their_title +
           " (no deal " + two(d.their_reservation) + ").";
  }
  std::string how = "without a deal";
  if (d.how == v1::Closing::HOW_WALK_AWAY) how = "because one side walked away";
  if (d.how == v1::Closing::HOW_DEADLINE) how = "at the deadline";
  if (d.how == v1::Closing::HOW_SUSPENDED) how = "because talks were put off";
  return "Ended on " + day + " " + how + ": " + two(d.my_reservation) + " to you, " +
         two(d.their_reservation) + " to " + d.their_title + ".";
}

/// The two clauses of the Nash point that would have paid the two sides most.
std::string missed_trade(const Debrief& d) {
  if (!d.agreed) return {};
  const SignedClause* mine = nullptr;
  const SignedClause* theirs = nullptr;
  for (const SignedClause& clause : d.clauses) {
    if (!clause.differs || !clause.nash_to_me || !clause.nash_to_them) continue;
    if (*clause.nash_to_me > 0.005 && (mine == nullptr || *clause.nash_to_me > *mine->nash_to_me)) {
      mine = &clause;
    }
    if (*clause.nash_to_them > 0.005 &&
        (theirs == nullptr || *clause.nash_to_them > *theirs->nash_to_them)) {
      theirs = &clause;
    }
  }
  const auto words = [&](const SignedClause& clause) {
    return lab::capital(clause.name) + " at " + clause.nash + " would have meant " +
           signed_two(*clause.nash_to_me) + " to you and " + signed_two(*clause.nash_to_them) +
           " to " + d.their_title + ".";
  };
  std::string text = mine != nullptr ? words(*mine) : "";
  if (theirs != nullptr && theirs != mine) text += (text.empty() ? "" : " ") + words(*theirs);
  return text;
}

std::string steps(const Debrief& d) {
  const char* const when = d.table == v1::TABLE_CONSULTATION ? " at meeting " : " at offer ";
  std::string text;
  if (d.my_largest_step) {
    text = "Your largest step was " + two(d.my_largest_step->utility) + when +
           number(d.my_largest_step->meeting) + ".";
  } else if (!d.my_curve.empty()) {
    text = "You never came down by more than 0.005.";
  }
  if (d.their_largest_step) {
    text += (text.empty() ? "" : " ") + d.their_title + "'s was " +
            two(d.their_largest_step->utility) + when + number(d.their_largest_step->meeting) + ".";
  } else if (!d.their_curve.empty()) {
    text += (text.empty() ? "" : " ") + d.their_title + " never came down.";
  }
  return text;
}

std::string at_home(const Debrief& d) {
  if (d.table != v1::TABLE_CONSULTATION || d.win_sets.empty()) return {};
  const auto open = std::find_if(d.win_sets.begin(), d.win_sets.end(),
                                 [](const WinSets& sets) { return sets.both > 0; });
  std::string text;
  if (open == d.win_sets.end()) {
    text = "No package of the sample could have passed at home on both sides.";
  } else if (open != d.win_sets.begin()) {
    text = "Before " + base::to_long_string(open->day) +
           " nothing could pass at home on both sides, whatever was bid.";
  }
  const WinSets& last = d.win_sets.back();
  text += (text.empty() ? "At" : " At") + std::string(" the end home cleared ") +
          number(last.mine) + " of " + number(last.sample) + " packages on your side and " +
          number(last.theirs) + " on theirs, " + number(last.both) + " on both";
  if (last.my_obstacle != v1::OFFICE_NONE) {
    text += "; most in the way on your side: " + lab::office_words(last.my_obstacle);
  }
  if (last.their_obstacle != v1::OFFICE_NONE) {
    text += "; on theirs: " + lab::office_words(last.their_obstacle);
  }
  return text + ".";
}

std::string came_true(const Debrief& d) {
  if (!d.my_gain_true_musd || !d.their_gain_true_musd) return {};
  return "You expected to gain " + lab::number_words(d.my_gain_musd, 1) + " M, and gained " +
         lab::number_words(*d.my_gain_true_musd, 1) + " M on what came true; " + d.their_title +
         " expected " + lab::number_words(d.their_gain_musd, 1) + " M and gained " +
         lab::number_words(*d.their_gain_true_musd, 1) + " M.";
}

std::string machine(const Debrief& d) {
  if (!d.machine.played) return "With the machine in your seat these talks never began.";
  if (!d.machine.ended) {
    return "The machine in your seat was still talking at the end of the run, after " +
           number(d.machine.meeting) +
           (d.table == v1::TABLE_CONSULTATION ? " meetings." : " offers.");
  }
  const std::string day = base::to_long_string(d.machine.day);
  if (!d.machine.agreed) {
    return "The machine in your seat found no deal (its talks ended on " + day + ").";
  }
  return "The machine in your seat signed on " + day + " for " + two(d.machine.mine) +
         " to you and " + two(d.machine.theirs) + " to " + d.their_title + ".";
}

}  // namespace

void tell_sentences(Debrief& debrief) {
  debrief.headline = headline(debrief);
  const auto add = [&debrief](std::string text) {
    if (!text.empty()) debrief.sentences.push_back(std::move(text));
  };
  add(ending(debrief));
  if (!debrief.outcomes.empty()) {
    add(number(debrief.better_for_both) + " of " + number(debrief.outcomes.size()) +
        " outcomes suited both better.");
  }
  const auto is_deal = [&debrief](const UtilityPoint& p) {
    return p.outcome == debrief.deal.outcome;
  };
  if (debrief.agreed && std::none_of(debrief.outcomes.begin(), debrief.outcomes.end(), is_deal)) {
    add("The frontier is that of a sample of " + number(debrief.outcomes.size()) +
        " packages; yours is none of them and may lie beyond it.");
  }
  add(missed_trade(debrief));
  add(steps(debrief));
  add(at_home(debrief));
  add(came_true(debrief));
  add(machine(debrief));
}

}  // namespace monazite::viz::game::detail
