#include <array>
#include <cstdio>
#include <ctime>

#include <unistd.h>

#include <world/lab/machine_notes.hpp>

namespace monazite::lab {
namespace {

constexpr const char* kSeat = "seat.";

std::string host_name() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0) return {};
  return name.data();
}

/// "2026-03-01 09:30:00 UTC".
std::string utc(std::chrono::system_clock::time_point time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm parts{};
  if (gmtime_r(&seconds, &parts) == nullptr) return {};
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S UTC", &parts);
  return text.data();
}

std::string value(const recording::Sidecar& notes, const char* key) {
  const auto found = notes.find(key);
  return found == notes.end() ? std::string() : found->second;
}

/// "all seats built-in", or each seat that is not.
std::string seats_words(const recording::Sidecar& notes) {
  std::string others;
  bool any = false;
  for (const auto& [key, who] : notes) {
    if (key.compare(0, std::string(kSeat).size(), kSeat) != 0) continue;
    any = true;
    if (who == "built-in") continue;
    others += (others.empty() ? "" : ", ") + key.substr(std::string(kSeat).size()) + " by " + who;
  }
  if (!any) return {};
  return others.empty() ? "all seats built-in" : others + ", the others built-in";
}

}  // namespace

recording::Sidecar machine_notes(const MachineFacts& facts, const scenarios::Scenario& scenario) {
  recording::Sidecar notes;
  notes["program"] = facts.program;
  notes["command"] = facts.command;
  notes["started"] = utc(facts.started);
  std::array<char, 32> seconds{};
  std::snprintf(seconds.data(), seconds.size(), "%.3f", facts.seconds);
  notes["seconds"] = seconds.data();
  if (const std::string host = host_name(); !host.empty()) notes["host"] = host;
  for (const scenarios::Seat& seat : scenario.seats) {
    notes[kSeat + seat.name] = "built-in" + (seat.tactic.empty() ? "" : " " + seat.tactic);
  }
  return notes;
}

std::map<std::string, std::string> players_in(const recording::Sidecar& notes) {
  std::map<std::string, std::string> players;
  const std::size_t before = std::string(kSeat).size();
  for (const auto& [key, who] : notes) {
    if (key.compare(0, before, kSeat) != 0) continue;
    for (const std::string kind : {"person", "remote"}) {
      if (who.compare(0, kind.size(), kind) != 0) continue;
      players[key.substr(before)] = who.size() > kind.size() ? who.substr(kind.size() + 1) : "";
    }
  }
  return players;
}

std::string machine_sentence(const recording::Sidecar& notes) {
  std::string text;
  const auto part = [&](const char* before, const std::string& what, const char* after = "") {
    if (!what.empty()) text += (text.empty() ? "" : " ") + (before + what) + after;
  };
  part("", value(notes, "started"));
  part("on ", value(notes, "host"));
  part("by ", value(notes, "program"));
  part("in ", value(notes, "seconds"), " s");
  const std::string seats = seats_words(notes);
  if (!seats.empty()) text += (text.empty() ? "" : "; ") + seats;
  return text;
}

std::string command_words(const std::vector<std::string>& arguments) {
  std::string text;
  for (const std::string& argument : arguments) {
    const bool plain = !argument.empty() && argument.find_first_not_of(
                                                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV"
                                                "WXYZ0123456789_-./=:,+%@") == std::string::npos;
    std::string word = plain ? argument : "'";
    if (!plain) {
      for (const char c : argument) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
      word += "'";
    }
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

}  // namespace monazite::lab
