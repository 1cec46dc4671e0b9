#include <chrono>
#include <fstream>
#include <optional>
#include <utility>

#include <protocol/recording/recorder.hpp>
#include <world/lab/network/watch_record.hpp>

namespace monazite::lab {
namespace {

constexpr std::chrono::milliseconds kListen{100};

/// Where what is told goes.
class Record {
 public:
  virtual ~Record() = default;
  [[nodiscard]] virtual base::Result<void> take(const v1::Frame& frame) = 0;
  /// Nothing came for a moment: what did is to be seen.
  [[nodiscard]] virtual base::Result<void> pause() { return {}; }
  [[nodiscard]] virtual base::Result<void> finish() = 0;
};

/// The host's recording.
class Copy final : public Record {
 public:
  explicit Copy(std::string path)
      : path_(std::move(path)), file_(path_, std::ios::binary | std::ios::trunc) {}
  [[nodiscard]] base::Result<void> take(const v1::Frame& frame) override {
    if (frame.has_file_part()) file_ << frame.file_part().bytes() << std::flush;
    return finish();
  }
  [[nodiscard]] base::Result<void> finish() override {
    if (file_) return {};
    return base::fail(base::ErrorCode::kIo,
                      "cannot write " + path_ + "; is the disk full, or the folder read-only?");
  }

 private:
  std::string path_;
  std::ofstream file_;
};

/// A recording of public messages.
class PublicRecord final : public Record {
 public:
  explicit PublicRecord(recording::Recorder recorder) : recorder_(std::move(recorder)) {}
  [[nodiscard]] base::Result<void> take(const v1::Frame& frame) override {
    if (!frame.has_seen()) return {};
    const v1::Envelope& envelope = frame.seen().envelope();
    const base::Day month = base::start_of_month(base::Day{envelope.day()});
    base::Result<void> saved;
    if (month_ && month != *month_) saved = pause();
    month_ = month;
    if (envelope.body_case() == v1::Envelope::BODY_NOT_SET) return saved;
    recorder_.envelope(envelope);
    waits_ = true;
    return saved;
  }
  [[nodiscard]] base::Result<void> pause() override {
    if (!waits_) return {};
    waits_ = false;
    return recorder_.end_month();  // closes the chunk
  }
  [[nodiscard]] base::Result<void> finish() override { return recorder_.finish(); }

 private:
  recording::Recorder recorder_;
  std::optional<base::Day> month_;
  bool waits_ = false;  ///< there are messages that the file does not have yet
};

base::Result<std::unique_ptr<Record>> open(const v1::Watching& watching, const std::string& path) {
  if (watching.everything()) return std::unique_ptr<Record>(std::make_unique<Copy>(path));
  auto recorder = recording::Recorder::to_file(path);
  if (!recorder) return tl::unexpected<base::Error>(recorder.error());
  recorder->header(watching.header());
  if (const auto saved = recorder->end_month(); !saved) {
    return tl::unexpected<base::Error>(saved.error());
  }
  return std::unique_ptr<Record>(std::make_unique<PublicRecord>(*std::move(recorder)));
}

}  // namespace

base::Result<v1::End> record_watch(net::Client& client, const v1::Watching& watching,
                                   const std::string& path, const std::atomic<bool>& stop,
                                   const std::function<void(base::Day)>& day) {
  auto record = open(watching, path);
  if (!record) return tl::unexpected<base::Error>(record.error());
  v1::End end;
  while (!stop) {
    auto frame = client.receive(kListen);
    if (!frame) return tl::unexpected<base::Error>(frame.error());
    if (!*frame) {
      if (const auto saved = (*record)->pause(); !saved) {
        return tl::unexpected<base::Error>(saved.error());
      }
      continue;
    }
    if ((*frame)->has_sorry()) {
      return base::fail(base::ErrorCode::kIo, "the host says: " + (*frame)->sorry().sentence());
    }
    if (const auto taken = (*record)->take(**frame); !taken) {
      return tl::unexpected<base::Error>(taken.error());
    }
    if (day && (*frame)->has_seen()) day(base::Day{(*frame)->seen().envelope().day()});
    if (day && (*frame)->has_day_begins()) day(base::Day{(*frame)->day_begins().day()});
    if ((*frame)->has_end()) {
      end = (*frame)->end();
      if (const auto done = (*record)->finish(); !done) {
        return tl::unexpected<base::Error>(done.error());
      }
      break;
    }
  }
  return end;
}

}  // namespace monazite::lab
