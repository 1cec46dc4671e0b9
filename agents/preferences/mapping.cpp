#include <algorithm>
#include <cmath>

#include <agents/preferences/mapping.hpp>

namespace monazite::preferences {
namespace {

auto from(const std::vector<std::pair<Outcome, double>>& entries, Outcome outcome) {
  return std::lower_bound(entries.begin(), entries.end(), outcome,
                          [](const auto& entry, Outcome key) { return entry.first < key; });
}

}  // namespace

base::Result<std::shared_ptr<const Mapping>> Mapping::make(
    const Agenda& agenda, std::vector<std::pair<Outcome, double>> entries, double otherwise) {
  const auto fail = [&](const std::string& what) {
    return base::fail(base::ErrorCode::kBadInput, "agenda \"" + agenda.name() + "\": " + what);
  };
  std::sort(entries.begin(), entries.end());
  if (!std::isfinite(otherwise)) {
    return fail("the value of outcomes that a mapping does not name must be a finite number");
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string name = "outcome " + std::to_string(entries[i].first);
    if (!agenda.contains(entries[i].first)) return fail(name + " of a mapping does not exist");
    if (i > 0 && entries[i - 1].first == entries[i].first) {
      return fail(name + " stands in a mapping twice");
    }
    if (!std::isfinite(entries[i].second)) {
      return fail("the value of " + name + " must be a finite number");
    }
  }
  return std::shared_ptr<const Mapping>(new Mapping(std::move(entries), otherwise));
}

double Mapping::value(const Agenda& /*agenda*/, Outcome outcome) const {
  const auto found = from(entries_, outcome);
  return found != entries_.end() && found->first == outcome ? found->second : otherwise_;
}

void Mapping::fill(const Agenda& /*agenda*/, Outcome first, std::span<double> out) const {
  std::fill(out.begin(), out.end(), otherwise_);
  for (auto entry = from(entries_, first);
       entry != entries_.end() && entry->first - first < out.size(); ++entry) {
    out[entry->first - first] = entry->second;
  }
}

}  // namespace monazite::preferences
