#include <limits>

#include <agents/preferences/normalise.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;

namespace {

agenda::Agenda two_issues() {
  agenda::Issue price{"price", "", {"low", "high"}, {0, 1}, 0};
  agenda::Issue term{"term", "", {"1", "2", "3"}, {1, 2, 3}, 0};
  auto agenda = agenda::Agenda::make("two issues", {price, term});
  REQUIRE(agenda.has_value());
  return std::move(*agenda);
}

Profile additive(const agenda::Agenda& agenda, Additive::Parts parts, double reservation) {
  Profile profile;
  profile.name = "a party";
  profile.utility = *Additive::make(agenda, std::move(parts));
  profile.reservation = reservation;
  return profile;
}

/// Worth the number of the package, squared.
class Square final : public Utility {
 public:
  [[nodiscard]] double value(const Agenda& /*agenda*/, Outcome outcome) const override {
    return static_cast<double>(outcome * outcome);
  }
};

}  // namespace

TEST_CASE("a normalised additive utility stays additive and runs from exactly 0 to 1") {
  const agenda::Agenda agenda = two_issues();
  // A negative weight and a constant: worth 5 - 2 * {1, 3} + {0, 10, 4}, that is -1 to 13.
  const Profile profile = additive(agenda, {5, {-2, 1}, {{1, 3}, {0, 10, 4}}, 1e9}, 6);
  const UtilityTable table(agenda, profile);
  const Profile unit = unit_profile(table);
  REQUIRE(dynamic_cast<const Additive*>(unit.utility.get()) != nullptr);
  const UtilityTable scaled(agenda, unit);
  CHECK(scaled.lowest() == 0);
  CHECK(scaled.highest() == 1);
  CHECK(scaled.best() == table.best());
  CHECK(scaled.reservation() == Approx(0.5));
  for (Outcome outcome = 0; outcome < agenda.size(); ++outcome) {
    CHECK(scaled.value(outcome) == Approx((table.value(outcome) + 1) / 14));
  }
}

TEST_CASE("a utility cut by its ceiling is scaled as it comes out") {
  const agenda::Agenda agenda = two_issues();
  const Profile profile = additive(agenda, {0, {1, 1}, {{0.2, 0.6}, {0.3, 0.5, 0.8}}, 1}, 0.5);
  const UtilityTable table(agenda, profile);
  const Profile unit = unit_profile(table);
  const UtilityTable scaled(agenda, unit);
  CHECK(scaled.lowest() == 0);
  CHECK(scaled.highest() == 1);
  CHECK(scaled.value(3) == Approx((0.9 - 0.5) / 0.5));
  CHECK(scaled.value(4) == 1);  // 1.1, cut
  CHECK(scaled.reservation() == 0);
}

TEST_CASE("any other utility is scaled, too") {
  const agenda::Agenda agenda = two_issues();
  Profile profile;
  profile.utility = std::make_shared<Square>();
  profile.reservation = -std::numeric_limits<double>::infinity();
  const UtilityTable table(agenda, profile);
  const Profile unit = unit_profile(table);
  const UtilityTable scaled(agenda, unit);
  CHECK(scaled.value(5) == 1);
  CHECK(scaled.value(2) == Approx(4.0 / 25));
  CHECK(scaled.reservation() == -std::numeric_limits<double>::infinity());
}

TEST_CASE("a party that does not care has 0 everywhere when normalised") {
  const agenda::Agenda agenda = two_issues();
  const Profile profile = additive(agenda, {7, {0, 1}, {{1, 2}, {0, 0, 0}}, 1e9}, 6);
  const UtilityTable table(agenda, profile);
  const Profile unit = unit_profile(table);
  const UtilityTable scaled(agenda, unit);
  CHECK(scaled.highest() == 0);
  CHECK(scaled.lowest() == 0);
  CHECK(scaled.reservation() == -1);
}

TEST_CASE("all profiles of a domain are normalised, in their order") {
  const Domain domain = tests::as_negmas_reads("tied");
  const auto tables = tables_of(domain);
  const Domain unit = unit_domain(domain, tables);
  REQUIRE(unit.profiles.size() == 2);
  CHECK(unit.profiles[1].name == domain.profiles[1].name);
  CHECK(unit.profiles[0].reservation == Approx(-0.75));
  CHECK(unit.profiles[1].reservation == Approx(-0.6));
}
