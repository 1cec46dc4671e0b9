#include <cmath>
#include <string>

#include <world/treaty/clauses.hpp>

namespace monazite::treaty {
namespace {

using CS = v1::ClauseStatus;

/// "1,000", "0.5": whole numbers with thousands marked, others with one decimal.
std::string number(double value) {
  if (std::abs(value - std::round(value)) > 0.05) {
    const long tenths = std::lround(value * 10);
    return std::to_string(tenths / 10) + "." + std::to_string(std::labs(tenths % 10));
  }
  const std::string digits = std::to_string(std::lround(value));
  std::string marked;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const std::size_t left = digits.size() - i;
    if (i > 0 && left % 3 == 0 && digits[i - 1] != '-') marked.push_back(',');
    marked.push_back(digits[i]);
  }
  return marked;
}

std::string percent(double share) {
  return number(100 * share) + " %";
}

std::string volume(const MouTerms& mou) {
  std::string text = "India lets " + number(mou.volume_t_per_year) + " t REO a year go to Japan";
  if (mou.share_after_plants >= 1) return text + ".";
  text += " until its magnet plants run, and ";
  return text + (mou.share_after_plants > 0 ? percent(mou.share_after_plants) + " of it after."
                                            : "nothing after.");
}

std::string price(const MouTerms& mou) {
  std::string text = "NdPr is priced at the index outside China";
  if (mou.premium_percent != 0) {
    text += (mou.premium_percent > 0 ? " plus " : " less ") +
            number(std::abs(mou.premium_percent)) + " %";
  }
  if (mou.floor_usd_per_kg > 0) {
    text += ", at least " + number(mou.floor_usd_per_kg) + " USD/kg";
  }
  return text + ".";
}

std::string magnets(const MouTerms& mou) {
  return "Japanese firms sell India " + number(mou.magnets_t_per_year) + " t of magnets a year, " +
         (mou.magnets_made_in_japan ? "made in Japan." : "from any of their plants.");
}

std::string technology(const MouTerms& mou) {
  switch (mou.technology_level) {
    case 0:
      return "Japan grants no technology.";
    case 1:
      return "Japan trains Indian engineers in magnet making.";
    case 2:
      return "Japan licenses metal and alloy making.";
    case 3:
      return "Japan licenses magnet making.";
    default:
      return "Japan licenses the making of magnets without heavy rare earths.";
  }
}

std::string supply(const SupplyTerms& terms) {
  return "IREL feeds Toyotsu's refinery for " + number(terms.reo_t_per_month) +
         " t REO of product a month to Japan, " + percent(terms.ndpr_share) + " of it NdPr.";
}

}  // namespace

std::string clause_text(Clause clause, const MouTerms& mou, const SupplyTerms& terms) {
  switch (clause) {
    case CS::CLAUSE_VOLUME:
      return volume(mou);
    case CS::CLAUSE_NDPR:
      return percent(mou.ndpr_share) + " of the rare earths sent to Japan is NdPr.";
    case CS::CLAUSE_PRICE:
      return price(mou);
    case CS::CLAUSE_MAGNETS:
      return magnets(mou);
    case CS::CLAUSE_TECHNOLOGY:
      return technology(mou);
    case CS::CLAUSE_FINANCE:
      return "Japan lends " + number(mou.finance_bn_jpy) + " bn JPY on concessional terms.";
    case CS::CLAUSE_DOMESTIC_PRIORITY:
      return "India may divert " + percent(mou.domestic_priority_share) + " of the volume to its " +
             "own plants, with " + number(mou.notice_days) + " days of notice.";
    case CS::CLAUSE_CONSULTATION:
      return "Either side may ask for talks, and the other takes them up.";
    case CS::CLAUSE_HEAVY_SWAP:
      return "Japan passes " + number(mou.heavy_swap_t_per_year) +
             " t of Dy/Tb a year from its pool elsewhere on to India.";
    case CS::CLAUSE_SUPPLY_CONTRACT:
      return supply(terms);
    case CS::CLAUSE_TAKE_OR_PAY:
      return "Toyotsu takes or pays " + percent(terms.take_or_pay_share) +
             " of the contracted feed.";
    case CS::CLAUSE_ALLOCATION:
      return "Toyotsu delivers to each maker what was allocated for the quarter.";
    default:
      return "";
  }
}

const char* clause_name(Clause clause) {
  switch (clause) {
    case CS::CLAUSE_VOLUME:
      return "volume";
    case CS::CLAUSE_NDPR:
      return "NdPr in the product";
    case CS::CLAUSE_PRICE:
      return "price";
    case CS::CLAUSE_MAGNETS:
      return "magnets";
    case CS::CLAUSE_TECHNOLOGY:
      return "technology";
    case CS::CLAUSE_FINANCE:
      return "finance";
    case CS::CLAUSE_DOMESTIC_PRIORITY:
      return "domestic priority";
    case CS::CLAUSE_CONSULTATION:
      return "consultation";
    case CS::CLAUSE_HEAVY_SWAP:
      return "Dy/Tb swap";
    case CS::CLAUSE_SUPPLY_CONTRACT:
      return "supply contract";
    case CS::CLAUSE_TAKE_OR_PAY:
      return "take-or-pay";
    case CS::CLAUSE_ALLOCATION:
      return "allocation";
    default:
      return "unknown clause";
  }
}

const char* status_name(Status status) {
  switch (status) {
    case CS::STATUS_HONOURED:
      return "honoured";
    case CS::STATUS_ERODED:
      return "eroded";
    case CS::STATUS_UNDER_CONSULTATION:
      return "under consultation";
    case CS::STATUS_SUSPENDED:
      return "suspended";
    case CS::STATUS_LAPSED:
      return "lapsed";
    case CS::STATUS_PERFORMED:
      return "performed";
    case CS::STATUS_EXCUSED:
      return "excused";
    case CS::STATUS_BREACHED:
      return "breached";
    case CS::STATUS_REMEDIED:
      return "remedied";
    default:
      return "not in force";
  }
}

}  // namespace monazite::treaty
