#include <utility>

#include <protocol/net/watch_line.hpp>

namespace monazite::net {

void WatchLine::begin(const v1::RunHeader& header) {
  const std::lock_guard lock(mutex_);
  header_ = header;
}

void WatchLine::add(const v1::Frame& frame) {
  Bytes bytes = to_shared_bytes(frame);
  const std::lock_guard lock(mutex_);
  frames_.push_back(std::move(bytes));
}

void WatchLine::tell(const v1::Envelope& envelope) {
  v1::Frame frame;
  *frame.mutable_seen()->mutable_envelope() = envelope;
  add(frame);
}

void WatchLine::tell_day(std::int32_t day) {
  v1::Frame frame;
  frame.mutable_day_begins()->set_day(day);
  add(frame);
}

void WatchLine::set_file(std::string path) {
  const std::lock_guard lock(mutex_);
  file_ = std::move(path);
}

void WatchLine::finish(const v1::End& end) {
  const std::lock_guard lock(mutex_);
  end_ = end;
}

std::optional<v1::RunHeader> WatchLine::header() const {
  const std::lock_guard lock(mutex_);
  return header_;
}

Bytes WatchLine::frame(std::uint64_t position) const {
  const std::lock_guard lock(mutex_);
  return position < frames_.size() ? frames_[position] : nullptr;
}

std::string WatchLine::file() const {
  const std::lock_guard lock(mutex_);
  return file_;
}

std::optional<v1::End> WatchLine::end() const {
  const std::lock_guard lock(mutex_);
  return end_;
}

v1::RunHeader public_header(const v1::RunHeader& header) {
  v1::RunHeader out;
  out.set_program_version(header.program_version());
  out.set_scenario(header.scenario());
  out.set_first_day(header.first_day());
  out.set_last_day(header.last_day());
  *out.mutable_names() = header.names();
  return out;
}

}  // namespace monazite::net
