#include <tests/support/catch.hpp>
#include <world/treaty/terms.hpp>

using namespace monazite;
using namespace monazite::treaty;

namespace {

agenda::Issue issue(const char* name, std::vector<double> values, std::uint32_t status_quo = 0) {
  agenda::Issue made;
  made.name = name;
  made.values = values;
  for (const double value : values) made.labels.push_back(std::to_string(value));
  made.status_quo = status_quo;
  return made;
}

}  // namespace

TEST_CASE("Every issue of the consultation is read into its own term") {
  std::vector<agenda::Issue> issues;
  for (int i = 0; i < static_cast<int>(MouIssue::kCount); ++i) {
    issues.push_back(issue(issue_name(static_cast<MouIssue>(i)), {0, 1}));
  }
  const auto agenda = agenda::Agenda::make("consultation", issues);
  REQUIRE(agenda.has_value());
  const auto numbers = [&](agenda::Outcome outcome) {
    const MouTerms t = read_mou(*agenda, outcome, {});
    return std::vector<double>{t.volume_t_per_year,
                               t.share_after_plants,
                               t.ndpr_share,
                               t.premium_percent,
                               t.floor_usd_per_kg,
                               t.magnets_t_per_year,
                               t.magnets_made_in_japan ? 1.0 : 0.0,
                               static_cast<double>(t.technology_level),
                               t.joint_venture_t_per_year,
                               t.finance_bn_jpy,
                               t.domestic_priority_share,
                               t.notice_days,
                               t.term_years,
                               t.heavy_swap_t_per_year};
  };
  for (std::size_t i = 0; i < issues.size(); ++i) {
    const std::vector<double> terms = numbers(agenda->with_level(agenda->status_quo(), i, 1));
    for (std::size_t j = 0; j < terms.size(); ++j) {
      INFO("issue " << i << ", term " << j);
      CHECK(terms[j] == (i == j ? 1 : 0));
    }
  }
}

TEST_CASE("An issue that the agenda lacks stays at its status quo") {
  const auto agenda =
      agenda::Agenda::make("consultation", {issue("volume_t_per_year", {0, 1000, 2000}, 1)});
  REQUIRE(agenda.has_value());
  MouTerms status_quo;
  status_quo.volume_t_per_year = 500;
  status_quo.term_years = 7;
  status_quo.magnets_made_in_japan = true;
  const MouTerms terms = read_mou(*agenda, agenda->status_quo(), status_quo);
  CHECK(terms.volume_t_per_year == 1000);
  CHECK(terms.term_years == 7);
  CHECK(terms.magnets_made_in_japan);
}

TEST_CASE("A supply contract and an allocation are read by their issues' names") {
  const auto supply = agenda::Agenda::make(
      "supply contract", {issue("take_or_pay_share", {0, 0.5, 0.7}), issue("term_years", {1, 3}),
                          issue("reo_t_per_month", {50, 75, 100})});
  REQUIRE(supply.has_value());
  const std::uint32_t levels[] = {2, 1, 2};
  SupplyTerms status_quo;
  status_quo.floor_usd_per_kg = 50;
  const SupplyTerms terms = read_supply(*supply, supply->outcome(levels), status_quo);
  CHECK(terms.take_or_pay_share == 0.7);
  CHECK(terms.term_years == 3);
  CHECK(terms.reo_t_per_month == 100);
  CHECK(terms.floor_usd_per_kg == 50);

  const auto allocation = agenda::Agenda::make(
      "allocation", {issue("ndpr_t_per_quarter", {0, 30}), issue("premium_percent", {-5, 5})});
  REQUIRE(allocation.has_value());
  const std::uint32_t quarter[] = {1, 0};
  const AllocationTerms got = read_allocation(*allocation, allocation->outcome(quarter), {});
  CHECK(got.ndpr_t_per_quarter == 30);
  CHECK(got.premium_percent == -5);
  CHECK(got.flexibility_percent == 0);
}
