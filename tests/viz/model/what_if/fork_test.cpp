#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <protocol/recording/sidecar.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/scratch.hpp>
#include <tests/viz/model/what_if/crisis.hpp>
#include <viz/model/what_if/decisions.hpp>
#include <viz/model/what_if/differences.hpp>
#include <viz/model/what_if/fork.hpp>
#include <viz/model/what_if/sliders.hpp>
#include <world/lab/verify.hpp>

using namespace monazite;
using viz::Change;
using viz::Decision;
using viz::Fork;

namespace {

/// Says no to every invitation, and nothing else.
class Refuser final : public parties::Party {
 public:
  explicit Refuser(base::SeatId seat) : seat_(seat) {}
  void receive(const v1::Envelope& message, parties::Desk& desk) override {
    if (message.has_consultation_request() && message.to() == seat_) asker_ = message.from();
    if (!message.has_brief()) return;
    const v1::Brief::Purpose purpose = message.brief().purpose();
    if (purpose != v1::Brief::PURPOSE_ACTS && purpose != v1::Brief::PURPOSE_INVITATION) return;
    v1::Envelope& answer = desk.reply(message);
    if (purpose == v1::Brief::PURPOSE_ACTS) {
      answer.mutable_no_act();
    } else {
      answer.set_to(asker_);
      answer.mutable_consultation_reply()->set_accepted(false);
    }
    desk.send(answer);
  }

 private:
  base::SeatId seat_;
  base::SeatId asker_ = 0;
};

struct Case {
  std::unique_ptr<viz::RecordingFile> file = test_support::crisis_file();
  viz::Decisions decisions{*file};
  std::shared_ptr<const viz::Parent> parent = *viz::Parent::read(*file);

  /// The first decision that fits.
  template <class Fits>
  Decision find(const Fits& fits) {
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      for (Decision& decision : decisions.describe(i)) {
        if (fits(decision)) return std::move(decision);
      }
    }
    FAIL("the recording has no such decision");
    return {};
  }

  viz::Played play(const Fork& fork) const {
    auto played = viz::play_fork(*parent, fork);
    if (!played) FAIL(played.error().message);
    return *std::move(played);
  }

  /// What holds of every fork: the past is A's, to the byte of each message and hash; B is whole,
  /// says where it comes from, and verifies.
  void check(const Fork& fork, const viz::Played& played) const {
    const base::Day day = *fork.day();
    const lab::Chronicle& a = parent->future().chronicle;
    auto b = recording::Recording::from_bytes(*played.bytes, "b");
    REQUIRE(b.has_value());
    CHECK(b->header().parent() == "crisis.mcap");
    CHECK(b->header().fork_day() == day.number);
    CHECK(b->header().seed() == a.header.seed());
    CHECK(past_of(test_support::crisis_bytes(), day) == past_of(*played.bytes, day));
    const auto verified = lab::verify(*b, lab::Verify::kReplay);
    REQUIRE(verified.has_value());
    CHECK(verified->matches);
    CHECK(verified->months == 36);
    CHECK(test_support::crisis_bytes().size() == file->bytes());
  }

  /// All records before a day, as bytes.
  static std::vector<std::string> past_of(const std::string& bytes, base::Day day) {
    auto recording = recording::Recording::from_bytes(bytes, "bytes");
    std::vector<std::string> records;
    recording::Window window;
    window.last = day - 1;
    window.kinds =
        recording::kEnvelopes | recording::kSnapshots | recording::kHashes | recording::kAnalyses;
    recording->visit(window, [&records](const recording::Record& record) {
      std::visit([&](const auto* message) { records.push_back(message->SerializeAsString()); },
                 record.content);
    });
    return records;
  }
};

const viz::Option& option(const Decision& decision, const std::string& words) {
  const auto found = std::find_if(decision.options.begin(), decision.options.end(),
                                  [&](const viz::Option& o) { return o.words == words; });
  if (found == decision.options.end()) FAIL("no option \"" + words + "\"");
  return *found;
}

std::size_t deeds(const viz::Played& played, const std::string& words) {
  return static_cast<std::size_t>(
      std::count_if(played.future.deeds.begin(), played.future.deeds.end(),
                    [&](const viz::Deed& d) { return d.words == words; }));
}

}  // namespace

TEST_CASE("a fork without changes is the same history") {
  const Case c;
  const viz::Played played = c.play({});
  const lab::Chronicle& a = c.parent->future().chronicle;
  REQUIRE(played.future.chronicle.envelopes.size() == a.envelopes.size());
  CHECK(played.future.chronicle.messages == a.messages);
  CHECK_FALSE(viz::diverge(c.parent->future(), played.future, a.months.front().day).first);
  CHECK(played.milliseconds > 0);
}

