#include <algorithm>

#include <tests/support/catch.hpp>
#include <tests/world/lab/played.hpp>
#include <world/engine/analysis.hpp>

using namespace monazite;
using engine::Session;
using mandates::Consent;
using mandates::kClears;

namespace {

/// A home of two offices; nothing else is asked of it here.
class Home final : public mandates::Mandate {
 public:
  Home(v1::Office first, v1::Office second) : offices_{first, second} {}
  void absorb(const v1::Envelope&) override {}
  void prepare(base::Day) override {}
  void brief_acts(v1::Brief&) const override {}
  void brief_table(std::uint64_t, v1::Brief&) const override {}
  void brief_additions(std::uint64_t, const std::vector<std::uint64_t>&,
                       v1::Brief&) const override {}
  void values(std::uint64_t, const std::vector<std::uint64_t>&,
              std::vector<double>&) const override {}
  [[nodiscard]] v1::Worth worth(std::uint64_t, std::uint64_t) const override { return {}; }
  [[nodiscard]] double reservation(std::uint64_t) const override { return 0; }
  [[nodiscard]] v1::Worth reservation_worth(std::uint64_t) const override { return {}; }
  void clear(std::uint64_t, std::uint64_t, v1::Clearance&) const override {}
  [[nodiscard]] v1::Office office_at(int place) const override {
    return place < 0 ? v1::OFFICE_NONE : offices_.at(static_cast<std::size_t>(place));
  }

 private:
  std::array<v1::Office, 2> offices_;
};

agenda::Agenda six_packages() {
  agenda::Issue issue;
  issue.name = "x";
  for (int i = 0; i < 6; ++i) {
    issue.values.push_back(i);
    issue.labels.push_back(std::to_string(i));
  }
  return *agenda::Agenda::make("test", {issue});
}

/// Both sides see six packages, all worth 1 above no deal.
Session session(const agenda::Agenda& agenda, std::vector<Consent> first,
                std::vector<Consent> second) {
  Session made(1, v1::TABLE_CONSULTATION, v1::CONDUCT_PROTOCOL, agenda, 3, 4, 10, base::Day{0});
  for (agenda::Outcome outcome = 0; outcome < 6; ++outcome) made.sample.push_back(outcome);
  for (std::size_t side = 0; side < 2; ++side) {
    made.views[side].value_musd.assign(6, 1.0F);
    made.views[side].consents = side == 0 ? std::move(first) : std::move(second);
    for (const Consent consent : made.views[side].consents) {
      made.views[side].clearable.push_back(consent == kClears ? 1 : 0);
    }
    made.views[side].clearable.resize(6, 0);
  }
  return made;
}

const Home kIndia(v1::OFFICE_ATOMIC_ENERGY, v1::OFFICE_COMMERCE);
const Home kJapan(v1::OFFICE_METI_SUPPLY, v1::OFFICE_FINANCE_MINISTRY);

v1::NegotiationAnalysis analysed(const Session& session) {
  v1::NegotiationAnalysis analysis;
  engine::analyse_beliefs(session, {&kIndia, &kJapan}, std::nullopt, false, analysis);
  return analysis;
}

}  // namespace

TEST_CASE("the office whose consent would widen the overlap most is recorded, on both sides") {
  const agenda::Agenda agenda = six_packages();
  const auto analysis = analysed(
      session(agenda, {1, 1, 2, kClears, kClears, kClears}, {kClears, kClears, kClears, 2, 2, 1}));
  CHECK(analysis.first_win_set() == 3);
  CHECK(analysis.second_win_set() == 3);
  CHECK(analysis.overlap() == 0);
  CHECK(analysis.first_obstacle() == v1::OFFICE_ATOMIC_ENERGY);
  CHECK(analysis.second_obstacle() == v1::OFFICE_FINANCE_MINISTRY);
}

TEST_CASE("nobody is in the way where homes agree, and among firms") {
  const agenda::Agenda agenda = six_packages();
  const std::vector<Consent> all(6, kClears);
  CHECK(analysed(session(agenda, all, all)).first_obstacle() == v1::OFFICE_NONE);
  CHECK(analysed(session(agenda, {}, {})).second_obstacle() == v1::OFFICE_NONE);
  // Where the other home would refuse too, one consent does not help.
  const auto hopeless =
      analysed(session(agenda, std::vector<Consent>(6, 1), std::vector<Consent>(6, 1)));
  CHECK(hopeless.first_obstacle() == v1::OFFICE_NONE);
}

TEST_CASE("a barred package cannot be brought back by any office") {
  const agenda::Agenda agenda = six_packages();
  Session with_barred = session(agenda, {1, 1, 1, 2, 2, 0}, std::vector<Consent>(6, kClears));
  CHECK(analysed(with_barred).first_obstacle() == v1::OFFICE_ATOMIC_ENERGY);
  with_barred.rules.bar(0);
  with_barred.rules.bar(1);
  CHECK(analysed(with_barred).first_obstacle() == v1::OFFICE_COMMERCE);
}

TEST_CASE("a run's meetings name offices of the right side, and firms' tables name none") {
  const lab::Played played = test_support::play(4);
  std::size_t named = 0;
  for (const lab::Meeting& meeting : lab::meetings_of(played.chronicle)) {
    const auto indian = [](v1::Office office) { return office < v1::OFFICE_METI_SUPPLY; };
    const bool india_first = played.chronicle.name(meeting.first) == "india";
    const v1::Office first = meeting.analysis->first_obstacle();
    const v1::Office second = meeting.analysis->second_obstacle();
    if (first != v1::OFFICE_NONE) CHECK(indian(first) == india_first);
    if (second != v1::OFFICE_NONE) CHECK(indian(second) != india_first);
    named += first != v1::OFFICE_NONE || second != v1::OFFICE_NONE ? 1 : 0;
  }
  CHECK(named > 0);
  for (const auto& dated : played.chronicle.analyses) {
    if (dated.analysis.table() == v1::TABLE_CONSULTATION) continue;
    CHECK(dated.analysis.first_obstacle() == v1::OFFICE_NONE);
    CHECK(dated.analysis.second_obstacle() == v1::OFFICE_NONE);
  }
}

TEST_CASE("no agreement of a run moves nothing") {
  const lab::Played played = test_support::play(4);
  const scenarios::Scenario& scenario = test_support::short_crisis();
  std::size_t contracts = 0;
  for (const v1::Envelope& e : played.chronicle.envelopes) {
    if (!e.has_agreement() || e.agreement().table() == v1::TABLE_CONSULTATION) continue;
    const bool supply = e.agreement().table() == v1::TABLE_SUPPLY_CONTRACT;
    const agenda::Agenda& agenda = scenario.agendas[supply ? 1 : 2];
    const auto issue = agenda.find(supply ? "reo_t_per_month" : "ndpr_t_per_quarter");
    REQUIRE(issue.has_value());
    CHECK(agenda.value(e.agreement().outcome(), *issue) > 0);
    ++contracts;
  }
  CHECK(contracts > 0);
}
