#include <algorithm>
#include <utility>

#include <viz/model/what_if/change.hpp>

namespace monazite::viz {
namespace {

std::string key_of(const std::string& setting) {
  return setting.substr(0, setting.find('='));
}

/// What a setting is about: its key, or, of an event, the event as a whole.
std::string matter_of(const std::string& setting) {
  constexpr std::string_view kEvent = "event.";
  std::string key = key_of(setting);
  if (key.compare(0, kEvent.size(), kEvent) == 0) key.resize(key.rfind('.'));
  return key;
}

}  // namespace

bool Change::replaces(const Change& other) const {
  if (kind != other.kind) return false;
  if (kind == Kind::kDecision) return brief == other.brief && office == other.office;
  if (settings.empty() || other.settings.empty()) return false;
  return matter_of(settings.front()) == matter_of(other.settings.front());
}

std::optional<base::Day> Fork::day() const {
  const auto first =
      std::min_element(changes.begin(), changes.end(),
                       [](const Change& a, const Change& b) { return a.day < b.day; });
  if (first == changes.end()) return std::nullopt;
  return first->day;
}

void Fork::put(Change change) {
  const auto old = std::find_if(changes.begin(), changes.end(),
                                [&](const Change& c) { return c.replaces(change); });
  if (old == changes.end()) {
    changes.push_back(std::move(change));
  } else {
    *old = std::move(change);
  }
}

bool Fork::remove(const Change& about) {
  const auto end = std::remove_if(changes.begin(), changes.end(),
                                  [&](const Change& c) { return c.replaces(about); });
  const bool found = end != changes.end();
  changes.erase(end, changes.end());
  return found;
}

const Change* Fork::find(const Change& about) const {
  const auto found = std::find_if(changes.begin(), changes.end(),
                                  [&](const Change& c) { return c.replaces(about); });
  return found == changes.end() ? nullptr : &*found;
}

const Change* Fork::setting(const std::string& key) const {
  const auto found = std::find_if(changes.begin(), changes.end(), [&](const Change& c) {
    return c.kind == Change::Kind::kSetting && !c.settings.empty() &&
           key_of(c.settings.front()) == key;
  });
  return found == changes.end() ? nullptr : &*found;
}

std::string Fork::words() const {
  if (changes.empty()) return "as recorded";
  std::string words;
  for (const Change& change : changes) {
    words += words.empty() ? "" : "; ";
    words += change.what;
  }
  return words;
}

}  // namespace monazite::viz
