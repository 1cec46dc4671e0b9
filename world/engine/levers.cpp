#include <world/engine/levers.hpp>

namespace monazite::engine {

bool owns_lever(v1::Office office, v1::Act act) {
  switch (act) {
    case v1::ACT_REQUEST_HOLD_BACK:
    case v1::ACT_NOTIFY_HALF:
    case v1::ACT_NOTIFY_STOP:
    case v1::ACT_NOTIFY_LIFT:
      return office == v1::OFFICE_COMMERCE;
    case v1::ACT_DIRECT_FEED_FULL:
    case v1::ACT_DIRECT_FEED_HALF:
    case v1::ACT_DIRECT_FEED_LIGHT:
    case v1::ACT_DIRECT_FEED_STOP:
      return office == v1::OFFICE_ATOMIC_ENERGY;
    case v1::ACT_ASK_CONSULTATION:
    case v1::ACT_ACCEPT_CONSULTATION:
    case v1::ACT_REFUSE_CONSULTATION:
      return office == v1::OFFICE_COMMERCE || office == v1::OFFICE_EXTERNAL_AFFAIRS ||
             office == v1::OFFICE_PRIME_MINISTER || office == v1::OFFICE_METI_SUPPLY ||
             office == v1::OFFICE_FOREIGN_MINISTRY;
    case v1::ACT_RELEASE_STOCK:
      return office == v1::OFFICE_JOGMEC;
    case v1::ACT_ASK_RENEGOTIATION:
      return office == v1::OFFICE_NONE;
    case v1::ACT_LEAK:
    case v1::ACT_NONE:
      return true;
    default:
      return false;
  }
}

bool FlowControl::apply(v1::Act act) {
  const FlowControl before = *this;
  switch (act) {
    case v1::ACT_DIRECT_FEED_FULL:
      feed_factor = 1;
      light_only = false;
      break;
    case v1::ACT_DIRECT_FEED_HALF:
      feed_factor = 0.5;
      light_only = false;
      break;
    case v1::ACT_DIRECT_FEED_LIGHT:
      feed_factor = 1;
      light_only = true;
      break;
    case v1::ACT_DIRECT_FEED_STOP:
      feed_factor = 0;
      light_only = false;
      break;
    case v1::ACT_NOTIFY_HALF:
      export_cap = 0.5;
      break;
    case v1::ACT_NOTIFY_STOP:
      export_cap = 0;
      break;
    case v1::ACT_NOTIFY_LIFT:
      export_cap = 1;
      break;
    default:
      break;
  }
  return before.feed_factor != feed_factor || before.light_only != light_only ||
         before.export_cap != export_cap;
}

}  // namespace monazite::engine
