#include <cmath>
#include <memory>
#include <set>
#include <utility>

#include <agents/parties/party.hpp>
#include <protocol/bus/visibility.hpp>
#include <tests/world/engine/scenario_kit.hpp>
#include <world/engine/history.hpp>

namespace monazite::test_support {
namespace {

using Faults = std::set<std::string>;

/// Looks at every message that a party is given.
class Inspector final : public parties::Party {
 public:
  Inspector(const parties::Chair& chair, std::unique_ptr<parties::Party> inner, Faults& faults)
      : chair_(chair), inner_(std::move(inner)), faults_(faults) {}

  void receive(const v1::Envelope& message, parties::Desk& desk) override {
    if (!bus::may_receive(message, chair_.seat)) {
      faults_.insert(chair_.name +
                     " was given what is not for it: " + message.ShortDebugString().substr(0, 200));
    }
    if (bus::carries_private(message, chair_.seat)) {
      faults_.insert(chair_.name +
                     " was given what is private: " + message.ShortDebugString().substr(0, 200));
    }
    inner_->receive(message, desk);
  }
  void adopt(const parties::Manner& manner) override { inner_->adopt(manner); }

 private:
  parties::Chair chair_;
  std::unique_ptr<parties::Party> inner_;
  Faults& faults_;
};

/// Follows a history from outside.
class Rules final : public engine::Witness {
 public:
  explicit Rules(Faults& faults) : faults_(faults) {}

  void on_envelope(const v1::Envelope& envelope) override {
    if (envelope.id() != ++messages_) faults_.insert("messages are not numbered without gaps");
    if (envelope.has_refusal()) faults_.insert("a built-in party was refused");
    look_for_reason(envelope);
    if (envelope.has_clause_status()) clauses_.insert(envelope.clause_status().clause());
  }
  void on_month(base::Day, const v1::WorldSnapshot& snapshot, const v1::StateHash& hash) override {
    ++months_;
    if (snapshot.names_size() > 0) names_.assign(snapshot.names().begin(), snapshot.names().end());
    if (static_cast<std::size_t>(snapshot.values_size()) != names_.size()) {
      faults_.insert("a snapshot has another number of values than of names");
      return;
    }
    for (int i = 0; i < snapshot.values_size(); ++i) {
      const std::string& name = names_[static_cast<std::size_t>(i)];
      const double value = snapshot.values(i);
      const bool mass = name.size() > 2 && name.substr(name.size() - 2) == "_t";
      if (std::isnan(value)) faults_.insert(name + " is not a number");
      if (mass && value < -1e-9) faults_.insert(name + " is negative");
    }
    if (hash.hash() != snapshot.state_hash()) faults_.insert("a hash is not that of its snapshot");
  }

  /// Each move and act of a built-in party says why; a turn ends with a NoAct, whether anything was
  /// done before it or not.
  void look_for_reason(const v1::Envelope& envelope) {
    if (envelope.from() < base::kFirstSeat || envelope.in_reply_to() == 0) return;
    if (envelope.has_appraisal_request() || envelope.has_no_act()) return;
    const v1::Reason* const why = bus::reason_of(envelope);
    if (why == nullptr || why->code() == v1::REASON_CODE_UNSPECIFIED) {
      faults_.insert("a move has no reason: " + envelope.ShortDebugString().substr(0, 200));
    }
  }

  void look_back(const engine::History& history, const scenarios::Scenario& scenario) {
    if (messages_ != history.messages()) faults_.insert("messages were not witnessed");
    if (clauses_.size() < 3) faults_.insert("fewer than three clauses have a history");
    if (months_ != base::months_between(scenario.first_day, scenario.last_day) + 1) {
      faults_.insert("months are missing");
    }
  }

 private:
  Faults& faults_;
  std::uint64_t messages_ = 0;
  int months_ = 0;
  std::set<int> clauses_;
  std::vector<std::string> names_;
};

}  // namespace

std::vector<std::string> faults_in_history(const scenarios::Scenario& scenario,
                                           std::uint64_t seed) {
  Faults faults;
  engine::HistoryOptions options;
  options.seed = seed;
  engine::History alone(scenario, options);
  if (!alone.run()) faults.insert("it does not play to its end");

  std::size_t seats = 0;
  options.wrapping = [&](const parties::Chair& chair, const scenarios::Seat&,
                         std::unique_ptr<parties::Party> inner) {
    ++seats;
    return std::make_unique<Inspector>(chair, std::move(inner), faults);
  };
  Rules rules(faults);
  engine::History watched(scenario, options);
  watched.add_witness(rules);
  if (!watched.run()) faults.insert("it does not play to its end");
  rules.look_back(watched, scenario);
  if (seats != scenario.seats.size()) faults.insert("not every seat was inspected");
  if (watched.digest() != alone.digest()) {
    faults.insert("the same seed gives another history when it is played again and watched");
  }
  return {faults.begin(), faults.end()};
}

}  // namespace monazite::test_support
