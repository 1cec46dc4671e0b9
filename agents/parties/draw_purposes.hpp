#pragma once

#include <protocol/base/draws.hpp>

/// What built-in parties draw random numbers for. A host draws for the seats of others by these
/// purposes and by no other: the world's draws would tell what a seat may not know.
namespace monazite::parties {

inline constexpr base::Purpose kChoiceDraw{"parties.acts.choice"};
inline constexpr base::Purpose kJudgementDraw{"parties.acts.judgement"};
inline constexpr base::Purpose kConsultationDraw{"parties.acts.consultation"};
inline constexpr base::Purpose kInvitationDraw{"parties.acts.invitation"};
inline constexpr base::Purpose kFirmnessDraw{"parties.table.firmness"};
inline constexpr base::Purpose kRandomDraw{"parties.random"};

[[nodiscard]] constexpr bool is_party_draw(base::Purpose purpose) {
  for (const base::Purpose known : {kChoiceDraw, kJudgementDraw, kConsultationDraw, kInvitationDraw,
                                    kFirmnessDraw, kRandomDraw}) {
    if (known.number == purpose.number) return true;
  }
  return false;
}

}  // namespace monazite::parties
