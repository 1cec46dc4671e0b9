#include <tests/support/catch.hpp>
#include <world/scenarios/observation_table.hpp>

namespace v1 = monazite::v1;
using monazite::scenarios::ObservationTable;
using monazite::scenarios::Sight;
using monazite::scenarios::Viewpoint;

TEST_CASE("What was never set is seen by nobody") {
  const ObservationTable table;
  CHECK(!table.sight(v1::QUANTITY_PRICE_LIGHT, Viewpoint::kJapan).sees());
  CHECK(table.longest_delay_months() == 0);
}

TEST_CASE("A table answers for each quantity and viewpoint alone") {
  ObservationTable table;
  table.set(v1::QUANTITY_MAKER_STOCK, Viewpoint::kMakers, {0, 0});
  table.set(v1::QUANTITY_PRICE_LIGHT, Viewpoint::kIrel, {7, 0.2});
  CHECK(table.sight(v1::QUANTITY_MAKER_STOCK, Viewpoint::kMakers).sees());
  CHECK(!table.sight(v1::QUANTITY_MAKER_STOCK, Viewpoint::kIrel).sees());
  CHECK(table.sight(v1::QUANTITY_PRICE_LIGHT, Viewpoint::kIrel).delay_months == 7);
  CHECK(table.sight(v1::QUANTITY_PRICE_LIGHT, Viewpoint::kIrel).error_log_sd == 0.2);
  CHECK(table.longest_delay_months() == 7);
  table.set(v1::QUANTITY_PRICE_LIGHT, Viewpoint::kIrel, {});
  CHECK(table.longest_delay_months() == 0);
}
