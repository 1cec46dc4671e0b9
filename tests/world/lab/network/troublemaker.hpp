#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <tests/world/engine/hostile.hpp>
#include <tests/world/lab/network/hosted.hpp>
#include <tests/world/lab/network/raw_client.hpp>

namespace monazite::test_support {

enum class Fault {
  kKill,
  kFreeze,
  kHalfClose,
  kTruncatedFrame,
  kTwoGigabytes,
  kGarbage,
  kReplayed,
  kWrongSeat,
  kLate,
  kIllegalMoves,
  kFrameFlood,
  kDrawFlood,
  kNestedGroups,
  kAnything,
  kLast = kAnything
};

inline v1::Frame hello() {
  v1::Frame frame;
  frame.mutable_hello()->set_protocol(1);
  frame.mutable_hello()->set_program("fault");
  frame.mutable_hello()->set_largest_frame_bytes(net::kLargestHostFrame);
  return frame;
}

inline v1::Frame to_staff(std::uint64_t turn) {
  v1::Frame frame;
  frame.mutable_answer()->set_turn(turn);
  frame.mutable_answer()->set_leave_to_staff(true);
  return frame;
}

inline bool is_numbered(const v1::Frame& frame) {
  return frame.has_delivery() || frame.has_decided() || frame.has_carriage() ||
         frame.has_day_begins();
}

/// Who leaves every question to the staff until, at a random one, something goes wrong.
class Troublemaker {
 public:
  Troublemaker(Hosted& host, std::string name, Fault fault, std::uint64_t seed)
      : host_(host), seat_(std::move(name)), fault_(fault), dice_(seed), filler_(dice_) {
    strikes_at_ = dice_.below(40);
  }

  /// To the end of the history, or until the host is gone.
  void play() {
    for (int connections = 0; connections < 6 && !ended; ++connections) {
      client_ = std::make_unique<RawClient>(host_.game().port());
      if (!client_->open()) break;
      client_->send(hello());
      v1::Frame frame;
      *frame.mutable_claim() = claim(seat_);
      frame.mutable_claim()->set_have(frames.size());
      if (!seat_token_.empty()) frame.mutable_claim()->set_token(seat_token_);
      client_->send(frame);
      while (client_->open() && !ended) {
        const auto next =
            client_->receive(PlayerLine::get().slowed(std::chrono::milliseconds(500)));
        if (next) take(*next);
        if (!next && client_->open()) break;  // the host has forgotten this connection
      }
      heard += client_->heard;
    }
    client_.reset();
  }

  std::vector<v1::Frame> frames;  ///< of the seat, in order, each once
  std::string heard;              ///< every byte of every connection
  bool ended = false;
  base::SeatId seat = 0;
  std::map<int, int> sorry;

 private:
  void take(const v1::Frame& frame) {
    if (frame.has_seated()) {
      seat = frame.seated().seat();
      seat_token_ = frame.seated().seat_token();
      // An open question comes again.
      if (frames.size() > frame.seated().known()) frames.resize(frame.seated().known());
    }
    if (frame.has_ping()) {
      v1::Frame pong;
      pong.mutable_pong()->set_nonce(frame.ping().nonce());
      client_->send(pong);
    }
    if (frame.has_sorry()) {
      ++sorry[frame.sorry().code()];
      // The question of an answer that was refused is still open.
      if (frame.sorry().turn() != 0) client_->send(to_staff(frame.sorry().turn()));
    }
    ended = ended || frame.has_end();
    if (!is_numbered(frame)) return;
    frames.push_back(frame);
    if (!frame.has_delivery() || !frame.delivery().asks()) return;
    const bool strike = questions_ == strikes_at_ || (questions_ > strikes_at_ && dice_.one_in(6));
    ++questions_;
    if (strike) {
      make_trouble(frame.delivery());
    } else {
      client_->send(to_staff(frame.delivery().number()));
    }
  }

