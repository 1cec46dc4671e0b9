#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/result.hpp>
#include <protocol/messages/envelope.pb.h>
#include <protocol/messages/record.pb.h>
#include <protocol/messages/seat_event.pb.h>
#include <protocol/recording/damage.hpp>
#include <protocol/recording/mcap_reader.hpp>

namespace monazite::recording {

/// What a record holds. The objects belong to the Recording and are reused for the next record.
using Content =
    std::variant<const v1::RunHeader*, const v1::Envelope*, const v1::WorldSnapshot*,
                 const v1::NegotiationAnalysis*, const v1::StateHash*, const v1::SeatEvent*>;

struct Record {
  base::Day day;
  std::uint64_t ordinal = 0;  ///< within the day: 0, 1, 2, ... in the order of recording
  Content content;
};

/// Kinds of records, to be added up.
enum Kind : unsigned {
  kHeaders = 1,
  kEnvelopes = 2,
  kSnapshots = 4,
  kAnalyses = 8,
  kHashes = 16,
  kSeatEvents = 32,
  kEverything = 63
};

/// Where a record lies.
struct Position {
  base::Day day;
  std::uint64_t ordinal = 0;
};

/// Which records to read. Days inclusive.
struct Window {
  base::Day first{0};
  base::Day last{std::numeric_limits<std::int32_t>::max()};
  unsigned kinds = kEverything;
  /// Only those behind this one: how reading goes on in a recording that grows.
  std::optional<Position> after = std::nullopt;
};

/// A recording opened for reading, see docs/recording.md. Opening reads the index and the header
/// only; months are read as they are asked for. What is damaged is left out and described by
/// damage(). Recordings of older releases are understood: a field they did not have has its
/// default. Channels that this release does not know are left out. Not thread-safe: open one for
/// each thread.
class Recording {
 public:
  /// One clear sentence for a missing file, a folder, an empty file, a file of another kind, and
  /// one that holds no record at all.
  [[nodiscard]] static base::Result<Recording> open(const std::string& path);
  /// The same of bytes in memory; `name` is what messages call them.
  [[nodiscard]] static base::Result<Recording> from_bytes(std::string bytes, std::string name);

  /// The first record; from its plain-text copy when the first chunk is damaged (without the
  /// decisions that a fork replaced).
  [[nodiscard]] const v1::RunHeader& header() const { return *header_; }
  /// What each value of a snapshot is, in order, as the first snapshot says; if that one is lost,
  /// from its plain-text copy. Empty when there is no snapshot. Asked for the first time it reads a
  /// month, so not while visit() gives records.
  [[nodiscard]] const std::vector<std::string>& snapshot_names();
  /// Records by topic ("/envelope/offer"), those of channels without any left out.
  [[nodiscard]] std::map<std::string, std::uint64_t> counts() const;
  /// The day of the last readable record.
  [[nodiscard]] base::Day last_day() const;
  /// The last record of the chunks known so far; the run header, which header() has, when there are
  /// none.
  [[nodiscard]] Position end() const;

  /// Gives the records of the window in the order they were recorded.
  void visit(const Window& window, const std::function<void(const Record&)>& visitor);
  /// The snapshot of one month (0 is the first of the run), quick whatever the size of the file.
  /// kNotFound when there is none, kDamaged when it is lost.
  [[nodiscard]] base::Result<v1::WorldSnapshot> snapshot(std::uint32_t month);

  /// Whether it has its summary: nothing more will come. Without one the run was cut short, or is
  /// still being written.
  [[nodiscard]] bool finished() const { return !reader_.damage().unfinished; }
  /// Looks whether a recording that is not finished has grown in its file, and takes up what is
  /// whole of it; costs little when it has not. True when records came, or the end. One clear
  /// sentence, and nothing from then on, when the file became shorter or is another one now; what
  /// has been read stays good.
  [[nodiscard]] base::Result<bool> grow();

  /// Reads every byte, compares every checksum and decodes every record, so that damage() is
  /// complete.
  void check();
  /// Completes damage() by what lies beside the records, for who has read all records: reads about
  /// `most_bytes` of the file with each call. True while there is more to check.
  bool check_on(std::uint64_t most_bytes) { return reader_.check_on(most_bytes); }
  [[nodiscard]] Damage damage() const;

 private:
  explicit Recording(McapReader reader, std::string name);
  [[nodiscard]] static base::Result<Recording> from_source(std::unique_ptr<ByteSource> source,
                                                           std::string name);
  [[nodiscard]] base::Result<void> read_header();
  [[nodiscard]] bool header_from_metadata();
  void give(const McapMessage& message, unsigned kinds,
            const std::function<void(const Record&)>& visitor);
  void learn_kinds();
  [[nodiscard]] unsigned kind_of(std::uint16_t channel) const;

  McapReader reader_;
  std::string name_;
  std::map<std::uint16_t, unsigned> kinds_;  // of the channels known here
  bool odd_channels_ = false;                // a channel is not what its number promises
  std::optional<std::vector<std::string>> snapshot_names_;
  std::set<std::uint64_t> undecodable_;  // by their times, which are distinct

  std::unique_ptr<v1::RunHeader> header_;
  // Reused for every record of their kind.
  std::unique_ptr<v1::RunHeader> read_header_;
  std::unique_ptr<v1::Envelope> envelope_;
  std::unique_ptr<v1::WorldSnapshot> snapshot_;
  std::unique_ptr<v1::NegotiationAnalysis> analysis_;
  std::unique_ptr<v1::StateHash> hash_;
  std::unique_ptr<v1::SeatEvent> seat_event_;
};

}  // namespace monazite::recording
