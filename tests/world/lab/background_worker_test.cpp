#include <memory>
#include <string>
#include <string_view>

#include <protocol/recording/mcap_reader.hpp>
#include <protocol/recording/mcap_writer.hpp>
#include <protocol/recording/recorder.hpp>
#include <tests/protocol/recording/sample_run.hpp>
#include <tests/support/catch.hpp>
#include <world/lab/background_worker.hpp>

using namespace monazite;
using recording::Recorder;

TEST_CASE("A worker does every job it is given, and waiting shows what it did") {
  lab::BackgroundWorker worker;
  worker.wait();  // for nothing
  std::string done;
  for (const char letter : {'a', 'b', 'c'}) {
    worker.start([&done, letter] { done += letter; });
    worker.wait();
    REQUIRE(done.back() == letter);
  }
  CHECK(done == "abc");
}

TEST_CASE("A worker that goes away finishes its job first") {
  std::string done;
  {
    lab::BackgroundWorker worker;
    worker.start([&done] { done = "done"; });
  }
  CHECK(done == "done");
}

TEST_CASE("A recording written in the background has the same bytes") {
  const recording::testing::SampleSize size;
  lab::BackgroundWorker worker;
  std::string bytes;
  {
    Recorder recorder = Recorder::to_memory(bytes, &worker);
    recording::testing::record_sample(recorder, size);
    REQUIRE(recorder.finish().has_value());
  }
  CHECK(bytes == recording::testing::sample_bytes(size));
}

namespace {

/// Takes the beginning of a file and the first chunk, not the second.
class FullDisk final : public recording::ByteSink {
 public:
  base::Result<void> write(std::string_view) override {
    if (++writes_ > 4) return base::fail(base::ErrorCode::kIo, "the disk is full");
    return {};
  }
  base::Result<void> close() override { return {}; }

 private:
  int writes_ = 0;
};

}  // namespace

TEST_CASE("A failure in the background is told at the latest at the end") {
  lab::BackgroundWorker worker;
  recording::McapWriter::Options options;
  options.worker = &worker;
  recording::McapWriter writer(std::make_unique<FullDisk>(), options);
  writer.add_schema(1, "Words", "text", "what it means");
  writer.add_channel(1, 1, "/words", "text");
  for (std::uint64_t chunk = 0; chunk < 3; ++chunk) {
    *writer.add_message(1, chunk, 1) = 7;
    writer.close_chunk();
  }
  const auto done = writer.finish();
  REQUIRE_FALSE(done.has_value());
  CHECK(done.error().message == "the disk is full");
  REQUIRE(writer.error().has_value());
}

TEST_CASE("Chunks that are closed while the worker is at others are written in their order") {
  std::string alone, together;
  const auto write = [](std::string& bytes, recording::Worker* worker) {
    recording::McapWriter::Options options;
    options.worker = worker;
    recording::McapWriter writer(recording::open_memory_sink(bytes), options);
    writer.add_schema(1, "Words", "text", "what it means");
    writer.add_channel(1, 1, "/words", "text");
    for (std::uint64_t chunk = 0; chunk < 500; ++chunk) {
      for (int i = 0; i < 50; ++i) *writer.add_message(1, chunk, 1) = static_cast<std::uint8_t>(i);
      writer.close_chunk();
    }
    REQUIRE(writer.finish().has_value());
  };
  write(alone, nullptr);
  lab::BackgroundWorker worker;
  write(together, &worker);
  CHECK(alone == together);
}

TEST_CASE("A writer that goes away early leaves all its closed chunks") {
  lab::BackgroundWorker worker;
  std::string bytes;
  {
    recording::McapWriter::Options options;
    options.worker = &worker;
    recording::McapWriter writer(recording::open_memory_sink(bytes), options);
    writer.add_schema(1, "Words", "text", "what it means");
    writer.add_channel(1, 1, "/words", "text");
    for (std::uint64_t chunk = 0; chunk < 100; ++chunk) {
      *writer.add_message(1, chunk, 1) = 7;
      writer.close_chunk();
    }
  }
  recording::McapReader reader =
      recording::McapReader::open(recording::open_memory_source(bytes), "cut").value();
  CHECK(reader.chunks().size() == 100);
}
