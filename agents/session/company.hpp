#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include <agents/session/negotiation.hpp>
#include <agents/session/round_speaker.hpp>
#include <agents/session/scheduled_negotiator.hpp>
#include <agents/session/speaker.hpp>
#include <agents/strategies/negotiator.hpp>
#include <protocol/base/check.hpp>
#include <protocol/messages/encounter.pb.h>

namespace monazite::session {

/// The participants of one negotiation in their places. Does not move once made: negotiators and
/// speakers point into it. `Seated` speaks for a negotiator: NegotiatorSpeaker, or
/// NegotiatorRoundSpeaker where all move at once.
template <class Seated>
class Company {
 public:
  Company(std::span<const Participant> participants, const NegotiationOptions& options,
          std::uint32_t rounds, v1::Rule rule) {
    MONAZITE_CHECK_GE(participants.size(), std::size_t{2}, "a negotiation needs two parties");
    own_.reserve(participants.size());
    for (std::uint32_t i = 0; i < participants.size(); ++i) {
      const Participant& participant = participants[i];
      MONAZITE_CHECK_EQ(&participant.table->agenda(), &participants.front().table->agenda(),
                        "all parties have the same agenda");
      tables_.push_back(participant.table);
      over_time_.push_back(participant.over_time);
      own_.emplace_back(*participant.table, options.budget);
      strategies::Place place;
      place.own = &own_.back();
      place.position = i;
      place.parties = static_cast<std::uint32_t>(participants.size());
      place.rounds = rounds;
      place.draws = base::Draws(options.seed, options.run);
      strategies::Negotiator* negotiator = participant.negotiator;
      if (participant.over_time != nullptr) {
        scheduled_.push_back(std::make_unique<ScheduledNegotiator>(*negotiator, own_.back(),
                                                                   *participant.over_time));
        negotiator = scheduled_.back().get();
      }
      seated_.push_back(std::make_unique<Seated>(*negotiator, place));
      speakers_.push_back(seated_.back().get());
    }
    inform(participants, tables_, rule);
  }
  Company(const Company&) = delete;
  Company& operator=(const Company&) = delete;

  [[nodiscard]] const agenda::Agenda& agenda() const { return tables_.front()->agenda(); }
  [[nodiscard]] const std::vector<const preferences::UtilityTable*>& tables() const {
    return tables_;
  }
  [[nodiscard]] const auto& speakers() const { return speakers_; }

  [[nodiscard]] Negotiated value(Course course, std::uint32_t rounds) const {
    Negotiated out;
    const double end = course.agreement
                           ? static_cast<double>(course.round + 1) / static_cast<double>(rounds + 1)
                           : 1.0;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      const preferences::StagedTables* over_time = over_time_[i];
      const auto& table = over_time == nullptr ? *tables_[i] : over_time->at(end);
      out.utilities.push_back(worth(course, table, rounds));
    }
    out.course = std::move(course);
    return out;
  }

 private:
  using Interface =
      std::conditional_t<std::is_base_of_v<RoundSpeaker, Seated>, RoundSpeaker, Speaker>;
  std::vector<const preferences::UtilityTable*> tables_;
  std::vector<strategies::OwnPreferences> own_;
  std::vector<const preferences::StagedTables*> over_time_;
  std::vector<std::unique_ptr<ScheduledNegotiator>> scheduled_;
  std::vector<std::unique_ptr<Seated>> seated_;
  std::vector<Interface*> speakers_;
};

}  // namespace monazite::session
