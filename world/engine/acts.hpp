#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <vector>

#include <world/engine/stage.hpp>
#include <world/engine/tables.hpp>

namespace monazite::engine {

/// The registrar's desk for acts between tables: checks that the lever belongs to the office,
/// gives the orders on the flow, tells those who see it, lets requests leak.
class Acts {
 public:
  Acts(Stage& stage, Tables& tables) : stage_(stage), tables_(tables) {}

  /// An act that was just delivered. False: refused, it must not reach its receiver.
  bool take(const v1::Envelope& envelope);
  /// Follows up an act after its receiver has it.
  void follow_up(const v1::Envelope& envelope);

  /// NdPr that JOGMEC sells this month, t; cleared by reading it.
  [[nodiscard]] double take_state_release();

 private:
  /// What a seat had of the registrar on one day: nobody keeps the others from the next one.
  struct Attention {
    std::size_t invitations = 0;
    std::set<int> leaks;       ///< by the office that talked
    std::size_t requests = 0;  ///< for values
    std::size_t packages = 0;  ///< in them
  };

  /// Whether the seat has not had its share of the day yet: one request for talks, one leak of each
  /// office, 256 requests for values of 200,000 packages in all.
  bool has_time_for(const v1::Envelope& envelope);
  bool directive(const v1::Envelope& envelope);
  bool notification(const v1::Envelope& envelope);
  /// A direction or notification goes out; it is in force after its lever's delay.
  void order(v1::Act act, double delay_days, std::uint64_t message_id);
  [[nodiscard]] const equations::Levers& levers() const {
    return stage_.scenario.parameters.levers;
  }
  void tell_of_directive(const v1::Envelope& envelope);
  void press(v1::PressReport::Topic topic, double credibility, base::SeatId from_side,
             v1::Office office, int delay_days);
  void invite(const v1::Envelope& request);

  Stage& stage_;
  Tables& tables_;
  base::Day day_{};  ///< of `attention_`
  std::map<base::SeatId, Attention> attention_;
  double state_release_t_ = 0;
  base::Day last_supply_request_{};
  base::SeatId invited_ = base::kRegistrar;  ///< has yet to answer a request for talks
  base::SeatId asker_ = base::kRegistrar;    ///< who made it
  std::uint64_t last_request_ = 0;           ///< for talks, last one that was put to the other side
};

}  // namespace monazite::engine
