#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <agents/parties/party.hpp>
#include <protocol/base/draws.hpp>
#include <protocol/base/result.hpp>
#include <protocol/net/client.hpp>

namespace monazite::lab {

/// What became of a seat that was played on another host.
struct SeatPlayed {
  v1::End end;
  std::uint64_t decided = 0;  ///< turns that this player decided
  std::uint64_t late = 0;     ///< answers that came after their turn
  std::string recording;      ///< bytes of the recording, if the host reveals it
};

/// Draws of a seat's own, asked of its host one by one: the same numbers as the host's, without the
/// seed. A lost connection gives zeros; the next call of the client tells.
[[nodiscard]] base::Draws draws_of(net::Client& client);

/// Plays a seat that `client` has claimed with a party of this process, to the end of the history.
/// The party hears what the seat heard before, in order, and is asked from there on; of decisions
/// that the host's staff made for the seat it is told.
///
/// Errors: the connection is lost, or the host ends it (kIo, kBadInput). `stop` ends it early with
/// what there is. `day` is called now and then with the last day heard of; may be empty.
[[nodiscard]] base::Result<SeatPlayed> play_seat(net::Client& client, const v1::Seated& seated,
                                                 parties::Party& party,
                                                 const std::atomic<bool>* stop = nullptr,
                                                 const std::function<void(base::Day)>& day = {});

}  // namespace monazite::lab
