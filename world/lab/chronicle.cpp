#include <iterator>
#include <map>
#include <string>
#include <utility>

#include <world/lab/chronicle.hpp>

namespace monazite::lab {

int Chronicle::column(const char* name) const {
  if (months.empty()) return -1;
  const auto& names = months.front().snapshot.names();
  for (int i = 0; i < names.size(); ++i) {
    if (names.Get(i) == name) return i;
  }
  return -1;
}

std::vector<double> Chronicle::series(const char* name) const {
  std::vector<double> values;
  const int at = column(name);
  if (at < 0) return values;
  values.reserve(months.size());
  for (const Month& month : months) values.push_back(month.snapshot.values(at));
  return values;
}

const std::string& Chronicle::name(base::SeatId seat) const {
  static const std::string kNobody = "nobody";
  return seat < static_cast<base::SeatId>(header.names_size())
             ? header.names(static_cast<int>(seat))
             : kNobody;
}

std::vector<Meeting> meetings_of(const Chronicle& chronicle) {
  std::map<std::uint64_t, std::pair<base::SeatId, base::SeatId>> parties;
  for (const v1::Envelope& e : chronicle.envelopes) {
    if (!e.has_opening() || e.opening().table() != v1::TABLE_CONSULTATION) continue;
    parties[e.conversation()] = {e.opening().parties(0), e.opening().parties(1)};
  }
  std::vector<Meeting> meetings;
  for (const Chronicle::Analysis& dated : chronicle.analyses) {
    const auto sides = parties.find(dated.analysis.conversation());
    if (sides == parties.end() ||
        dated.analysis.basis() != v1::NegotiationAnalysis::BASIS_BELIEFS) {
      continue;
    }
    meetings.push_back({dated.day, sides->second.first, sides->second.second, &dated.analysis});
  }
  return meetings;
}

void ChronicleWitness::on_header(const v1::RunHeader& header) {
  chronicle_.header = header;
}

void ChronicleWitness::on_envelope(const v1::Envelope& envelope) {
  ++chronicle_.messages;
  if (envelope.has_refusal() && envelope.from() == base::kRegistrar) {
    forget(envelope.refusal().refused_id());
  }
  chronicle_.offers += envelope.has_offer() ? 1 : 0;
  if (envelope.has_observation() || envelope.has_brief() || envelope.has_appraisal() ||
      envelope.has_appraisal_request()) {
    return;
  }
  chronicle_.envelopes.push_back(envelope);
}

/// What was refused did not happen: whoever tells the story must not take it for a fact.
void ChronicleWitness::forget(std::uint64_t id) {
  auto& envelopes = chronicle_.envelopes;
  for (auto at = envelopes.rbegin(); at != envelopes.rend() && at->id() >= id; ++at) {
    if (at->id() != id || at->from() < base::kFirstSeat) continue;
    chronicle_.offers -= at->has_offer() ? 1 : 0;
    envelopes.erase(std::next(at).base());
    return;
  }
}

void ChronicleWitness::on_seat_event(const v1::SeatEvent& event) {
  chronicle_.seat_events.push_back(event);
}

void ChronicleWitness::on_analysis(base::Day day, const v1::NegotiationAnalysis& analysis) {
  chronicle_.analyses.push_back({day, analysis});
}

void ChronicleWitness::on_month(base::Day day, const v1::WorldSnapshot& snapshot,
                                const v1::StateHash& hash) {
  chronicle_.months.push_back({day, snapshot, hash.hash()});
}

Chronicle read_chronicle(recording::Recording& recording) {
  Chronicle chronicle;
  ChronicleWitness witness(chronicle);
  recording.visit({}, [&](const recording::Record& record) {
    if (const auto* header = std::get_if<const v1::RunHeader*>(&record.content)) {
      witness.on_header(**header);
    } else if (const auto* envelope = std::get_if<const v1::Envelope*>(&record.content)) {
      witness.on_envelope(**envelope);
    } else if (const auto* analysis =
                   std::get_if<const v1::NegotiationAnalysis*>(&record.content)) {
      witness.on_analysis(record.day, **analysis);
    } else if (const auto* event = std::get_if<const v1::SeatEvent*>(&record.content)) {
      witness.on_seat_event(**event);
    } else if (const auto* snapshot = std::get_if<const v1::WorldSnapshot*>(&record.content)) {
      v1::StateHash hash;
      hash.set_hash((*snapshot)->state_hash());
      witness.on_month(record.day, **snapshot, hash);
    }
  });
  // A first chunk may be lost: the header and the names of the values are kept elsewhere too.
  chronicle.header = recording.header();
  if (!chronicle.months.empty() && chronicle.months.front().snapshot.names_size() == 0) {
    for (const std::string& name : recording.snapshot_names()) {
      chronicle.months.front().snapshot.add_names(name);
    }
  }
  return chronicle;
}

}  // namespace monazite::lab
