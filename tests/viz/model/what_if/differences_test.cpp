#include <tests/support/catch.hpp>
#include <viz/model/what_if/differences.hpp>

using namespace monazite;
using viz::Figure;
using viz::Figures;

namespace {

const viz::DifferenceRow& row(const std::vector<viz::DifferenceRow>& rows, Figure figure) {
  return rows[static_cast<std::size_t>(figure)];
}

viz::DifferenceRow compared(Figure figure, std::optional<double> a, std::optional<double> b) {
  Figures in_a, in_b;
  in_a[figure] = a;
  in_b[figure] = b;
  return row(viz::differences(in_a, in_b), figure);
}

viz::Deed deed(int day, base::SeatId who, const std::string& words, bool minor = false) {
  return {base::Day{day}, who, 0, v1::Envelope::kDirective, minor, 1, words};
}

}  // namespace

TEST_CASE("dates differ in days and are said in weeks and months") {
  const double day = base::to_day({2025, 8, 29}).number;
  const auto earlier = compared(Figure::kAgreement, day, day - 49);
  CHECK(earlier.a == "29 Aug 2025");
  CHECK(earlier.difference == "-49 d");
  CHECK(earlier.words == "seven weeks earlier");
  CHECK(earlier.sign == -1);
  CHECK(earlier.judgement == viz::DifferenceRow::Judgement::kBetter);
  CHECK(compared(Figure::kAgreement, day, day + 1).words == "one day later");
  CHECK(compared(Figure::kAgreement, day, day + 365).words == "twelve months later");
  CHECK(compared(Figure::kAgreement, day, day).words == "the same day");
  CHECK(compared(Figure::kAgreement, day, std::nullopt).words == "only in A");
  CHECK(compared(Figure::kAgreement, std::nullopt, day).b == "29 Aug 2025");
  CHECK(compared(Figure::kAgreement, std::nullopt, std::nullopt).words == "in neither");
}

TEST_CASE("numbers are said by how much they differ for what they are") {
  CHECK(compared(Figure::kMeanPrice, 81, 76).words == "a little lower");
  CHECK(compared(Figure::kLeastCover, 18, 43).words == "more than twice");
  CHECK(compared(Figure::kLostFlow, 310, 96).words == "two thirds less");
  CHECK(compared(Figure::kLostFlow, 310, 0).words == "none left");
  CHECK(compared(Figure::kMeanPrice, 81, 81).words == "the same");
  CHECK(compared(Figure::kMonthsShort, 6, 2).words == "four fewer");
  CHECK(compared(Figure::kGainIndia, -1, 2).words == "much better off");
  CHECK(compared(Figure::kGainJapan, 100, 80).words == "worse off");
  CHECK(compared(Figure::kNash, 100, 95).words == "a little closer");
  CHECK(compared(Figure::kVolume, 800, 920).difference == "+120");
  CHECK(compared(Figure::kVolume, 800, 920).judgement == viz::DifferenceRow::Judgement::kNeutral);
  CHECK(compared(Figure::kLeastCover, 18, 43).judgement == viz::DifferenceRow::Judgement::kBetter);
  CHECK(compared(Figure::kLeastCover, 43, 18).judgement == viz::DifferenceRow::Judgement::kWorse);
}

TEST_CASE("of many seeds the medians are compared, and shares where they say more") {
  std::vector<Figures> a(10), b(10);
  for (std::size_t i = 0; i < 10; ++i) {
    a[i][Figure::kMonthsShort] = 3;
    b[i][Figure::kMonthsShort] = i == 0 ? 3 : 0;
    a[i][Figure::kMeanPrice] = 80 + static_cast<double>(i);
    b[i][Figure::kMeanPrice] = 70 + static_cast<double>(i);
  }
  const auto rows = viz::differences(a, b);
  CHECK(row(rows, Figure::kMonthsShort).words == "none in 9 of 10 seeds");
  CHECK(row(rows, Figure::kMeanPrice).difference == "-10");
  CHECK(row(rows, Figure::kMeanPrice).a == "84.5");
  CHECK(row(rows, Figure::kAgreement).words == "in neither");
}

TEST_CASE("the same futures never part") {
  viz::Future a;
  a.deeds = {deed(10, 3, "asks"), deed(12, 4, "answers")};
  const auto same = viz::diverge(a, a, base::Day{0});
  CHECK_FALSE(same.first.has_value());
  CHECK(same.rows.empty());
}

TEST_CASE("futures part on the first day on which somebody does something else") {
  viz::Future a, b;
  a.deeds = {deed(5, 3, "before"), deed(10, 3, "asks"), deed(12, 4, "answers"),
             deed(20, 3, "signs")};
  b.deeds = {deed(10, 3, "asks"), deed(11, 0, "a cargo", true), deed(12, 4, "refuses"),
             deed(20, 3, "signs"), deed(21, 3, "signs")};
  for (const int end : {30, 58}) {
    lab::Chronicle::Month month;
    month.day = base::Day{end};
    a.chronicle.months.push_back(month);
  }
  const auto parted = viz::diverge(a, b, base::Day{6});
  CHECK(parted.first == base::Day{11});
  REQUIRE(parted.rows.size() == 2);
  CHECK(parted.rows[0].day == base::Day{12});
  CHECK(parted.rows[0].who == 4);
  CHECK(parted.rows[0].a == "answers");
  CHECK(parted.rows[0].b == "refuses");
  CHECK(parted.rows[1].a == "-");
  CHECK(parted.days == std::vector<base::Day>{base::Day{12}, base::Day{21}});
  REQUIRE(parted.months.size() == 2);
  CHECK(parted.months[0].deeds == 4);
  CHECK(parted.months[1].deeds == 0);
}

TEST_CASE("bookkeeping is shown only when nothing else differs") {
  viz::Future a, b;
  a.deeds = {deed(10, 0, "40 t", true)};
  b.deeds = {deed(10, 0, "41 t", true)};
  const auto parted = viz::diverge(a, b, base::Day{0});
  REQUIRE(parted.rows.size() == 1);
  CHECK(parted.rows[0].a == "40 t");
  CHECK(parted.days.empty());
}

TEST_CASE("CSV has numbers in full and days as days") {
  Figures a, b;
  a[Figure::kAgreement] = base::to_day({2025, 8, 29}).number;
  a[Figure::kMeanPrice] = 80.25;
  b[Figure::kMeanPrice] = 70.25;
  const std::string csv = viz::differences_csv(viz::differences(a, b));
  CHECK(csv.find("figure,unit,a,b,difference,words\n") == 0);
  CHECK(csv.find("Agreement,,2025-08-29,,,only in A\n") != std::string::npos);
  CHECK(csv.find("Mean price,USD/kg,80.25,70.25,-10,") != std::string::npos);
}
