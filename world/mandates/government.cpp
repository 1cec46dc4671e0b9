#include <algorithm>
#include <cmath>
#include <utility>

#include <protocol/base/check.hpp>
#include <world/mandates/acts.hpp>
#include <world/mandates/columns.hpp>
#include <world/mandates/government.hpp>
#include <world/mandates/india_coefficients.hpp>
#include <world/mandates/japan_coefficients.hpp>
#include <world/mandates/urgency.hpp>

namespace monazite::mandates {
namespace {

constexpr base::Purpose kBelievedScale{"mandates.believed.scale"};
constexpr base::Purpose kBelievedWeight{"mandates.believed.weight"};
constexpr base::Purpose kVote{"mandates.clearance.vote"};
constexpr base::Purpose kArbiter{"mandates.clearance.arbiter"};
/// Offices' errors of one encounter lie this far apart from the next one's.
constexpr std::uint32_t kOrdinalsPerEncounter = 64;

Side opposite(Side side) {
  return side == Side::kIndia ? Side::kJapan : Side::kIndia;
}

std::vector<double> weights_of(const std::vector<OfficeSetup>& offices) {
  std::vector<double> weights;
  weights.reserve(offices.size());
  for (const OfficeSetup& office : offices) weights.push_back(office.weight);
  return weights;
}

void scale_to_one(std::vector<double>& weights) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  for (double& weight : weights) weight /= sum;
}

/// An office that refused a deal is heard more at the table from then on.
void heed(const std::vector<OfficeSetup>& offices, v1::Office named, double factor,
          std::vector<double>& weights) {
  for (std::size_t i = 0; i < offices.size(); ++i) {
    if (offices[i].office == named) weights[i] *= factor;
  }
  scale_to_one(weights);
}

}  // namespace

GovernmentMandate::GovernmentMandate(GovernmentSetup setup)
    : setup_(std::move(setup)),
      own_offices_(normalised(setup_.offices, setup_.side)),
      other_offices_(normalised(setup_.offices, opposite(setup_.side))),
      own_weights_(weights_of(own_offices_)),
      other_weights_(believed_weights()),
      q0_(baseline_ndpr_t(setup_.parameters)),
      listener_(setup_.parameters, setup_.status_quo, setup_.first_day),
      today_(setup_.first_day) {
  if (setup_.agenda) {
    prospect_.emplace(*setup_.agenda, setup_.status_quo, setup_.parameters, setup_.draws,
                      setup_.self, setup_.first_day);
  }
}

GovernmentMandate::~GovernmentMandate() = default;

Outlook GovernmentMandate::outlook(const PrivateType& type) const {
  return {setup_.parameters, listener_.beliefs(), type, today_, setup_.hindsight};
}

PrivateType GovernmentMandate::believed_type() const {
  PrivateType type;
  const double sd = setup_.parameters.appraisal.belief_error_log_sd;
  std::uint32_t ordinal = consultations_ * kOrdinalsPerEncounter;
  for (double* multiplier : {&type.shortfall, &type.magnets, &type.security, &type.technology}) {
    *multiplier = std::exp(
        sd * setup_.draws.normal(kBelievedScale, setup_.first_day, setup_.self, ordinal++));
  }
  return type;
}

std::vector<double> GovernmentMandate::believed_weights() const {
  const double sd = setup_.parameters.appraisal.belief_error_log_sd;
  std::vector<double> weights = weights_of(other_offices_);
  std::uint32_t ordinal = consultations_ * kOrdinalsPerEncounter;
  for (double& weight : weights) {
    weight *= std::exp(
        sd * setup_.draws.normal(kBelievedWeight, setup_.first_day, setup_.self, ordinal++));
  }
  scale_to_one(weights);
  return weights;
}

void GovernmentMandate::absorb(const v1::Envelope& message) {
  listener_.absorb(message);
  if (message.has_opening() && message.opening().table() == v1::TABLE_CONSULTATION) {
    ++consultations_;
    own_weights_ = weights_of(own_offices_);
    other_weights_ = believed_weights();
    table_.emplace(message.conversation(), message.opening(), setup_.status_quo, setup_.parameters);
    stale_ = true;
  } else if (table_ && message.conversation() == table_->conversation()) {
    if (message.has_brief() || message.has_offer()) note_meeting(base::Day{message.day()});
    if (message.has_clearance() && !message.clearance().given()) {
      hear_clearance(message.clearance());
    }
  }
}

void GovernmentMandate::adopt(const equations::Parameters& parameters) {
  const auto draw = [this](const equations::Parameters& p) {
    return PrivateType::draw(p, setup_.self, setup_.draws, setup_.first_day);
  };
  // What an experiment scaled stays scaled.
  const double scale = setup_.type.shortfall / draw(setup_.parameters).shortfall;
  const double feed_cost = setup_.type.feed_cost_usd_per_kg;
  setup_.type = draw(parameters);
  setup_.type.shortfall *= scale;
  setup_.type.feed_cost_usd_per_kg = feed_cost;
  setup_.parameters = parameters;
  q0_ = baseline_ndpr_t(parameters);
  listener_.adopt(parameters);
  if (setup_.agenda) {
    prospect_.emplace(*setup_.agenda, setup_.status_quo, setup_.parameters, setup_.draws,
                      setup_.self, setup_.first_day);
  }
  stale_ = true;
}

