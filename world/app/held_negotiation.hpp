#pragma once

#include <memory>
#include <string>
#include <vector>

#include <agents/preferences/utility_table.hpp>
#include <agents/session/negotiation.hpp>
#include <protocol/base/result.hpp>
#include <world/lab/domain_recording.hpp>

namespace monazite::app {

/// Holds a negotiation over a domain with the strategies and the rule that it names, and records it
/// if `recording_path` is not empty. `tables` are those of its domain. Fails with a sentence when a
/// name is not known, the rule is not for so many parties, or the disk refuses.
[[nodiscard]] base::Result<session::Negotiated> hold(
    const lab::DomainRun& run,
    const std::vector<std::unique_ptr<preferences::UtilityTable>>& tables,
    const std::string& recording_path);

}  // namespace monazite::app
