#include <algorithm>
#include <charconv>

#include <protocol/recording/channels.hpp>
#include <protocol/recording/reading.hpp>

namespace monazite::recording {
namespace {

using base::ErrorCode;
using base::Result;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  if (text.empty()) return lines;
  std::size_t from = 0;
  while (true) {
    const std::size_t end = text.find('\n', from);
    lines.push_back(text.substr(from, end - from));
    if (end == std::string::npos) return lines;
    from = end + 1;
  }
}

unsigned kind_of_schema(const std::string& name) {
  if (name == "monazite.v1.RunHeader") return kHeaders;
  if (name == "monazite.v1.Envelope") return kEnvelopes;
  if (name == "monazite.v1.WorldSnapshot") return kSnapshots;
  if (name == "monazite.v1.NegotiationAnalysis") return kAnalyses;
  if (name == "monazite.v1.StateHash") return kHashes;
  if (name == "monazite.v1.SeatEvent") return kSeatEvents;
  return 0;
}

unsigned kind_of_entry(const ChannelEntry& entry) {
  for (const SchemaEntry& schema : schema_entries()) {
    if (schema.id == entry.schema) return kind_of_schema(schema.name);
  }
  return 0;
}

std::string place_text(const McapPlace& place) {
  using What = McapPlace::What;
  const std::string at = ", at byte " + std::to_string(place.offset);
  switch (place.what) {
    case What::kSchema:
      return "the list of schemas" + at;
    case What::kChannel:
      return "the list of channels" + at;
    case What::kMetadata:
      return "the plain copy of the settings" + at;
    case What::kMessageIndex:
      return "an index of messages" + at;
    case What::kChunk:
      return "the frame of a chunk" + at;
    case What::kDataEnd:
      return "the mark at the end of the data" + at;
    case What::kToldOnce:
      return "the plain copy of the settings, the profile or the checksum";
    default:
      return {};
  }
}

/// Whether times of a recording can express the day.
bool is_day(std::int32_t number) {
  constexpr std::uint64_t kDays = std::numeric_limits<std::uint64_t>::max() / kNanosecondsPerDay;
  return number >= 0 && static_cast<std::uint64_t>(number) < kDays;
}

std::uint64_t first_time_of(base::Day day) {
  return day.number <= 0 ? 0 : to_time_ns(day, 0);
}

std::uint64_t last_time_of(base::Day day) {
  // Beyond the last day that nanoseconds can express, everything is earlier.
  if (day.number < 0) return 0;
  if (!is_day(day.number)) return std::numeric_limits<std::uint64_t>::max();
  return to_time_ns(day, kNanosecondsPerDay - 1);
}

template <class Message>
bool parse(Message& message, std::string_view data) {
  return message.ParseFromArray(data.data(), static_cast<int>(data.size()));
}

template <class Number>
Number number_of(const McapReader::Metadata& metadata, const std::string& key) {
  Number value = 0;
  const auto found = metadata.find(key);
  if (found != metadata.end()) {
    std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
  }
  return value;
}

std::string text_of(const McapReader::Metadata& metadata, const std::string& key) {
  const auto found = metadata.find(key);
  return found == metadata.end() ? std::string() : found->second;
}

}  // namespace

Recording::Recording(McapReader reader, std::string name)
    : reader_(std::move(reader)),
      name_(std::move(name)),
      header_(std::make_unique<v1::RunHeader>()),
      read_header_(std::make_unique<v1::RunHeader>()),
      envelope_(std::make_unique<v1::Envelope>()),
      snapshot_(std::make_unique<v1::WorldSnapshot>()),
      analysis_(std::make_unique<v1::NegotiationAnalysis>()),
      hash_(std::make_unique<v1::StateHash>()),
      seat_event_(std::make_unique<v1::SeatEvent>()) {
  learn_kinds();
}

void Recording::learn_kinds() {
  bool ours = reader_.profile() == "monazite";
  for (const auto& [id, channel] : reader_.channels()) {
    const auto schema = reader_.schemas().find(channel.schema);
    if (schema == reader_.schemas().end()) continue;
    const unsigned kind = kind_of_schema(schema->second.name);
    if (kind != 0) kinds_[id] = kind;
    ours = ours || kind != 0;
  }
  if (!ours) return;
  // The number of a channel promises what is on it. Without the checksum at the end, which a run
  // that was cut short lacks, nothing else tells whether the list of channels is what was written.
  for (const ChannelEntry& entry : channel_entries()) {
    const unsigned kind = kind_of_entry(entry);
    const auto channel = reader_.channels().find(entry.id);
    const auto known = kinds_.find(entry.id);
    const bool as_promised =
        channel == reader_.channels().end() ||
        (known != kinds_.end() && known->second == kind && channel->second.topic == entry.topic);
    odd_channels_ = odd_channels_ || !as_promised;
    kinds_[entry.id] = kind;
  }
}

