#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

#include <world/lab/wording.hpp>
#include <world/treaty/clauses.hpp>

namespace monazite::lab {

std::string office_words(v1::Office office) {
  switch (office) {
    case v1::OFFICE_ATOMIC_ENERGY:
      return "atomic energy";
    case v1::OFFICE_COMMERCE:
      return "Commerce";
    case v1::OFFICE_HEAVY_INDUSTRIES:
      return "Heavy Industries";
    case v1::OFFICE_MINES:
      return "Mines";
    case v1::OFFICE_EXTERNAL_AFFAIRS:
      return "External Affairs";
    case v1::OFFICE_CAR_MAKERS_INDIA:
      return "India's car makers";
    case v1::OFFICE_PRIME_MINISTER:
      return "the Prime Minister's office";
    case v1::OFFICE_METI_SUPPLY:
      return "METI (supply)";
    case v1::OFFICE_METI_TECHNOLOGY_CONTROL:
      return "METI (technology control)";
    case v1::OFFICE_JOGMEC:
      return "JOGMEC";
    case v1::OFFICE_FOREIGN_MINISTRY:
      return "the Foreign Ministry";
    case v1::OFFICE_FINANCE_MINISTRY:
      return "the Finance Ministry";
    case v1::OFFICE_MAKERS:
      return "Japan's makers";
    default:
      return "nobody";
  }
}

std::string act_words(v1::Act act) {
  switch (act) {
    case v1::ACT_REQUEST_HOLD_BACK:
      return "asks atomic energy and IREL to hold neodymium back";
    case v1::ACT_DIRECT_FEED_FULL:
      return "directs IREL to deliver as agreed";
    case v1::ACT_DIRECT_FEED_HALF:
      return "directs IREL to deliver half";
    case v1::ACT_DIRECT_FEED_LIGHT:
      return "directs IREL to deliver lanthanum and cerium only";
    case v1::ACT_DIRECT_FEED_STOP:
      return "directs IREL to stop the feed";
    case v1::ACT_NOTIFY_HALF:
      return "restricts the refinery's exports to half by notification";
    case v1::ACT_NOTIFY_STOP:
      return "stops the refinery's exports by notification";
    case v1::ACT_NOTIFY_LIFT:
      return "lifts its export notification";
    case v1::ACT_ASK_CONSULTATION:
      return "asks for consultation under the memorandum";
    case v1::ACT_ACCEPT_CONSULTATION:
      return "agrees to consult";
    case v1::ACT_REFUSE_CONSULTATION:
      return "refuses to consult";
    case v1::ACT_LEAK:
      return "talks to the press";
    case v1::ACT_RELEASE_STOCK:
      return "sells from the state stock";
    case v1::ACT_ASK_RENEGOTIATION:
      return "asks to reopen the contract";
    default:
      return "does nothing";
  }
}

std::string reason_words(const v1::Reason& reason) {
  if (!reason.note().empty()) return reason.note();
  const std::string a = number_words(reason.a(), 1);
  const std::string b = number_words(reason.b(), 1);
  switch (reason.code()) {
    case v1::REASON_CODE_OPENING_BID:
      return "opening bid, worth " + a + " M to it";
    case v1::REASON_CODE_CONCEDED:
      return "comes down to " + a + " M, its aspiration is " + b;
    case v1::REASON_CODE_HELD_FIRM:
      return "holds at " + a + " M, its aspiration is " + b;
    case v1::REASON_CODE_BEST_FOR_BOTH:
      return "worth " + a + " M to it and, it believes, " + b + " M to the other";
    case v1::REASON_CODE_OFFER_GOOD_ENOUGH:
      return "worth " + a + " M to it, its aspiration was " + b;
    case v1::REASON_CODE_DEADLINE_NEAR:
      return "time runs out; " + a + " M beats " + b + " M without a deal";
    case v1::REASON_CODE_NO_ZONE:
      return "nothing on the table beats no deal (" + a + " M at best against " + b + ")";
    case v1::REASON_CODE_BELOW_RESERVATION:
      return a + " M is less than no deal (" + b + ")";
    case v1::REASON_CODE_ACT_CHOSEN:
      return (reason.a() >= 0    ? "it expects "
              : reason.b() < 0.5 ? "against its own estimate of "
                                 : "the lesser loss, ") +
             a + " M; chance of choosing so " + number_words(100 * reason.b(), 0) + " %";
    case v1::REASON_CODE_SCRIPTED:
      return "reported fact";
    case v1::REASON_CODE_MEDIATED:
      return "found by the table's conduct";
    case v1::REASON_CODE_OFFICE_LOSES:
      return office_words(reason.office()) + " would lose " + number_words(-reason.a(), 1) + " M";
    case v1::REASON_CODE_SIDE_LOSES:
      return "the side as a whole would lose " + number_words(-reason.a(), 1) + " M";
    case v1::REASON_CODE_ARBITER_OVERRULES:
      return "the arbiter overrules a veto, gaining " + a + " M";
    case v1::REASON_CODE_ALL_CLEAR:
      return "gain of " + a + " M";
    default:
      return {};
  }
}

std::string clause_words(v1::ClauseStatus::Clause clause) {
  return treaty::clause_name(clause);
}

std::string status_words(v1::ClauseStatus::Status status) {
  return treaty::status_name(status);
}

std::string table_words(v1::Table table) {
  switch (table) {
    case v1::TABLE_CONSULTATION:
      return "memorandum";
    case v1::TABLE_SUPPLY_CONTRACT:
      return "supply contract";
    case v1::TABLE_ALLOCATION:
      return "allocation";
    default:
      return "table";
  }
}

std::string conduct_words(v1::Conduct conduct) {
  switch (conduct) {
    case v1::CONDUCT_PROTOCOL:
      return "alternating offers";
    case v1::CONDUCT_NASH:
      return "Nash point";
    case v1::CONDUCT_KALAI_SMORODINSKY:
      return "Kalai-Smorodinsky point";
    case v1::CONDUCT_RUBINSTEIN:
      return "Rubinstein split";
    case v1::CONDUCT_NONE:
      return "no talks";
    default:
      return "conduct";
  }
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string number_words(double value, int decimals) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals,
                std::abs(value) < 0.5 * std::pow(10.0, -decimals) ? 0.0 : value);
  std::string words = text.data();
  const std::size_t point = words.find('.');
  if (point != std::string::npos) {
    while (words.back() == '0') words.pop_back();
    if (words.back() == '.') words.pop_back();
  }
  const std::size_t end = words.find('.') == std::string::npos ? words.size() : words.find('.');
  const std::size_t start = words[0] == '-' ? 1 : 0;
  for (std::size_t at = end; at > start + 3; at -= 3) words.insert(at - 3, ",");
  return words;
}

