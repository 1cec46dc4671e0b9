#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace monazite::base {

/// What kind of expected failure it is. The command line maps it to an exit code.
enum class ErrorCode {
  kBadInput,    ///< something the user gave is wrong: a scenario, an option, a name (exit code 2)
  kNotFound,    ///< a file, a scenario or a channel is not there (exit code 2)
  kNotAllowed,  ///< a move or an act that the rules forbid to this party now
  kIo,          ///< the machine refused: an unwritable folder, a full disk (exit code 1)
  kDamaged,     ///< a recording that is not whole
  kMismatch     ///< what was re-computed differs from what was recorded
};

/// An expected failure: one clear sentence for the user with the place and the remedy.
struct Error {
  ErrorCode code = ErrorCode::kBadInput;
  std::string message;
};

/// A value or an Error. Each error is handled once: log it or pass it on, never both.
template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace monazite::base
