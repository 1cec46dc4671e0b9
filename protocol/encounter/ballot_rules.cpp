#include <algorithm>

#include <protocol/encounter/ballot_rules.hpp>

namespace monazite::encounter {

Verdict check_ballot(std::uint32_t voter, std::span<const Outcome> accepted,
                     const std::vector<std::optional<Outcome>>& offers) {
  for (std::size_t i = 0; i < accepted.size(); ++i) {
    bool on_table = false;
    for (std::uint32_t maker = 0; maker < offers.size(); ++maker) {
      on_table |= maker != voter && offers[maker] == accepted[i];
    }
    if (!on_table) return v1::Refusal::REASON_NOTHING_TO_ACCEPT;
    const auto before = accepted.first(i);
    if (std::find(before.begin(), before.end(), accepted[i]) != before.end()) {
      return v1::Refusal::REASON_MALFORMED;
    }
  }
  return std::nullopt;
}

void count_ballot(std::uint32_t voter, std::span<const Outcome> accepted,
                  const std::vector<std::optional<Outcome>>& offers,
                  std::vector<std::uint32_t>& votes) {
  for (std::uint32_t maker = 0; maker < offers.size(); ++maker) {
    const bool named =
        std::find(accepted.begin(), accepted.end(), *offers[maker]) != accepted.end();
    if (named || offers[maker] == offers[voter]) ++votes[maker];
  }
}

}  // namespace monazite::encounter
