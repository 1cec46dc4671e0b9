#pragma once

#include <string>
#include <string_view>

#include <protocol/agenda/agenda.hpp>
#include <protocol/messages/encounter.pb.h>
#include <protocol/messages/mandate.pb.h>
#include <protocol/messages/trade.pb.h>

namespace monazite::lab {

/// English words for the codes in messages. One place, so that another language is another table.

/// "Commerce", "atomic energy", "METI (supply)"
[[nodiscard]] std::string office_words(v1::Office office);
/// "asks IREL to hold neodymium back", as an office's act
[[nodiscard]] std::string act_words(v1::Act act);
/// "it expects 2.3 M more than from doing nothing", or empty
[[nodiscard]] std::string reason_words(const v1::Reason& reason);
/// "NdPr delivered"
[[nodiscard]] std::string clause_words(v1::ClauseStatus::Clause clause);
/// "honoured", "under consultation"
[[nodiscard]] std::string status_words(v1::ClauseStatus::Status status);
/// "memorandum", "supply contract", "allocation"
[[nodiscard]] std::string table_words(v1::Table table);
/// "Nash point", "alternating offers"
[[nodiscard]] std::string conduct_words(v1::Conduct conduct);

/// The same with a capital letter in front: "Commerce", "Volume".
[[nodiscard]] std::string capital(std::string text);
/// A number with as many decimals as it needs at most: "1,500", "0.255", "-3.2".
[[nodiscard]] std::string number_words(double value, int decimals);
/// A rounded count of a thing whose plural ends in "s": "1 offer", "3 offers", "0 months".
[[nodiscard]] std::string count_words(double count, std::string_view thing);
/// A level of an issue: its label, or its number with the unit.
[[nodiscard]] std::string level_words(const agenda::Issue& issue, std::uint32_t level);
/// The labels of a package's levels in issue order: "high, 70".
[[nodiscard]] std::string levels_words(const agenda::Agenda& agenda, agenda::Outcome outcome);
/// An issue's name for people: "volume", "NdPr share"; its file name where none is known.
[[nodiscard]] std::string issue_words(const std::string& issue_name);

}  // namespace monazite::lab
