#pragma once

#include <protocol/messages/mandate.pb.h>

namespace monazite::mandates {

enum class Side { kIndia, kJapan };

/// One office at home as the scenario describes it. Emphases multiply the columns of the side's
/// appraisal and are normalised so that the weighted mean of each column is 1: the state as a whole
/// counts a dollar as a dollar, offices differ in emphasis only. All numbers are >= 0.
struct OfficeSetup {
  v1::Office office = v1::OFFICE_NONE;
  Side side = Side::kIndia;
  double weight = 0;  ///< share in the side's value; the offices of a side sum to 1
  bool can_veto = false;
  bool arbiter = false;  ///< may overrule one veto of its side

  // emphases of both sides
  double magnets = 0;
  double technology = 0;
  double finance = 0;
  double audience = 0;
  double relationship = 0;
  // India only
  double revenue = 0;             ///< [rev]
  double shortage = 0;            ///< [sh]
  double slip_belief_months = 0;  ///< by how much it expects the plants to slip
  double discount_per_year = 0;
  // Japan only
  double security = 0;  ///< [SEC]
  double price = 0;     ///< [PRI]
};

}  // namespace monazite::mandates
