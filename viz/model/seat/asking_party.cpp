#include <utility>

#include <protocol/base/roster.hpp>
#include <viz/model/seat/asking_party.hpp>

namespace monazite::viz::game {

AskingParty::AskingParty(std::unique_ptr<parties::Party> inner, std::uint64_t brief,
                         const std::vector<agenda::Outcome>& outcomes,
                         std::vector<v1::Worth>& answer, std::atomic<bool>& stop)
    : inner_(std::move(inner)), brief_(brief), outcomes_(outcomes), answer_(answer), stop_(stop) {}

void AskingParty::receive(const v1::Envelope& message, parties::Desk& desk) {
  if (!asked_ && message.id() != brief_) {
    inner_->receive(message, desk);
  } else if (!asked_) {
    asked_ = true;
    v1::Envelope& envelope = desk.reply(message);
    envelope.set_to(base::kRegistrar);
    envelope.mutable_appraisal_request()->mutable_outcomes()->Add(outcomes_.begin(),
                                                                  outcomes_.end());
    desk.send(envelope);
  } else if (message.has_appraisal()) {
    answer_.assign(message.appraisal().outcomes().begin(), message.appraisal().outcomes().end());
    stop_.store(true);
  }
}

}  // namespace monazite::viz::game
