#include <fstream>

#include <tests/support/catch.hpp>
#include <tests/world/lab/played.hpp>

using namespace monazite;

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("the same seed is recorded in the same bytes") {
  const std::string folder = test_support::fresh_folder("play");
  const lab::Played one = test_support::play(9, folder + "/one.mcap");
  const lab::Played two = test_support::play(9, folder + "/two.mcap");
  CHECK(one.digest == two.digest);
  const std::string bytes = bytes_of(folder + "/one.mcap");
  CHECK(bytes.size() > 100000);
  CHECK(bytes == bytes_of(folder + "/two.mcap"));
}

TEST_CASE("recording a history does not change it") {
  const std::string folder = test_support::fresh_folder("play-alone");
  CHECK(test_support::play(9, folder + "/run.mcap").digest == test_support::play(9).digest);
}

TEST_CASE("a recording that cannot be begun is told in one sentence with its path") {
  engine::HistoryOptions options;
  const auto played = lab::play(test_support::short_crisis(), options, "/no/such/folder/run.mcap");
  REQUIRE_FALSE(played.has_value());
  CHECK(played.error().message.find("/no/such/folder/run.mcap") != std::string::npos);
}
