#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include <agents/parties/party.hpp>
#include <protocol/agenda/agenda.hpp>

namespace monazite::viz::game {

/// Asks its own mandate when a given message comes, and ends the run (by `stop`) with the answer.
/// Until then it does what the party inside does. What is referred to must outlive it.
class AskingParty final : public parties::Party {
 public:
  AskingParty(std::unique_ptr<parties::Party> inner, std::uint64_t brief,
              const std::vector<agenda::Outcome>& outcomes, std::vector<v1::Worth>& answer,
              std::atomic<bool>& stop);

  void receive(const v1::Envelope& message, parties::Desk& desk) override;
  void adopt(const parties::Manner& manner) override { inner_->adopt(manner); }

 private:
  std::unique_ptr<parties::Party> inner_;
  std::uint64_t brief_;
  const std::vector<agenda::Outcome>& outcomes_;
  std::vector<v1::Worth>& answer_;
  std::atomic<bool>& stop_;
  bool asked_ = false;
};

}  // namespace monazite::viz::game
