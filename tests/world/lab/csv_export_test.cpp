#include <fstream>

#include <tests/support/catch.hpp>
#include <tests/world/lab/played.hpp>
#include <world/lab/csv_export.hpp>
#include <world/lab/measures.hpp>
#include <world/lab/wording.hpp>

using namespace monazite;

namespace {

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("a recording becomes one CSV file for each subject, with all its rows") {
  const std::string folder = test_support::fresh_folder("csv");
  const lab::Played played = test_support::play(6, folder + "/run.mcap");
  auto recording = recording::Recording::open(folder + "/run.mcap");
  REQUIRE(recording.has_value());
  const auto files = lab::export_csv(*recording, test_support::short_crisis(), folder);
  REQUIRE(files.has_value());
  std::vector<std::string> names;
  for (const lab::WrittenFile& file : *files) {
    names.push_back(file.path.substr(folder.size() + 1));
    const auto lines = lines_of(file.path);
    CHECK(lines.size() == file.rows + 1);
  }
  CHECK(names == std::vector<std::string>{"messages.csv", "prices.csv", "flows.csv", "stocks.csv",
                                          "state.csv", "clauses.csv", "meetings.csv"});
  CHECK((*files)[0].rows == played.chronicle.messages);
  CHECK((*files)[1].rows == 36);
  std::size_t payments = 0;
  for (const std::string& line : lines_of(folder + "/messages.csv")) {
    if (line.find(",payment,") == std::string::npos) continue;
    ++payments;
    CHECK(line.find("amount_musd") != std::string::npos);
  }
  CHECK(payments > 0);
  const auto prices = lines_of(folder + "/prices.csv");
  CHECK(prices[0].find("price_ndpr_outside_usd_per_kg") != std::string::npos);
  CHECK(prices[1].substr(0, 10) == "2024-01-31");
  const lab::Measures measures = lab::measure(played.chronicle, test_support::short_crisis());
  REQUIRE(measures.meetings > 0);
  CHECK((*files)[6].rows == measures.meetings);
  REQUIRE(!measures.obstacles.empty());
  std::size_t named = 0;
  for (const std::string& line : lines_of(folder + "/meetings.csv")) {
    named += line.find(lab::office_words(measures.obstacles.front().office)) != std::string::npos;
  }
  CHECK(named >= measures.obstacles.front().meetings);
}

TEST_CASE("a folder that is not there is told with the path") {
  const std::string folder = test_support::fresh_folder("csv-none");
  (void)test_support::play(6, folder + "/run.mcap");
  auto recording = recording::Recording::open(folder + "/run.mcap");
  const auto files =
      lab::export_csv(*recording, test_support::short_crisis(), folder + "/not/there");
  REQUIRE_FALSE(files.has_value());
  CHECK(files.error().message.find("/not/there/messages.csv") != std::string::npos);
}
