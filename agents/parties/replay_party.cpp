#include <algorithm>

#include <agents/parties/replay_party.hpp>

namespace monazite::parties {
namespace {

std::size_t count(const std::map<std::uint64_t, std::vector<v1::Envelope>>& answers) {
  std::size_t sum = 0;
  for (const auto& [id, envelopes] : answers) sum += envelopes.size();
  return sum;
}

}  // namespace

ReplayParty::ReplayParty(const std::vector<v1::Envelope>& recorded) {
  std::map<std::uint64_t, std::uint64_t>
      request_of;  // brief -> the request for appraisal made on it
  for (const v1::Envelope& envelope : recorded) {
    const std::uint64_t asked_by = envelope.in_reply_to();
    if (asked_by == 0) continue;
    const auto request = request_of.find(asked_by);
    if (request != request_of.end()) {
      after_appraisal_[request->second].push_back(envelope);
    } else {
      answers_[asked_by].push_back(envelope);
    }
    if (envelope.has_appraisal_request()) request_of[asked_by] = envelope.id();
  }
}

void ReplayParty::receive(const v1::Envelope& message, Desk& desk) {
  auto& source = message.has_appraisal() ? after_appraisal_ : answers_;
  const auto found = source.find(message.has_appraisal() ? message.in_reply_to() : message.id());
  if (found == source.end()) return;
  for (const v1::Envelope& recorded : found->second) {
    v1::Envelope& envelope = desk.reply(message);
    envelope = recorded;
    envelope.clear_id();
    envelope.clear_day();
    desk.send(envelope, std::max(0, recorded.day() - desk.today().number));
  }
  source.erase(found);
}

std::size_t ReplayParty::waiting() const {
  return count(answers_) + count(after_appraisal_);
}

}  // namespace monazite::parties
