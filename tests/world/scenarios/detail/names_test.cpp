#include <tests/support/catch.hpp>
#include <world/scenarios/detail/names.hpp>

namespace detail = monazite::scenarios::detail;
namespace v1 = monazite::v1;

TEST_CASE("Names are those of the messages in lower case, without their prefix") {
  CHECK(detail::office_names().at("meti_technology_control") == v1::OFFICE_METI_TECHNOLOGY_CONTROL);
  CHECK(detail::act_names().at("request_hold_back") == v1::ACT_REQUEST_HOLD_BACK);
  CHECK(detail::conduct_names().at("kalai_smorodinsky") == v1::CONDUCT_KALAI_SMORODINSKY);
  CHECK(detail::name_of(detail::office_names(), v1::OFFICE_JOGMEC) == "jogmec");
}

TEST_CASE("The zero of an enumeration has no name") {
  CHECK(detail::name_of(detail::office_names(), v1::OFFICE_NONE).empty());
  CHECK(detail::act_names().count("none") == 0);
  CHECK(detail::conduct_names().count("unspecified") == 0);
}

TEST_CASE("Offices of India and of Japan are told apart by their numbers") {
  CHECK(detail::is_indian(v1::OFFICE_PRIME_MINISTER));
  CHECK(!detail::is_indian(v1::OFFICE_METI_SUPPLY));
  CHECK(detail::office_names().size() == 13);
}
