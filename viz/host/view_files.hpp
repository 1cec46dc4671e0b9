#pragma once

#include <protocol/base/result.hpp>
#include <viz/host/view_options.hpp>
#include <viz/host/viewer.hpp>

namespace monazite::viz {

/// Writes what the command line asks for without a display: a picture, a film's pictures, a chart's
/// values. Errors name the file and the remedy.
[[nodiscard]] base::Result<void> write_view_files(App& app, Viewer& viewer,
                                                  const ViewOptions& options);

}  // namespace monazite::viz
