#include <protocol/recording/damage.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::recording;

namespace {

base::Day day(const char* text) {
  return *base::parse_day(text);
}

}  // namespace

TEST_CASE("Nothing is said of a whole recording") {
  const Damage damage;
  CHECK_FALSE(damage.any());
  CHECK(damage.sentence().empty());
}

TEST_CASE("Damage is told in one sentence with its days") {
  Damage damage;
  damage.unfinished = true;
  damage.last_day = day("2026-03-31");
  CHECK(damage.loses_records());
  CHECK(damage.sentence() ==
        "The recording breaks off after 31 March 2026, where the run or the file was cut short.");

  damage.lost.push_back({day("2025-06-01"), day("2025-06-30")});
  CHECK(damage.sentence() ==
        "The recording breaks off after 31 March 2026, where the run or the file was cut short; "
        "records of 1 June 2025 to 30 June 2025 are damaged and left out.");
}

TEST_CASE("Many damaged parts are counted rather than listed") {
  Damage damage;
  for (int i = 0; i < 5; ++i) damage.lost.push_back({day("2025-06-01") + i, day("2025-06-01") + i});
  CHECK(damage.sentence() ==
        "Records of 1 June 2025, 2 June 2025, 3 June 2025 and of 2 periods more are damaged and "
        "left out.");
}

TEST_CASE("Damage without loss says that nothing is lost") {
  Damage damage;
  damage.index_rebuilt = true;
  CHECK(damage.any());
  CHECK_FALSE(damage.loses_records());
  CHECK(damage.sentence() ==
        "Its index was damaged and has been rebuilt, by which nothing is lost.");
  damage.index_rebuilt = false;
  damage.undecodable = 1;
  CHECK(damage.loses_records());
  CHECK(damage.sentence() == "1 record cannot be understood and is left out.");
}

TEST_CASE("What can be done depends on whether records are missing") {
  Damage damage;
  CHECK(damage.remedy().empty());
  damage.beside_records = true;
  damage.beside_place = "the list of schemas, at byte 46";
  CHECK(damage.sentence() ==
        "The notes beside the records (the list of schemas, at byte 46) are damaged, the records "
        "are not.");
  CHECK(damage.remedy().find("Nothing is missing here") == 0);
  damage.unfinished = true;
  CHECK(damage.remedy().find("Another copy of the file has what is missing") == 0);
}
