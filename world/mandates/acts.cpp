#include <world/mandates/act_list.hpp>
#include <world/mandates/acts.hpp>

namespace monazite::mandates {
bool could_ask_for_talks(const Outlook& outlook) {
  const Beliefs& b = outlook.beliefs;
  if (b.talks_open) return false;
  if (b.talks_failed.number == 0) return true;
  const int months = static_cast<int>(outlook.parameters.talks.suspension_months);
  return outlook.today >= base::add_months(b.talks_failed, months);
}

double worth_of_talks(const ActView& view) {
  const equations::Parameters& p = view.outlook.parameters;
  return p.appraisal.deal_belief * p.appraisal.prospect_share * view.prospect_musd -
         p.acts.talks_cost_musd;
}

double friendship_scale(const ActView& view, std::size_t office) {
  const equations::Parameters& p = view.outlook.parameters;
  if (!p.switches.relationship) return 0;
  const SideModel& own = view.models.own;
  return own.offices[office].relationship * view.outlook.type.relationship *
         (own.side == Side::kIndia ? p.appraisal.relationship_india
                                   : p.appraisal.relationship_japan);
}

int place_of(const SideModel& model, v1::Office office) {
  for (std::size_t i = 0; i < model.offices.size(); ++i) {
    if (model.offices[i].office == office) return static_cast<int>(i);
  }
  return -1;
}

v1::ActOption& add_option(v1::Brief& brief, v1::Office office, v1::Act act, double value_musd,
                          bool on_the_desk) {
  v1::ActOption& option = *brief.add_acts();
  option.set_act(act);
  option.set_office(office);
  option.set_value_musd(value_musd);
  option.set_on_the_desk(on_the_desk);
  return option;
}

bool drawn(const ActView& view, base::Purpose purpose, v1::Office office, double probability) {
  return view.draws.uniform(purpose, view.outlook.today, view.seat,
                            static_cast<std::uint32_t>(office)) < probability;
}

void list_answers(const ActView& view, v1::Brief& brief) {
  const SideModel& own = view.models.own;
  const v1::Office office =
      own.side == Side::kIndia ? v1::OFFICE_EXTERNAL_AFFAIRS : v1::OFFICE_METI_SUPPLY;
  const int place = place_of(own, office);
  const double friendship = place < 0 ? 0 : friendship_scale(view, static_cast<std::size_t>(place));
  add_option(brief, office, v1::ACT_ACCEPT_CONSULTATION, worth_of_talks(view), true);
  add_option(brief, office, v1::ACT_REFUSE_CONSULTATION,
             -view.outlook.parameters.acts.talks_refusal_friendship * friendship, true);
}

}  // namespace monazite::mandates