TEST_CASE("an office that did something does nothing instead") {
  Case c;
  const Decision asked = c.find([](const Decision& d) {
    return d.office == v1::OFFICE_EXTERNAL_AFFAIRS && d.recorded() > 0;
  });
  Fork fork;
  fork.put(asked.options.front().change);
  const viz::Played played = c.play(fork);
  c.check(fork, played);
  const auto divergence = viz::diverge(c.parent->future(), played.future, asked.day);
  REQUIRE(divergence.first.has_value());
  CHECK(*divergence.first == asked.day);
  REQUIRE_FALSE(divergence.rows.empty());
  CHECK(divergence.rows.front().a == "External Affairs asks for consultation");
  CHECK(divergence.rows.front().b == "-");
}

TEST_CASE("an invitation is refused, and no talks open for now") {
  Case c;
  const Decision invited =
      c.find([](const Decision& d) { return d.kind == Decision::Kind::kInvitation; });
  Fork fork;
  fork.put(option(invited, "refuses to consult").change);
  const viz::Played played = c.play(fork);
  c.check(fork, played);
  CHECK(deeds(played, "refuses to consult") >= 1);
  const auto divergence = viz::diverge(c.parent->future(), played.future, invited.day);
  CHECK(divergence.first == invited.day);
}

TEST_CASE("another package is offered at a meeting") {
  Case c;
  const Decision moved = c.find([](const Decision& d) {
    return d.kind == Decision::Kind::kMove && d.who == "India" && d.offered.has_value();
  });
  const viz::Negotiation* table = c.file->replay().negotiation(moved.conversation);
  const agenda::Outcome instead = table->status_quo;
  REQUIRE(moved.offered != instead);
  Fork fork;
  fork.put(c.decisions.offer_instead(moved, instead));
  const viz::Played played = c.play(fork);
  c.check(fork, played);
  const auto& envelopes = played.future.chronicle.envelopes;
  CHECK(std::any_of(envelopes.begin(), envelopes.end(), [&](const v1::Envelope& e) {
    return e.in_reply_to() == moved.brief && e.has_offer() && e.offer().outcome() == instead;
  }));
}

TEST_CASE("a firm's other offer takes as long as the recorded one") {
  Case c;
  const Decision moved = c.find([](const Decision& d) {
    return d.kind == Decision::Kind::kMove && d.who == "IREL" && d.offered.has_value();
  });
  const viz::Negotiation* table = c.file->replay().negotiation(moved.conversation);
  Fork fork;
  fork.put(c.decisions.offer_instead(moved, table->status_quo + 1));
  const viz::Played played = c.play(fork);
  c.check(fork, played);
  const auto offer_day = [&](const lab::Chronicle& chronicle) {
    for (const v1::Envelope& e : chronicle.envelopes) {
      if (e.in_reply_to() == moved.brief && e.has_offer()) return e.day();
    }
    return 0;
  };
  CHECK(offer_day(played.future.chronicle) == offer_day(c.parent->future().chronicle));
  CHECK(offer_day(played.future.chronicle) > moved.day.number);
}

TEST_CASE("stock is released that was not, and more is missing in the state's stock") {
  Case c;
  const auto sells = [](const viz::Option& o) {
    return !o.recorded && o.words.find("from the state stock") != std::string::npos;
  };
  const Decision jogmec = c.find(
      [&](const Decision& d) { return std::any_of(d.options.begin(), d.options.end(), sells); });
  CHECK(jogmec.who == "Japan, JOGMEC");
  Fork fork;
  fork.put(std::find_if(jogmec.options.begin(), jogmec.options.end(), sells)->change);
  const viz::Played played = c.play(fork);
  c.check(fork, played);
  const double a =
      c.file->replay().value_at("state_stock_ndpr_t", base::end_of_month(jogmec.day + 1)).value();
  const lab::Chronicle& b = played.future.chronicle;
  const auto months = static_cast<std::size_t>(
      base::months_between(base::Day{b.header.first_day()}, jogmec.day + 1));
  CHECK(b.series("state_stock_ndpr_t")[months] < a);
}

TEST_CASE("the request is dropped, and with it what Commerce did on that day") {
  Case c;
  const Decision request = c.find([](const Decision& d) { return d.event == "request"; });
  Fork fork;
  fork.put(option(request, "does not happen").change);
  const viz::Played played = c.play(fork);
  c.check(fork, played);
  CHECK(viz::diverge(c.parent->future(), played.future, request.day).first == request.day);
  CHECK(played.future.chronicle.header.settings(1) == "event.request.enabled=false@2025-06-10");
}

