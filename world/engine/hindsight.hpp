#pragma once

#include <vector>

#include <protocol/messages/record.pb.h>
#include <world/engine/observer.hpp>
#include <world/engine/session.hpp>
#include <world/engine/stage.hpp>

namespace monazite::engine {

/// The facts of one month, kept for looking back.
struct FactsOfMonth {
  base::Day day{};
  std::vector<Fact> facts;
};

/// A session that ended in a signature, as it stood on that day.
struct SignedSession {
  Session session;
  agenda::Outcome outcome = 0;
  base::Day signed_on{};
  base::Day until{};
};

/// Values a signed deal once more on what came true: a fresh mandate for each party, of the same
/// private type, is told the averages of the months from the signature to the end of the term (or
/// of the run) without error, and appraises the same sample. What was a belief about prices,
/// stocks, shortages, heat and plants is then what happened; tastes stay. The date of India's
/// plants is the one last announced or kept. Ends with the analysis of the cloud on these values.
void analyse_hindsight(const Stage& stage, const SignedSession& deal,
                       const std::vector<FactsOfMonth>& months, v1::NegotiationAnalysis& analysis);

}  // namespace monazite::engine