void GovernmentMandate::hear_clearance(const v1::Clearance& clearance) {
  table_->bar(clearance.outcome());
  if (clearance.named() == v1::OFFICE_NONE) return;
  const double factor = setup_.parameters.talks.refusal_weight_factor;
  if (clearance.side() == setup_.self) {
    heed(own_offices_, clearance.named(), factor, own_weights_);
  } else {
    heed(other_offices_, clearance.named(), factor, other_weights_);
  }
  stale_ = true;
}

void GovernmentMandate::note_meeting(base::Day day) {
  if (table_->last_meeting == day) return;
  table_->clock += patience_of_a_meeting(day);
  table_->last_meeting = day;
}

double GovernmentMandate::patience_of_a_meeting(base::Day day) const {
  return patience_used(setup_.parameters, listener_.beliefs(), setup_.side, day);
}

void GovernmentMandate::prepare(base::Day today) {
  const bool new_month = base::months_between(base::start_of_month(today_), today) != 0;
  today_ = today;
  listener_.expire(today);
  if (!models_ || stale_ || new_month || heard_ != listener_.version() ||
      models_->near_summit != near_summit(outlook(setup_.type))) {
    build_models();
  }
}

void GovernmentMandate::build_models() {
  const PrivateType other_type = believed_type();
  const Outlook own = outlook(setup_.type);
  const Outlook other = outlook(other_type);
  Models models;
  models.own = model_side(own, setup_.side, own_offices_, own_weights_);
  models.other = model_side(other, opposite(setup_.side), other_offices_, other_weights_);
  const bool india = setup_.side == Side::kIndia;
  models.surviving = india ? surviving_share(own, own_offices_, models.own.appraisers)
                           : surviving_share(other, other_offices_, models.other.appraisers);
  appraise_no_deal(own, models.surviving, models.own);
  appraise_no_deal(other, models.surviving, models.other);

  const equations::Parameters& p = setup_.parameters;
  const double output = listener_.beliefs().india_output_ndpr_t_per_year;
  models.most_ndpr_t = p.ore.committable_share * output * p.refinery.japan_share;
  models.most_reo_t = p.ore.committable_share * output /
                      (p.ore.separation_recovery * p.ore.ndpr_share) * p.refinery.recovery *
                      p.refinery.japan_share;
  models.near_summit = near_summit(own);
  models.clearance = p.clearance;
  models.version = ++version_;
  models_ = std::move(models);
  heard_ = listener_.version();
  stale_ = false;
}

const Models& GovernmentMandate::models() const {
  MONAZITE_CHECK(models_.has_value(), "prepare() comes before questions");
  return *models_;
}

bool GovernmentMandate::knows(std::uint64_t conversation) const {
  return table_ && table_->conversation() == conversation;
}

Consultation& GovernmentMandate::table(std::uint64_t conversation) const {
  MONAZITE_CHECK(knows(conversation), "questions are about the last consultation that opened");
  table_->appraise(models(), q0_);
  return *table_;
}

void GovernmentMandate::fill_offices(v1::Brief& brief) const {
  const SideModel& own = models().own;
  for (std::size_t i = 0; i < own.offices.size(); ++i) {
    v1::OfficeView& view = *brief.add_offices();
    view.set_office(own.offices[i].office);
    view.set_weight(own.weights[i]);
    view.set_can_veto(own.offices[i].can_veto);
    view.set_reservation_musd(own.no_deal[i].total());
  }
}

void GovernmentMandate::fill_scalars(const Consultation& table, v1::Brief& brief) const {
  const Models& m = models();
  brief.set_reservation_musd(m.own.side_no_deal.total());
  m.own.side_no_deal.to_message(*brief.mutable_reservation_worth());
  brief.set_believed_other_reservation_musd(m.other.side_no_deal.total());
  double clock = table.clock;
  if (table.last_meeting != today_) clock += patience_of_a_meeting(today_);
  brief.set_urgency(std::min(1.0, clock / setup_.parameters.talks.meetings_to_full_concession));
  brief.set_lowest_musd(table.lowest());
  brief.set_highest_musd(table.highest());
  for (const agenda::Outcome outcome : table.barred()) brief.add_barred(outcome);
}

void GovernmentMandate::brief_table(std::uint64_t conversation, v1::Brief& brief) const {
  Consultation& table = this->table(conversation);
  if (brief.purpose() != v1::Brief::PURPOSE_YOUR_MOVE) {
    table.add_ideas(models(), today_, setup_.draws, setup_.self);
  }
  fill_scalars(table, brief);
  fill_offices(brief);
  brief.mutable_value_musd()->Add(table.own_values().begin(), table.own_values().end());
  brief.mutable_believed_other_musd()->Add(table.other_values().begin(),
                                           table.other_values().end());
  brief.mutable_ideas()->Add(table.ideas().begin(), table.ideas().end());
  std::string& clearable = *brief.mutable_clearable();
  clearable.reserve(table.consents().size());
  for (const Consent consent : table.consents()) clearable.push_back(consent == kClears ? 1 : 0);
  for (const agenda::Outcome barred : table.barred()) {
    const std::size_t at = table.place(barred);
    if (at < clearable.size()) clearable[at] = 0;
  }
}

