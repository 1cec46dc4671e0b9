#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

#include <protocol/net/host_session.hpp>

namespace monazite::net {
namespace {

/// What goes out at once.
constexpr std::size_t kChunk = std::size_t{64} * 1024;

}  // namespace

bool HostSession::add_file_output(std::string& out, const std::string& path, bool complete) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  while (!error && file_offset_ < size && out.size() < kChunk) {
    std::ifstream file(path, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(file_offset_));
    std::string bytes(std::min<std::uint64_t>(kChunk / 2, size - file_offset_), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    if (bytes.empty()) return complete;
    v1::Frame frame;
    frame.mutable_file_part()->set_offset(file_offset_);
    file_offset_ += bytes.size();
    frame.mutable_file_part()->set_bytes(std::move(bytes));
    out += to_bytes(frame);
  }
  return complete && (error || file_offset_ >= size);
}

void HostSession::add_line_output(std::string& out) {
  while (out.size() < kChunk) {
    const Bytes bytes = line_->frame(position_);
    if (bytes == nullptr) break;
    if (const std::size_t size = bytes->size() - kPrefixBytes; size > client_takes_) {
      fail(v1::Sorry::CODE_TOO_LARGE,
           "the next frame has " + std::to_string(size) + " bytes and the client takes " +
               std::to_string(client_takes_) + " (Hello.largest_frame_bytes)");
      out += control_.back();
      control_.clear();
      control_bytes_ = 0;
      return;
    }
    out += *bytes;
    ++position_;
  }
  if (ended_ || line_->frame(position_) != nullptr) return;
  const auto end = line_->end();
  if (!end) return;
  if (board_.reveals && !add_file_output(out, table_->watch.file(), true)) return;
  v1::Frame frame;
  *frame.mutable_end() = *end;
  frame.mutable_end()->set_file_bytes(file_offset_);
  out += to_bytes(frame);
  ended_ = done_ = true;
}

void HostSession::add_watch_output(std::string& out) {
  // The end is looked at first: what came before it is there then.
  const auto end = table_->watch.end();
  bool complete = false;
  if (stage_ == Stage::kWatchAll) {
    complete = add_file_output(out, table_->watch.file(), end.has_value());
  } else {
    while (out.size() < kChunk) {
      const Bytes bytes = table_->watch.frame(position_);
      if (bytes == nullptr) break;
      out += *bytes;
      ++position_;
    }
    complete = table_->watch.frame(position_) == nullptr;
  }
  if (!end || !complete || ended_) return;
  v1::Frame frame;
  *frame.mutable_end() = *end;
  frame.mutable_end()->set_file_bytes(file_offset_);
  out += to_bytes(frame);
  ended_ = done_ = true;
}

bool HostSession::output(std::string& out, Time now) {
  out.clear();
  while (!control_.empty() && out.size() < kChunk) {
    out += control_.front();
    control_bytes_ -= control_.front().size();
    control_.pop_front();
  }
  if (!done_) {
    if (line_ != nullptr && !line_->belongs_to(id_)) {
      line_ = nullptr;
      fail(v1::Sorry::CODE_REPLACED, "the seat was claimed again with its token");
      out += control_.back();
      control_.clear();
      control_bytes_ = 0;
    } else if (stage_ == Stage::kSeat) {
      add_line_output(out);
    } else if (stage_ == Stage::kWatch || stage_ == Stage::kWatchAll) {
      add_watch_output(out);
    }
  }
  if (out.empty()) return false;
  writing_since_ = now;
  return true;
}

}  // namespace monazite::net
