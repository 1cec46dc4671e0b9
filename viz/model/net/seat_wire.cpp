#include <algorithm>
#include <utility>

#include <viz/model/net/seat_wire.hpp>

namespace monazite::viz {
namespace {

/// How long an answer may lie here while nothing comes from the host.
constexpr std::chrono::milliseconds kLook{15};

/// Whether it is one of the seat's own frames, which are numbered from the first day on.
bool counts(const v1::Frame& frame) {
  return frame.has_delivery() || frame.has_decided() || frame.has_carriage() ||
         frame.has_day_begins();
}

}  // namespace

SeatWire::SeatWire(HostPlace place, v1::Claim claim)
    : place_(std::move(place)), claim_(std::move(claim)) {
  claim_.set_token(place_.token);
  thread_ = std::thread([this] { work(); });
}

SeatWire::~SeatWire() {
  stop_ = true;
  thread_.join();
}

SeatWire::News SeatWire::take() {
  const std::lock_guard lock(mutex_);
  News news = std::move(news_);
  news_ = News{};
  news_.stage = news.stage;
  news_.sentence = news.sentence;
  return news;
}

void SeatWire::send(v1::Answer answer) {
  const std::lock_guard lock(mutex_);
  waiting_.push_back(std::move(answer));
}

void SeatWire::set(Stage stage, std::string sentence) {
  const std::lock_guard lock(mutex_);
  news_.stage = stage;
  news_.sentence = std::move(sentence);
  news_.any = true;
}

void SeatWire::work() {
  while (!stop_ && sit()) sleep_for(again_.next(), stop_);
}

bool SeatWire::sit() {
  const Stage away = sat_ ? Stage::kLost : Stage::kConnecting;
  auto client = net::Client::connect(client_options(place_, stop_));
  if (!client) {
    const bool refused = client.error().code == base::ErrorCode::kBadInput;
    set(refused ? Stage::kFailed : away, client.error().message);
    return !refused;
  }
  v1::Frame frame;
  claim_.set_have(had_);
  *frame.mutable_claim() = claim_;
  std::optional<Refused> refused;
  auto answer = ask(**client, frame, v1::Frame::kSeated, stop_, &refused);
  if (!answer) {
    const bool for_good = refused && !may_come_back(refused->code);
    set(for_good ? Stage::kFailed : away, answer.error().message);
    return !for_good;
  }
  claim_.set_token(answer->seated().seat_token());
  claim_.set_table(answer->seated().table());
  sat_ = true;
  again_.succeeded();
  position_ = std::min(had_, answer->seated().known());
  {
    const std::lock_guard lock(mutex_);
    news_.seated = answer->seated();
    if (unanswered_) waiting_.insert(waiting_.begin(), *std::exchange(unanswered_, std::nullopt));
  }
  set(Stage::kSeated);
  const auto again = talk(**client);
  if (again) return *again;
  set(Stage::kLost, again.error().message);
  return true;
}

base::Result<bool> SeatWire::talk(net::Client& client) {
  while (!stop_) {
    if (cut_.exchange(false)) {
      return base::fail(base::ErrorCode::kIo, "the connection to the host is lost");
    }
    if (const auto sent = send_waiting(client); !sent) {
      return tl::unexpected<base::Error>(sent.error());
    }
    auto frame = client.receive(kLook);
    if (!frame) return tl::unexpected<base::Error>(frame.error());
    if (!*frame) continue;
    auto goes_on = pass_on(client, **frame);
    if (!goes_on || !*goes_on) return goes_on;
  }
  return false;
}

base::Result<void> SeatWire::send_waiting(net::Client& client) {
  std::vector<v1::Answer> waiting;
  {
    const std::lock_guard lock(mutex_);
    waiting.swap(waiting_);
  }
  for (v1::Answer& answer : waiting) {
    v1::Frame frame;
    *frame.mutable_answer() = answer;
    unanswered_ = std::move(answer);
    if (auto sent = client.send(frame); !sent) return sent;
  }
  return {};
}

base::Result<bool> SeatWire::pass_on(net::Client& client, v1::Frame& frame) {
  if (frame.has_sorry() && frame.sorry().turn() == 0) {
    set(may_come_back(frame.sorry().code()) ? Stage::kLost : Stage::kFailed,
        "the host says: " + frame.sorry().sentence());
    return may_come_back(frame.sorry().code());
  }
  if (frame.has_day_begins()) {
    // Also of a day that was told before: the host may still wait for it.
    v1::Frame done;
    done.mutable_day_done()->set_day(frame.day_begins().day());
    if (const auto sent = client.send(done); !sent) {
      return tl::unexpected<base::Error>(sent.error());
    }
  }
  if (frame.has_decided() && unanswered_ && unanswered_->turn() == frame.decided().turn()) {
    unanswered_.reset();
  }
  if (counts(frame)) {
    if (++position_ <= had_) return true;  // an open question, told again
    had_ = position_;
  }
  const bool end = frame.has_end();
  {
    const std::lock_guard lock(mutex_);
    news_.arrived.push_back({std::move(frame), std::chrono::steady_clock::now()});
    news_.any = true;
    if (end) news_.stage = Stage::kOver;
  }
  return !end;
}

}  // namespace monazite::viz