void GovernmentMandate::brief_additions(std::uint64_t conversation,
                                        const std::vector<std::uint64_t>& packages,
                                        v1::Brief& brief) const {
  const Consultation& table = this->table(conversation);
  fill_scalars(table, brief);
  fill_offices(brief);
  for (const std::uint64_t outcome : packages) {
    MONAZITE_CHECK(table.reader().agenda().contains(outcome), "a package lies on its agenda");
    const Package package = table.reader().read(outcome);
    brief.add_ideas(outcome);
    brief.add_value_musd(static_cast<float>(table.own_value(package)));
    brief.add_believed_other_musd(static_cast<float>(table.other_value(package)));
    const bool clears =
        table.consent(models(), package) == kClears && table.barred().count(outcome) == 0;
    brief.mutable_clearable()->push_back(clears ? 1 : 0);
  }
}

void GovernmentMandate::values(std::uint64_t conversation,
                               const std::vector<std::uint64_t>& outcomes,
                               std::vector<double>& values_musd) const {
  const Consultation& table = this->table(conversation);
  values_musd.resize(outcomes.size());
  if (outcomes == table.sample()) {
    std::copy_n(table.own_values().begin(), outcomes.size(), values_musd.begin());
    return;
  }
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    values_musd[i] = table.own_value(table.reader().read(outcomes[i]));
  }
}

v1::Worth GovernmentMandate::worth(std::uint64_t conversation, std::uint64_t outcome) const {
  v1::Worth worth;
  if (!knows(conversation) || !table_->reader().agenda().contains(outcome)) return worth;
  models().own.side_value(setup_.parameters, table_->reader().terms(outcome)).to_message(worth);
  return worth;
}

double GovernmentMandate::reservation(std::uint64_t) const {
  return models().own.side_no_deal.total();
}

v1::Worth GovernmentMandate::reservation_worth(std::uint64_t) const {
  v1::Worth worth;
  models().own.side_no_deal.to_message(worth);
  return worth;
}

void GovernmentMandate::clear(std::uint64_t conversation, std::uint64_t outcome,
                              v1::Clearance& clearance) const {
  MONAZITE_CHECK(knows(conversation), "questions are about the last consultation that opened");
  const SideModel& own = models().own;
  const treaty::MouTerms terms = table_->reader().terms(outcome);
  HomeView view;
  view.near_summit = models().near_summit;
  view.deliverable =
      setup_.side == Side::kJapan || models().deliverable(table_->reader().read(outcome));
  view.side_gain = own.side_value(setup_.parameters, terms).total() - own.side_no_deal.total();
  for (std::size_t i = 0; i < own.offices.size(); ++i) {
    const double value =
        value_of(own.appraisers[i], *own.clauses, setup_.parameters, terms, terms.term_years, q0_)
            .total();
    view.gains.push_back(value - own.no_deal[i].total());
    view.moods.push_back(setup_.draws.normal(kVote, today_, setup_.self,
                                             static_cast<std::uint32_t>(own.offices[i].office)));
  }
  view.arbiter_mood = setup_.draws.normal(kArbiter, today_, setup_.self);
  clearance.set_outcome(outcome);
  clearance.set_side(setup_.self);
  clear_at_home(own, view, setup_.parameters.clearance, setup_.parameters.appraisal.vote_noise_musd,
                clearance);
}

std::vector<Consent> GovernmentMandate::consents(std::uint64_t conversation) const {
  return table(conversation).consents();
}

v1::Office GovernmentMandate::office_at(int place) const {
  if (place < 0 || place >= static_cast<int>(own_offices_.size())) return v1::OFFICE_NONE;
  return own_offices_[static_cast<std::size_t>(place)].office;
}

double GovernmentMandate::reservation_price_usd_per_kg() const {
  return reservation_price(outlook(setup_.type), models().own);
}

void GovernmentMandate::brief_acts(v1::Brief& brief) const {
  const Outlook outlook = this->outlook(setup_.type);
  ActView view{outlook, models(), setup_.draws, setup_.self, 0};
  const bool invited = brief.purpose() == v1::Brief::PURPOSE_INVITATION;
  if (prospect_ && (invited || could_ask_for_talks(outlook))) {
    view.prospect_musd = prospect_->best_smaller_gain(models(), q0_);
  }
  if (invited) {
    list_answers(view, brief);
  } else if (setup_.side == Side::kIndia) {
    list_india_acts(view, brief);
  } else {
    list_japan_acts(view, brief);
  }
  fill_offices(brief);
}

}  // namespace monazite::mandates
