#include <algorithm>
#include <limits>
#include <set>
#include <utility>
#include <vector>

#include <agents/parties/acts.hpp>
#include <agents/parties/draw_purposes.hpp>
#include <agents/strategies/logit.hpp>

namespace monazite::parties {
namespace {

/// Whether the option is one of acts proper: neither doing nothing nor an answer to an invitation.
bool can_be_done(const v1::ActOption& option) {
  return option.on_the_desk() && option.act() != v1::ACT_NONE &&
         option.act() != v1::ACT_ACCEPT_CONSULTATION && option.act() != v1::ACT_REFUSE_CONSULTATION;
}

bool is_direction(v1::Act act) {
  return act >= v1::ACT_DIRECT_FEED_FULL && act <= v1::ACT_DIRECT_FEED_STOP;
}

/// The direction in force: the one that the office is not offered. ACT_NONE for an office that
/// gives no directions.
v1::Act direction_in_force(const v1::Brief& brief, v1::Office office) {
  std::set<v1::Act> offered;
  for (const v1::ActOption& option : brief.acts()) {
    if (option.office() == office && is_direction(option.act())) offered.insert(option.act());
  }
  if (offered.empty()) return v1::ACT_NONE;
  for (int act = v1::ACT_DIRECT_FEED_FULL; act <= v1::ACT_DIRECT_FEED_STOP; ++act) {
    if (offered.count(static_cast<v1::Act>(act)) == 0) return static_cast<v1::Act>(act);
  }
  return v1::ACT_NONE;
}

void explain(v1::Reason& reason, v1::ReasonCode code, double a, double b, v1::Office office) {
  reason.set_code(code);
  reason.set_a(a);
  reason.set_b(b);
  reason.set_office(office);
}

}  // namespace

v1::Reason& write_act(const v1::ActOption& option, base::SeatId self, const PartySetup& setup,
                      v1::Envelope& envelope) {
  switch (option.act()) {
    case v1::ACT_REQUEST_HOLD_BACK:
    case v1::ACT_DIRECT_FEED_FULL:
    case v1::ACT_DIRECT_FEED_HALF:
    case v1::ACT_DIRECT_FEED_LIGHT:
    case v1::ACT_DIRECT_FEED_STOP:
      envelope.set_to(setup.irel);
      envelope.mutable_directive()->set_office(option.office());
      envelope.mutable_directive()->set_act(option.act());
      return *envelope.mutable_directive()->mutable_reason();
    case v1::ACT_NOTIFY_HALF:
    case v1::ACT_NOTIFY_STOP:
    case v1::ACT_NOTIFY_LIFT: {
      envelope.set_to(base::kRegistrar);
      v1::PolicyAnnouncement& announcement = *envelope.mutable_policy_announcement();
      announcement.set_kind(v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION);
      announcement.set_act(option.act());
      announcement.set_office(option.office());
      return *announcement.mutable_reason();
    }
    case v1::ACT_LEAK: {
      envelope.set_to(base::kPublic);
      v1::PressReport& report = *envelope.mutable_press_report();
      report.set_topic(v1::PressReport::TOPIC_LEAKED_POSITION);
      report.set_credibility(setup.manner.leak_credibility);
      report.set_leaked_by(self);
      report.set_office(option.office());
      return *report.mutable_reason();
    }
    case v1::ACT_RELEASE_STOCK:
      envelope.set_to(base::kRegistrar);
      envelope.mutable_stock_release()->set_office(option.office());
      envelope.mutable_stock_release()->set_ndpr_t(option.amount());
      return *envelope.mutable_stock_release()->mutable_reason();
    default:  // asking the other government for talks, or the partner to reopen the contract
      envelope.set_to(option.act() == v1::ACT_ASK_RENEGOTIATION ? setup.partner
                                                                : setup.other_government);
      envelope.mutable_consultation_request()->set_office(option.office());
      return *envelope.mutable_consultation_request()->mutable_reason();
  }
}

void ActChooser::receive(const v1::Envelope& message, Desk& desk) {
  if (message.has_consultation_request() && message.to() == chair_.seat) {
    asker_ = message.from();
  } else if (message.has_brief()) {
    if (message.brief().purpose() == v1::Brief::PURPOSE_ACTS) answer_acts(message, desk);
    if (message.brief().purpose() == v1::Brief::PURPOSE_INVITATION)
      answer_invitation(message, desk);
  }
}

strategies::Choice ActChooser::choose_direction(const v1::Brief& brief, v1::Office office,
                                                const std::vector<const v1::ActOption*>& options,
                                                const std::vector<double>& values,
                                                Desk& desk) const {
  constexpr std::uint32_t kActsPerOffice = 64;
  const int months = base::months_between(base::Day{0}, desk.today());
  const base::Day judged{months / std::max(1, setup_.manner.judgement_months)};
  const v1::Act kept = direction_in_force(brief, office);
  std::vector<double> uniforms;
  for (const v1::ActOption* option : options) {
    const v1::Act act = option == nullptr ? kept : option->act();
    const auto ordinal =
        static_cast<std::uint32_t>(office) * kActsPerOffice + static_cast<std::uint32_t>(act);
    const base::Day when = is_direction(act) ? judged : desk.today();
    uniforms.push_back(chair_.draws.uniform(kJudgementDraw, when, chair_.seat, ordinal));
  }
  return strategies::choose_by_errors(values, setup_.manner.act_noise_musd, uniforms);
}

ActChooser::Outcome ActChooser::choose(const v1::Brief& brief, v1::Office office,
                                       Desk& desk) const {
  std::vector<const v1::ActOption*> options{nullptr};
  std::vector<double> values{0.0};
  const v1::ActOption* talks = nullptr;
  for (const v1::ActOption& option : brief.acts()) {
    if (option.office() != office || !can_be_done(option)) continue;
    if (option.act() == v1::ACT_ASK_CONSULTATION) {
      talks = &option;
    } else {
      options.push_back(&option);
      values.push_back(option.value_musd());
    }
  }
  const auto ordinal = static_cast<std::uint32_t>(office);
  const Manner& manner = setup_.manner;
  Outcome outcome;
  if (options.size() > 1) {
    const double u = chair_.draws.uniform(kChoiceDraw, desk.today(), chair_.seat, ordinal);
    const bool directs = std::any_of(options.begin() + 1, options.end(), [](const auto* option) {
      return is_direction(option->act());
    });
    const strategies::Choice choice =
        directs ? choose_direction(brief, office, options, values, desk)
                : strategies::choose_by_logit(values, manner.act_noise_musd, u);
    outcome.chosen = options[choice.option];
    outcome.chosen_probability = choice.probability;
    outcome.nothing_probability =
        strategies::logit_probabilities(values, manner.act_noise_musd).front();
  }
  if (talks != nullptr) {
    const double yes = manner.consultation_damping *
                       strategies::logit_yes(talks->value_musd(), manner.consultation_noise_musd);
    const double u = chair_.draws.uniform(kConsultationDraw, desk.today(), chair_.seat, ordinal);
    if (outcome.chosen == nullptr && u < yes) {
      outcome.chosen = talks;
      outcome.chosen_probability = outcome.nothing_probability * yes;
    }
    outcome.nothing_probability *= 1 - yes;
  }
  return outcome;
}

void ActChooser::answer_acts(const v1::Envelope& message, Desk& desk) const {
  const v1::Brief& brief = message.brief();
  std::set<v1::Office> offices;
  double best_left = -std::numeric_limits<double>::infinity();
  for (const v1::ActOption& option : brief.acts()) {
    if (!can_be_done(option)) continue;
    offices.insert(option.office());
    best_left = std::max(best_left, option.value_musd());
  }
  bool done = false;
  bool asked = false;
  double nothing = 1;
  for (const v1::Office office : offices) {
    const Outcome outcome = choose(brief, office, desk);
    nothing *= outcome.nothing_probability;
    if (outcome.chosen == nullptr) continue;
    // A side asks for talks once, whichever of its offices would.
    if (outcome.chosen->act() == v1::ACT_ASK_CONSULTATION && std::exchange(asked, true)) continue;
    commit(*outcome.chosen, outcome.chosen_probability, message, desk);
    done = true;
  }
  v1::Envelope& last = desk.reply(message);
  v1::NoAct& no_act = *last.mutable_no_act();
  if (!done) {
    explain(*no_act.mutable_reason(), v1::REASON_CODE_NOTHING_PAYS, offices.empty() ? 0 : best_left,
            nothing, v1::OFFICE_NONE);
  }
  desk.send(last);
}

void ActChooser::commit(const v1::ActOption& option, double probability,
                        const v1::Envelope& message, Desk& desk) const {
  v1::Envelope& envelope = desk.reply(message);
  explain(write_act(option, chair_.seat, setup_, envelope), v1::REASON_CODE_ACT_CHOSEN,
          option.value_musd(), probability, option.office());
  desk.send(envelope);
}

void ActChooser::answer_invitation(const v1::Envelope& message, Desk& desk) const {
  std::vector<const v1::ActOption*> options;
  std::vector<double> values;
  for (const v1::ActOption& option : message.brief().acts()) {
    if (option.act() != v1::ACT_ACCEPT_CONSULTATION &&
        option.act() != v1::ACT_REFUSE_CONSULTATION) {
      continue;
    }
    options.push_back(&option);
    values.push_back(option.value_musd());
  }
  v1::Envelope& envelope = desk.reply(message);
  envelope.set_to(asker_ == base::kRegistrar ? setup_.other_government : asker_);
  v1::ConsultationReply& answer = *envelope.mutable_consultation_reply();
  answer.set_accepted(true);
  if (!options.empty()) {
    const double u = chair_.draws.uniform(kInvitationDraw, desk.today(), chair_.seat);
    const strategies::Choice choice =
        strategies::choose_by_logit(values, setup_.manner.consultation_noise_musd, u);
    const v1::ActOption& option = *options[choice.option];
    answer.set_accepted(option.act() == v1::ACT_ACCEPT_CONSULTATION);
    explain(*answer.mutable_reason(), v1::REASON_CODE_ACT_CHOSEN, option.value_musd(),
            choice.probability, option.office());
  }
  desk.send(envelope);
}

}  // namespace monazite::parties
