#include <world/mandates/company_maker.hpp>

namespace monazite::mandates {
namespace {

/// A maker does not know what Toyotsu has to sell: it takes it for enough.
constexpr double kEnoughT = 1000;

}  // namespace

MakerMandate::MakerMandate(const CompanySetup& setup, const MakerMandateSetup& maker,
                           const equations::Parameters& parameters, const base::Draws& draws,
                           const MakerCharacter& character)
    : CompanyMandate(setup, parameters, draws),
      maker_(maker),
      character_(character),
      table_opened_(setup.first_day) {}

CompanyMandate::Change MakerMandate::learn(const v1::Envelope& message) {
  if (!message.has_opening() || message.opening().table() != v1::TABLE_ALLOCATION)
    return Change::kNone;
  table_opened_ = base::Day{message.day()};
  return Change::kWorld;
}

void MakerMandate::revise(Change) {
  view_ = maker_view(parameters_, beliefs_, today_, maker_, maker_.allocation.ndpr_t_per_quarter,
                     private_type(0), character_);

  seller_.index_usd_per_kg = view_.index_usd_per_kg;
  seller_.index_log_sd = view_.index_log_sd;
  seller_.left_t = kEnoughT;
  seller_.spot_discount = ToyotsuCharacter{}.spot_discount * belief_error(table_opened_, 0);
  seller_.usual_t = view_.usual_t;
  seller_.material_on = parameters_.switches.material;
  seller_.relationship_on = parameters_.switches.relationship;
}

double MakerMandate::reservation_premium(double ndpr_t) const {
  return maker_reservation_premium(parameters_, view_, ndpr_t);
}

CompanyWorth MakerMandate::appraise(const CompanyTable& table, agenda::Outcome outcome) const {
  return maker_worth(parameters_, view_,
                     table.reader.allocation(table.agenda, outcome, maker_.allocation));
}

CompanyWorth MakerMandate::no_deal(const CompanyTable&) const {
  return maker_no_deal(parameters_, view_);
}

double MakerMandate::believed(const CompanyTable& table, agenda::Outcome outcome) const {
  return seller_worth(seller_, table.reader.allocation(table.agenda, outcome, maker_.allocation))
      .total();
}

double MakerMandate::believed_no_deal(const CompanyTable&) const {
  return 0;
}

CompanyMandate::Obstacle MakerMandate::obstacle(const CompanyTable&, agenda::Outcome) const {
  return Obstacle::kNone;
}

void MakerMandate::add_acts(v1::Brief&) const {}

}  // namespace monazite::mandates
