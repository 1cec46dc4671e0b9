#include <tests/support/catch.hpp>
#include <world/lab/chart.hpp>

using namespace monazite;

TEST_CASE("a chart has its highest value at the top of its axis and one column a month") {
  std::vector<double> values;
  for (int i = 0; i < 24; ++i) values.push_back(i < 12 ? 50 : 100);
  lab::ChartOptions options;
  options.height = 4;
  options.unit = "t";
  const auto lines = lab::text_chart(values, *base::parse_day("2024-01-01"), options);
  const std::vector<std::string> expected = {"          t",
                                             "     100 +            ############",
                                             "         |            ############",
                                             "      50 +########################",
                                             "       0 +########################",
                                             "         +|-----------|-----------",
                                             "          2024        2025"};
  CHECK(lines == expected);
}

TEST_CASE("many months share a column") {
  const std::vector<double> values(96, 10.0);
  lab::ChartOptions options;
  options.width = 48;
  const auto lines = lab::text_chart(values, *base::parse_day("2024-01-01"), options);
  for (const std::string& line : lines) CHECK(line.size() <= 10 + 48 + 5);
  CHECK(lines.back().find("2031") != std::string::npos);
}

TEST_CASE("no value, no chart, zeros are an empty chart") {
  CHECK(lab::text_chart({}, base::Day{20000}, {}).empty());
  const auto lines = lab::text_chart({0, 0, 0}, base::Day{20000}, {});
  CHECK_FALSE(lines.empty());
  for (const std::string& line : lines) CHECK(line.find('#') == std::string::npos);
}
