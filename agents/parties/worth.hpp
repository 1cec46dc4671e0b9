#pragma once

#include <protocol/messages/mandate.pb.h>

namespace monazite::parties {

/// A value in one number: material, audience and relationship terms together. Unit: M, present
/// value.
[[nodiscard]] inline double total(const v1::Worth& worth) {
  return worth.material() + worth.audience() + worth.relationship();
}

}  // namespace monazite::parties
