#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/result.hpp>

namespace monazite::strategies {

/// Reads packages from text: one a line, the labels of its levels in the order of the agenda's
/// issues, with tabs between them. A number may be written another way than in the agenda ("20.0"
/// for "20"). Empty lines and a byte order mark are passed over; lines may end in CR LF. At least
/// one package.
///
/// Fails with one sentence that begins with `name` and the line: what was found, what was expected,
/// and the nearest label.
[[nodiscard]] base::Result<std::vector<agenda::Outcome>> read_bids(std::string_view text,
                                                                   const std::string& name,
                                                                   const agenda::Agenda& agenda);

/// The same from a file of at most 1 GiB.
[[nodiscard]] base::Result<std::vector<agenda::Outcome>> read_bid_file(
    const std::string& path, const agenda::Agenda& agenda);

}  // namespace monazite::strategies
