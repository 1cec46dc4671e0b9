#pragma once

#include <array>

/// Numbers of the economy; units and symbols as world/equations/parameters.hpp says.
namespace monazite::equations {

/// Indian monazite: mine, cracking, separation. Joint production: the basket comes whole.
struct Ore {
  double mined_reo_t_per_year;             ///< REO contained in monazite mined [Y]
  double crack_recovery;                   ///< monazite to chloride, share [rec_crack]
  double availability_mean;                ///< of mine and cracking, share [avail]
  double availability_sd;                  ///< its monthly spread [sd_avail]
  double ndpr_share;                       ///< NdPr in REO of the basket [z0]
  double light_share;                      ///< La/Ce in REO of the basket
  double separation_recovery;              ///< Indian route, share [rec_sep]
  double cyclone_probability;              ///< chance of a cyclone a month
  double cyclone_output_factor;            ///< output of the month it strikes
  double initial_indian_ndpr_stock_t;      ///< t NdPr in India at the start
  double finishing_2024_t_per_year;        ///< NdPr finishing capacity [fin_cap0]
  double finishing_2025_t_per_year;        ///< from April 2025 [fin_cap1]
  double finishing_2026_t_per_year;        ///< from April 2026 [fin_cap2]
  double finishing_2030_t_per_year;        ///< from January 2030 [fin_cap3]
  double other_use_t_per_year;             ///< other Indian use of NdPr [dom_use]
  double expansion_t_per_year_per_bn_jpy;  ///< REO a year that a billion JPY of joint finance adds
  double expansion_delay_months;           ///< from the finance to the ore
  double availability_lowest;              ///< of a month's draw
  double availability_highest;             ///< the same at most
  double feed_share_of_store;              ///< of the chloride that a month's feed may take
  double feed_share_of_stored_ndpr;        ///< the same of the NdPr in it
  double committable_share;                ///< of usual output that may be promised
};

/// Toyotsu's refinery and the way to Japan.
struct Refinery {
  double recovery;                 ///< share [rec_trei]
  double intake_t_per_year;        ///< t REO a year at most [cap_trei]
  double japan_share;              ///< share of product sent to Japan [share_jp]
  double baseline_t_per_year;      ///< t REO a year to Japan at the start [vol0]
  double initial_stock_reo_t;      ///< on site at the start
  double cost_usd_per_kg_ndpr;     ///< per kg NdPr [trei_cost]
  double idle_cost_musd_per_year;  ///< of an idle plant
  double road_days;                ///< mine to refinery and refinery to port
  double sea_days_min;             ///< door to door, fastest
  double sea_days_max;             ///< door to door, slowest of the ordinary
  double late_probability;         ///< chance that a cargo is late [p_late]
  double late_days;                ///< by how much
  double cargoes_per_month;        ///< bookings a month, each with its own voyage; whole number
  double light_only_ndpr_share;    ///< NdPr in feed under a direction "La/Ce only"
  double storage_reo_t;            ///< product on site at which the refinery takes no more feed
  double light_price_share;        ///< of the La/Ce price, paid to IREL for La/Ce in feed
  double light_net_share;          ///< of the La/Ce price that is earned net
  double clear_months;             ///< in which product beyond the usual is sent off
  double stock_refill_months;      ///< in which a gap of that stock is filled
};

/// India's magnet plants and its need of magnets.
struct Plants {
  double planned_month;              ///< planned start, months after 2024-01-01 [plant_t0]
  double slip_mean_months;           ///< [slip_mean]
  double slip_sd_months;             ///< [slip_sd]
  double capacity_t_per_year;        ///< t NdFeB a year at full size [plant_cap]
  double load;                       ///< after the ramp, share [plant_load]
  double ramp_months;                ///< [plant_ramp]
  double magnet_per_oxide;           ///< kg of magnet per kg of NdPr oxide [kg_mag_per_kg_ox]
  double yield;                      ///< magnets made per magnet's worth of oxide used
  double need_2025_t_per_year;       ///< t NdFeB [need_m]
  double need_growth_per_year;       ///< [g_need]
  double cover_months;               ///< normal Indian magnet stock [cover_m]
  double order_adjustment_months;    ///< in which importers close a gap of their stock
  double announcement_lead_months;   ///< before the announced start a delay is admitted ...
  double announcement_step_months;   ///< ... and the new date lies this far ahead
  double china_share;                ///< of magnet imports [china_m]
  double loss_usd_per_kg_magnet;     ///< of a missing kg of magnet [loss_m]
  double shortfall_usd_per_kg_ndpr;  ///< of a missing kg of NdPr at a plant [omega_in]
  double margin_usd_per_kg_magnet;   ///< incl. security [marg_m]
  double importer_stock_most;        ///< times the target; beyond it they sell abroad
};

/// Two pools, China and outside; prices from cover and expectations.
struct Market {
  double world_use_t_per_year;       ///< t NdPr [D_w]
  double outside_use_t_per_year;     ///< t NdPr outside China [D_x]
  double outside_supply_t_per_year;  ///< outside China and India [S_x]
  double growth_per_year;            ///< of use and of capacity [g_dem]
  double marginal_cost_usd_per_kg;   ///< full cost of the marginal producer: the anchor [c]
  double initial_price_usd_per_kg;   ///< NdPr in China at the start
  double price_rule;  ///< 0: inventory cover (E2); 1: demand over supply (E1) and quota rent (E8)
  double spot_elasticity;         ///< of the price to demand over supply a month, rule 1 only [E1]
  double expectation_lag_months;  ///< [tau_e]
  double reversion_months;        ///< of the expected price to the anchor [tau_c]
  double cover_exponent;          ///< China [s_cov]
  double normal_cover_months;     ///< China [C_star]
  double outside_cover_exponent;  ///< [s_x]
  double outside_normal_cover_months;  ///< [C_x]
  double rent_below_cover_share;       ///< of the normal stock, under which a licence has a rent
  double full_use;                     ///< of capacity against normal at the most
  double outside_premium;              ///< share [prem_x]
  double utilisation_elasticity;       ///< [eta_u]
  double demand_elasticity_short;      ///< positive number [eps_sr]
  double demand_elasticity_long;       ///< positive number [eps_lr]
  double substitution_cap_per_year;    ///< [sub_cap]
  double expansion_cap_per_year;       ///< [exp_cap]
  double substitution_lag_months;      ///< of the world's NdPr intensity to the price
  double capacity_lag_months;          ///< of capacity to a price of twice the anchor
  double pool_refill_months;           ///< in which buyers outside China close a gap of their stock
  double demand_shock_sd;              ///< a month [sd_dem]
  double demand_shock_persistence;     ///< [rho_dem]
  double demand_jump_probability;  ///< chance a month that the demand shock is a jump (fat tails)
  double demand_jump_factor;       ///< by how much a jump is larger than an ordinary shock
  double expectation_shock_sd;     ///< a month [sd_exp]
  double quota_headroom;           ///< Chinese exports allowed over normal ones, factor
  double
      quota_exposure_light;  ///< part of a cut of light supply to Japan that all of outside feels
  double quota_exposure_magnet;  ///< the same of a cut of magnets
  double licence_leakage;        ///< elasticity of exports beyond licences to the licence rent
  double
      regime_expectation_jump;  ///< of the expected price's logarithm, per step that China tightens
  double heavy_anchor_usd_per_kg;         ///< Dy equivalent [cH]
  double heavy_cover_exponent;            ///< s of the heavy pool
  double heavy_initial_cover_days_japan;  ///< days of use of Dy/Tb in Japan at the start
  double heavy_use_japan_t_per_year;      ///< t Dy/Tb
  double light_anchor_usd_per_kg;         ///< La/Ce [cL]
  double light_normal_cover_months;       ///< stocks of La/Ce in months of use
  double light_offered_over_use;  ///< La/Ce mined along with NdPr over what is used, at rest
  double light_shock_sd;          ///< of the expected price's logarithm, a month
  double price_log_sd;  ///< spread of the price over a deal's life, as all seats take it [sd_P]
  double china_refill_months;   ///< in which China refills its stock, rule 1 only
  double rate_musd_per_bn_jpy;  ///< rate of exchange
};

/// Japan's makers (see Maker in scenario files for each one), JOGMEC, other suppliers.
struct Japan {
  double need_t_per_year;               ///< t NdPr of all makers [d_jp]
  double need_growth_per_year;          ///< [g_jp]
  double china_share;                   ///< of supply [china_sh]
  double target_cover_days;             ///< makers' NdPr [cover_mk]
  double car_maker_cover_days;          ///< magnets held by car makers
  double state_stock_days;              ///< JOGMEC [jogmec_days]
  double state_refill_months;           ///< in which JOGMEC refills while China is open
  double hoarding;                      ///< extra target stock at full risk [h_J]
  std::array<double, 3> hoarding_risk;  ///< risk that makers see by China's light regime 0, 1, 2
  double hoarding_risk_india;           ///< risk added by an Indian stop
  double stock_adjustment_months;       ///< [tau_s]
  double other_supplier_flexibility;    ///< extra from Lynas and others [flex_lynas]
  double other_supplier_stretch;        ///< times that flexibility when orders go unmet for long
  double recycling_share;               ///< of need that recycled magnets cover at the start
  double recycling_share_max;           ///< and at most
  double
      recycling_response_per_year;  ///< growth of that share a year, relative, at twice the anchor
  double
      substitution_price_ratio;  ///< six-month price over the anchor above which makers substitute
  double substitution_elasticity;  ///< of their intensity to that ratio
  double substitution_lag_months;  ///< speed
  double loss_usd_per_kg_ndpr;     ///< of a missing kg [loss_j]
  double security_usd_per_kg;      ///< worth of a kg that is not Chinese, quiet times [sec_base]
  double magnet_cost_usd_per_kg;   ///< net cost of a magnet diverted to India [mag_cost]
  double magnet_return_light_stopped;  ///< share of promised magnets delivered while China stops
                                       ///< light supply
  double magnet_return_exposure;       ///< of magnets of any origin to China's cut of magnets
  double conversion_fee_usd_per_kg_magnet;  ///< for working consigned NdPr into magnets
  double joint_source_t_per_year;    ///< NdPr a year from joint development elsewhere, when grown
  double joint_source_delay_months;  ///< until it flows
  double joint_source_ramp_months;   ///< from the first tonne to the whole
  double magnet_return_stock_share;  ///< of makers' NdPr that a month's return may take
  double recycling_response_most;    ///< times that response at most
};

/// China's licence regimes: 0 open, 1 slow, 2 stopped. Monthly chances.
struct Regime {
  double cut_slow;           ///< cut of supply in state 1 [cutL1, cutM1]
  double cut_light_stopped;  ///< [cutL2]
  double cut_magnet_tight;   ///< [cutM2]
  double light_01, light_12, light_10, light_21;
  double magnet_01, magnet_12, magnet_10, magnet_21;
  /// Chance, as seats judge it, that supply is cut within a quarter, by state 0, 1, 2 [piL, piM].
  std::array<double, 3> risk_light;
  std::array<double, 3> risk_magnet;
  double risk_magnet_long_run;  ///< beyond a year
};

}  // namespace monazite::equations
