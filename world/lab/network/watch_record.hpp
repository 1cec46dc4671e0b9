#pragma once

#include <atomic>
#include <functional>
#include <string>

#include <protocol/base/calendar.hpp>
#include <protocol/base/result.hpp>
#include <protocol/net/client.hpp>

namespace monazite::lab {

/// Writes down what one who looks on at a table is told, into a recording at `path` that grows and
/// can be read meanwhile: of everything, the host's own recording byte for byte, month by month; of
/// what is public, the header and the public messages, without snapshots, analyses and hashes,
/// month by month or as soon as nothing more comes for a moment. Returns when the history is over
/// (or `stop` is set; the recording is then left unfinished).
///
/// Errors: the connection is lost (what came is kept), or the file cannot be written (kIo, with
/// path and remedy). `day` is called with the last day heard of; may be empty.
[[nodiscard]] base::Result<v1::End> record_watch(net::Client& client, const v1::Watching& watching,
                                                 const std::string& path,
                                                 const std::atomic<bool>& stop,
                                                 const std::function<void(base::Day)>& day = {});

}  // namespace monazite::lab
