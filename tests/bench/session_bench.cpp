// What a negotiation between strategies costs: offers a second without a listener and with every
// message recorded, for domains of several sizes. Best of several repetitions.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <agents/session/negotiator_speaker.hpp>
#include <agents/session/session.hpp>
#include <protocol/messages/record.pb.h>
#include <protocol/recording/recorder.hpp>

namespace {

using namespace monazite;
using strategies::Answer;
using strategies::Turn;

constexpr std::uint32_t kRounds = 100'000;

/// Offers its best package always: what is left is the cost of the table itself.
class Stubborn final : public strategies::Negotiator {
 public:
  void begin(const strategies::Place& place) override { own_ = place.own; }
  Answer respond(const Turn&, agenda::Outcome offer) override {
    return own_->value(offer) >= own_->highest() ? Answer::kAccept : Answer::kReject;
  }
  std::optional<agenda::Outcome> propose(const Turn&) override { return own_->best(); }

 private:
  const strategies::OwnPreferences* own_ = nullptr;
};

/// `issues` issues of ten levels, opposed in half of them.
preferences::Domain domain(std::size_t issues) {
  std::vector<agenda::Issue> list(issues);
  preferences::Additive::Parts parts[2];
  for (std::size_t i = 0; i < issues; ++i) {
    list[i].name = "issue " + std::to_string(i);
    std::vector<double> up, down;
    for (int k = 0; k < 10; ++k) {
      list[i].labels.push_back(std::to_string(k));
      list[i].values.push_back(k);
      up.push_back((k + 1) / 10.0);
      down.push_back((10 - k) / 10.0);
    }
    const double weight = 1.0 / static_cast<double>(issues);
    for (int party = 0; party < 2; ++party) {
      parts[party].weights.push_back(weight);
      parts[party].values.push_back(party == 1 && i % 2 == 0 ? down : up);
    }
  }
  preferences::Domain made{"bench", agenda::Agenda::make("bench", list).value(), {}};
  for (int party = 0; party < 2; ++party) {
    preferences::Profile profile;
    profile.name = party == 0 ? "first" : "second";
    profile.utility = preferences::Additive::make(made.agenda, parts[party]).value();
    made.profiles.push_back(profile);
  }
  return made;
}

double offers_a_second(const preferences::Domain& domain, bool recorded) {
  const auto tables = preferences::tables_of(domain);
  double best = 0;
  for (int repetition = 0; repetition < 3; ++repetition) {
    std::vector<strategies::OwnPreferences> own;
    std::vector<std::unique_ptr<Stubborn>> negotiators;
    std::vector<std::unique_ptr<session::NegotiatorSpeaker>> seated;
    std::vector<session::Speaker*> speakers;
    for (const auto& table : tables) own.emplace_back(*table);
    for (std::uint32_t i = 0; i < tables.size(); ++i) {
      strategies::Place place;
      place.own = &own[i];
      place.position = i;
      place.rounds = kRounds;
      negotiators.push_back(std::make_unique<Stubborn>());
      seated.push_back(std::make_unique<session::NegotiatorSpeaker>(*negotiators[i], place));
      speakers.push_back(seated.back().get());
    }
    session::SessionOptions options{kRounds, false, {}};
    std::string bytes;
    auto recorder = recording::Recorder::to_memory(bytes);
    if (recorded) {
      v1::RunHeader header;
      header.set_last_day(static_cast<std::int32_t>(kRounds));
      recorder.header(header);
      options.listener = [&recorder](const v1::Envelope& envelope) { recorder.envelope(envelope); };
    }
    const auto start = std::chrono::steady_clock::now();
    const session::Course course = session::play(domain.agenda, speakers, options);
    if (recorded) (void)recorder.finish();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    best = std::max(best, static_cast<double>(course.offers_made) / taken.count());
  }
  return best;
}

}  // namespace

int main() {
  std::printf("%10s  %22s  %22s\n", "outcomes", "offers/s", "offers/s, recorded");
  for (const std::size_t issues : {2U, 4U, 6U}) {
    const preferences::Domain made = domain(issues);
    std::printf("%10llu  %22.0f  %22.0f\n", static_cast<unsigned long long>(made.agenda.size()),
                offers_a_second(made, false), offers_a_second(made, true));
  }
  return 0;
}
