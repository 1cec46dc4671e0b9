// How many messages the post office delivers and how many offers the rules of alternating offers
// referee in a second, one core.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/draws.hpp>
#include <protocol/bus/post_office.hpp>
#include <protocol/bus/visibility.hpp>
#include <protocol/encounter/alternating_offers.hpp>

using namespace monazite;

namespace {

constexpr int kRepeats = 5;
constexpr base::SeatId kIndia = 3;
constexpr base::SeatId kJapan = 4;

/// Best of some runs, in nanoseconds for one of `count` pieces of work. `work` returns a number
/// that depends on all it did.
double best_ns(std::uint64_t count, const std::function<std::uint64_t()>& work,
               std::uint64_t& checksum) {
  using Clock = std::chrono::steady_clock;
  double best = 1e300;
  for (int i = 0; i < kRepeats; ++i) {
    const auto start = Clock::now();
    checksum += work();
    const std::chrono::duration<double, std::nano> took = Clock::now() - start;
    best = std::min(best, took.count() / static_cast<double>(count));
  }
  return best;
}

void row(const char* what, double ns) {
  std::printf("%-58s %9.1f %14.2f\n", what, ns, 1e3 / ns);
}

/// Two seats answer each other's offers; `waiting` other messages lie in the post meanwhile.
std::uint64_t exchange(std::uint64_t messages, int waiting, bool by_kind, bool with_reason) {
  bus::PostOffice office;
  office.set_before_receipt(bus::strip_private_in_place);
  for (int i = 0; i < waiting; ++i) {
    v1::Envelope& later = office.draft();
    later.mutable_press_report()->set_credibility(0.5);
    office.post(later, base::Day{1000 + i % 100}, bus::Priority::kAct);
  }
  std::uint64_t sum = 0;
  const auto speak = [&](base::SeatId from, base::SeatId to, std::uint64_t outcome) {
    v1::Envelope& draft = by_kind ? office.draft(v1::Envelope::kOffer) : office.draft();
    draft.set_from(from);
    draft.set_to(to);
    draft.set_conversation(1);
    draft.mutable_offer()->set_outcome(outcome);
    if (with_reason) {
      draft.mutable_offer()->mutable_reason()->set_code(v1::REASON_CODE_CONCEDED);
    }
    office.post(draft, base::Day{1}, bus::Priority::kTable);
  };
  const std::function<void(const v1::Envelope&)> receive = [&](const v1::Envelope& envelope) {
    sum += envelope.offer().outcome() ^ envelope.id();
    if (envelope.id() < messages) {
      speak(envelope.to(), envelope.from(), envelope.offer().outcome() * 31 % 10'000);
    }
  };
  speak(kIndia, kJapan, 1);
  while (office.deliver_next(base::Day{1}, receive)) {
  }
  return sum;
}

/// Briefs that value 2,000 packages.
std::uint64_t brief(std::uint64_t messages, bool by_kind) {
  const std::vector<float> values(2000, 1.5F);
  bus::PostOffice office;
  std::uint64_t sum = 0;
  const std::function<void(const v1::Envelope&)> receive = [&](const v1::Envelope& envelope) {
    sum += static_cast<std::uint64_t>(envelope.brief().value_musd_size());
  };
  for (std::uint64_t i = 0; i < messages; ++i) {
    v1::Envelope& draft = by_kind ? office.draft(v1::Envelope::kBrief) : office.draft();
    draft.set_to(kJapan);
    v1::Brief& body = *draft.mutable_brief();
    body.mutable_value_musd()->Add(values.begin(), values.end());
    body.mutable_believed_other_musd()->Add(values.begin(), values.end());
    office.post(draft, base::Day{1}, bus::Priority::kTable);
    office.deliver_next(base::Day{1}, receive);
  }
  return sum;
}

std::uint64_t referee(std::uint64_t offers, std::uint64_t barred) {
  encounter::AlternatingOffers rules(10'000, kIndia, kJapan, static_cast<std::uint32_t>(offers));
  for (std::uint64_t i = 0; i < barred; ++i) rules.bar(i * 7 + 1);
  std::uint64_t refused = 0;
  for (std::uint64_t i = 0; i < offers; ++i) {
    refused += rules.offer(rules.to_move(), i * 31 % 10'000).has_value() ? 1 : 0;
  }
  return rules.rounds() + refused;
}

agenda::Agenda issues(int count, std::uint32_t levels) {
  std::vector<agenda::Issue> all(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    agenda::Issue& issue = all[static_cast<std::size_t>(i)];
    issue.name = "issue " + std::to_string(i);
    for (std::uint32_t level = 0; level < levels; ++level) {
      issue.labels.push_back(std::to_string(level));
      issue.values.push_back(level);
    }
  }
  return agenda::Agenda::make("bench", std::move(all)).value();
}

std::uint64_t read_levels(const agenda::Agenda& agenda, std::uint64_t reads) {
  std::uint64_t sum = 0;
  std::size_t issue = 0;
  agenda::Outcome outcome = 1;
  for (std::uint64_t i = 0; i < reads; ++i) {
    sum += agenda.level(outcome, issue);
    outcome = (outcome * 29 + 7) % agenda.size();
    issue = issue + 1 == agenda.issues().size() ? 0 : issue + 1;
  }
  return sum;
}

}  // namespace

int main() {
  constexpr std::uint64_t kMany = 1'000'000;
  constexpr std::uint64_t kBriefs = 20'000;
  std::uint64_t checksum = 0;
  const auto time = [&](std::uint64_t count, const std::function<std::uint64_t()>& work) {
    return best_ns(count, work, checksum);
  };
  std::printf("%-58s %9s %14s\n", "one core, best of 5", "ns each", "million per s");
  row("offer filled, posted, delivered, read",
      time(kMany, [] { return exchange(kMany, 0, true, false); }));
  row("  drafted without its kind", time(kMany, [] { return exchange(kMany, 0, false, false); }));
  row("  with a private reason, stripped on the way",
      time(kMany, [] { return exchange(kMany, 0, true, true); }));
  row("  with 1,000 messages waiting",
      time(kMany, [] { return exchange(kMany, 1000, true, false); }));
  row("brief of 2,000 packages, posted and delivered",
      time(kBriefs, [] { return brief(kBriefs, true); }));
  row("  drafted without its kind", time(kBriefs, [] { return brief(kBriefs, false); }));
  row("offer refereed", time(kMany, [] { return referee(kMany, 0); }));
  row("  with 50 packages barred", time(kMany, [] { return referee(kMany, 50); }));
  const agenda::Agenda small = issues(14, 4);  // 2.7e8 outcomes
  const agenda::Agenda large = issues(14, 6);  // 7.8e10 outcomes
  row("level of an issue, 14 issues of 4 levels",
      time(kMany, [&] { return read_levels(small, kMany); }));
  row("  14 issues of 6 levels, beyond 32 bits",
      time(kMany, [&] { return read_levels(large, kMany); }));
  const base::Draws draws(1);
  row("uniform draw", time(kMany, [&] {
        double sum = 0;
        for (std::uint32_t i = 0; i < kMany; ++i) {
          sum += draws.uniform(base::Purpose{"bench.bus.draw"}, base::Day{1}, 0, i);
        }
        return static_cast<std::uint64_t>(sum);
      }));
  std::printf("checksum %016llx\n", static_cast<unsigned long long>(checksum));
  return 0;
}
