#include <deque>
#include <memory>
#include <utility>

#include <agents/parties/override_party.hpp>
#include <agents/parties/replay_party.hpp>
#include <world/engine/later.hpp>
#include <world/lab/fork.hpp>

namespace monazite::lab {
namespace {

/// A desk on which everything stays lying.
class IdleDesk final : public parties::Desk {
 public:
  explicit IdleDesk(base::Day today) : today_(today) {}
  [[nodiscard]] base::Day today() const override { return today_; }
  [[nodiscard]] v1::Envelope& reply(const v1::Envelope&) override { return drafts_.emplace_back(); }
  void send(v1::Envelope&, int) override {}

 private:
  base::Day today_;
  std::deque<v1::Envelope> drafts_;
};

/// Says what was recorded up to a message, while the party that takes over listens and learns.
class TakingOver final : public parties::Party {
 public:
  TakingOver(const std::vector<v1::Envelope>& said, std::uint64_t until,
             std::unique_ptr<parties::Party> successor)
      : recorded_(said), until_(until), successor_(std::move(successor)) {}

  void receive(const v1::Envelope& message, parties::Desk& desk) override {
    if (message.id() > until_) {
      successor_->receive(message, desk);
      return;
    }
    IdleDesk idle(desk.today());
    successor_->receive(message, idle);
    recorded_.receive(message, desk);
  }
  void adopt(const parties::Manner& manner) override { successor_->adopt(manner); }

 private:
  parties::ReplayParty recorded_;
  std::uint64_t until_;
  std::unique_ptr<parties::Party> successor_;
};

using Overrides = std::map<base::SeatId, std::vector<parties::Override>>;

Overrides overrides_of(const ForkRun& fork) {
  Overrides overrides;
  for (const Replacement& replacement : fork.replaced) {
    parties::Override instead;
    instead.in_reply_to = replacement.in_reply_to;
    instead.day = replacement.day;
    instead.purpose = replacement.purpose;
    instead.office = replacement.office;
    instead.answers = replacement.answers;
    instead.delay_days = replacement.delay_days;
    overrides[replacement.seat].push_back(std::move(instead));
  }
  return overrides;
}

/// The replaced decisions as a header lists them.
std::vector<std::string> for_the_record(const ForkRun& fork) {
  std::vector<std::string> replaced;
  for (const Replacement& replacement : fork.replaced) {
    std::vector<v1::Envelope> answers = replacement.answers;
    if (answers.empty()) {
      v1::Reason& reason = *answers.emplace_back().mutable_no_act()->mutable_reason();
      reason.set_office(replacement.office.value_or(v1::OFFICE_NONE));
    }
    for (v1::Envelope& envelope : answers) {
      envelope.set_from(replacement.seat);
      envelope.set_in_reply_to(replacement.in_reply_to);
      replaced.push_back(envelope.SerializeAsString());
    }
  }
  return replaced;
}

}  // namespace

base::Result<engine::HistoryOptions> fork_options(const scenarios::Scenario& scenario,
                                                  const ForkRun& fork) {
  auto later = engine::later_settings(scenario, fork.later);
  if (!later) return tl::unexpected<base::Error>(later.error());
  engine::HistoryOptions options;
  options.seed = fork.seed;
  options.run = fork.run;
  options.program_version = fork.program_version;
  options.settings = fork.settings;
  options.later = *std::move(later);
  options.parent = fork.parent;
  options.fork_day = fork.day;
  options.replaced = for_the_record(fork);
  options.stop = fork.stop;
  options.wrapping = [said = fork.said, until = fork.fed_back_until,
                      overrides = overrides_of(fork)](const parties::Chair& chair,
                                                      const scenarios::Seat&,
                                                      std::unique_ptr<parties::Party> party) {
    const auto recorded = said.find(chair.seat);
    if (recorded != said.end()) {
      party = std::make_unique<TakingOver>(recorded->second, until, std::move(party));
    }
    const auto replaced = overrides.find(chair.seat);
    if (replaced != overrides.end()) {
      party = std::make_unique<parties::OverrideParty>(chair, std::move(party), replaced->second);
    }
    return party;
  };
  return options;
}

}  // namespace monazite::lab
