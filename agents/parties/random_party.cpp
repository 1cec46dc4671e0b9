#include <limits>
#include <vector>

#include <agents/parties/draw_purposes.hpp>
#include <agents/parties/random_party.hpp>

namespace monazite::parties {
namespace {

constexpr double kAcceptChance = 0.2;
constexpr double kWalkAwayChance = 0.05;

PartySetup without_judgement(PartySetup setup) {
  setup.manner.act_noise_musd = std::numeric_limits<double>::infinity();
  setup.manner.consultation_noise_musd = std::numeric_limits<double>::infinity();
  return setup;
}

}  // namespace

RandomParty::RandomParty(const Chair& chair, const PartySetup& setup)
    : chair_(chair), acts_(chair, without_judgement(setup)) {}

void RandomParty::receive(const v1::Envelope& message, Desk& desk) {
  acts_.receive(message, desk);
  if (message.has_opening()) {
    tables_.erase(message.conversation());
    tables_.emplace(message.conversation(), TableState(message.opening(), chair_.seat));
    return;
  }
  const auto found = tables_.find(message.conversation());
  if (found == tables_.end()) return;
  TableState& table = found->second;
  if (message.has_brief() && message.brief().purpose() == v1::Brief::PURPOSE_MEETING) {
    table.take(message.brief());
  } else if (message.has_brief() && message.brief().purpose() == v1::Brief::PURPOSE_YOUR_MOVE) {
    table.take(message.brief());
    move(table, message, desk);
  } else if (message.has_offer() && message.from() == table.other()) {
    table.other_offered(message.offer().outcome());
  } else if (message.has_clearance() && !message.clearance().given()) {
    table.bar(message.clearance().outcome());
  } else if (message.has_refusal()) {
    table.refused(message.refusal().reason());
  } else if (message.has_closing()) {
    tables_.erase(found);
  }
}

void RandomParty::move(TableState& table, const v1::Envelope& message, Desk& desk) const {
  const auto ordinal = static_cast<std::uint32_t>(2 * message.id());
  const double u = chair_.draws.uniform(kRandomDraw, desk.today(), chair_.seat, ordinal);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < table.open().size(); ++i) {
    if (table.open()[i] != 0) open.push_back(i);
  }
  v1::Envelope& envelope = desk.reply(message);
  envelope.set_to(table.other());
  const auto standing = table.standing();
  const auto package = standing ? table.find(*standing) : std::nullopt;
  const bool can_accept = package && table.open()[*package] != 0;
  if (can_accept && u < kAcceptChance) {
    envelope.mutable_acceptance()->set_outcome(*standing);
  } else if (open.empty() || u > 1 - kWalkAwayChance) {
    envelope.mutable_walk_away();
  } else {
    const std::size_t chosen =
        open[chair_.draws.below(open.size(), kRandomDraw, desk.today(), chair_.seat, ordinal + 1)];
    envelope.mutable_offer()->set_outcome(table.outcome(chosen));
    table.offered(table.outcome(chosen));
  }
  desk.send(envelope);
}

}  // namespace monazite::parties
