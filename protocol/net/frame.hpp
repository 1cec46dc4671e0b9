#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace monazite::v1 {
class Frame;
}

namespace monazite::net {

/// A frame with its length before it, as it goes over the wire; shared by all who are sent it.
using Bytes = std::shared_ptr<const std::string>;

/// Length of the length: most significant byte first.
inline constexpr std::size_t kPrefixBytes = 4;
/// What a client may send in one frame, and a host before a client has a seat.
inline constexpr std::size_t kLargestClientFrame = std::size_t{64} * 1024;
inline constexpr std::size_t kLargestEarlyFrame = std::size_t{4} * 1024;
/// What a host sends at most: a brief of 10,000 packages has some 150 KiB.
inline constexpr std::size_t kLargestHostFrame = std::size_t{4} * 1024 * 1024;

/// The frame as it goes over the wire.
[[nodiscard]] std::string to_bytes(const v1::Frame& frame);
[[nodiscard]] Bytes to_shared_bytes(const v1::Frame& frame);

/// Takes a stream of bytes apart into frames. Memory: what was fed and not yet taken, which the
/// largest frame bounds if frames are taken after each feed; a length above it is refused before
/// anything is made for it. Nesting is bounded by Protobuf's own limit (100).
class FrameReader {
 public:
  explicit FrameReader(std::size_t largest_bytes) : largest_(largest_bytes) {}

  enum class Next {
    kFrame,     ///< `frame` holds one
    kMore,      ///< the rest of it has yet to come
    kTooLarge,  ///< its length is above the limit: nothing more can be read
    kMalformed  ///< not a frame: nothing more can be read
  };

  void feed(std::string_view bytes) { buffer_.append(bytes); }
  /// The next frame. `frame` is reused and unspecified unless the answer is kFrame.
  [[nodiscard]] Next next(v1::Frame& frame);
  /// From the next frame on.
  void set_largest(std::size_t bytes) { largest_ = bytes; }
  /// Fed and not yet taken.
  [[nodiscard]] std::size_t waiting() const { return buffer_.size() - taken_; }

 private:
  std::string buffer_;
  std::size_t taken_ = 0;
  std::size_t largest_;
};

}  // namespace monazite::net