  void make_trouble(const v1::Delivery& question) {
    switch (fault_) {
      case Fault::kKill:
        return dice_.one_in(2) ? client_->reset() : client_->close();
      case Fault::kFreeze:
        std::this_thread::sleep_for(PlayerLine::get().slowed(std::chrono::milliseconds(500)));
        strikes_at_ = ~0ULL;
        return client_->close();
      case Fault::kHalfClose:
        return client_->half_close();
      case Fault::kTruncatedFrame: {
        const std::string bytes = net::to_bytes(to_staff(question.number()));
        client_->send(std::string_view(bytes).substr(0, 1 + dice_.below(bytes.size() - 1)));
        return client_->close();
      }
      case Fault::kTwoGigabytes:
        return client_->send(std::string("\x7F\xFF\xFF\xFF", 4) + std::string(1'000, 'x'));
      case Fault::kGarbage: {
        std::string bytes(1 + dice_.below(300), '\0');
        for (char& c : bytes) c = static_cast<char>(dice_.below(256));
        bytes[0] = bytes[1] = '\0';  // a length that may be
        return client_->send(bytes);
      }
      case Fault::kReplayed:
        client_->send(to_staff(question.number()));
        client_->send(to_staff(question.number()));
        client_->send(to_staff(1 + dice_.below(question.number())));
        return client_->send(to_staff(question.number() + 1'000));
      case Fault::kLate:
        std::this_thread::sleep_for(PlayerLine::get().slowed(std::chrono::milliseconds(60)));
        return client_->send(to_staff(question.number()));
      case Fault::kFrameFlood:
        return flood_of_frames();
      case Fault::kDrawFlood:
        return flood_of_draws();
      case Fault::kNestedGroups:
        return client_->send(nested_groups());
      default:
        return client_->send(answer(question));
    }
  }

  void flood_of_frames() {
    v1::Frame pong;
    pong.mutable_pong()->set_nonce(1);
    std::string bytes;
    for (int i = 0; i < 30'000; ++i) bytes += net::to_bytes(pong);
    client_->send(bytes);
  }

  void flood_of_draws() {
    v1::Frame draw;
    draw.mutable_draw_request()->set_purpose(1);
    std::string bytes;
    for (int i = 0; i < 15'000; ++i) bytes += net::to_bytes(draw);
    client_->send(bytes);
    strikes_at_ = ~0ULL;
  }

  static std::string nested_groups() {
    std::string body;
    for (int i = 0; i < 4'096; ++i) body += "\x9B\x06";  // begins group 99
    for (int i = 0; i < 4'096; ++i) body += "\x9C\x06";
    std::string bytes(net::kPrefixBytes, '\0');
    bytes[2] = static_cast<char>(body.size() >> 8U);
    bytes[3] = static_cast<char>(body.size() & 0xFFU);
    return bytes + body;
  }

  v1::Frame answer(const v1::Delivery& question) {
    v1::Frame frame;
    frame.mutable_answer()->set_turn(question.number());
    const auto add = [&]() -> v1::Envelope& {
      v1::Envelope& envelope = *frame.mutable_answer()->add_posts()->mutable_envelope();
      envelope.set_conversation(question.envelope().conversation());
      return envelope;
    };
    if (fault_ == Fault::kWrongSeat) {
      v1::Envelope& envelope = add();
      envelope.set_from(seat == 3 ? 4 : 3);
      envelope.mutable_no_act();
      return frame;
    }
    if (fault_ == Fault::kAnything) {
      static const auto kBodies = Filler::bodies();
      for (std::uint64_t i = dice_.below(5); i > 0; --i) {
        v1::Envelope& envelope = add();
        filler_.fill_envelope(envelope, *dice_.of(kBodies), question.envelope());
        if (!dice_.one_in(4)) envelope.clear_from();
      }
      return frame;
    }
    switch (dice_.below(8)) {
      case 0:  // out of turn, outside the agenda, at a table of others
        add().mutable_offer()->set_outcome(~0ULL);
        add().set_to(3 + static_cast<std::uint32_t>(dice_.below(6)));
        frame.mutable_answer()->mutable_posts(1)->mutable_envelope()->mutable_acceptance();
        break;
      case 1:
        add().set_to(base::kPublic);
        frame.mutable_answer()->mutable_posts(0)->mutable_envelope()->mutable_offer();
        break;
      case 2: {
        v1::Envelope& envelope = add();
        envelope.set_conversation(1 + dice_.below(12));
        envelope.mutable_appraisal_request()->add_outcomes(dice_.below(50));
        break;
      }
      case 3: {
        v1::Envelope& envelope = add();
        envelope.set_to(base::kPublic);
        envelope.mutable_press_report()->set_topic(v1::PressReport::TOPIC_SCENARIO);
        envelope.mutable_press_report()->set_headline("forged headline");
        envelope.mutable_press_report()->set_source("forged source");
        break;
      }
      case 4: {
        v1::Envelope& envelope = add();
        envelope.set_to(6);
        envelope.mutable_directive()->set_office(v1::OFFICE_ATOMIC_ENERGY);
        envelope.mutable_directive()->set_act(v1::ACT_DIRECT_FEED_STOP);
        break;
      }
      case 5: {
        v1::Envelope& envelope = add();
        envelope.mutable_no_act()->mutable_reason()->set_code(v1::REASON_CODE_SCRIPTED);
        break;
      }
      case 6:
        add().mutable_walk_away();
        frame.mutable_answer()->mutable_posts(0)->mutable_envelope()->set_conversation(
            1 + dice_.below(12));
        break;
      default:  // of the registrar's
        add().mutable_agreement()->set_outcome(1);
        break;
    }
    return frame;
  }

  Hosted& host_;
  const std::string seat_;
  const Fault fault_;
  Dice dice_;
  Filler filler_;
  std::unique_ptr<RawClient> client_;
  std::string seat_token_;
  std::uint64_t questions_ = 0;
  std::uint64_t strikes_at_ = 0;
};

}  // namespace monazite::test_support
