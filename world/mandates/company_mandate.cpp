#include <algorithm>
#include <cmath>

#include <protocol/base/check.hpp>
#include <world/mandates/company_ideas.hpp>
#include <world/mandates/company_mandate.hpp>

namespace monazite::mandates {
namespace {

constexpr base::Purpose kPrivateType{"mandates.company.private_type"};
constexpr base::Purpose kBeliefError{"mandates.company.belief_error"};

void to_message(const CompanyWorth& worth, v1::Worth& message) {
  message.set_material(worth.material);
  message.set_audience(0);
  message.set_relationship(worth.relationship);
}

}  // namespace

CompanyMandate::CompanyMandate(const CompanySetup& setup, const equations::Parameters& parameters,
                               const base::Draws& draws)
    : setup_(setup),
      parameters_(parameters),
      draws_(draws),
      beliefs_(parameters),
      tables_(setup.seat),
      today_(setup.first_day),
      memorandum_(setup.memorandum) {}

void CompanyMandate::absorb(const v1::Envelope& message) {
  if (message.has_directive() && !speaks_for_india(message)) return;
  const bool world = beliefs_.absorb(message);
  tables_.absorb(message);
  const bool terms = learn_of_memorandum(message);
  const Change change = learn(message);
  if (world || terms || message.has_opening() || message.has_agreement()) change_ = Change::kWorld;
  if (change_ == Change::kNone || change == Change::kWorld) change_ = change;
}

/// A direction binds when it comes from India, or is handed on by those who got it.
bool CompanyMandate::speaks_for_india(const v1::Envelope& message) const {
  const base::SeatId from = message.from();
  return from == base::kRegistrar || from == setup_.india || from == setup_.irel ||
         from == setup_.toyotsu;
}

bool CompanyMandate::learn_of_memorandum(const v1::Envelope& message) {
  if (message.has_opening() && message.opening().table() == v1::TABLE_CONSULTATION) {
    auto read = agenda::Agenda::from_message(message.opening().agenda());
    if (read) setup_.memorandum_agenda = std::move(*read);
    return false;
  }
  if (!message.has_agreement() || message.agreement().table() != v1::TABLE_CONSULTATION)
    return false;
  if (!setup_.memorandum_agenda) return false;
  const agenda::Agenda& agenda = *setup_.memorandum_agenda;
  const agenda::Outcome outcome = message.agreement().outcome();
  if (!agenda.contains(outcome)) return false;
  memorandum_ = treaty::read_mou(agenda, outcome, setup_.memorandum);
  memorandum_until_ = base::Day{message.agreement().until_day()};
  return true;
}

void CompanyMandate::prepare(base::Day today) {
  const bool new_month = base::months_between(today_, today) != 0;
  today_ = today;
  if (memorandum_until_ && *memorandum_until_ < today) {
    // What was signed has run out: the arrangement found at the start goes on.
    memorandum_ = setup_.memorandum;
    memorandum_until_.reset();
    change_ = Change::kWorld;
  }
  if (new_month) change_ = Change::kWorld;
  if (change_ != Change::kNone) revise(change_);
  change_ = Change::kNone;
  for (const auto& entry : tables_.all()) {
    if (entry.second.open && !entry.second.scaled) set_scale(*tables_.find(entry.first));
  }
}

void CompanyMandate::set_scale(CompanyTable& table) const {
  table.scaled = true;
  table.lowest_musd = table.highest_musd = no_deal(table).total();
  for (const agenda::Outcome outcome : table.sample) {
    const double value = appraise(table, outcome).total();
    table.lowest_musd = std::min(table.lowest_musd, value);
    table.highest_musd = std::max(table.highest_musd, value);
  }
}

void CompanyMandate::brief_acts(v1::Brief& brief) const {
  v1::ActOption* nothing = brief.add_acts();
  nothing->set_act(v1::ACT_NONE);
  nothing->set_office(v1::OFFICE_NONE);
  nothing->set_value_musd(0);
  nothing->set_on_the_desk(true);
  add_acts(brief);
}

bool CompanyMandate::would_clear(const CompanyTable& table, agenda::Outcome outcome, double value,
                                 double reservation) const {
  return value >= reservation && !table.is_barred(outcome) &&
         obstacle(table, outcome) == Obstacle::kNone;
}

void CompanyMandate::fill(const CompanyTable& table, const std::vector<agenda::Outcome>& packages,
                          v1::Brief& brief) const {
  const double reservation = no_deal(table).total();
  std::string* clearable = brief.mutable_clearable();
  for (const agenda::Outcome outcome : packages) {
    const double value = appraise(table, outcome).total();
    brief.add_value_musd(static_cast<float>(value));
    brief.add_believed_other_musd(static_cast<float>(believed(table, outcome)));
    clearable->push_back(would_clear(table, outcome, value, reservation) ? '\1' : '\0');
  }
  brief.set_reservation_musd(reservation);
  to_message(no_deal(table), *brief.mutable_reservation_worth());
  brief.set_believed_other_reservation_musd(believed_reservation(table));
  brief.set_urgency(table.urgency());
  brief.set_lowest_musd(table.lowest_musd);
  brief.set_highest_musd(table.highest_musd);
  brief.mutable_barred()->Add(table.barred.begin(), table.barred.end());
}

void CompanyMandate::brief_table(std::uint64_t conversation, v1::Brief& brief) const {
  const CompanyTable& at = table(conversation);
  std::vector<agenda::Outcome> packages = at.sample;
  if (at.agenda.size() > at.sample.size()) {
    IdeaSearch search;
    search.agenda = &at.agenda;
    search.start = &at.sample;
    search.own_gain = [&, nothing = no_deal(at).total()](agenda::Outcome outcome) {
      return obstacle(at, outcome) == Obstacle::kNone ? appraise(at, outcome).total() - nothing
                                                      : -1e9;
    };
    search.other_gain = [&, nothing = believed_reservation(at)](agenda::Outcome outcome) {
      return believed(at, outcome) - nothing;
    };
    for (const agenda::Outcome idea : find_ideas(search)) {
      brief.add_ideas(idea);
      packages.push_back(idea);
    }
  }
  fill(at, packages, brief);
}

void CompanyMandate::brief_additions(std::uint64_t conversation,
                                     const std::vector<std::uint64_t>& packages,
                                     v1::Brief& brief) const {
  brief.mutable_ideas()->Add(packages.begin(), packages.end());
  fill(table(conversation), packages, brief);
}

void CompanyMandate::values(std::uint64_t conversation, const std::vector<std::uint64_t>& outcomes,
                            std::vector<double>& values_musd) const {
  const CompanyTable& at = table(conversation);
  values_musd.resize(outcomes.size());
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    values_musd[i] = appraise(at, outcomes[i]).total();
}

v1::Worth CompanyMandate::worth(std::uint64_t conversation, std::uint64_t outcome) const {
  v1::Worth message;
  to_message(appraise(table(conversation), outcome), message);
  return message;
}

double CompanyMandate::reservation(std::uint64_t conversation) const {
  return no_deal(table(conversation)).total();
}

v1::Worth CompanyMandate::reservation_worth(std::uint64_t conversation) const {
  v1::Worth message;
  to_message(no_deal(table(conversation)), message);
  return message;
}

void CompanyMandate::clear(std::uint64_t conversation, std::uint64_t outcome,
                           v1::Clearance& clearance) const {
  const CompanyTable& at = table(conversation);
  const double gain = appraise(at, outcome).total() - no_deal(at).total();
  const Obstacle in_the_way = obstacle(at, outcome);
  clearance.set_outcome(outcome);
  clearance.set_side(setup_.seat);
  clearance.set_given(gain >= 0 && in_the_way == Obstacle::kNone && !at.is_barred(outcome));
  clearance.set_named(in_the_way == Obstacle::kDirection ? v1::OFFICE_ATOMIC_ENERGY
                                                         : v1::OFFICE_NONE);
  v1::Reason& reason = *clearance.mutable_reason();
  reason.set_code(clearance.given() ? v1::REASON_CODE_ALL_CLEAR : v1::REASON_CODE_SIDE_LOSES);
  reason.set_a(gain);
  if (in_the_way == Obstacle::kDirection) {
    reason.set_code(v1::REASON_CODE_OFFICE_LOSES);
    reason.set_office(v1::OFFICE_ATOMIC_ENERGY);
    reason.set_note("a direction of atomic energy is in force");
  } else if (in_the_way == Obstacle::kMemorandum) {
    reason.set_note("more than the memorandum provides for");
  } else if (in_the_way == Obstacle::kTonnes) {
    reason.set_note("more tonnes than there are");
  }
}

double CompanyMandate::private_type(std::uint32_t ordinal) const {
  double scale = ordinal == 0 ? setup_.private_scale : 1.0;
  if (parameters_.switches.private_types) {
    scale *= std::exp(parameters_.appraisal.private_type_log_sd *
                      draws_.normal(kPrivateType, setup_.first_day, setup_.seat, ordinal));
  }
  return scale;
}

double CompanyMandate::belief_error(base::Day opened, std::uint32_t ordinal) const {
  return std::exp(parameters_.appraisal.belief_error_log_sd *
                  draws_.normal(kBeliefError, opened, setup_.seat, ordinal));
}

double CompanyMandate::believed_reservation(const CompanyTable& at) const {
  double value = believed_no_deal(at);
  for (const agenda::Outcome outcome : at.offers_of_other)
    value = std::min(value, believed(at, outcome));
  return value;
}

const CompanyTable& CompanyMandate::table(std::uint64_t conversation) const {
  const CompanyTable* found = tables_.find(conversation);
  MONAZITE_CHECK(found != nullptr,
                 "a mandate is asked only about tables whose opening it absorbed");
  return *found;
}

}  // namespace monazite::mandates
