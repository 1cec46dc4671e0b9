#include <cstdint>
#include <limits>

#include <protocol/base/check.hpp>
#include <protocol/messages/session.pb.h>
#include <protocol/net/frame.hpp>

namespace monazite::net {

std::string to_bytes(const v1::Frame& frame) {
  const std::size_t size = frame.ByteSizeLong();
  MONAZITE_CHECK(size <= std::numeric_limits<std::uint32_t>::max() / 2,
                 "a frame is shorter than 2 GB");
  std::string bytes(kPrefixBytes + size, '\0');
  for (std::size_t i = 0; i < kPrefixBytes; ++i) {
    bytes[i] = static_cast<char>((size >> (8 * (kPrefixBytes - 1 - i))) & 0xFFU);
  }
  frame.SerializeWithCachedSizesToArray(
      reinterpret_cast<std::uint8_t*>(bytes.data() + kPrefixBytes));
  return bytes;
}

Bytes to_shared_bytes(const v1::Frame& frame) {
  return std::make_shared<const std::string>(to_bytes(frame));
}

FrameReader::Next FrameReader::next(v1::Frame& frame) {
  if (waiting() < kPrefixBytes) {
    if (taken_ > 0) {
      buffer_.erase(0, taken_);
      taken_ = 0;
    }
    return Next::kMore;
  }
  std::size_t size = 0;
  for (std::size_t i = 0; i < kPrefixBytes; ++i) {
    size = (size << 8U) | static_cast<unsigned char>(buffer_[taken_ + i]);
  }
  if (size > largest_) return Next::kTooLarge;
  if (waiting() < kPrefixBytes + size) {
    buffer_.erase(0, taken_);
    taken_ = 0;
    return Next::kMore;
  }
  const char* const body = buffer_.data() + taken_ + kPrefixBytes;
  taken_ += kPrefixBytes + size;
  return frame.ParseFromArray(body, static_cast<int>(size)) ? Next::kFrame : Next::kMalformed;
}

}  // namespace monazite::net