TEST_CASE("the request comes six months later") {
  Case c;
  const Decision request = c.find([](const Decision& d) { return d.event == "request"; });
  Fork fork;
  fork.put(option(request, "6 months later").change);
  const viz::Played played = c.play(fork);
  c.check(fork, played);
  const auto& envelopes = played.future.chronicle.envelopes;
  CHECK(std::any_of(envelopes.begin(), envelopes.end(), [](const v1::Envelope& e) {
    return e.has_directive() && e.directive().reason().code() == v1::REASON_CODE_SCRIPTED &&
           e.day() == base::to_day({2025, 12, 10}).number;
  }));
}

TEST_CASE("a slider delays the plants from a day on") {
  const Case c;
  const auto all = viz::sliders(c.parent->scenario());
  const base::Day day = base::to_day({2025, 7, 1});
  Fork fork;
  fork.put(viz::slider_change(all.front(), all.front().high, day));
  const viz::Played played = c.play(fork);
  c.check(fork, played);
  const std::vector<double> b = played.future.chronicle.series("plant_true_start_month");
  const std::vector<double>& a = c.file->replay().series("plant_true_start_month");
  CHECK(b[17] == a[17]);
  CHECK(b[18] > a[18]);
}

TEST_CASE("several changes hold at once, and a fork can be forked again") {
  Case c;
  const Decision invited =
      c.find([](const Decision& d) { return d.kind == Decision::Kind::kInvitation; });
  Fork first;
  first.put(option(invited, "refuses to consult").change);
  const auto all = viz::sliders(c.parent->scenario());
  first.put(viz::slider_change(all[5], all[5].high, base::to_day({2026, 1, 1})));
  const viz::Played b = c.play(first);
  c.check(first, b);

  auto file = viz::RecordingFile::from_bytes(*b.bytes, "b.mcap");
  REQUIRE(file.has_value());
  const auto parent = viz::Parent::read(**file);
  REQUIRE(parent.has_value());
  // Without changes it is B again: the refusal is fed back, the setting applied on its day.
  const auto again = viz::play_fork(**parent, {});
  REQUIRE(again.has_value());
  CHECK(again->digest == b.digest);
  Fork second;
  second.put(viz::slider_change(all[0], all[0].high, base::to_day({2026, 6, 1})));
  const auto played = viz::play_fork(**parent, second);
  REQUIRE(played.has_value());
  const base::Day day = *second.day();
  CHECK(Case::past_of(*b.bytes, day) == Case::past_of(*played->bytes, day));
}

TEST_CASE("where people sat, what they said is fed back until the fork, and then it goes on") {
  const std::filesystem::path folder = test_support::fresh_folder("people");
  const std::string path = (folder / "played.mcap").string();
  engine::HistoryOptions options;
  options.seed = 4;
  options.casting = [](const parties::Chair& chair, const scenarios::Seat& seat) {
    return seat.name == "japan" ? std::make_unique<Refuser>(chair.seat) : nullptr;
  };
  {
    auto recorder = recording::Recorder::to_file(path);
    REQUIRE(recorder.has_value());
    lab::RecorderWitness witness(*std::move(recorder));
    engine::History history(test_support::crisis(), options);
    history.add_witness(witness);
    history.run();
    REQUIRE(witness.finish().has_value());
    REQUIRE(recording::write_sidecar(path, {{"seat.japan", "a person"}, {"seat.india", "built-in"}})
                .has_value());
  }
  auto file = viz::RecordingFile::open(path);
  REQUIRE(file.has_value());
  const auto parent = viz::Parent::read(**file);
  REQUIRE(parent.has_value());
  const auto again = viz::play_fork(**parent, {});
  REQUIRE(again.has_value());
  CHECK_FALSE(viz::diverge((*parent)->future(), again->future, base::Day{0}).first);
  CHECK(deeds(*again, "refuses to consult") > 0);
  Fork fork;
  const auto all = viz::sliders((*parent)->scenario());
  fork.put(viz::slider_change(all[1], all[1].high, base::to_day({2026, 3, 1})));
  const auto played = viz::play_fork(**parent, fork);
  REQUIRE(played.has_value());
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  CHECK(Case::past_of(bytes, *fork.day()) == Case::past_of(*played->bytes, *fork.day()));
  std::filesystem::remove_all(folder);
}

TEST_CASE("a setting that the scenario does not take is told in one sentence") {
  const Case c;
  Fork fork;
  Change change;
  change.day = base::to_day({2025, 7, 1});
  change.settings = {"plants.slip_mean_months=900"};
  fork.put(change);
  const auto played = viz::play_fork(*c.parent, fork);
  REQUIRE_FALSE(played.has_value());
  CHECK(played.error().message.find("900") != std::string::npos);
  change.settings = {"calendar.last_day=2030-12-31"};
  Fork calendar;
  calendar.put(change);
  CHECK_FALSE(viz::play_fork(*c.parent, calendar).has_value());
}
