#include <algorithm>
#include <cmath>
#include <limits>

#include <agents/preferences/analysis.hpp>
#include <agents/preferences/files/write.hpp>
#include <agents/session/seats.hpp>
#include <protocol/messages/record.pb.h>
#include <world/lab/domain_recording.hpp>

namespace monazite::lab {
namespace {

using agenda::Outcome;
using encounter::Ending;
using preferences::UtilityTable;
using Tables = std::vector<std::unique_ptr<UtilityTable>>;

constexpr std::size_t kMostPackages = 2000;

v1::RunHeader header_of(const DomainRun& run, std::string domain_text,
                        const std::string& program_version) {
  v1::RunHeader header;
  header.set_program_version(program_version);
  header.set_scenario(run.loaded.domain.name);
  header.set_domain_text(std::move(domain_text));
  header.set_seed(run.options.seed);
  header.set_run(run.options.run);
  header.set_last_day(static_cast<std::int32_t>(run.options.rounds));
  for (const char* name : {"registrar", "public", "recorder"}) header.add_names(name);
  for (const auto& profile : run.loaded.domain.profiles) header.add_names(profile.name);
  header.add_settings("rule=" + run.rule);
  header.add_settings("rounds=" + std::to_string(run.options.rounds));
  header.add_settings(std::string("semantics=") + preferences::name_of(run.loaded.semantics));
  if (run.options.budget != strategies::OwnPreferences::kNoLimit) {
    header.add_settings("budget=" + std::to_string(run.options.budget));
  }
  for (const std::string& strategy : run.strategies) header.add_settings("strategy=" + strategy);
  return header;
}

/// Positions of the packages that the analysis shows, ascending.
std::vector<std::uint32_t> shown_packages(const Tables& tables,
                                          const std::vector<std::uint32_t>& frontier) {
  const std::size_t size = tables.front()->size();
  std::vector<std::uint32_t> shown;
  const std::size_t from_frontier = std::min(frontier.size(), kMostPackages / 2);
  shown.assign(frontier.begin(), frontier.begin() + static_cast<std::ptrdiff_t>(from_frontier));
  // The others evenly over the space: a stride that shares no factor with the usual level counts.
  const std::size_t rest = std::min(size, kMostPackages - from_frontier - 1);
  for (std::size_t i = 0; i < rest; ++i) {
    shown.push_back(static_cast<std::uint32_t>(i * size / rest));
  }
  std::sort(shown.begin(), shown.end());
  shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
  return shown;
}

void set_point(const Tables& tables, std::uint32_t position, v1::Point& point) {
  point.set_outcome(tables[0]->outcome(position));
  const auto gain = [&](std::size_t party) {
    const double reservation = tables[party]->reservation();
    const double value = tables[party]->values()[position];
    return static_cast<float>(std::isfinite(reservation) ? value - reservation : value);
  };
  point.set_first(gain(0));
  point.set_second(gain(1));
}

void set_solution(const Tables& tables, const preferences::Analysis& analysis, const char* name,
                  v1::Point& (*field)(v1::Solutions&), v1::NegotiationAnalysis& out) {
  const preferences::SolutionPoint* point = analysis.find(name);
  if (point == nullptr || point->packages.empty()) return;
  set_point(tables, point->packages.front(), field(*out.mutable_solutions()));
}

v1::NegotiationAnalysis analysis_of(const Tables& tables, const session::Negotiated& negotiated) {
  v1::NegotiationAnalysis out;
  const auto analysis =
      preferences::analyse(preferences::payoffs_of(tables), preferences::Definitions::kMonazite);
  out.set_conversation(1);
  out.set_basis(v1::NegotiationAnalysis::BASIS_BELIEFS);
  out.set_first_reservation_musd(tables[0]->reservation());
  out.set_second_reservation_musd(tables[1]->reservation());
  std::vector<std::uint32_t> shown = shown_packages(tables, analysis.frontier);
  const auto& agreement = negotiated.course.agreement;
  if (agreement && !tables[0]->sampled()) {
    const auto position = static_cast<std::uint32_t>(*agreement);
    const auto place = std::lower_bound(shown.begin(), shown.end(), position);
    if (place == shown.end() || *place != position) shown.insert(place, position);
    set_point(tables, position, *out.mutable_deal());
    out.set_agreed(true);
  }
  for (const std::uint32_t position : shown) {
    out.add_packages(tables[0]->outcome(position));
    out.add_first_musd(static_cast<float>(tables[0]->values()[position]));
    out.add_second_musd(static_cast<float>(tables[1]->values()[position]));
  }
  out.set_sample_size(static_cast<std::uint32_t>(shown.size()));
  for (const std::uint32_t position : analysis.frontier) {
    const auto place = std::lower_bound(shown.begin(), shown.end(), position);
    if (place == shown.end() || *place != position) continue;
    out.add_frontier(static_cast<std::uint32_t>(place - shown.begin()));
  }
  const auto set = [&](const char* name, v1::Point& (*field)(v1::Solutions&)) {
    set_solution(tables, analysis, name, field, out);
  };
  set("nash", [](v1::Solutions& s) -> v1::Point& { return *s.mutable_nash(); });
  set("kalai", [](v1::Solutions& s) -> v1::Point& { return *s.mutable_egalitarian(); });
  set("kalai_smorodinsky",
      [](v1::Solutions& s) -> v1::Point& { return *s.mutable_kalai_smorodinsky(); });
  set("max_welfare", [](v1::Solutions& s) -> v1::Point& { return *s.mutable_welfare(); });
  return out;
}

/// How a negotiation was to be held, as the header's settings say it.
struct HeaderSettings {
  std::string rule;
  std::vector<std::string> strategies;
  preferences::Semantics semantics = preferences::Semantics::kNegmas;
  session::NegotiationOptions options;
};

/// Reads one setting of the header; false when it is none of ours.
bool read_setting(const std::string& setting, HeaderSettings& run) {
  const std::size_t equals = setting.find('=');
  if (equals == std::string::npos) return false;
  const std::string key = setting.substr(0, equals);
  const std::string value = setting.substr(equals + 1);
  if (key == "rule") {
    run.rule = value;
  } else if (key == "strategy") {
    run.strategies.push_back(value);
  } else if (key == "semantics") {
    run.semantics =
        value == "genius" ? preferences::Semantics::kGenius : preferences::Semantics::kNegmas;
  } else if (key == "rounds" || key == "budget") {
    if (value.empty() || value.size() > 19 ||
        value.find_first_not_of("0123456789") != std::string::npos) {
      return false;
    }
    const std::uint64_t number = std::stoull(value);
    if (key == "budget") {
      run.options.budget = number;
    } else {
      run.options.rounds = static_cast<std::uint32_t>(number);
    }
  } else {
    return false;
  }
  return true;
}

Ending ending_of(v1::Closing::How how) {
  switch (how) {
    case v1::Closing::HOW_AGREEMENT:
      return Ending::kAgreement;
    case v1::Closing::HOW_DEADLINE:
      return Ending::kDeadline;
    case v1::Closing::HOW_CONFLICT:
      return Ending::kConflict;
    case v1::Closing::HOW_WALK_AWAY:
      return Ending::kWalkAway;
    default:
      return Ending::kOpen;
  }
}

session::Course course_of(recording::Recording& recording, std::size_t parties) {
  session::Course course;
  // Each move is delivered to all others, and each text of a mediator to all.
  std::uint64_t moves = 0, texts = 0;
  recording.visit(
      {base::Day{0}, base::Day{std::numeric_limits<std::int32_t>::max()}, recording::kEnvelopes},
      [&](const recording::Record& record) {
        const v1::Envelope& e = **std::get_if<const v1::Envelope*>(&record.content);
        const auto round = static_cast<std::uint32_t>(record.day.number);
        if (e.has_offer()) {
          const bool mediated = e.from() == base::kRegistrar;
          if (mediated ? texts++ % parties != 0 : moves++ % (parties - 1) != 0) return;
          const auto who =
              mediated ? static_cast<std::uint32_t>(parties) : session::position_of(e.from());
          course.offers.push_back({round, who, e.offer().outcome()});
          ++course.offers_made;
        } else if (e.has_agreement()) {
          course.agreement = e.agreement().outcome();
        } else if (e.has_closing()) {
          course.ending = ending_of(e.closing().how());
          course.round = e.closing().round();
        }
      });
  return course;
}

}  // namespace

base::Result<DomainRecorder> DomainRecorder::begin(const std::string& path, const DomainRun& run,
                                                   const Tables& tables,
                                                   const std::string& program_version) {
  if (run.options.rounds > session::kMostRecordedRounds) {
    return base::fail(base::ErrorCode::kBadInput,
                      "a recording holds at most " + std::to_string(session::kMostRecordedRounds) +
                          " rounds, not " + std::to_string(run.options.rounds) +
                          "; choose a smaller --rounds or leave out --record");
  }
  auto text = preferences::write_domain(run.loaded.domain, preferences::Format::kToml,
                                        run.loaded.semantics);
  if (!text) return tl::unexpected<base::Error>(text.error());
  auto recorder = recording::Recorder::to_file(path);
  if (!recorder) return tl::unexpected<base::Error>(recorder.error());
  recorder->header(header_of(run, text->files.front().bytes, program_version));
  return DomainRecorder(std::move(*recorder), tables);
}

std::function<void(const v1::Envelope&)> DomainRecorder::listener() {
  return [this](const v1::Envelope& envelope) {
    last_day_ = envelope.day();
    recorder_.envelope(envelope);
  };
}

base::Result<void> DomainRecorder::finish(const session::Negotiated& negotiated) {
  if (tables_->size() == 2) {
    recorder_.analysis(base::Day{last_day_}, analysis_of(*tables_, negotiated));
  }
  return recorder_.finish();
}

bool is_domain_recording(const recording::Recording& recording) {
  return !recording.header().domain_text().empty();
}

base::Result<RecordedNegotiation> read_negotiation(recording::Recording& recording) {
  const v1::RunHeader& header = recording.header();
  HeaderSettings settings;
  settings.options.seed = header.seed();
  settings.options.run = header.run();
  for (const std::string& setting : header.settings()) {
    if (!read_setting(setting, settings)) {
      return base::fail(base::ErrorCode::kDamaged,
                        "the recording has a setting that this version does not know: \"" +
                            setting + "\"; was it made by another version of the program?");
    }
  }
  auto loaded = preferences::load_domain_files(
      {{header.scenario() + ".toml", header.domain_text()}}, settings.semantics);
  if (!loaded) return tl::unexpected<base::Error>(loaded.error());
  const std::size_t parties = loaded->domain.profiles.size();
  if (settings.strategies.size() != parties || parties < 2) {
    return base::fail(base::ErrorCode::kDamaged,
                      "the recording names " + std::to_string(settings.strategies.size()) +
                          " strategies for " + std::to_string(parties) + " parties");
  }
  RecordedNegotiation out{{std::move(*loaded), std::move(settings.rule),
                           std::move(settings.strategies), std::move(settings.options)},
                          {}};
  out.negotiated.course = course_of(recording, parties);
  const auto tables = preferences::tables_of(out.run.loaded.domain);
  for (const auto& table : tables) {
    out.negotiated.utilities.push_back(
        session::worth(out.negotiated.course, *table, out.run.options.rounds));
  }
  return out;
}

}  // namespace monazite::lab
