#include <algorithm>
#include <utility>

#include <protocol/base/check.hpp>
#include <protocol/net/seat_line.hpp>
#include <protocol/net/token.hpp>

namespace monazite::net {
namespace {

using Clock = std::chrono::steady_clock;

/// How often a wait looks whether it should end, which nobody tells it.
constexpr std::chrono::milliseconds kLook{50};

void set_number(v1::Frame& frame, std::uint64_t number) {
  switch (frame.body_case()) {
    case v1::Frame::kDelivery:
      frame.mutable_delivery()->set_number(number);
      break;
    case v1::Frame::kDecided:
      frame.mutable_decided()->set_number(number);
      break;
    case v1::Frame::kDayBegins:
      frame.mutable_day_begins()->set_number(number);
      break;
    default:  // a Carriage counts, and needs no number to be told apart
      break;
  }
}

v1::Wants everything() {
  v1::Wants wants;
  wants.set_consultation(true);
  wants.set_supply(true);
  wants.set_allocation(true);
  wants.set_invitations(true);
  wants.set_acts(true);
  return wants;
}

bool stopped(const std::atomic<bool>* stop) {
  return stop != nullptr && stop->load();
}

}  // namespace

SeatLine::SeatLine(SeatFacts facts) : facts_(std::move(facts)), seat_token_(new_token()) {}

std::uint64_t SeatLine::tell(v1::Frame& frame) {
  return add(frame, false);
}

std::uint64_t SeatLine::tell_question(v1::Frame& frame) {
  return add(frame, true);
}

std::uint64_t SeatLine::add(v1::Frame& frame, bool question) {
  std::uint64_t number = 0;
  {
    const std::lock_guard lock(mutex_);
    MONAZITE_CHECK(!end_, "nothing is told after the end");
    number = frames_.size() + 1;
    set_number(frame, number);
    frames_.push_back(to_shared_bytes(frame));
    bytes_ += frames_.back()->size();
    if (question) {
      MONAZITE_CHECK(open_turn_ == 0, "a seat has one question at a time");
      open_turn_ = last_turn_ = number;
      answer_.reset();
    }
  }
  // What asks nothing goes along with what does, or at the connection's next look.
  if (question || frame.has_day_begins()) wake();
  return number;
}

void SeatLine::wake() {
  std::function<void()> call;
  {
    const std::lock_guard lock(mutex_);
    call = wake_;
  }
  if (call) call();
}

SeatLine::Turn SeatLine::wait_for_answer(std::uint64_t turn, const Patience& patience,
                                         const std::atomic<bool>* stop) {
  std::unique_lock lock(mutex_);
  MONAZITE_CHECK_EQ(open_turn_, turn, "the question that is waited for is the last one told");
  const auto asked = Clock::now();
  Turn result;
  for (;;) {
    const auto now = Clock::now();
    if (answer_) {
      result = {Turn::How::kAnswered, *std::move(answer_)};
      break;
    }
    if (stopped(stop)) break;
    if (connection_ == 0 && (!ever_taken_ || now >= left_at_ + patience.return_within)) {
      result.how = Turn::How::kAbsent;
      break;
    }
    if (patience.decide_within.count() > 0 && now >= asked + patience.decide_within) {
      result.how = Turn::How::kLate;
      break;
    }
    changed_.wait_for(lock, kLook);
  }
  open_turn_ = 0;
  answer_.reset();
  return result;
}

bool SeatLine::wait_for_day(base::Day day, const Patience& patience,
                            const std::atomic<bool>* stop) {
  std::unique_lock lock(mutex_);
  const auto began = Clock::now();
  while (!lags_ && !(day_done_ && *day_done_ >= day) && connection_ != 0 && !stopped(stop)) {
    if (patience.decide_within.count() > 0 && Clock::now() >= began + patience.decide_within) {
      lags_ = true;
      return true;
    }
    changed_.wait_for(lock, kLook);
  }
  return false;
}

void SeatLine::finish(const v1::End& end) {
  {
    const std::lock_guard lock(mutex_);
    end_ = end;
  }
  wake();
}

void SeatLine::end_told() {
  const std::lock_guard lock(mutex_);
  end_told_ = true;
}

bool SeatLine::over(const Patience& patience) const {
  const std::lock_guard lock(mutex_);
  if (!ever_taken_ || end_told_) return true;
  return connection_ == 0 && Clock::now() >= left_at_ + patience.return_within;
}

bool SeatLine::ever_taken() const {
  const std::lock_guard lock(mutex_);
  return ever_taken_;
}

bool SeatLine::taken() const {
  const std::lock_guard lock(mutex_);
  return connection_ != 0;
}

std::string SeatLine::player() const {
  const std::lock_guard lock(mutex_);
  return player_;
}

std::optional<v1::Wants> SeatLine::wants() const {
  const std::lock_guard lock(mutex_);
  if (!ever_taken_) return std::nullopt;
  return wants_;
}

SeatLine::Attached SeatLine::attach(std::uint64_t connection, const v1::Claim& claim,
                                    std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  connection_ = connection;
  ever_taken_ = true;
  player_ = claim.player();
  wants_ = claim.has_wants() ? claim.wants() : everything();
  wake_ = std::move(wake);
  changed_.notify_all();
  Attached attached;
  attached.known = open_turn_ == 0 ? frames_.size() : open_turn_ - 1;
  attached.next = std::min(claim.have(), attached.known);
  return attached;
}

void SeatLine::detach(std::uint64_t connection) {
  const std::lock_guard lock(mutex_);
  if (connection_ != connection) return;
  connection_ = 0;
  wake_ = nullptr;
  left_at_ = Clock::now();
  changed_.notify_all();
}

bool SeatLine::belongs_to(std::uint64_t connection) const {
  const std::lock_guard lock(mutex_);
  return connection_ == connection;
}

Bytes SeatLine::frame(std::uint64_t position) const {
  const std::lock_guard lock(mutex_);
  return position < frames_.size() ? frames_[position] : nullptr;
}

std::optional<v1::End> SeatLine::end() const {
  const std::lock_guard lock(mutex_);
  return end_;
}

SeatLine::Took SeatLine::answer(v1::Answer answer) {
  const std::lock_guard lock(mutex_);
  if (answer.turn() == 0 || answer.turn() > frames_.size()) return Took::kNotAsked;
  if (answer.turn() != open_turn_) {
    return answer.turn() <= last_turn_ ? Took::kLate : Took::kNotAsked;
  }
  if (answer_) return Took::kLate;  // said twice
  answer_ = std::move(answer);
  changed_.notify_all();
  return Took::kTaken;
}

void SeatLine::day_done(base::Day day) {
  const std::lock_guard lock(mutex_);
  day_done_ = day;
  lags_ = false;
  changed_.notify_all();
}

std::size_t SeatLine::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

}  // namespace monazite::net
