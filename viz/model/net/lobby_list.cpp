#include <chrono>
#include <memory>
#include <utility>

#include <viz/model/net/lobby_list.hpp>
#include <viz/model/net/patient_client.hpp>

namespace monazite::viz {
namespace {

constexpr std::chrono::milliseconds kListAgain{1'000};

}  // namespace

LobbyList::LobbyList(HostPlace place) : place_(std::move(place)), thread_([this] { work(); }) {}

LobbyList::~LobbyList() {
  stop_ = true;
  thread_.join();
}

void LobbyList::set(State state) {
  const std::lock_guard lock(mutex_);
  latest_ = std::move(state);
  news_ = true;
}

bool LobbyList::poll() {
  const std::lock_guard lock(mutex_);
  if (!news_) return false;
  news_ = false;
  shown_ = latest_;
  return true;
}

void LobbyList::work() {
  State state;
  BackOff again;
  std::unique_ptr<net::Client> client;
  while (!stop_) {
    base::Result<void> went;
    if (client == nullptr) {
      auto connected = net::Client::connect(client_options(place_, stop_));
      if (connected) {
        client = *std::move(connected);
      } else {
        went = tl::unexpected<base::Error>(connected.error());
      }
    }
    if (client != nullptr) {
      v1::Frame frame;
      frame.mutable_list_tables()->set_token(place_.token);
      auto answer = ask(*client, frame, v1::Frame::kLobby, stop_);
      if (answer) {
        state.heard = true;
        state.sentence.clear();
        state.lobby.Swap(answer->mutable_lobby());
      } else {
        went = tl::unexpected<base::Error>(answer.error());
      }
    }
    if (stop_) return;
    if (!went) {
      client.reset();
      state.sentence = went.error().message;
    }
    set(state);
    if (went) again.succeeded();
    sleep_for(went ? kListAgain : again.next(), stop_);
  }
}

}  // namespace monazite::viz
