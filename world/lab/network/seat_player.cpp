#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include <agents/parties/onlooker.hpp>
#include <world/lab/network/answer_desk.hpp>
#include <world/lab/network/seat_facts.hpp>
#include <world/lab/network/seat_player.hpp>

namespace monazite::lab {
namespace {

constexpr std::chrono::milliseconds kRead{200};

class HostDraws final : public base::Draws::Source {
 public:
  explicit HostDraws(net::Client& client) : client_(client) {}
  [[nodiscard]] base::Draws::Words words(base::Purpose purpose, base::Day day, std::uint32_t,
                                         std::uint32_t ordinal) const override {
    v1::Frame frame;
    frame.mutable_draw_request()->set_purpose(purpose.number);
    frame.mutable_draw_request()->set_day(day.number);
    frame.mutable_draw_request()->set_ordinal(ordinal);
    if (!client_.send(frame)) return {0, 0};
    const auto answer = client_.wait_for(v1::Frame::kDraw);
    if (!answer) return {0, 0};
    return {answer->draw().first(), answer->draw().second()};
  }

 private:
  net::Client& client_;
};

/// One party at one seat of another host.
class Player {
 public:
  Player(net::Client& client, const v1::Seated& seated, parties::Party& party)
      : client_(client), seated_(seated), party_(party) {}

  base::Result<bool> take(v1::Frame& frame) {
    switch (frame.body_case()) {
      case v1::Frame::kDelivery:
        return take_delivery(*frame.mutable_delivery());
      case v1::Frame::kDecided:
        take_decided(frame.decided());
        return true;
      case v1::Frame::kCarriage:
        party_.adopt(to_manner(frame.carriage()));
        return true;
      case v1::Frame::kDayBegins:
        return take_day(frame.day_begins());
      case v1::Frame::kFilePart:
        played.recording += frame.file_part().bytes();
        return true;
      case v1::Frame::kEnd:
        played.end = frame.end();
        return false;
      case v1::Frame::kSorry:
        return take_sorry(frame.sorry());
      default:
        return true;
    }
  }

  SeatPlayed played;
  base::Day today{};

 private:
  base::Result<bool> take_delivery(v1::Delivery& delivery) {
    today = base::Day{delivery.envelope().day()};
    const bool old = delivery.number() <= seated_.known();
    if (parties::asks_for_decision(delivery.envelope()) && (old || !delivery.asks())) {
      held_ = delivery;  // until it is told who decided
      return true;
    }
    held_.reset();
    v1::Frame frame;
    v1::Answer& answer = *frame.mutable_answer();
    answer.set_turn(delivery.number());
    AnswerDesk desk(today, seated_.seat(), answer);
    party_.receive(delivery.envelope(), desk);
    if (!delivery.asks()) return true;
    ++played.decided;
    if (const auto sent = client_.send(frame); !sent) {
      return tl::unexpected<base::Error>(sent.error());
    }
    return true;
  }

  void take_decided(const v1::Decided& decided) {
    const bool mine = decided.by() == v1::Decided::BY_CLIENT;
    if (held_ && held_->number() == decided.turn()) {
      const v1::Envelope& question = held_->envelope();
      if (mine) {  // the party decides as it did then
        parties::SilentDesk desk(base::Day{question.day()});
        party_.receive(question, desk);
      } else if (question.has_brief()) {
        parties::look_on_question(party_, question);
      }
    }
    held_.reset();
    if (mine) return;
    for (const v1::Envelope& said : decided.said()) {
      parties::look_on_answer(party_, said, today);
    }
  }

  base::Result<bool> take_day(const v1::DayBegins& day) {
    today = base::Day{day.day()};
    if (!seated_.lockstep() || day.number() <= seated_.known()) return true;
    v1::Frame frame;
    frame.mutable_day_done()->set_day(day.day());
    if (const auto sent = client_.send(frame); !sent) {
      return tl::unexpected<base::Error>(sent.error());
    }
    return true;
  }

  base::Result<bool> take_sorry(const v1::Sorry& sorry) {
    if (sorry.code() == v1::Sorry::CODE_LATE) {
      ++played.late;
      return true;
    }
    if (sorry.turn() != 0) {  // what the party said cannot be sent: the staff decides
      v1::Frame frame;
      frame.mutable_answer()->set_turn(sorry.turn());
      frame.mutable_answer()->set_leave_to_staff(true);
      if (const auto sent = client_.send(frame); !sent) {
        return tl::unexpected<base::Error>(sent.error());
      }
      return true;
    }
    return base::fail(base::ErrorCode::kIo, "the host says: " + sorry.sentence());
  }

  net::Client& client_;
  const v1::Seated& seated_;
  parties::Party& party_;
  std::optional<v1::Delivery> held_;
};

}  // namespace

base::Draws draws_of(net::Client& client) {
  return base::Draws(std::make_shared<HostDraws>(client));
}

base::Result<SeatPlayed> play_seat(net::Client& client, const v1::Seated& seated,
                                   parties::Party& party, const std::atomic<bool>* stop,
                                   const std::function<void(base::Day)>& day) {
  Player player(client, seated, party);
  while (stop == nullptr || !stop->load()) {
    auto frame = client.receive(kRead);
    if (!frame) return tl::unexpected<base::Error>(frame.error());
    if (!*frame) continue;
    const auto goes_on = player.take(**frame);
    if (!goes_on) return tl::unexpected<base::Error>(goes_on.error());
    if (day && player.today.number > 0) day(player.today);
    if (!*goes_on) break;
  }
  return std::move(player.played);
}

}  // namespace monazite::lab