Result<Recording> Recording::open(const std::string& path) {
  auto source = open_file_source(path);
  if (!source) return tl::unexpected<base::Error>(std::move(source.error()));
  return from_source(std::move(*source), path);
}

Result<Recording> Recording::from_bytes(std::string bytes, std::string name) {
  return from_source(open_memory_source(std::move(bytes)), std::move(name));
}

Result<Recording> Recording::from_source(std::unique_ptr<ByteSource> source, std::string name) {
  auto reader = McapReader::open(std::move(source), name);
  if (!reader) return tl::unexpected<base::Error>(std::move(reader.error()));
  Recording recording(std::move(*reader), std::move(name));
  if (auto header = recording.read_header(); !header) {
    return tl::unexpected<base::Error>(std::move(header.error()));
  }
  return recording;
}

unsigned Recording::kind_of(std::uint16_t channel) const {
  const auto found = kinds_.find(channel);
  return found == kinds_.end() ? 0 : found->second;
}

Result<void> Recording::read_header() {
  const bool ours = !kinds_.empty() || reader_.profile() == "monazite";
  if (!ours) {
    return base::fail(ErrorCode::kBadInput,
                      name_ +
                          " is an MCAP file, but not a recording of Monazite: none of its "
                          "channels carries our messages");
  }
  bool found = false;
  const auto keep = [&](const Record& record) {
    if (found) return;
    *header_ = *std::get<const v1::RunHeader*>(record.content);
    found = true;
  };
  // The header has a chunk of its own at the beginning; the rest is not looked at.
  if (!reader_.chunks().empty()) {
    reader_.read_chunk(0, [&](const McapMessage& message) { give(message, kHeaders, keep); });
  }
  if (!found && header_from_metadata()) found = true;
  if (found && is_day(header_->first_day()) && is_day(header_->last_day())) return {};
  return base::fail(
      ErrorCode::kDamaged,
      name_ + " is damaged or cut off before its first record: nothing of it can be read");
}

bool Recording::header_from_metadata() {
  const auto metadata = reader_.metadata(kRunMetadata);
  if (!metadata) return false;
  v1::RunHeader& header = *header_;
  header.set_program_version(text_of(*metadata, "program_version"));
  header.set_scenario(text_of(*metadata, "scenario"));
  header.set_scenario_text(text_of(*metadata, "scenario_text"));
  header.set_seed(number_of<std::uint64_t>(*metadata, "seed"));
  header.set_run(number_of<std::uint32_t>(*metadata, "run"));
  const auto first = base::parse_day(text_of(*metadata, "first_day"));
  const auto last = base::parse_day(text_of(*metadata, "last_day"));
  if (!first || !last) return false;
  header.set_first_day(first->number);
  header.set_last_day(last->number);
  for (std::string& seat : lines_of(text_of(*metadata, "seats"))) header.add_names(std::move(seat));
  for (std::string& setting : lines_of(text_of(*metadata, "settings"))) {
    header.add_settings(std::move(setting));
  }
  header.set_parent(text_of(*metadata, "parent"));
  header.set_domain_text(text_of(*metadata, "domain_text"));
  if (const auto fork = base::parse_day(text_of(*metadata, "fork_day"))) {
    header.set_fork_day(fork->number);
  }
  return true;
}

const std::vector<std::string>& Recording::snapshot_names() {
  if (snapshot_names_) return *snapshot_names_;
  // A chunk says whether it is whole, a plain-text copy does not.
  std::vector<std::string> names;
  bool found = false;
  for (std::size_t i = 0; i < reader_.chunks().size() && !found; ++i) {
    const std::vector<std::uint16_t>& channels = reader_.chunks()[i].channels;
    const bool wanted = std::any_of(channels.begin(), channels.end(), [&](std::uint16_t channel) {
      return kind_of(channel) == kSnapshots;
    });
    if (!wanted) continue;
    reader_.read_chunk(i, [&](const McapMessage& message) {
      give(message, kSnapshots, [&](const Record& record) {
        const auto& snapshot = *std::get<const v1::WorldSnapshot*>(record.content);
        if (!found) names.assign(snapshot.names().begin(), snapshot.names().end());
        found = true;
      });
    });
  }
  if (names.empty()) {
    const auto metadata = reader_.metadata(kSnapshotMetadata);
    if (metadata) names = lines_of(text_of(*metadata, "names"));
  }
  snapshot_names_ = std::move(names);
  return *snapshot_names_;
}

std::map<std::string, std::uint64_t> Recording::counts() const {
  std::map<std::string, std::uint64_t> counts;
  for (const auto& [id, count] : reader_.counts()) {
    const auto channel = reader_.channels().find(id);
    if (count > 0 && channel != reader_.channels().end()) counts[channel->second.topic] += count;
  }
  return counts;
}

