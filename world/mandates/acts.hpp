#pragma once

#include <protocol/base/draws.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/mandate.pb.h>
#include <world/mandates/consultation.hpp>
#include <world/mandates/reservation.hpp>

namespace monazite::mandates {

/// What acts are weighed with.
struct ActView {
  const Outlook& outlook;
  const Models& models;
  const base::Draws& draws;
  base::SeatId seat = 0;
  /// What talks may bring: the best package's smaller gain of the two sides, as believed. M.
  double prospect_musd = 0;
};

/// Whether this side could ask for talks now: none are open, and the last that failed are long ago.
[[nodiscard]] bool could_ask_for_talks(const Outlook& outlook);

/// The acts of India's offices: Commerce asks atomic energy to hold back, restricts by notification
/// or lifts its restriction; atomic energy directs IREL; External Affairs and Commerce ask for
/// talks; any office leaks. Each office has doing nothing at 0. An office takes the matter up
/// (on_the_desk) with the scenario's attention.
///
/// Departures from the specification in docs/model.md: Commerce foresees how atomic energy would
/// answer instead of assuming a fixed effect, so a request that stands is hardly repeated and none
/// is made for what is done already; a fresh direction is dear to change.
void list_india_acts(const ActView& view, v1::Brief& brief);

/// The acts of Japan's offices: METI and the Foreign Ministry ask for talks, JOGMEC sells from the
/// state stock, any office leaks.
void list_japan_acts(const ActView& view, v1::Brief& brief);

/// To accept an invitation or to refuse it. Refusing costs friendship.
void list_answers(const ActView& view, v1::Brief& brief);

}  // namespace monazite::mandates
