#include <utility>

#include <agents/parties/builtin.hpp>
#include <world/engine/seating.hpp>
#include <world/mandates/company_irel.hpp>
#include <world/mandates/company_maker.hpp>
#include <world/mandates/company_toyotsu.hpp>
#include <world/mandates/government.hpp>

namespace monazite::engine {
namespace {

double private_scale(const Stage& stage, base::SeatId seat) {
  const auto found = stage.private_scale.find(stage.roster.name(seat));
  return found == stage.private_scale.end() ? 1.0 : found->second;
}

mandates::CompanySetup company(const Stage& stage, base::SeatId seat, const Session* past) {
  mandates::CompanySetup setup;
  setup.seat = seat;
  setup.irel = stage.seat("irel");
  setup.toyotsu = stage.seat("toyotsu");
  setup.india = stage.seat("india");
  setup.japan = stage.seat("japan");
  setup.first_day = stage.scenario.first_day;
  setup.memorandum = stage.arrangements.mou().terms;
  setup.memorandum_agenda = stage.scenario.agendas[0];
  setup.contract = stage.arrangements.supply().terms;
  setup.contract_until = stage.arrangements.supply().until;
  setup.private_scale = private_scale(stage, seat);
  if (past != nullptr) {
    setup.memorandum = past->memorandum_then;
    setup.contract = past->contract_then;
    setup.contract_until = past->contract_until_then;
    setup.hindsight = true;
  }
  return setup;
}

mandates::MakerMandateSetup maker_setup(const Stage& stage, std::size_t index) {
  const economy::MakerSetup& maker = stage.scenario.makers[index];
  mandates::MakerMandateSetup setup;
  setup.seat = maker.seat;
  setup.car_maker = maker.car_maker;
  setup.need_share = maker.need_share;
  setup.target_cover_days = maker.target_cover_days;
  setup.loss_usd_per_kg_ndpr = maker.loss_usd_per_kg_ndpr;
  setup.qualification_months = maker.qualification_months;
  const treaty::MouTerms& found = stage.arrangements.mou_status_quo();
  setup.usual_t = maker.need_share * found.volume_t_per_year * found.ndpr_share / 4;
  setup.allocation = stage.arrangements.allocation_status_quo();
  return setup;
}

std::unique_ptr<mandates::Mandate> government(const Stage& stage, base::SeatId seat,
                                              bool hindsight) {
  const scenarios::Scenario& scenario = stage.scenario;
  const base::SeatId india = stage.seat("india");
  mandates::GovernmentSetup setup;
  setup.side = seat == india ? mandates::Side::kIndia : mandates::Side::kJapan;
  setup.self = seat;
  setup.other = seat == india ? stage.seat("japan") : india;
  setup.parameters = scenario.parameters;
  setup.offices = scenario.offices;
  setup.status_quo = stage.arrangements.mou_status_quo();
  if (!hindsight) setup.agenda = scenario.agendas[0];  // nobody asks what talks might bring
  setup.type =
      mandates::PrivateType::draw(scenario.parameters, seat, stage.draws, scenario.first_day);
  setup.type.shortfall *= private_scale(stage, seat);
  setup.draws = stage.draws;
  setup.first_day = scenario.first_day;
  setup.hindsight = hindsight;
  return std::make_unique<mandates::GovernmentMandate>(std::move(setup));
}

std::unique_ptr<mandates::Mandate> mandate(const Stage& stage, std::size_t index,
                                           const Session* past) {
  const scenarios::Scenario& scenario = stage.scenario;
  const equations::Parameters& p = scenario.parameters;
  const auto seat = static_cast<base::SeatId>(base::kFirstSeat + index);
  switch (scenario.seats[index].kind) {
    case scenarios::SeatKind::kMiner:
      return std::make_unique<mandates::IrelMandate>(company(stage, seat, past), p, stage.draws);
    case scenarios::SeatKind::kTrader: {
      std::vector<mandates::MakerMandateSetup> makers;
      for (std::size_t i = 0; i < scenario.makers.size(); ++i)
        makers.push_back(maker_setup(stage, i));
      return std::make_unique<mandates::ToyotsuMandate>(company(stage, seat, past),
                                                        std::move(makers), p, stage.draws);
    }
    case scenarios::SeatKind::kMagnetMaker:
    case scenarios::SeatKind::kCarMaker:
      return std::make_unique<mandates::MakerMandate>(
          company(stage, seat, past),
          maker_setup(stage, static_cast<std::size_t>(stage.maker_of(seat))), p, stage.draws);
    default:
      return government(stage, seat, past != nullptr);
  }
}

}  // namespace

std::unique_ptr<mandates::Mandate> make_mandate(const Stage& stage, std::size_t index) {
  return mandate(stage, index, nullptr);
}

std::unique_ptr<mandates::Mandate> make_mandate_in_hindsight(const Stage& stage, std::size_t index,
                                                             const Session& session) {
  return mandate(stage, index, &session);
}

parties::PartySetup builtin_setup(const scenarios::Scenario& scenario, base::SeatId seat) {
  const base::Roster roster = make_roster(scenario);
  const auto find = [&roster](const char* name) {
    return roster.find(name).value_or(base::kRegistrar);
  };
  const scenarios::Seat& self = scenario.seats[seat - base::kFirstSeat];
  const equations::Parameters& p = scenario.parameters;
  parties::PartySetup setup;
  setup.kind = self.kind == scenarios::SeatKind::kGovernment ? parties::PartyKind::kGovernment
                                                             : parties::PartyKind::kFirm;
  const base::SeatId india = find("india");
  setup.other_government = seat == india ? find("japan") : india;
  setup.irel = find("irel");
  setup.partner = seat == find("irel") ? find("toyotsu") : find("irel");
  setup.manner.act_noise_musd = p.appraisal.act_noise_musd;
  setup.manner.judgement_months = static_cast<int>(p.appraisal.judgement_months);
  setup.manner.consultation_noise_musd = p.appraisal.consultation_noise_musd;
  setup.manner.consultation_damping = p.acts.talks_damping;
  setup.manner.leak_credibility = p.levers.leak_credibility;
  setup.manner.firmness_lowest = p.talks.firmness_lowest;
  setup.manner.firmness_highest = p.talks.firmness_highest;
  setup.manner.tactic = self.tactic;
  if (setup.kind == parties::PartyKind::kFirm) {
    setup.manner.offer_gap_days = static_cast<int>(p.talks.offer_gap_days);
    // A firm reckons in money and with people who know it; its choice of acts is less noisy.
    setup.manner.act_noise_musd *= p.acts.firm_noise;
  }
  return setup;
}

void seat_everybody(Stage& stage, const Casting& casting, const Wrapping& wrapping) {
  for (std::size_t i = 0; i < stage.scenario.seats.size(); ++i) {
    SeatHost host;
    host.id = static_cast<base::SeatId>(base::kFirstSeat + i);
    host.seat = stage.scenario.seats[i];
    host.mandate = make_mandate(stage, i);
    const parties::Chair chair{host.id, host.seat.name, stage.draws};
    if (casting) host.party = casting(chair, host.seat);
    if (!host.party) {
      host.party = parties::make_builtin_party(chair, builtin_setup(stage.scenario, host.id));
    }
    if (wrapping) host.party = wrapping(chair, host.seat, std::move(host.party));
    stage.seats.push_back(std::move(host));
  }
}

void adopt_numbers(Stage& stage) {
  stage.economy.adopt(stage.scenario.parameters);
  for (SeatHost& host : stage.seats) {
    host.mandate->adopt(stage.scenario.parameters);
    host.party->adopt(builtin_setup(stage.scenario, host.id).manner);
  }
}

}  // namespace monazite::engine