base::Day Recording::last_day() const {
  base::Day last{header_->first_day()};
  if (!reader_.chunks().empty()) last = std::max(last, to_day(reader_.chunks().back().last_ns));
  return last;
}

Position Recording::end() const {
  if (reader_.chunks().empty()) return {base::Day{header_->first_day()}, 0};
  const std::uint64_t last = reader_.chunks().back().last_ns;
  return {to_day(last), last % kNanosecondsPerDay};
}

void Recording::give(const McapMessage& message, unsigned kinds,
                     const std::function<void(const Record&)>& visitor) {
  const unsigned kind = kind_of(message.channel) & kinds;
  if (kind == 0) return;
  Record record;
  record.day = to_day(message.time_ns);
  record.ordinal = message.time_ns % kNanosecondsPerDay;
  const auto decode = [&](auto& object) {
    record.content = &object;
    return parse(object, message.data);
  };
  bool sound = false;
  if (kind == kHeaders) sound = decode(*read_header_);
  if (kind == kEnvelopes) sound = decode(*envelope_);
  if (kind == kSnapshots) sound = decode(*snapshot_);
  if (kind == kAnalyses) sound = decode(*analysis_);
  if (kind == kHashes) sound = decode(*hash_);
  if (kind == kSeatEvents) sound = decode(*seat_event_);
  if (sound) {
    visitor(record);
  } else {
    undecodable_.insert(message.time_ns);
  }
}

void Recording::visit(const Window& window, const std::function<void(const Record&)>& visitor) {
  std::uint64_t first = first_time_of(window.first);
  const std::uint64_t last = last_time_of(window.last);
  if (window.after) {
    first = std::max(first, first_time_of(window.after->day) + window.after->ordinal + 1);
  }
  for (std::size_t i = 0; i < reader_.chunks().size(); ++i) {
    const McapChunk& chunk = reader_.chunks()[i];
    if (chunk.last_ns < first || chunk.first_ns > last) continue;
    const bool wanted =
        std::any_of(chunk.channels.begin(), chunk.channels.end(),
                    [&](std::uint16_t channel) { return (kind_of(channel) & window.kinds) != 0; });
    if (!wanted) continue;
    reader_.read_chunk(i, [&](const McapMessage& message) {
      if (message.time_ns < first || message.time_ns > last) return;
      give(message, window.kinds, visitor);
    });
  }
}

Result<v1::WorldSnapshot> Recording::snapshot(std::uint32_t month) {
  const base::Day first{header_->first_day()};
  const base::Day day =
      base::add_months(base::start_of_month(first), static_cast<int>(std::min(month, 120'000U)));
  Window window{day, base::end_of_month(day), kSnapshots};
  std::optional<v1::WorldSnapshot> found;
  visit(window, [&](const Record& record) {
    const auto& snapshot = *std::get<const v1::WorldSnapshot*>(record.content);
    if (snapshot.month() == month) found = snapshot;
  });
  if (found) return std::move(*found);
  const std::string month_text = base::to_month_string(day);
  const Damage damage = this->damage();
  for (const Damage::Part& part : damage.lost) {
    if (part.last < window.first || part.first > window.last) continue;
    return base::fail(ErrorCode::kDamaged,
                      "the snapshot of " + month_text + " in " + name_ + " is damaged");
  }
  std::string message = name_ + " has no snapshot of " + month_text;
  if (damage.unfinished) message += ": it breaks off after " + base::to_long_string(last_day());
  return base::fail(ErrorCode::kNotFound, message);
}

base::Result<bool> Recording::grow() {
  auto grown = reader_.grow();
  if (!grown || !*grown) return grown;
  learn_kinds();
  if (snapshot_names_ && snapshot_names_->empty()) snapshot_names_.reset();
  return true;
}

void Recording::check() {
  reader_.check_all();
  visit(Window{}, [](const Record&) {});
}

Damage Recording::damage() const {
  const McapDamage& file = reader_.damage();
  Damage damage;
  damage.unfinished = file.unfinished;
  damage.last_day = last_day();
  damage.index_rebuilt = file.index_rebuilt;
  damage.beside_records = file.outside_chunks || odd_channels_;
  if (file.outside_chunks) damage.beside_place = place_text(file.outside);
  if (!file.outside_chunks && odd_channels_) damage.beside_place = "the list of channels";
  damage.undecodable = undecodable_.size();
  for (const McapLoss& loss : file.losses) {
    const base::Day first =
        loss.from_ns == 0 ? base::Day{header_->first_day()} : to_day(loss.from_ns);
    base::Day last = loss.to_ns == 0 ? base::Day{header_->last_day()} : to_day(loss.to_ns);
    if (last < first) last = first;
    damage.lost.push_back({first, last});
  }
  return damage;
}

}  // namespace monazite::recording
