#include <tests/support/catch.hpp>
#include <viz/model/lower_case.hpp>

using monazite::viz::lower_case;

TEST_CASE("letters become small, and what has no case stays") {
  CHECK(lower_case("IREL asks Toyota Tsusho") == "irel asks toyota tsusho");
  CHECK(lower_case("").empty());
  CHECK(lower_case("日本 NdPr 12 %") == "日本 ndpr 12 %");
}
