#include <tests/support/catch.hpp>
#include <tests/world/mandates/two_capitals.hpp>
#include <world/mandates/clearance.hpp>

namespace monazite::mandates {
namespace {

/// A home with gains given by hand; offices of the worked example.
struct Home {
  SideModel model;
  HomeView view;

  explicit Home(Side side) {
    model.side = side;
    model.offices = normalised(fixtures::worked_offices(), side);
    for (const OfficeSetup& office : model.offices) model.weights.push_back(office.weight);
    view.gains.assign(model.offices.size(), 5);
    view.moods.assign(model.offices.size(), 0);
    view.side_gain = 5;
  }
  v1::Clearance ask() const {
    v1::Clearance clearance;
    clear_at_home(model, view, rules(), 1, clearance);
    return clearance;
  }
  static equations::Clearance rules() { return fixtures::worked_parameters().clearance; }
  Consent expect() const {
    OfficeGains gains{};
    for (std::size_t i = 0; i < view.gains.size(); ++i) gains[i] = view.gains[i];
    return expected_consent(model, rules(), view.side_gain, gains);
  }
};

constexpr std::size_t kAtomicEnergy = 0, kCommerce = 1, kHeavyIndustries = 2, kPrimeMinister = 6;
constexpr std::size_t kControl = 1;

TEST_CASE("A package by which everybody gains is cleared") {
  const Home home(Side::kIndia);
  const v1::Clearance clearance = home.ask();
  CHECK(clearance.given());
  CHECK(clearance.votes_size() == 7);
  CHECK(clearance.reason().code() == v1::REASON_CODE_ALL_CLEAR);
  CHECK(home.expect() == kClears);
}

TEST_CASE("Nobody signs below the side's reservation value, whatever the offices say") {
  Home home(Side::kIndia);
  home.view.side_gain = -0.001;
  home.view.near_summit = true;
  const v1::Clearance clearance = home.ask();
  CHECK_FALSE(clearance.given());
  CHECK(clearance.named() == v1::OFFICE_NONE);
  CHECK(clearance.reason().code() == v1::REASON_CODE_SIDE_LOSES);
  CHECK(home.expect() == 0);
}

TEST_CASE("A veto names its office") {
  Home home(Side::kIndia);
  home.view.gains[kCommerce] = -6.8;
  const v1::Clearance clearance = home.ask();
  CHECK_FALSE(clearance.given());
  CHECK(clearance.named() == v1::OFFICE_COMMERCE);
  CHECK(clearance.votes(1).veto());
  CHECK_FALSE(clearance.votes(1).overruled());
  CHECK(home.expect() == Consent{1} << kCommerce);
}

TEST_CASE("The Prime Minister's office overrules one veto when it gains a lot, not two") {
  Home home(Side::kIndia);
  home.view.gains[kCommerce] = -6.8;
  home.view.gains[kPrimeMinister] = 9;
  v1::Clearance clearance = home.ask();
  CHECK(clearance.given());
  CHECK(clearance.votes(1).overruled());
  CHECK(clearance.reason().code() == v1::REASON_CODE_ARBITER_OVERRULES);
  SECTION("a bad mood of the day raises the bar") {
    home.view.arbiter_mood = 1.5;
    CHECK_FALSE(home.ask().given());
  }
  SECTION("two vetoes are one too many") {
    home.view.gains[kAtomicEnergy] = -2;
    clearance = home.ask();
    CHECK_FALSE(clearance.given());
    CHECK(clearance.named() == v1::OFFICE_COMMERCE);  // the one that loses most
    CHECK_FALSE(clearance.votes(0).overruled());
  }
  SECTION("near a summit ministers lift the second when the side gains as much") {
    home.view.gains[kAtomicEnergy] = -2;
    home.view.near_summit = true;
    CHECK_FALSE(home.ask().given());
    home.view.side_gain = 8.5;
    CHECK(home.ask().given());
  }
}

TEST_CASE("Nobody lifts the arbiter's own veto") {
  Home home(Side::kIndia);
  home.view.gains[kPrimeMinister] = -3;
  home.view.near_summit = true;
  home.view.side_gain = 20;
  const v1::Clearance clearance = home.ask();
  CHECK_FALSE(clearance.given());
  CHECK(clearance.named() == v1::OFFICE_PRIME_MINISTER);
}

TEST_CASE("Without half of the weight a package fails and the largest loser is named") {
  Home home(Side::kJapan);
  for (const std::size_t office : {0U, 2U, 3U}) home.view.gains[office] = -2;  // 0.55 of the weight
  home.view.gains[2] = -9;
  const v1::Clearance clearance = home.ask();
  CHECK_FALSE(clearance.given());
  CHECK(clearance.named() == v1::OFFICE_JOGMEC);
  // Any one of the three would make a majority of it.
  CHECK(home.expect() == ((Consent{1} << 0) | (Consent{1} << 2) | (Consent{1} << 3)));
}

TEST_CASE("In Japan a small loss passes, in India it does not") {
  Home japan(Side::kJapan);
  japan.view.gains[kControl] = -0.9;
  CHECK(japan.ask().given());
  Home india(Side::kIndia);
  india.view.gains[kCommerce] = -0.9;
  CHECK_FALSE(india.ask().given());
}

TEST_CASE("A vote has something of chance, the side's gain has not") {
  Home home(Side::kIndia);
  home.view.gains[kCommerce] = -0.5;
  CHECK_FALSE(home.ask().given());
  home.view.moods[kCommerce] = 0.6;
  CHECK(home.ask().given());
  home.view.gains[kHeavyIndustries] = -50;  // no veto, and 0.85 of the weight for it
  CHECK(home.ask().given());
}

TEST_CASE("Win-sets count what each home clears, both, and who would widen the overlap most") {
  const Consent first = 1, second = 2;
  const WinSets sets =
      compare_win_sets({kClears, kClears, second, second, first | second, 0, first},
                       {kClears, 4, kClears, kClears, kClears, kClears, 0});
  CHECK(sets.first == 2);
  CHECK(sets.second == 5);
  CHECK(sets.overlap == 1);
  CHECK(sets.first_obstacle == 1);   // three packages wait for it, one for the other
  CHECK(sets.second_obstacle == 2);  // the office of bit 4 blocks one that the first home clears
}

TEST_CASE("With the same packages on both sides nobody is in the way") {
  const WinSets sets = compare_win_sets({kClears, 0}, {kClears, 0});
  CHECK(sets.overlap == 1);
  CHECK(sets.first_obstacle == -1);
  CHECK(sets.second_obstacle == -1);
}

TEST_CASE("A refusal by a named office turns into a yes with a side payment") {
  fixtures::TwoCapitals world;
  world.appraise();
  const auto ask = [&](const treaty::MouTerms& terms) {
    HomeView view;
    view.side_gain = world.side_gain(world.india, terms) + 1;  // the worked package without finance
    for (std::size_t i = 0; i < world.india.offices.size();
         ++i) {  // is a near miss for the side too
      view.gains.push_back(world.gain(world.india, i, terms));
      view.moods.push_back(0);
    }
    v1::Clearance clearance;
    clear_at_home(world.india, view, world.parameters.clearance, 1, clearance);
    return clearance;
  };
  treaty::MouTerms package = fixtures::worked_package();
  package.finance_bn_jpy = 0;
  const v1::Clearance refused = ask(package);
  CHECK_FALSE(refused.given());
  CHECK(refused.named() == v1::OFFICE_COMMERCE);
  package.finance_bn_jpy = 5;
  CHECK(ask(package).given());
}

}  // namespace
}  // namespace monazite::mandates
