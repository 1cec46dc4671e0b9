#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <world/equations/parameters.hpp>
#include <world/mandates/company_beliefs.hpp>
#include <world/mandates/company_terms.hpp>
#include <world/mandates/supply_value.hpp>

/// What a quarter's tonnes are worth to a maker and to Toyotsu. Pure functions of what the
/// appraiser believes. Money in M over the quarter, undiscounted. Prices are premiums on the
/// outside index: what a maker does not get from Toyotsu it buys elsewhere at the index as far as
/// there is something to buy.
namespace monazite::mandates {

/// A maker as it and Toyotsu know it when the run begins.
struct MakerMandateSetup {
  base::SeatId seat = 0;
  bool car_maker = false;  ///< holds magnets, not oxide
  double need_share = 0;   ///< of Japan's NdPr need
  double target_cover_days = 0;
  double loss_usd_per_kg_ndpr = 0;  ///< of a missing kg (a car maker's: 300 USD per kg of magnet)
  double qualification_months = 0;  ///< until another supplier's material may be used
  double usual_t = 0;               ///< NdPr that it takes from Toyotsu in a usual quarter
  treaty::AllocationTerms allocation;  ///< what stands for an issue that the agenda lacks
};

/// What a maker knows of itself, or what Toyotsu believes of it.
struct MakerView {
  double index_usd_per_kg = 0;
  double index_log_sd = 0;
  double need_t_per_quarter = 1;  ///< NdPr
  double cover_days = 0;          ///< own stock, what is late already taken off
  double state_days = 0;          ///< of the state stock that it counts on
  double target_cover_days = 0;
  int regime_light = 0;
  bool short_now = false;
  double loss_usd_per_kg = 0;       ///< of a missing kg of NdPr (line stop)
  double qualification_months = 0;  ///< until another supplier's material may be used
  double security_usd_per_kg = 0;   ///< own worth of a kg that is not Chinese
  double usual_t = 0;               ///< tonnes of a usual quarter
  bool material_on = true;
  bool relationship_on = true;
};

/// What the maker knows of its own stock and need, or what Toyotsu knows of them. What is late is
/// taken off the cover: cargoes overdue, as far as they were the maker's. While nothing was read,
/// need and cover are the usual ones. `usual_t`: NdPr of a usual quarter; `loss_scale`: private
/// type or belief error.
[[nodiscard]] MakerView maker_view(const equations::Parameters& parameters,
                                   const CompanyBeliefs& beliefs, base::Day today,
                                   const MakerMandateSetup& maker, double usual_t,
                                   double loss_scale);

/// Worth of one more kg of NdPr in stock beyond its price at the index, when own stock covers
/// `cover_days`: expected loss from a shortage, security as long as stocks are below some times
/// their target, less the cost of carrying stock. USD per kg; falls with cover.
[[nodiscard]] double maker_marginal_worth(const equations::Parameters& parameters,
                                          const MakerView& view, double cover_days);

/// A package against none: tonnes at their marginal worths, less the premium, plus what the right
/// to take more or less is worth (0.4 log_sd P per kg of it, and part of its insurance against
/// shortage).
[[nodiscard]] CompanyWorth maker_worth(const equations::Parameters& parameters,
                                       const MakerView& view, const treaty::AllocationTerms& terms);
/// No allocation: the expected cost of shortage at today's stock (not positive).
[[nodiscard]] CompanyWorth maker_no_deal(const equations::Parameters& parameters,
                                         const MakerView& view);
/// Highest premium (%) at which these tonnes are worth no less than none to the maker.
[[nodiscard]] double maker_reservation_premium(const equations::Parameters& parameters,
                                               const MakerView& view, double ndpr_t);

/// What another maker would take.
struct Rival {
  double ndpr_t = 0;
  double premium_percent = 0;
};
/// The order in which rivals are served.
[[nodiscard]] bool offers_more(const Rival& a, const Rival& b);

/// What Toyotsu knows of its product and of the other makers.
struct SellerView {
  double index_usd_per_kg = 0;
  double index_log_sd = 0;
  double left_t = 0;            ///< NdPr product of the quarter that is not yet promised
  double spot_discount = 0;     ///< share lost on what nobody bound itself to take
  double usual_t = 0;           ///< this maker's usual quarter
  std::vector<Rival> rivals;    ///< what the others would take, highest premium first
  double partnership_musd = 0;  ///< of a usual quarter's tonnes
  bool material_on = true;
  bool relationship_on = true;
};

/// Best that Toyotsu makes of `ndpr_t` with the rivals and the spot market, over sale at the index.
/// M.
[[nodiscard]] double seller_elsewhere(const SellerView& view, double ndpr_t);
/// A package with one maker and the best of the rest with the others, against everything left to
/// the others (so no deal is worth 0). Packages above left_t are valued as if delivered in full;
/// whether they may be signed is not asked here.
[[nodiscard]] CompanyWorth seller_worth(const SellerView& view,
                                        const treaty::AllocationTerms& terms);

/// The same values for the packages of one agenda. Worth is linear in premium and flexibility for
/// given tonnes, so the tonnes are valued once.
class AllocationTable {
 public:
  AllocationTable() = default;
  /// `worth`: total worth of any terms; linear as said.
  AllocationTable(const agenda::Agenda& agenda, const TermsReader& reader,
                  const treaty::AllocationTerms& otherwise,
                  const std::function<double(const treaty::AllocationTerms&)>& worth);

  /// Total worth of the package with these levels, in the order of the agenda's issues. M.
  [[nodiscard]] double value(const std::uint32_t* levels) const;
  /// Its NdPr, t a quarter.
  [[nodiscard]] double ndpr_t(const std::uint32_t* levels) const {
    return tonnes_.values[tonnes_.level(levels)];
  }

 private:
  struct Axis {
    int issue = -1;  ///< -1: the agenda lacks it, there is one level
    std::vector<double> values;
    [[nodiscard]] std::size_t level(const std::uint32_t* levels) const {
      return issue < 0 ? 0 : levels[issue];
    }
  };
  Axis tonnes_, premium_, flexibility_;
  std::vector<double> base_;  ///< by tonnes, without premium and flexibility
  double per_premium_ = 0;    ///< M per t and %
  double per_flexibility_ = 0;
};

}  // namespace monazite::mandates
