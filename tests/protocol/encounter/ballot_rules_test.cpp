#include <vector>

#include <protocol/encounter/ballot_rules.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using encounter::check_ballot;
using encounter::count_ballot;
using encounter::Outcome;
using encounter::Verdict;

namespace {

constexpr Verdict kSound = std::nullopt;

Verdict check(std::uint32_t voter, const std::vector<Outcome>& accepted) {
  return check_ballot(voter, accepted, {Outcome{4}, Outcome{5}, Outcome{4}});
}

}  // namespace

TEST_CASE("a ballot names packages of other parties, each once") {
  CHECK(check(0, {}) == kSound);
  CHECK(check(0, {5, 4}) == kSound);  // the third party's offer is the same as its own
  CHECK(check(1, {4}) == kSound);
  CHECK(check(1, {5}) == v1::Refusal::REASON_NOTHING_TO_ACCEPT);
  CHECK(check(1, {4, 9}) == v1::Refusal::REASON_NOTHING_TO_ACCEPT);
  CHECK(check(1, {4, 4}) == v1::Refusal::REASON_MALFORMED);
}

TEST_CASE("a party votes for its own package, and for any equal to it, unasked and once") {
  const std::vector<std::optional<Outcome>> offers = {Outcome{4}, Outcome{5}, Outcome{4}};
  std::vector<std::uint32_t> votes(3, 0);
  count_ballot(0, {}, offers, votes);
  CHECK(votes == std::vector<std::uint32_t>{1, 0, 1});
  const std::vector<Outcome> own_again = {4};
  count_ballot(2, own_again, offers, votes);
  CHECK(votes == std::vector<std::uint32_t>{2, 0, 2});
  count_ballot(1, own_again, offers, votes);
  CHECK(votes == std::vector<std::uint32_t>{3, 1, 3});
}
