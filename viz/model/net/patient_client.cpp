#include <algorithm>
#include <thread>

#include <viz/model/net/patient_client.hpp>

namespace monazite::viz {
namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds kReceive{50};
constexpr Milliseconds kAnswerWithin{10'000};

}  // namespace

bool may_come_back(v1::Sorry::Code code) {
  return code == v1::Sorry::CODE_FULL || code == v1::Sorry::CODE_TOO_FAST ||
         code == v1::Sorry::CODE_TOO_SLOW || code == v1::Sorry::CODE_STOPPING;
}

base::Result<v1::Frame> ask(net::Client& client, const v1::Frame& question,
                            v1::Frame::BodyCase kind, const std::atomic<bool>& stop,
                            std::optional<Refused>* refused) {
  if (const auto sent = client.send(question); !sent) {
    return tl::unexpected<base::Error>(sent.error());
  }
  const auto until = Clock::now() + kAnswerWithin;
  while (!stop && Clock::now() < until) {
    auto frame = client.receive(kReceive);
    if (!frame) return tl::unexpected<base::Error>(frame.error());
    if (!*frame) continue;
    if ((*frame)->body_case() == kind) return **std::move(frame);
    if ((*frame)->has_sorry()) {
      const v1::Sorry& sorry = (*frame)->sorry();
      if (refused != nullptr) *refused = Refused{sorry.code()};
      return base::fail(base::ErrorCode::kBadInput, "the host says: " + sorry.sentence());
    }
  }
  return base::fail(base::ErrorCode::kIo, "the host does not answer");
}

void sleep_for(Milliseconds time, const std::atomic<bool>& stop) {
  const auto until = Clock::now() + time;
  while (!stop && Clock::now() < until) {
    std::this_thread::sleep_for(std::min<Clock::duration>(kReceive, until - Clock::now()));
  }
}

}  // namespace monazite::viz
