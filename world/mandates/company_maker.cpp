#include <optional>

#include <world/mandates/company_maker.hpp>

namespace monazite::mandates {
namespace {

/// A maker does not know what Toyotsu has to sell: it takes it for enough.
constexpr double kEnoughT = 1000;

}  // namespace

MakerMandate::MakerMandate(const CompanySetup& setup, const MakerMandateSetup& maker,
                           const equations::Parameters& parameters, const base::Draws& draws)
    : CompanyMandate(setup, parameters, draws), maker_(maker), table_opened_(setup.first_day) {}

CompanyMandate::Change MakerMandate::learn(const v1::Envelope& message) {
  if (!message.has_opening() || message.opening().table() != v1::TABLE_ALLOCATION)
    return Change::kNone;
  table_opened_ = base::Day{message.day()};
  return Change::kWorld;
}

void MakerMandate::revise(Change) {
  view_ = maker_view(parameters_, beliefs_, today_, maker_, maker_.usual_t, private_type(0));

  seller_.index_usd_per_kg = view_.index_usd_per_kg;
  seller_.index_log_sd = view_.index_log_sd;
  seller_.left_t = kEnoughT;
  seller_.spot_discount = parameters_.toyotsu.spot_discount * belief_error(table_opened_, 0);
  seller_.usual_t = view_.usual_t;
  seller_.partnership_musd = parameters_.allocation.partnership_musd;
  seller_.material_on = parameters_.switches.material;
  seller_.relationship_on = parameters_.switches.relationship;

  valuers_.clear();
  for (const auto& entry : tables_.all()) {
    const CompanyTable& at = entry.second;
    if (at.open) valuers_.emplace(entry.first, valuers(at));
  }
}

double MakerMandate::reservation_premium(double ndpr_t) const {
  return maker_reservation_premium(parameters_, view_, ndpr_t);
}

MakerMandate::Valuers MakerMandate::valuers(const CompanyTable& table) const {
  return {AllocationTable(
              table.agenda, table.reader, maker_.allocation,
              [&](const auto& terms) { return maker_worth(parameters_, view_, terms).total(); }),
          AllocationTable(table.agenda, table.reader, maker_.allocation,
                          [&](const auto& terms) { return seller_worth(seller_, terms).total(); })};
}

void MakerMandate::evaluate(const CompanyTable& table, const std::uint32_t* levels,
                            std::size_t count, double* own, double* other) const {
  const auto found = valuers_.find(table.conversation);
  std::optional<Valuers> once;  // of a table that is closed
  const Valuers& values = found != valuers_.end() ? found->second : once.emplace(valuers(table));
  const std::size_t issues = table.agenda.issues().size();
  for (std::size_t i = 0; i < count; ++i, levels += issues) {
    if (own != nullptr) own[i] = values.own.value(levels);
    if (other != nullptr) other[i] = values.other.value(levels);
  }
}

CompanyWorth MakerMandate::appraise(const CompanyTable& table, const std::uint32_t* levels) const {
  return maker_worth(parameters_, view_,
                     table.reader.allocation(table.agenda, levels, maker_.allocation));
}

CompanyWorth MakerMandate::no_deal(const CompanyTable&) const {
  return maker_no_deal(parameters_, view_);
}

double MakerMandate::believed_no_deal(const CompanyTable&) const {
  return 0;
}

CompanyMandate::Obstacle MakerMandate::obstacle(const CompanyTable& table,
                                                const std::uint32_t* levels) const {
  const double asked_t =
      table.reader.allocation(table.agenda, levels, maker_.allocation).ndpr_t_per_quarter;
  return asked_t > 0 ? Obstacle::kNone : Obstacle::kNothing;
}

void MakerMandate::add_acts(v1::Brief&) const {}

}  // namespace monazite::mandates
