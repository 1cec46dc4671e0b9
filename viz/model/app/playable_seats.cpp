#include <viz/model/app/playable_seats.hpp>
#include <world/scenarios/load.hpp>

namespace monazite::viz {

const std::vector<PlayableSeat>& playable_seats() {
  static const std::vector<PlayableSeat> kSeats = [] {
    std::vector<PlayableSeat> seats;
    if (const auto scenario = scenarios::load("june-2025")) {
      for (const scenarios::Seat& seat : scenario->seats) seats.push_back({seat.name, seat.title});
    }
    return seats;
  }();
  return kSeats;
}

}  // namespace monazite::viz
