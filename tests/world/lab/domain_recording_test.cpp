#include <fstream>
#include <iterator>

#include <tests/protocol/recording/scratch_folder.hpp>
#include <tests/support/catch.hpp>
#include <tests/world/lab/domain_run.hpp>

using namespace monazite;
using recording::testing::ScratchFolder;
using tests::record;
using tests::run_of;

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a recorded negotiation is read as it was held, under any rule") {
  for (const session::RuleEntry& entry : session::rules()) {
    const std::string& rule = entry.name;
    INFO(rule);
    const ScratchFolder folder;
    const lab::DomainRun run = run_of("tied", rule);
    const session::Negotiated held = record(run, folder.path("n.mcap"));
    auto recording = recording::Recording::open(folder.path("n.mcap"));
    REQUIRE(recording.has_value());
    CHECK(lab::is_domain_recording(*recording));
    const auto read = lab::read_negotiation(*recording);
    REQUIRE(read.has_value());
    CHECK(read->run.rule == rule);
    CHECK(read->run.strategies == run.strategies);
    CHECK(read->run.options.rounds == 30);
    CHECK(read->run.options.seed == 9);
    CHECK(read->negotiated.course.agreement == held.course.agreement);
    CHECK(read->negotiated.course.ending == held.course.ending);
    CHECK(read->negotiated.course.round == held.course.round);
    CHECK(read->negotiated.utilities == held.utilities);
    REQUIRE(read->negotiated.course.offers.size() == held.course.offers.size());
    for (std::size_t i = 0; i < held.course.offers.size(); ++i) {
      CHECK(read->negotiated.course.offers[i].outcome == held.course.offers[i].outcome);
      CHECK(read->negotiated.course.offers[i].who == held.course.offers[i].who);
      CHECK(read->negotiated.course.offers[i].round == held.course.offers[i].round);
    }
  }
}

TEST_CASE("a negotiation that ended by its deadline is read so") {
  const ScratchFolder folder;
  lab::DomainRun run = run_of("tied", "stacked_alternating_offers");
  run.strategies = {"tough", "tough"};
  const session::Negotiated held = record(run, folder.path("n.mcap"));
  REQUIRE(held.course.round == 30);
  auto recording = recording::Recording::open(folder.path("n.mcap"));
  REQUIRE(recording.has_value());
  const auto read = lab::read_negotiation(*recording);
  REQUIRE(read.has_value());
  CHECK(read->negotiated.course.ending == encounter::Ending::kDeadline);
  CHECK(read->negotiated.course.round == 30);
}

TEST_CASE("the same negotiation is recorded in the same bytes, with an analysis") {
  const ScratchFolder folder;
  const lab::DomainRun run = run_of("mou_core", "stacked_alternating_offers");
  (void)record(run, folder.path("a.mcap"));
  (void)record(run, folder.path("b.mcap"));
  const std::string bytes = bytes_of(folder.path("a.mcap"));
  CHECK(bytes.size() > 1000);
  CHECK(bytes == bytes_of(folder.path("b.mcap")));
  auto recording = recording::Recording::open(folder.path("a.mcap"));
  REQUIRE(recording.has_value());
  int analyses = 0;
  recording->visit({base::Day{0}, base::Day{1000}, recording::kAnalyses},
                   [&](const recording::Record& record) {
                     ++analyses;
                     const auto& a = **std::get_if<const v1::NegotiationAnalysis*>(&record.content);
                     CHECK(a.packages_size() <= 2000);
                     CHECK(a.packages_size() == a.first_musd_size());
                     CHECK(a.frontier_size() > 10);
                     CHECK(a.solutions().has_nash());
                     for (const auto i : a.frontier())
                       CHECK(static_cast<int>(i) < a.packages_size());
                   });
  CHECK(analyses == 1);
}

TEST_CASE("a negotiation whose first chunk is damaged still says over which domain it was") {
  const ScratchFolder folder;
  (void)record(run_of("tied", "stacked_alternating_offers"), folder.path("n.mcap"));
  std::string bytes = bytes_of(folder.path("n.mcap"));
  // The first chunk holds the header alone; its record begins after the metadata.
  const std::size_t magic = bytes.find("zstd");
  REQUIRE(magic != std::string::npos);
  bytes[magic + 40] = static_cast<char>(bytes[magic + 40] ^ 0x55);
  auto recording = recording::Recording::from_bytes(bytes, "damaged");
  REQUIRE(recording.has_value());
  CHECK(lab::is_domain_recording(*recording));
  const auto read = lab::read_negotiation(*recording);
  REQUIRE(read.has_value());
  CHECK(read->run.loaded.domain.agenda.size() == 60);
  CHECK(recording->damage().any());
}

TEST_CASE("more rounds than a recording holds are refused before the file is made") {
  const ScratchFolder folder;
  lab::DomainRun run = run_of("tied", "stacked_alternating_offers");
  run.options.rounds = session::kMostRecordedRounds + 1;
  const auto tables = preferences::tables_of(run.loaded.domain);
  const auto recorder = lab::DomainRecorder::begin(folder.path("n.mcap"), run, tables, "test");
  REQUIRE_FALSE(recorder.has_value());
  CHECK(recorder.error().message.find("at most 100000 rounds") != std::string::npos);
  CHECK(bytes_of(folder.path("n.mcap")).empty());
}
