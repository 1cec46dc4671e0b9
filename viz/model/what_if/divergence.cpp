#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <viz/model/what_if/differences.hpp>

namespace monazite::viz {
namespace {

using Deeds = std::vector<const Deed*>;

/// The deeds of one day.
struct DayOfTwo {
  Deeds a, b;
};

auto key(const Deed& deed) {
  return std::tie(deed.who, deed.to, deed.kind, deed.words);
}

/// Takes out what both sides have, one for one.
void cancel(DayOfTwo& day) {
  const auto less = [](const Deed* x, const Deed* y) { return key(*x) < key(*y); };
  const auto only = [&](Deeds mine, Deeds other) {
    std::stable_sort(mine.begin(), mine.end(), less);
    std::stable_sort(other.begin(), other.end(), less);
    Deeds left;
    std::set_difference(mine.begin(), mine.end(), other.begin(), other.end(),
                        std::back_inserter(left), less);
    std::sort(left.begin(), left.end(),
              [](const Deed* x, const Deed* y) { return x->message < y->message; });
    return left;
  };
  Deeds a = only(day.a, day.b);
  day.b = only(day.b, day.a);
  day.a = std::move(a);
}

/// Days on which the two are not the same, with what differs.
std::map<base::Day, DayOfTwo> differing_days(const Future& a, const Future& b, base::Day from) {
  std::map<base::Day, DayOfTwo> days;
  for (const Deed& deed : a.deeds) {
    if (deed.day >= from) days[deed.day].a.push_back(&deed);
  }
  for (const Deed& deed : b.deeds) {
    if (deed.day >= from) days[deed.day].b.push_back(&deed);
  }
  for (auto at = days.begin(); at != days.end();) {
    cancel(at->second);
    at = at->second.a.empty() && at->second.b.empty() ? days.erase(at) : std::next(at);
  }
  return days;
}

bool has_major(const Deeds& deeds) {
  return std::any_of(deeds.begin(), deeds.end(), [](const Deed* deed) { return !deed->minor; });
}

/// One row for each party that did something on that day: the first thing on either side.
void add_rows(base::Day day, const DayOfTwo& of_day, bool with_minor, Divergence& divergence) {
  std::vector<base::SeatId> parties;
  for (const Deeds* side : {&of_day.a, &of_day.b}) {
    for (const Deed* deed : *side) {
      if (deed->minor && !with_minor) continue;
      if (std::find(parties.begin(), parties.end(), deed->who) == parties.end())
        parties.push_back(deed->who);
    }
  }
  for (const base::SeatId who : parties) {
    if (divergence.rows.size() >= Divergence::kRows) return;
    DivergentRow row{day, who, "-", "-", 0, 0};
    const auto first = [&](const Deeds& deeds, std::string& words, std::uint64_t& message) {
      for (const Deed* deed : deeds) {
        if (deed->who != who || (deed->minor && !with_minor)) continue;
        words = deed->words;
        message = deed->message;
        return;
      }
    };
    first(of_day.a, row.a, row.a_message);
    first(of_day.b, row.b, row.b_message);
    divergence.rows.push_back(std::move(row));
  }
}

}  // namespace

Divergence diverge(const Future& a, const Future& b, base::Day from) {
  Divergence divergence;
  const auto days = differing_days(a, b, from);
  if (!days.empty()) divergence.first = days.begin()->first;
  std::map<base::Day, std::uint32_t> by_month;
  bool major = false;
  for (const auto& [day, of_day] : days) {
    by_month[base::end_of_month(day)] +=
        static_cast<std::uint32_t>(of_day.a.size() + of_day.b.size());
    if (!has_major(of_day.a) && !has_major(of_day.b)) continue;
    major = true;
    divergence.days.push_back(day);
    add_rows(day, of_day, false, divergence);
  }
  if (!major) {
    for (const auto& [day, of_day] : days) add_rows(day, of_day, true, divergence);
  }
  const auto& longer =
      a.chronicle.months.size() >= b.chronicle.months.size() ? a.chronicle : b.chronicle;
  for (const auto& month : longer.months)
    divergence.months.push_back({month.day, by_month[month.day]});
  return divergence;
}

}  // namespace monazite::viz
