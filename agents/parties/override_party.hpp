#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <agents/parties/party.hpp>

namespace monazite::parties {

/// One decision to be replaced: what to send instead of the answer to one message.
struct Override {
  /// The message whose answer is replaced: by its id, or (id 0) the first brief of `purpose` that
  /// arrives on or after `day`.
  std::uint64_t in_reply_to = 0;
  base::Day day{};
  v1::Brief::Purpose purpose = v1::Brief::PURPOSE_UNSPECIFIED;
  /// Sent in this order, to leave `delay_days` later. Sender, conversation and in_reply_to are
  /// filled in here; `to` is kept unless it is 0 and the answer is a move at a table, which goes to
  /// the other party. A brief for acts gets its NoAct at the end if it is not there.
  std::vector<v1::Envelope> answers;
  /// Of a brief for acts: only what this office does is replaced, the others do as ever. Nothing:
  /// the whole answer is.
  std::optional<v1::Office> office{};
  int delay_days = 0;
};

/// Another party with some of its decisions replaced: the fork of a run in which one thing was done
/// differently. The party inside gets all messages and decides as ever; what it sends in answer to
/// a replaced message is dropped.
class OverrideParty final : public Party {
 public:
  OverrideParty(const Chair& chair, std::unique_ptr<Party> inner, std::vector<Override> overrides);

  void receive(const v1::Envelope& message, Desk& desk) override;
  void adopt(const Manner& manner) override { inner_->adopt(manner); }

  /// Overrides that have not applied so far.
  [[nodiscard]] std::size_t waiting() const { return overrides_.size(); }

 private:
  [[nodiscard]] std::vector<Override> take_due(const v1::Envelope& message, base::Day today);
  void answer(const Override& instead, const v1::Envelope& message, Desk& desk);

  base::SeatId own_;
  std::unique_ptr<Party> inner_;
  std::vector<Override> overrides_;
  std::vector<std::uint64_t> replaced_;  ///< ids of messages whose answers are dropped
  std::vector<std::pair<std::uint64_t, base::SeatId>> others_;  ///< conversation, other party
};

}  // namespace monazite::parties
