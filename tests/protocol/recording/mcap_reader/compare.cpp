// Writes a recording, has it read by an independent reader (read.mjs beside this file, from npm),
// and compares what that one counted with what was recorded. Exit code 77: there is no such reader
// here.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include <protocol/recording/reading.hpp>
#include <tests/protocol/recording/sample_run.hpp>
#include <tests/protocol/recording/scratch_folder.hpp>

namespace {

using namespace monazite::recording;
using namespace monazite::recording::testing;

constexpr int kSkipped = 77;

int fail(const std::string& sentence) {
  std::cerr << sentence << '\n';
  return 1;
}

bool run(const std::string& command) {
  return std::system(command.c_str()) == 0;
}

std::string quoted(const std::string& path) {
  return "'" + path + "'";
}

/// Records and reads back `size`; true when both readers agree with what was recorded.
int compare(const SampleSize& size, const ScratchFolder& folder, const std::string& reader) {
  const std::string file = folder.path("sample.mcap");
  const std::string answer = folder.path("answer.json");
  std::ofstream(file, std::ios::binary) << sample_bytes(size);
  if (!run("node " + quoted(reader + "/read.mjs") + " " + quoted(file) + " > " + quoted(answer))) {
    return fail("the independent reader refuses the recording");
  }
  const auto found = nlohmann::json::parse(std::ifstream(answer), nullptr, false);
  if (found.is_discarded()) return fail("the independent reader answers in no JSON");
  const auto counts = found.at("counts").get<std::map<std::string, std::uint64_t>>();
  if (counts != sample_counts(size)) return fail("it counts other messages: " + found.dump(2));
  auto ours = Recording::open(file);
  if (!ours || ours->counts() != counts) return fail("our own reader counts other messages");
  const auto& run_metadata = found.at("metadata").at("monazite.run");
  if (run_metadata.at("scenario_text") != sample_header(size).scenario_text()) {
    return fail("it finds another scenario: " + run_metadata.dump(2));
  }
  std::cout << "an independent reader finds the same " << counts.size() << " channels in "
            << found.at("chunks") << " chunks\n";
  return 0;
}

}  // namespace

int main() {
  const std::string reader = MONAZITE_TEST_DIR "/protocol/recording/mcap_reader";
  if (!run("node --version > /dev/null 2>&1")) {
    std::cout << "skipped: node is not installed (Debian package nodejs)\n";
    return kSkipped;
  }
  if (!std::filesystem::exists(reader + "/node_modules/.package-lock.json")) {
    std::cout << "skipped: run `npm ci` in " << reader << " first (./monazite test --all does)\n";
    return kSkipped;
  }
  const ScratchFolder folder;
  SampleSize large;
  large.months = 6;
  large.envelopes_per_month = 400;
  large.packages_per_analysis = 140'000;  // several chunks in a month
  for (const SampleSize& size : {SampleSize{}, large}) {
    if (const int code = compare(size, folder, reader); code != 0) return code;
  }
  return 0;
}
