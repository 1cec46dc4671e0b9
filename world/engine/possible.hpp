#pragma once

#include <functional>
#include <optional>

#include <protocol/agenda/agenda.hpp>
#include <world/engine/session.hpp>
#include <world/engine/stage.hpp>

namespace monazite::engine {

/// Which packages of a table can be kept at all. A memorandum that promises more NdPr than India's
/// mine can bring is not on the table: volume times NdPr share over Japan's share of the product
/// may not exceed 95 % of what mine, cracking and separation give in a year. The other tables have
/// no such bound (the contract is held to the memorandum when it is carried out).
[[nodiscard]] std::function<bool(agenda::Outcome)> possible_packages(const Stage& stage,
                                                                     v1::Table table);

/// Last day of the term of a package signed on `day`.
[[nodiscard]] base::Day term_ends(const Session& session, agenda::Outcome outcome, base::Day day);

}  // namespace monazite::engine
