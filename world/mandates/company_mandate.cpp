#include <algorithm>
#include <cmath>
#include <string>

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

void CompanyMandate::adopt(const equations::Parameters& parameters) {
  parameters_ = parameters;
  beliefs_.adopt(parameters);
  adopted();
  change_ = Change::kWorld;
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
  if (expire(today) || new_month) change_ = Change::kWorld;
  if (change_ != Change::kNone) revise(change_);
  change_ = Change::kNone;
  for (const auto& entry : tables_.all()) {
    if (entry.second.open && !entry.second.scaled) set_scale(*tables_.find(entry.first));
  }
}

void CompanyMandate::set_scale(CompanyTable& table) const {
  table.scaled = true;
  table.lowest_musd = table.highest_musd = no_deal(table).total();
  std::vector<double> own(table.sample.size());
  evaluate(table, table.sample_levels.data(), own.size(), own.data(), nullptr);
  for (const double value : own) {
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

CompanyMandate::Packages CompanyMandate::sample_of(const CompanyTable& table) {
  return {table.sample, table.sample_levels};
}

CompanyMandate::Values CompanyMandate::values_of(const CompanyTable& table,
                                                 const Packages& packages) const {
  const std::size_t count = packages.outcomes.size();
  Values values{std::vector<double>(count), std::vector<double>(count)};
  evaluate(table, packages.levels.data(), count, values.own.data(), values.other.data());
  return values;
}

std::vector<agenda::Outcome> CompanyMandate::ideas(const CompanyTable& table,
                                                   const Values& of_sample) const {
  const Packages sample = sample_of(table);
  if (table.agenda.size() <= sample.outcomes.size()) return {};
  constexpr double kCannotBeSigned = -1e9;
  const double own_nothing = no_deal(table).total();
  const double other_nothing = believed_reservation(table);
  const std::size_t issues = table.agenda.issues().size();
  const auto gain = [&](const std::uint32_t* levels, double own, double other) {
    const bool possible = obstacle(table, levels) == Obstacle::kNone;
    return SharedGain{possible ? own - own_nothing : kCannotBeSigned, other - other_nothing};
  };
  std::vector<SharedGain> gains(sample.outcomes.size());
  for (std::size_t i = 0; i < gains.size(); ++i) {
    gains[i] = gain(&sample.levels[i * issues], of_sample.own[i], of_sample.other[i]);
  }
  IdeaSearch search;
  search.agenda = &table.agenda;
  search.sample = &table.sample;
  search.sample_gains = &gains;
  search.gain = [&](const std::uint32_t* levels) {
    double own = 0;
    double other = 0;
    evaluate(table, levels, 1, &own, &other);
    return gain(levels, own, other);
  };
  return find_company_ideas(search);
}

void CompanyMandate::add_values(const CompanyTable& table, const Packages& packages,
                                const Values& values, v1::Brief& brief) const {
  const double reservation = no_deal(table).total();
  const std::size_t issues = table.agenda.issues().size();
  auto& own = *brief.mutable_value_musd();
  auto& believed = *brief.mutable_believed_other_musd();
  std::string& clearable = *brief.mutable_clearable();
  for (std::size_t i = 0; i < packages.outcomes.size(); ++i) {
    own.Add(static_cast<float>(values.own[i]));
    believed.Add(static_cast<float>(values.other[i]));
    const bool clears = values.own[i] >= reservation && !table.is_barred(packages.outcomes[i]) &&
                        obstacle(table, &packages.levels[i * issues]) == Obstacle::kNone;
    clearable.push_back(clears ? '\1' : '\0');
  }
}

void CompanyMandate::add_ideas(const CompanyTable& table, const std::vector<agenda::Outcome>& ideas,
                               v1::Brief& brief) const {
  brief.mutable_ideas()->Add(ideas.begin(), ideas.end());
  const std::vector<std::uint32_t> levels = levels_of(table.agenda, ideas);
  const Packages packages{ideas, levels};
  add_values(table, packages, values_of(table, packages), brief);
}

void CompanyMandate::add_state(const CompanyTable& table, v1::Brief& brief) const {
  const CompanyWorth nothing = no_deal(table);
  brief.set_reservation_musd(nothing.total());
  to_message(nothing, *brief.mutable_reservation_worth());
  brief.set_believed_other_reservation_musd(believed_reservation(table));
  brief.set_urgency(table.urgency());
  brief.set_lowest_musd(table.lowest_musd);
  brief.set_highest_musd(table.highest_musd);
  brief.mutable_barred()->Add(table.barred.begin(), table.barred.end());
}

void CompanyMandate::brief_table(std::uint64_t conversation, v1::Brief& brief) const {
  const CompanyTable& at = table(conversation);
  const Values of_sample = values_of(at, sample_of(at));
  add_values(at, sample_of(at), of_sample, brief);
  add_ideas(at, ideas(at, of_sample), brief);
  add_state(at, brief);
}

void CompanyMandate::brief_additions(std::uint64_t conversation,
                                     const std::vector<std::uint64_t>& packages,
                                     v1::Brief& brief) const {
  const CompanyTable& at = table(conversation);
  add_ideas(at, packages, brief);
  add_state(at, brief);
}

void CompanyMandate::values(std::uint64_t conversation, const std::vector<std::uint64_t>& outcomes,
                            std::vector<double>& values_musd) const {
  const CompanyTable& at = table(conversation);
  values_musd.resize(outcomes.size());
  const auto value = [&](const std::vector<std::uint32_t>& levels) {
    evaluate(at, levels.data(), outcomes.size(), values_musd.data(), nullptr);
  };
  if (outcomes == at.sample) {
    value(at.sample_levels);
  } else {
    value(levels_of(at.agenda, outcomes));
  }
}

v1::Worth CompanyMandate::worth(std::uint64_t conversation, std::uint64_t outcome) const {
  const CompanyTable& at = table(conversation);
  v1::Worth message;
  to_message(appraise(at, levels_of(at.agenda, outcome).data()), message);
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
  const std::vector<std::uint32_t> levels = levels_of(at.agenda, outcome);
  double value = 0;
  evaluate(at, levels.data(), 1, &value, nullptr);
  const double gain = value - no_deal(at).total();
  const Obstacle in_the_way = obstacle(at, levels.data());
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
  } else if (in_the_way == Obstacle::kNothing) {
    reason.set_note("no tonnes: what moves nothing is no contract");
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
  double lowest = believed_no_deal(at);
  for (const agenda::Outcome outcome : at.offers_of_other) {
    double value = 0;
    evaluate(at, levels_of(at.agenda, outcome).data(), 1, nullptr, &value);
    lowest = std::min(lowest, value);
  }
  return lowest;
}

const CompanyTable& CompanyMandate::table(std::uint64_t conversation) const {
  const CompanyTable* found = tables_.find(conversation);
  MONAZITE_CHECK(found != nullptr,
                 "a mandate is asked only about tables whose opening it absorbed");
  return *found;
}

}  // namespace monazite::mandates
