#include <algorithm>
#include <utility>

#include <protocol/bus/visibility.hpp>
#include <protocol/net/host_session.hpp>
#include <protocol/net/player_name.hpp>
#include <protocol/net/token.hpp>

namespace monazite::net {
namespace {

constexpr std::uint32_t kProtocol = 1;
constexpr int kPostsInAnAnswer = 64;
constexpr std::uint32_t kLongestDelay = 3'660;

bool ends_the_connection(v1::Sorry::Code code) {
  return code < v1::Sorry::CODE_NO_SUCH_TABLE;
}

}  // namespace

HostSession::HostSession(Board& board, std::uint64_t id, std::function<void()> wake, Time now)
    : board_(board),
      id_(id),
      wake_(std::move(wake)),
      reader_(std::min(kLargestEarlyFrame, board.limits.frame_bytes)),
      began_(now),
      last_heard_(now),
      last_ping_(now),
      frames_left_(board.limits.frames_per_second),
      refilled_(now) {
  ++board_.sessions;
  ++board_.handshakes;
  if (board_.sessions > board_.limits.connections) {
    fail(v1::Sorry::CODE_FULL, "this host has as many connections as it takes (" +
                                   std::to_string(board_.limits.connections) +
                                   "); try again later");
  } else if (board_.handshakes > board_.limits.handshakes) {
    fail(v1::Sorry::CODE_FULL, "too many clients are knocking at once; try again in a moment");
  }
}

HostSession::~HostSession() {
  --board_.sessions;
  if (counted_as_handshake_) --board_.handshakes;
  if (line_ != nullptr) line_->detach(id_);
  if (stage_ == Stage::kWatch || stage_ == Stage::kWatchAll) {
    --board_.watchers;
    --table_->watchers;
  }
}

std::string HostSession::seat_words() const {
  if (line_ == nullptr) return {};
  return line_->facts().name + " at table " + std::to_string(table_->number);
}

void HostSession::passed() {
  if (!counted_as_handshake_) return;
  counted_as_handshake_ = false;
  --board_.handshakes;
  reader_.set_largest(board_.limits.frame_bytes);
}

// --- what comes in

void HostSession::on_bytes(std::string_view bytes, Time now) {
  if (done_) return;
  last_heard_ = now;
  reader_.feed(bytes);
  while (!done_) {
    switch (reader_.next(frame_)) {
      case FrameReader::Next::kMore:
        return;
      case FrameReader::Next::kTooLarge:
        return fail(v1::Sorry::CODE_TOO_LARGE,
                    "a frame is longer than " +
                        std::to_string(counted_as_handshake_ ? kLargestEarlyFrame
                                                             : board_.limits.frame_bytes) +
                        " bytes");
      case FrameReader::Next::kMalformed:
        return fail(v1::Sorry::CODE_MALFORMED, "what came is not a frame of this protocol");
      case FrameReader::Next::kFrame:
        take(frame_, now);
        break;
    }
  }
}

void HostSession::take(v1::Frame& frame, Time now) {
  const double most = board_.limits.frames_per_second;
  frames_left_ =
      std::min(most, frames_left_ + most * std::chrono::duration<double>(now - refilled_).count());
  refilled_ = now;
  if (frames_left_ < 1) {
    return fail(v1::Sorry::CODE_TOO_FAST, "more frames a second than this host takes (" +
                                              std::to_string(static_cast<int>(most)) + ")");
  }
  frames_left_ -= 1;
  if (stage_ == Stage::kHello && frame.body_case() != v1::Frame::kHello) {
    return fail(v1::Sorry::CODE_MALFORMED, "the first frame must be a hello");
  }
  switch (frame.body_case()) {
    case v1::Frame::kHello:
      return take_hello(frame.hello());
    case v1::Frame::kListTables:
      return take_list(frame.list_tables());
    case v1::Frame::kClaim:
      return take_claim(frame.claim());
    case v1::Frame::kWatch:
      return take_watch(frame.watch());
    case v1::Frame::kAnswer:
      return take_answer(*frame.mutable_answer());
    case v1::Frame::kDrawRequest:
      return take_draw(frame.draw_request());
    case v1::Frame::kDayDone:
      if (line_ != nullptr) line_->day_done(base::Day{frame.day_done().day()});
      return;
    case v1::Frame::kPong:
    case v1::Frame::BODY_NOT_SET:  // of a later version
      return;
    default:
      return fail(v1::Sorry::CODE_MALFORMED, "clients do not send frames of this kind");
  }
}

void HostSession::take_hello(const v1::Hello& hello) {
  if (stage_ != Stage::kHello) {
    return sorry(v1::Sorry::CODE_OUT_OF_ORDER, "hello has been said");
  }
  if (hello.protocol() != kProtocol) {
    const bool older = hello.protocol() < kProtocol;
    return fail(v1::Sorry::CODE_VERSION,
                "this host (" + board_.program + ") speaks version " + std::to_string(kProtocol) +
                    " of the protocol and the client speaks " + std::to_string(hello.protocol()) +
                    "; upgrade the " + (older ? "client" : "host"));
  }
  if (hello.largest_frame_bytes() > 0) client_takes_ = hello.largest_frame_bytes();
  stage_ = Stage::kLobby;
  v1::Frame frame;
  v1::Hello& mine = *frame.mutable_hello();
  mine.set_protocol(kProtocol);
  mine.set_program(board_.program);
  mine.add_capabilities("draws");
  if (board_.keeps_pace) mine.add_capabilities("days");
  if (board_.reveals) mine.add_capabilities("reveal");
  if (!board_.all_token.empty()) mine.add_capabilities("watch-all");
  mine.set_largest_frame_bytes(static_cast<std::uint32_t>(board_.limits.frame_bytes));
  put(frame);
}

bool HostSession::may_pass(std::string_view token) {
  if (same_token(board_.token, token)) return true;
  wrong_token_ = true;
  fail(v1::Sorry::CODE_TOKEN,
       token.empty() ? "this host asks for its token (--token)" : "the token is not this host's");
  return false;
}

bool HostSession::opens_something(std::string_view token) const {
  if (same_token(board_.all_token, token)) return true;
  for (const auto& table : board_.tables) {
    for (const HostTable::Seat& seat : table->seats) {
      if (seat.line != nullptr && same_token(seat.line->facts().own_token, token)) return true;
    }
  }
  return false;
}

HostTable* HostSession::find_table(std::uint32_t number) {
  for (const auto& table : board_.tables) {
    if (table->number == number) return table.get();
  }
  sorry(v1::Sorry::CODE_NO_SUCH_TABLE, "there is no table " + std::to_string(number) +
                                           "; this host has " +
                                           std::to_string(board_.tables.size()));
  return nullptr;
}

void HostSession::take_list(const v1::ListTables& list) {
  if (!opens_something(list.token()) && !may_pass(list.token())) return;
  passed();
  v1::Frame frame;
  for (const auto& table : board_.tables) {
    v1::Lobby::Table& row = *frame.mutable_lobby()->add_tables();
    row.set_number(table->number);
    row.set_scenario(table->scenario);
    row.set_state(table->state);
    row.set_today(table->today);
    row.set_watchers(table->watchers);
    for (const HostTable::Seat& seat : table->seats) {
      v1::Lobby::Seat& entry = *row.add_seats();
      entry.set_name(seat.name);
      entry.set_open(seat.line != nullptr && table->state != v1::Lobby::STATE_OVER);
      if (seat.line != nullptr && seat.line->taken()) {
        entry.set_taken(true);
        entry.set_player(seat.line->player());
      }
    }
  }
  put(frame);
}

void HostSession::take_claim(const v1::Claim& claim) {
  if (stage_ != Stage::kLobby) {
    return sorry(v1::Sorry::CODE_OUT_OF_ORDER, "this connection has a seat, or watches, already");
  }
  // Whether a token is right is found out before anything is told about tables.
  bool seat_free_nowhere = false;
  bool over = false;
  bool has_its_own = false;
  bool knows_token = same_token(board_.token, claim.token());
  for (const auto& table : board_.tables) {
    if (claim.table() != 0 && table->number != claim.table()) continue;
    for (const HostTable::Seat& seat : table->seats) {
      if (seat.name != claim.seat() || seat.line == nullptr) continue;
      SeatLine& line = *seat.line;
      if (same_token(line.seat_token(), claim.token())) {  // comes back
        return seat_at(*table, line, claim);
      }
      const std::string& own = line.facts().own_token;
      const bool fits =
          own.empty() ? same_token(board_.token, claim.token()) : same_token(own, claim.token());
      knows_token = knows_token || fits;
      has_its_own = has_its_own || !own.empty();
      if (!fits) continue;
      if (table->state == v1::Lobby::STATE_OVER) {
        over = true;
        continue;
      }
      if (line.taken()) {
        seat_free_nowhere = true;
        continue;
      }
      return seat_at(*table, line, claim);
    }
  }
  if (!knows_token) return (void)may_pass(claim.token());
  passed();
  if (claim.table() != 0 && find_table(claim.table()) == nullptr) return;
  const std::string seat = player_name(claim.seat());
  if (seat_free_nowhere) {
    return sorry(v1::Sorry::CODE_SEAT_TAKEN,
                 seat + " is taken" +
                     (claim.table() == 0 ? " at every table" : "; ask for the list of tables"));
  }
  if (over) {
    return sorry(v1::Sorry::CODE_NO_SUCH_TABLE,
                 claim.table() == 0 ? "all tables with a seat \"" + seat + "\" are over"
                                    : "table " + std::to_string(claim.table()) + " is over");
  }
  if (has_its_own) {
    return sorry(v1::Sorry::CODE_NO_SUCH_SEAT, "seat \"" + seat + "\" has a token of its own");
  }
  sorry(v1::Sorry::CODE_NO_SUCH_SEAT,
        "no seat \"" + seat + "\" is open to you; ask for the list of tables");
}

void HostSession::seat_at(HostTable& table, SeatLine& line, const v1::Claim& claim) {
  passed();
  stage_ = Stage::kSeat;
  table_ = &table;
  line_ = &line;
  v1::Claim named = claim;
  named.set_player(player_name(claim.player()));
  const SeatLine::Attached attached = line.attach(id_, named, wake_);
  position_ = attached.next;
  v1::Frame frame;
  v1::Seated& seated = *frame.mutable_seated();
  seated = line.facts().seated;
  seated.set_seat_token(line.seat_token());
  seated.set_known(attached.known);
  put(frame);
}

void HostSession::take_watch(const v1::Watch& watch) {
  if (stage_ != Stage::kLobby) {
    return sorry(v1::Sorry::CODE_OUT_OF_ORDER, "this connection has a seat, or watches, already");
  }
  if (watch.everything()) {
    if (!same_token(board_.all_token, watch.token())) {
      wrong_token_ = true;
      return fail(v1::Sorry::CODE_TOKEN,
                  board_.all_token.empty()
                      ? "this host shows nobody everything (it was started without --watch-token)"
                      : "the token is not the one for looking at everything");
    }
  } else if (!same_token(board_.all_token, watch.token()) && !may_pass(watch.token())) {
    return;
  }
  passed();
  HostTable* const table = find_table(watch.table() == 0 ? 1 : watch.table());
  if (table == nullptr) return;
  const auto header = table->watch.header();
  if (!header) {
    return sorry(v1::Sorry::CODE_OUT_OF_ORDER,
                 "table " + std::to_string(table->number) + " waits for its seats to be taken");
  }
  if (board_.watchers >= board_.limits.watchers) {
    return fail(v1::Sorry::CODE_FULL, "as many are looking on as this host takes (" +
                                          std::to_string(board_.limits.watchers) + ")");
  }
  ++board_.watchers;
  ++table->watchers;
  table_ = table;
  stage_ = watch.everything() ? Stage::kWatchAll : Stage::kWatch;
  v1::Frame frame;
  v1::Watching& watching = *frame.mutable_watching();
  watching.set_table(table->number);
  watching.set_scenario(table->scenario);
  watching.set_everything(watch.everything());
  *watching.mutable_header() = watch.everything() ? *header : public_header(*header);
  put(frame);
}

std::optional<v1::Sorry::Code> HostSession::fault_of(const v1::Answer& answer) const {
  if (answer.posts_size() > kPostsInAnAnswer) return v1::Sorry::CODE_TOO_MUCH;
  for (const v1::Answer::Post& post : answer.posts()) {
    const v1::Envelope& envelope = post.envelope();
    if (envelope.from() != 0 && envelope.from() != line_->facts().seated.seat()) {
      return v1::Sorry::CODE_WRONG_SEAT;
    }
    if (!bus::seat_may_send(envelope.body_case())) return v1::Sorry::CODE_NOT_A_MOVE;
    if (post.delay_days() > kLongestDelay) return v1::Sorry::CODE_TOO_MUCH;
    const bool alone = answer.posts_size() == 1 && post.delay_days() == 0;
    if (envelope.has_appraisal_request() && !alone) return v1::Sorry::CODE_TOO_MUCH;
  }
  return std::nullopt;
}

void HostSession::take_answer(v1::Answer& answer) {
  const std::uint64_t turn = answer.turn();
  answer.DiscardUnknownFields();  // nobody here knows who may read them
  if (line_ == nullptr) {
    return sorry(v1::Sorry::CODE_OUT_OF_ORDER, "an answer needs a seat first", turn);
  }
  if (const auto fault = fault_of(answer)) {
    const char* const sentence =
        *fault == v1::Sorry::CODE_WRONG_SEAT ? "nobody speaks for another seat"
        : *fault == v1::Sorry::CODE_NOT_A_MOVE
            ? "an envelope has no body, or one that seats do not send"
            : "at most 64 messages in an answer, at most 3,660 days ahead; "
              "a request for appraisal goes at once and alone";
    return sorry(*fault, sentence, turn);
  }
  switch (line_->answer(std::move(answer))) {
    case SeatLine::Took::kTaken:
      return;
    case SeatLine::Took::kLate:
      return sorry(v1::Sorry::CODE_LATE, "the turn is over: it was answered, or its time was up",
                   turn);
    case SeatLine::Took::kNotAsked:
      return sorry(v1::Sorry::CODE_NOT_ASKED, "nothing was asked by that number", turn);
  }
}

void HostSession::take_draw(const v1::DrawRequest& request) {
  if (line_ == nullptr || !line_->facts().draw) {
    return sorry(v1::Sorry::CODE_OUT_OF_ORDER, "draws are a seat's");
  }
  const auto words = line_->facts().draw(base::Purpose(request.purpose()), base::Day{request.day()},
                                         request.ordinal());
  if (!words) {
    return sorry(v1::Sorry::CODE_NOT_YOURS, "no party draws for that purpose");
  }
  v1::Frame frame;
  v1::Draw& draw = *frame.mutable_draw();
  draw.set_purpose(request.purpose());
  draw.set_day(request.day());
  draw.set_ordinal(request.ordinal());
  draw.set_first(words->first);
  draw.set_second(words->second);
  put(frame);
}

// --- what goes out

void HostSession::put(const v1::Frame& frame) {
  control_.push_back(to_bytes(frame));
  control_bytes_ += control_.back().size();
  if (control_bytes_ > board_.limits.unsent_bytes && !done_) {
    why_ = "it does not read what it asked for";
    done_ = broken_ = true;
  }
  wake_();
}

void HostSession::sorry(v1::Sorry::Code code, std::string sentence, std::uint64_t turn) {
  v1::Frame frame;
  frame.mutable_sorry()->set_code(code);
  frame.mutable_sorry()->set_sentence(std::move(sentence));
  frame.mutable_sorry()->set_turn(turn);
  put(frame);
}

void HostSession::fail(v1::Sorry::Code code, std::string sentence) {
  if (done_) return;
  why_ = sentence;
  sorry(code, std::move(sentence));
  done_ = ends_the_connection(code);
  if (line_ != nullptr) line_->detach(id_);
}

void HostSession::stop() {
  if (done_) return;
  fail(v1::Sorry::CODE_STOPPING, "the host ends");
  why_.clear();
}

void HostSession::on_written(Time) {
  writing_since_.reset();
}

void HostSession::on_last_words() {
  if (ended_ && line_ != nullptr) line_->end_told();
}

void HostSession::on_tick(Time now) {
  const Limits& limits = board_.limits;
  // One that was refused and does not read even that is not kept either.
  if (!broken_ && writing_since_ && now - *writing_since_ > limits.stuck_for) {
    if (!done_) why_ = "it does not read";
    done_ = broken_ = true;
    if (line_ != nullptr) line_->detach(id_);
  }
  if (done_) return;
  if (counted_as_handshake_ && now - began_ > limits.hello_within) {
    return fail(v1::Sorry::CODE_TOO_SLOW, "no hello and no token came in time");
  }
  if (now - last_heard_ > limits.silent_for) {
    return fail(v1::Sorry::CODE_TOO_SLOW, "nothing was heard for too long, not even a pong");
  }
  if (stage_ != Stage::kHello && now - last_ping_ > limits.ping_every) {
    last_ping_ = now;
    v1::Frame frame;
    frame.mutable_ping()->set_nonce(++pings_);
    put(frame);
  }
}

}  // namespace monazite::net
