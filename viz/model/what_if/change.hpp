#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>

namespace monazite::viz {

/// One thing that is otherwise in B than in A.
struct Change {
  enum class Kind {
    kDecision,  ///< a seat answers one brief otherwise
    kSetting    ///< numbers, switches or events are others from `day` on
  };
  Kind kind = Kind::kSetting;
  base::Day day{};   ///< of the brief; or from which the settings hold
  std::string what;  ///< in words, for B's title: "India, Commerce: does nothing"

  // kDecision
  std::uint64_t brief = 0;              ///< id in A of the message that asks
  base::SeatId seat = 0;                ///< who decides
  v1::Office office = v1::OFFICE_NONE;  ///< of acts: whose; the other offices do as in A
  std::optional<v1::Envelope> answer;   ///< what is sent; nothing: it does nothing

  // kSetting
  std::vector<std::string> settings;  ///< "key=value", as engine::make_later() takes them

  /// Whether both are about the same decision or the same key, so that one takes the other's place.
  [[nodiscard]] bool replaces(const Change& other) const;
};

/// What B is, relative to A: the recording it departs from.
struct Fork {
  std::vector<Change> changes;

  /// The first day on which anything can differ; nothing without changes.
  [[nodiscard]] std::optional<base::Day> day() const;
  /// Adds a change, in the place of one about the same matter. Several settings in one change are
  /// about the key of the first.
  void put(Change change);
  /// Takes the change about that matter out; whether there was one.
  bool remove(const Change& about);
  [[nodiscard]] const Change* find(const Change& about) const;
  /// The setting of a key, or nothing.
  [[nodiscard]] const Change* setting(const std::string& key) const;
  /// "India, Commerce: does nothing; slip of the plants 42 months"; "as recorded" without changes.
  [[nodiscard]] std::string words() const;
};

}  // namespace monazite::viz
