#include <cmath>

#include <world/equations/shapes.hpp>
#include <world/mandates/act_list.hpp>
#include <world/mandates/unilateral.hpp>

namespace monazite::mandates {
namespace {

class IndiaActs {
 public:
  IndiaActs(const ActView& view, v1::Brief& brief)
      : view_(view),
        brief_(brief),
        flows_(view.outlook, view.models.own, view.models.other),
        hotter_(view.outlook, view.models.own, view.models.other,
                view.outlook.parameters.politics.leak_heat),
        atomic_energy_(place_of(view.models.own, v1::OFFICE_ATOMIC_ENERGY)) {}

  void list() {
    const SideModel& own = view_.models.own;
    for (std::size_t i = 0; i < own.offices.size(); ++i) {
      const v1::Office office = own.offices[i].office;
      add_option(brief_, office, v1::ACT_NONE, 0, on_the_desk(office));
      if (view_.outlook.parameters.switches.acts) {
        if (office == v1::OFFICE_ATOMIC_ENERGY) list_directions();
        if (office == v1::OFFICE_COMMERCE) {
          list_request(i);
          list_notifications(i);
        }
        list_leak(i);
      }
      if (office == v1::OFFICE_EXTERNAL_AFFAIRS || office == v1::OFFICE_COMMERCE) list_talks(i);
    }
  }

 private:
  [[nodiscard]] const Beliefs& beliefs() const { return view_.outlook.beliefs; }
  [[nodiscard]] const equations::Appraisal& appraisal() const {
    return view_.outlook.parameters.appraisal;
  }
  [[nodiscard]] const equations::Acts& costs() const { return view_.outlook.parameters.acts; }
  [[nodiscard]] v1::Office office_of(std::size_t place) const {
    return view_.models.own.offices[place].office;
  }
  [[nodiscard]] bool on_the_desk(v1::Office office) const {
    return drawn(view_, kAttention, office, appraisal().attention);
  }
  [[nodiscard]] OwnFlow present() const {
    return flows_.under(beliefs().direction, beliefs().notified_cap);
  }

  /// What an office expects once atomic energy has answered, M.
  [[nodiscard]] double foreseen(const UnilateralFlow& flows, std::size_t office,
                                double asks) const {
    if (atomic_energy_ < 0) return flows.worth(office, present());
    double expected = 0;
    for (const Answer& answer : answers_of_atomic_energy(
             view_.outlook, flows, static_cast<std::size_t>(atomic_energy_), asks)) {
      expected += answer.probability * flows.worth(office, answer.flow);
    }
    return expected;
  }

  void list_directions() {
    const bool desk = on_the_desk(v1::OFFICE_ATOMIC_ENERGY);
    for (const Answer& answer : answers_of_atomic_energy(
             view_.outlook, flows_, static_cast<std::size_t>(atomic_energy_), beliefs().asks)) {
      if (answer.direction == beliefs().direction) continue;
      add_option(brief_, v1::OFFICE_ATOMIC_ENERGY, answer.direction, answer.value, desk);
    }
  }

  void list_request(std::size_t office) {
    const double asks = beliefs().asks;
    const double more = view_.outlook.parameters.politics.request_asks;
    double value = foreseen(flows_, office, asks + more) - foreseen(flows_, office, asks);
    if (view_.outlook.parameters.switches.audience) {
      value += costs().request_audience * view_.models.own.offices[office].audience *
               appraisal().audience_india * view_.outlook.type.audience * beliefs().heat *
               std::exp(-asks);
    }
    value -= costs().request_friendship * friendship_scale(view_, office) +
             costs().request_effort_musd + costs().request_repeated_musd * asks;
    add_option(brief_, office_of(office), v1::ACT_REQUEST_HOLD_BACK, value,
               on_the_desk(office_of(office)));
  }

  void list_notifications(std::size_t office) {
    const double cap = beliefs().notified_cap;
    const double now = flows_.worth(office, present());
    const bool desk = on_the_desk(office_of(office));
    if (cap > 0.5) add_notification(office, v1::ACT_NOTIFY_HALF, 0.5, 1, desk);
    if (cap > 0)
      add_notification(office, v1::ACT_NOTIFY_STOP, 0, costs().notification_of_stop, desk);
    if (cap < 1) {
      const OwnFlow lifted = flows_.under(beliefs().direction, 1);
      add_option(brief_, office_of(office), v1::ACT_NOTIFY_LIFT,
                 flows_.worth(office, lifted) - now - appraisal().direction_change_cost_musd, desk);
    }
  }

  void add_notification(std::size_t office, v1::Act act, double cap, double cost_factor,
                        bool desk) {
    const OwnFlow flow = flows_.under(beliefs().direction, cap);
    double friendship = costs().notification_friendship * view_.outlook.type.relationship *
                        appraisal().relationship_india;
    if (!view_.outlook.parameters.switches.relationship) friendship = 0;
    if (view_.models.near_summit) friendship *= costs().notification_near_summit;
    const double value = flows_.worth(office, flow) - flows_.worth(office, present()) -
                         cost_factor * (appraisal().notification_cost_musd + friendship);
    add_option(brief_, office_of(office), act, value, desk && prime_minister_clears(flow));
  }

  /// A restriction that the law treats as against a treaty passes the Prime Minister's office.
  [[nodiscard]] bool prime_minister_clears(const OwnFlow& flow) const {
    const int place = place_of(view_.models.own, v1::OFFICE_PRIME_MINISTER);
    if (place < 0) return true;
    const auto office = static_cast<std::size_t>(place);
    const double gain = flows_.worth(office, flow) - flows_.worth(office, present());
    return drawn(view_, kPrimeMinisterClears, v1::OFFICE_PRIME_MINISTER,
                 equations::logistic(gain / appraisal().act_noise_musd));
  }

  void list_leak(std::size_t office) {
    // Heat at home is what a leak brings: the flow costs more, and atomic energy answers to it.
    const double value = foreseen(hotter_, office, beliefs().asks) -
                         foreseen(flows_, office, beliefs().asks) -
                         costs().leak_friendship * friendship_scale(view_, office);
    add_option(brief_, office_of(office), v1::ACT_LEAK, value,
               drawn(view_, kLeakAttention, office_of(office),
                     costs().attention_to_leaks * appraisal().attention));
  }

  void list_talks(std::size_t office) {
    if (!could_ask_for_talks(view_.outlook)) return;
    const double heat = view_.outlook.parameters.switches.audience ? beliefs().heat : 0;
    const double value = worth_of_talks(view_) - costs().talks_hesitation_musd +
                         costs().talks_per_ask_musd * beliefs().asks +
                         costs().talks_per_heat_musd * heat;
    add_option(brief_, office_of(office), v1::ACT_ASK_CONSULTATION, value,
               drawn(view_, kTalksAttention, office_of(office),
                     costs().attention_to_talks * appraisal().attention));
  }

  const ActView& view_;
  v1::Brief& brief_;
  UnilateralFlow flows_;
  UnilateralFlow hotter_;
  int atomic_energy_;
};

}  // namespace

void list_india_acts(const ActView& view, v1::Brief& brief) {
  IndiaActs(view, brief).list();
}

}  // namespace monazite::mandates
