#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/result.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/encounter.pb.h>
#include <protocol/messages/record.pb.h>
#include <protocol/recording/reading.hpp>

namespace monazite::viz::game {

/// An offer with what it was worth to both when it was made. Utilities: see TableRecord.
struct RecordedOffer {
  base::Day day{};
  std::uint32_t meeting = 0;  ///< 1, 2, ...; 0 where there are no meetings
  int side = 0;               ///< whose it was: 0 first, 1 second party
  agenda::Outcome outcome = 0;
  std::array<std::optional<double>, 2> utility;  ///< to both parties, as their mandates told them
  std::string statement, note;
};

/// One encounter as a recording has it: both sides' private values. The two utilities are on the
/// scale that each seat was told: u = (value - lowest) / (highest - lowest) of its briefs.
struct TableRecord {
  struct Scale {
    double lowest = 0, highest = 0;  ///< M
    [[nodiscard]] double utility(double musd) const {
      return highest > lowest ? (musd - lowest) / (highest - lowest) : 0;
    }
    [[nodiscard]] double step(double musd) const {
      return highest > lowest ? musd / (highest - lowest) : 0;
    }
  };
  struct Analysed {
    base::Day day{};
    v1::NegotiationAnalysis analysis;
  };

  std::uint64_t conversation = 0;
  v1::Table table = v1::TABLE_UNSPECIFIED;
  std::array<base::SeatId, 2> parties{};
  std::shared_ptr<const agenda::Agenda> agenda;
  agenda::Outcome status_quo = 0;
  std::vector<agenda::Outcome> sample;
  base::Day opened{};
  std::optional<base::Day> closed;
  v1::Closing::How how = v1::Closing::HOW_UNSPECIFIED;
  std::optional<agenda::Outcome> agreed;
  base::Day agreed_on{};
  std::array<Scale, 2> scale;
  std::vector<RecordedOffer> offers;
  std::vector<Analysed> analyses;  ///< on beliefs, in order of day; the last is at the end
  std::optional<v1::NegotiationAnalysis> in_hindsight;
  /// Ids of the last message of each party that asked it for a move. 0: none.
  std::array<std::uint64_t, 2> last_question{};
  std::uint32_t meetings = 0;

  [[nodiscard]] int side(base::SeatId seat) const {
    return seat == parties[0] ? 0 : seat == parties[1] ? 1 : -1;
  }
};

/// All encounters of a recording of a trade history that a seat took part in, in order of opening.
[[nodiscard]] std::vector<TableRecord> tables_in(recording::Recording& recording,
                                                 base::SeatId seat);

}  // namespace monazite::viz::game
