#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <agents/preferences/domain.hpp>
#include <agents/strategies/negotiator.hpp>

namespace monazite::tests {

/// A cake of ten slices, one issue: outcome k gives the first party k slices and every other party
/// 10 - k.
inline preferences::Domain split_domain(std::size_t parties = 2) {
  agenda::Issue issue;
  issue.name = "slices";
  std::vector<double> mine, theirs;
  for (int k = 0; k <= 10; ++k) {
    issue.labels.push_back(std::to_string(k));
    issue.values.push_back(k);
    mine.push_back(k);
    theirs.push_back(10 - k);
  }
  preferences::Domain domain{"split", agenda::Agenda::make("split", {issue}).value(), {}};
  for (std::size_t i = 0; i < parties; ++i) {
    preferences::Profile profile;
    profile.name = "party " + std::to_string(i);
    profile.utility =
        preferences::Additive::make(domain.agenda, {0, {1}, {i == 0 ? mine : theirs}}).value();
    domain.profiles.push_back(std::move(profile));
  }
  return domain;
}

/// A negotiator that does what two functions say.
class Puppet final : public strategies::Negotiator {
 public:
  using Respond = std::function<strategies::Answer(const strategies::Turn&, agenda::Outcome)>;
  using Propose = std::function<std::optional<agenda::Outcome>(const strategies::Turn&)>;

  Puppet(Respond respond, Propose propose)
      : respond_(std::move(respond)), propose_(std::move(propose)) {}

  void begin(const strategies::Place& place) override { place_ = place; }
  void hear(const strategies::Turn&, std::uint32_t who, agenda::Outcome offer) override {
    heard.emplace_back(who, offer);
  }
  strategies::Answer respond(const strategies::Turn& turn, agenda::Outcome offer) override {
    return respond_(turn, offer);
  }
  std::optional<agenda::Outcome> propose(const strategies::Turn& turn) override {
    return propose_(turn);
  }
  [[nodiscard]] const strategies::Place& place() const { return place_; }

  std::vector<std::pair<std::uint32_t, agenda::Outcome>> heard;

 private:
  Respond respond_;
  Propose propose_;
  strategies::Place place_;
};

/// Says no to everything and always offers the same.
inline Puppet stubborn(agenda::Outcome outcome) {
  return Puppet([](auto&&...) { return strategies::Answer::kReject; },
                [outcome](auto&&...) { return outcome; });
}

}  // namespace monazite::tests
