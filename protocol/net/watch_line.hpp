#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <protocol/messages/session.pb.h>
#include <protocol/net/frame.hpp>

namespace monazite::net {

/// What those who look on at a table read: public messages as they are delivered, and for who may
/// see everything the recording's own file as it grows. Watchers read at their own speed and are
/// never waited for. Every function may be called from any thread.
class WatchLine {
 public:
  // --- the history's side
  /// What watchers are told first; `header` in full. Nobody can watch before.
  void begin(const v1::RunHeader& header);
  /// A public message; its private parts must be out of it.
  void tell(const v1::Envelope& envelope);
  void tell_day(std::int32_t day);
  /// The recording's file, which may be read while it is written. Empty: there is none.
  void set_file(std::string path);
  /// The last frame. After it the file does not grow any more.
  void finish(const v1::End& end);

  // --- the connection's side
  [[nodiscard]] std::optional<v1::RunHeader> header() const;
  [[nodiscard]] Bytes frame(std::uint64_t position) const;
  [[nodiscard]] std::string file() const;
  [[nodiscard]] std::optional<v1::End> end() const;

 private:
  void add(const v1::Frame& frame);

  mutable std::mutex mutex_;
  std::optional<v1::RunHeader> header_;
  std::vector<Bytes> frames_;
  std::string file_;
  std::optional<v1::End> end_;
};

/// What of a header anybody may know: the names, the days and the scenario's name. The seed would
/// tell everything else.
[[nodiscard]] v1::RunHeader public_header(const v1::RunHeader& header);

}  // namespace monazite::net
