#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include <agents/parties/party.hpp>

namespace monazite::parties {

/// Feeds back what a seat decided in a recorded run, whatever made the decision: each recorded
/// message is sent when the message that it answers arrives, to leave on the day it left then.
/// Reasons stay as recorded. While the run follows its recording, ids are the same, so the same
/// messages follow; from where it departs (a fork, a changed world) messages without a recorded
/// answer stay unanswered.
class ReplayParty final : public Party {
 public:
  /// `recorded`: envelopes that the seat sent, in the order of their ids. Those that answer nothing
  /// (in_reply_to 0) are left out: a party speaks when spoken to.
  explicit ReplayParty(const std::vector<v1::Envelope>& recorded);

  void receive(const v1::Envelope& message, Desk& desk) override;

  /// Answers that have not been asked for so far.
  [[nodiscard]] std::size_t waiting() const;

 private:
  /// By the id of the message that triggers them. A decision that followed an appraisal is
  /// triggered by the appraisal, found through the id of the request for it.
  std::map<std::uint64_t, std::vector<v1::Envelope>> answers_;
  std::map<std::uint64_t, std::vector<v1::Envelope>> after_appraisal_;
};

}  // namespace monazite::parties
