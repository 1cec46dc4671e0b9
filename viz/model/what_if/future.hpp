#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>
#include <viz/model/recording_file.hpp>
#include <world/lab/chronicle.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::viz {

/// Something that was done or happened, as two futures are compared by: what it says in words is
/// what it is. Private reasons and values are left out, so a deed is the same when it was done for
/// another reason.
struct Deed {
  base::Day day{};
  base::SeatId who = 0;  ///< 0: the registrar (the world)
  base::SeatId to = 0;
  v1::Envelope::BodyCase kind = v1::Envelope::BODY_NOT_SET;
  bool minor = false;  ///< bookkeeping: a cargo, a payment, a clause's account
  std::uint64_t message = 0;
  std::string words;  ///< "offers premium 10 %; term 5 years"
};

/// What is counted of a future from the day of the fork on.
enum class Figure : std::uint8_t {
  kAgreement,      ///< first agreement of the governments, as a day's number
  kVolume,         ///< agreed in it, t REO a year
  kMagnets,        ///< agreed in it, t NdFeB a year
  kLeastCover,     ///< lowest days of cover of any maker
  kMonthsShort,    ///< months in which a maker missed NdPr
  kMeanPrice,      ///< NdPr outside China, USD/kg
  kPeakPrice,      ///< its highest month
  kLostFlow,       ///< NdPr committed and not shipped, t
  kGainIndia,      ///< at the first agreement, over no deal, M
  kGainJapan,      ///< the same of Japan
  kNash,           ///< distance of that agreement to the Nash point, M
  kRequests,       ///< of Commerce to hold back
  kNotifications,  ///< of export restrictions, and of their lifting
};
inline constexpr std::size_t kFigures = 13;

struct Figures {
  std::array<std::optional<double>, kFigures> values;  ///< nothing: there was none
  std::string least_cover_maker;                       ///< title; may be empty

  [[nodiscard]] std::optional<double> operator[](Figure figure) const {
    return values[static_cast<std::size_t>(figure)];
  }
  std::optional<double>& operator[](Figure figure) {
    return values[static_cast<std::size_t>(figure)];
  }
};

/// Counts from `from` on. Months that ended before it do not count.
[[nodiscard]] Figures count_figures(const lab::Chronicle& chronicle,
                                    const scenarios::Scenario& scenario, base::Day from);

/// The part of a chronicle that count_figures() reads, some 100 kB: to count again from another
/// day.
[[nodiscard]] lab::Chronicle counted_part(lab::Chronicle chronicle);

/// What a chronicle tells of deeds, in order.
[[nodiscard]] std::vector<Deed> deeds_of(const lab::Chronicle& chronicle,
                                         const scenarios::Scenario& scenario);

/// What a message says, in words without its sender: "asks for consultation under the memorandum".
/// `agenda`: of its conversation; nothing when it belongs to none.
[[nodiscard]] std::string words_of(const v1::Envelope& envelope, const agenda::Agenda* agenda,
                                   const scenarios::Scenario& scenario);
/// A package by what it changes against the present state of things: "premium 10 %; term 5 years";
/// "the terms as they are" when nothing.
[[nodiscard]] std::string package_words(const agenda::Agenda& agenda, agenda::Outcome outcome);
/// "India", or "the world" for the registrar.
[[nodiscard]] std::string who_words(base::SeatId seat, const scenarios::Scenario& scenario);

/// One of the two histories that are compared.
struct Future {
  lab::Chronicle chronicle;
  std::vector<Deed> deeds;
};
/// Reads a recording (all of it, see RecordingFile::read_all) as a chronicle.
[[nodiscard]] lab::Chronicle chronicle_of(RecordingFile& file);

}  // namespace monazite::viz