std::string count_words(double count, std::string_view thing) {
  const std::string number = number_words(count, 0);
  return number + " " + std::string(thing) + (number == "1" ? "" : "s");
}

std::string level_words(const agenda::Issue& issue, std::uint32_t level) {
  const std::string& label = issue.labels[level];
  if (label.empty()) {
    return number_words(issue.values[level], 3) + (issue.unit.empty() ? "" : " " + issue.unit);
  }
  // A label that is a bare number gets its unit.
  const bool bare = label.find_first_not_of("0123456789.,+-") == std::string::npos;
  return bare && !issue.unit.empty() ? label + " " + issue.unit : label;
}

std::string levels_words(const agenda::Agenda& agenda, agenda::Outcome outcome) {
  std::string out;
  for (std::size_t i = 0; i < agenda.issues().size(); ++i) {
    out += (i == 0 ? "" : ", ") + agenda.issues()[i].labels[agenda.level(outcome, i)];
  }
  return out;
}

std::string issue_words(const std::string& issue_name) {
  static constexpr std::array<std::pair<const char*, const char*>, 24> kWords = {{
      {"volume_t_per_year", "volume"},
      {"share_after_plants", "volume once plants run"},
      {"ndpr_share", "mix"},
      {"premium_percent", "premium"},
      {"floor_usd_per_kg", "price floor"},
      {"magnets_t_per_year", "magnets returned"},
      {"magnet_origin", "origin of magnets"},
      {"technology_level", "technology"},
      {"joint_venture_t_per_year", "joint venture"},
      {"finance_bn_jpy", "finance"},
      {"domestic_priority_share", "domestic priority"},
      {"notice_days", "notice"},
      {"term_years", "term"},
      {"heavy_swap_t_per_year", "Dy/Tb swap"},
      {"reo_t_per_month", "tonnes a month"},
      {"upside_share_percent", "share of high prices"},
      {"take_or_pay_share", "take-or-pay"},
      {"advance_years", "payment"},
      {"ndpr_t_per_quarter", "NdPr a quarter"},
      {"flexibility_percent", "flexibility"},
  }};
  for (const auto& [name, words] : kWords) {
    if (name != nullptr && issue_name == name) return words;
  }
  return issue_name;
}

}  // namespace monazite::lab
