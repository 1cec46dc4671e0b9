// What deciding costs: frontier and solution points of two parties, and a move at a table over a
// mandate's brief. Best of several repetitions, so that other work on the machine counts little.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include <agents/parties/government_party.hpp>
#include <agents/preferences/solutions.hpp>
#include <protocol/base/draws.hpp>

namespace {

using namespace monazite;

constexpr base::Purpose kValue{"bench.agents"};

template <class Work>
double best_of(int repetitions, Work work) {
  double best = 1e300;
  for (int i = 0; i < repetitions; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    best = std::min(best, taken.count());
  }
  return best;
}

/// Opposed interests with noise, as of a real agenda: `opposition` 1 is a pure division.
template <class Value>
void solutions_of(std::uint32_t size, double opposition) {
  std::vector<Value> first(size), second(size);
  const base::Draws draws(1);
  for (std::uint32_t i = 0; i < size; ++i) {
    const double x = draws.uniform(kValue, base::Day{0}, 1, i);
    const double y = draws.uniform(kValue, base::Day{0}, 2, i);
    first[i] = static_cast<Value>(100 * x);
    second[i] = static_cast<Value>(100 * (opposition * (1 - x) + (1 - opposition) * y));
  }
  preferences::Solutions solutions;
  const preferences::Cloud<Value> cloud{first, second, 20, 20};
  const double seconds = best_of(7, [&] { solutions = preferences::solve(cloud); });
  std::printf("%10u  %-6s  %10.2f  %12zu  %12.3f\n", size, sizeof(Value) == 4 ? "float" : "double",
              opposition, solutions.frontier.size(), 1e3 * seconds);
}

/// Takes messages and throws them away.
class Bin final : public parties::Desk {
 public:
  [[nodiscard]] base::Day today() const override { return base::Day{20000}; }
  [[nodiscard]] v1::Envelope& reply(const v1::Envelope&) override {
    envelope_.Clear();
    return envelope_;
  }
  void send(v1::Envelope& /*envelope*/, int /*delay_days*/) override {}

 private:
  v1::Envelope envelope_;
};

void move_at_a_table(int packages) {
  constexpr int kIssues = 10;
  const base::Draws draws(2);
  v1::Envelope opening;
  opening.set_conversation(1);
  for (const std::uint32_t seat : {3U, 4U}) opening.mutable_opening()->add_parties(seat);
  opening.mutable_opening()->set_deadline_rounds(1000000000);
  for (int i = 0; i < kIssues; ++i) {
    v1::Issue& issue = *opening.mutable_opening()->mutable_agenda()->add_issues();
    for (int level = 0; level < 5; ++level) issue.add_values(level);
  }
  v1::Envelope brief;
  brief.set_conversation(1);
  brief.mutable_brief()->set_purpose(v1::Brief::PURPOSE_MEETING);
  for (int i = 0; i < packages; ++i) {
    const auto ordinal = static_cast<std::uint32_t>(i);
    opening.mutable_opening()->add_sample(draws.below(9765625, kValue, base::Day{0}, 0, ordinal));
    brief.mutable_brief()->add_value_musd(
        static_cast<float>(draws.uniform(kValue, base::Day{1}, 0, ordinal)));
    brief.mutable_brief()->add_believed_other_musd(
        static_cast<float>(draws.uniform(kValue, base::Day{2}, 0, ordinal)));
    brief.mutable_brief()->mutable_clearable()->push_back(i % 3 == 0 ? '\0' : '\1');
  }
  v1::Envelope move;
  move.set_conversation(1);
  move.mutable_brief()->set_purpose(v1::Brief::PURPOSE_YOUR_MOVE);
  move.mutable_brief()->set_only_additions(true);
  v1::Envelope offer;
  offer.set_conversation(1);
  offer.set_from(4);
  offer.mutable_offer()->set_outcome(opening.opening().sample(0));

  Bin bin;
  parties::GovernmentParty party({3, "india", base::Draws(1)}, {});
  party.receive(opening, bin);
  party.receive(brief, bin);
  constexpr int kMoves = 200;
  const double whole = best_of(50, [&] { party.receive(brief, bin); });
  const double deciding = best_of(20, [&] {
    for (int i = 0; i < kMoves; ++i) {
      move.mutable_brief()->set_urgency(i / (2.0 * kMoves));
      party.receive(move, bin);
    }
  });
  const double hearing = best_of(20, [&] {
    for (int i = 0; i < kMoves; ++i) party.receive(offer, bin);
  });
  std::printf("%10d  %18.2f  %14.2f  %14.2f\n", packages, 1e6 * whole, 1e6 * deciding / kMoves,
              1e6 * hearing / kMoves);
}

}  // namespace

int main() {
  std::printf("frontier of the zone, Nash, Kalai-Smorodinsky, egalitarian and welfare points\n");
  std::printf("%10s  %-6s  %10s  %12s  %12s\n", "packages", "values", "opposition", "on frontier",
              "ms");
  solutions_of<float>(2300, 0.5);
  for (const double opposition : {0.0, 0.5, 0.95, 1.0}) {
    solutions_of<float>(1000000, opposition);
    solutions_of<double>(1000000, opposition);
  }
  std::printf("\na move at a table of 10 issues, microseconds\n");
  std::printf("%10s  %18s  %14s  %14s\n", "packages", "take in a brief", "decide", "hear an offer");
  for (const int packages : {500, 2000, 2300}) move_at_a_table(packages);
  return 0;
}
