#include <string>

#include <protocol/messages/session.pb.h>
#include <protocol/net/frame.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using net::FrameReader;

namespace {

v1::Frame ping(std::uint64_t nonce) {
  v1::Frame frame;
  frame.mutable_ping()->set_nonce(nonce);
  return frame;
}

/// An unknown group (field 15, wire types 3 and 4) within itself.
std::string nested_groups(int depth) {
  std::string body;
  for (int i = 0; i < depth; ++i) body += '\x7B';
  for (int i = 0; i < depth; ++i) body += '\x7C';
  const std::size_t size = body.size();
  std::string bytes;
  for (int i = 3; i >= 0; --i) bytes += static_cast<char>((size >> (8 * i)) & 0xFFU);
  return bytes + body;
}

}  // namespace

TEST_CASE("a frame comes out as it went in, however the bytes arrive") {
  const std::string bytes = net::to_bytes(ping(7)) + net::to_bytes(ping(300));
  for (std::size_t step = 1; step <= bytes.size(); ++step) {
    FrameReader reader(100);
    std::vector<std::uint64_t> nonces;
    v1::Frame frame;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
      reader.feed(std::string_view(bytes).substr(at, step));
      while (reader.next(frame) == FrameReader::Next::kFrame)
        nonces.push_back(frame.ping().nonce());
    }
    CHECK(nonces == std::vector<std::uint64_t>{7, 300});
    CHECK(reader.waiting() == 0);
  }
}

TEST_CASE("a length above the limit is refused before its body has come") {
  FrameReader reader(1000);
  v1::Frame frame;
  reader.feed(std::string("\x7F\xFF\xFF\xFF", 4));
  CHECK(reader.next(frame) == FrameReader::Next::kTooLarge);
  CHECK(reader.waiting() == 4);
}

TEST_CASE("a frame as long as the limit is taken, and one byte more is not") {
  v1::Frame frame = ping(1);
  const std::string bytes = net::to_bytes(frame);
  FrameReader exact(bytes.size() - net::kPrefixBytes);
  exact.feed(bytes);
  CHECK(exact.next(frame) == FrameReader::Next::kFrame);
  FrameReader less(bytes.size() - net::kPrefixBytes - 1);
  less.feed(bytes);
  CHECK(less.next(frame) == FrameReader::Next::kTooLarge);
}

TEST_CASE("what is no frame is malformed") {
  FrameReader reader(1000);
  v1::Frame frame;
  reader.feed(std::string("\0\0\0\3\xFF\xFF\xFF", 7));
  CHECK(reader.next(frame) == FrameReader::Next::kMalformed);
}

TEST_CASE("nesting is bounded") {
  v1::Frame frame;
  FrameReader shallow(100'000);
  shallow.feed(nested_groups(50));
  CHECK(shallow.next(frame) == FrameReader::Next::kFrame);
  FrameReader deep(100'000);
  deep.feed(nested_groups(4096));
  CHECK(deep.next(frame) == FrameReader::Next::kMalformed);
}

TEST_CASE("an empty frame is one of a later version: it is read, and says nothing") {
  FrameReader reader(10);
  v1::Frame frame = ping(1);
  reader.feed(std::string(4, '\0'));
  CHECK(reader.next(frame) == FrameReader::Next::kFrame);
  CHECK(frame.body_case() == v1::Frame::BODY_NOT_SET);
}
