#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include <agents/parties/worth.hpp>
#include <viz/model/seat/table_record.hpp>

namespace monazite::viz::game {
namespace {

/// Reads one encounter; keeps what each side was told of values.
class Reader {
 public:
  explicit Reader(const v1::Envelope& opening) {
    const v1::Opening& told = opening.opening();
    record.conversation = opening.conversation();
    record.table = told.table();
    record.parties = {told.parties(0), told.parties(1)};
    if (auto agenda = agenda::Agenda::from_message(told.agenda())) {
      record.agenda = std::make_shared<const agenda::Agenda>(std::move(*agenda));
    }
    record.status_quo = told.status_quo();
    record.sample.assign(told.sample().begin(), told.sample().end());
    record.opened = base::Day{opening.day()};
  }

  void read(const v1::Envelope& message) {
    const base::Day day{message.day()};
    if (message.has_brief()) {
      brief(message);
    } else if (message.has_appraisal_request()) {
      const auto& asked = message.appraisal_request().outcomes();
      asked_[message.id()].assign(asked.begin(), asked.end());
    } else if (message.has_appraisal()) {
      appraisal(message);
    } else if (message.has_offer()) {
      offer(message);
    } else if (message.has_refusal() && message.from() == base::kRegistrar) {
      refused(message.refusal().refused_id());
    } else if (message.has_agreement()) {
      record.agreed = message.agreement().outcome();
      record.agreed_on = day;
    } else if (message.has_closing()) {
      record.closed = day;
      record.how = message.closing().how();
    }
  }

  TableRecord record;

 private:
  void brief(const v1::Envelope& message) {
    const int side = record.side(message.to());
    if (side < 0) return;
    const auto at = static_cast<std::size_t>(side);
    const v1::Brief& brief = message.brief();
    record.scale[at] = {brief.lowest_musd(), brief.highest_musd()};
    if (brief.purpose() == v1::Brief::PURPOSE_YOUR_MOVE) record.last_question[at] = message.id();
    if (brief.purpose() == v1::Brief::PURPOSE_MEETING && side == 0) ++record.meetings;
    auto& values = values_[at];
    int i = 0;
    if (!brief.only_additions() && brief.value_musd_size() > 0) {
      values.clear();
      for (const agenda::Outcome outcome : record.sample) {
        if (i < brief.value_musd_size()) values[outcome] = static_cast<double>(brief.value_musd(i));
        ++i;
      }
    }
    for (const agenda::Outcome outcome : brief.ideas()) {
      if (i < brief.value_musd_size()) values[outcome] = static_cast<double>(brief.value_musd(i));
      ++i;
    }
    value_offers(at);
  }

  void appraisal(const v1::Envelope& message) {
    const int side = record.side(message.to());
    const auto asked = asked_.find(message.in_reply_to());
    if (side < 0 || asked == asked_.end()) return;
    const auto at = static_cast<std::size_t>(side);
    const auto& worth = message.appraisal().outcomes();
    for (std::size_t i = 0; i < asked->second.size() && static_cast<int>(i) < worth.size(); ++i) {
      values_[at][asked->second[i]] = parties::total(worth.Get(static_cast<int>(i)));
    }
    value_offers(at);
  }

  void offer(const v1::Envelope& message) {
    const int side = record.side(message.from());
    if (side < 0) return;
    RecordedOffer& offer = record.offers.emplace_back();
    offers_.push_back(message.id());
    offer.day = base::Day{message.day()};
    offer.meeting = record.table == v1::TABLE_CONSULTATION ? record.meetings : 0;
    offer.side = side;
    offer.outcome = message.offer().outcome();
    offer.statement = message.offer().statement();
    offer.note = message.offer().reason().note();
    value_offers(0);
    value_offers(1);
  }

  /// An offer against the rules was said and is none.
  void refused(std::uint64_t id) {
    if (offers_.empty() || offers_.back() != id) return;
    offers_.pop_back();
    record.offers.pop_back();
    for (std::size_t& valued : valued_) valued = std::min(valued, record.offers.size());
  }

  /// Values stay as they were told first: at the time of the offer, or right after it.
  void value_offers(std::size_t side) {
    for (std::size_t& i = valued_[side]; i < record.offers.size(); ++i) {
      const auto found = values_[side].find(record.offers[i].outcome);
      if (found != values_[side].end()) {
        record.offers[i].utility[side] = record.scale[side].utility(found->second);
      } else if (i + 1 == record.offers.size()) {
        return;  // it may be told yet
      }
    }
  }

  std::array<std::map<agenda::Outcome, double>, 2> values_;
  std::map<std::uint64_t, std::vector<agenda::Outcome>> asked_;  ///< by id of the request
  std::array<std::size_t, 2> valued_{};
  std::vector<std::uint64_t> offers_;  ///< ids of record.offers
};

}  // namespace

std::vector<TableRecord> tables_in(recording::Recording& recording, base::SeatId seat) {
  std::vector<std::uint64_t> order;
  std::map<std::uint64_t, Reader> readers;
  recording::Window window;
  window.kinds = recording::kEnvelopes | recording::kAnalyses;
  recording.visit(window, [&](const recording::Record& entry) {
    if (const auto* told = std::get_if<const v1::NegotiationAnalysis*>(&entry.content)) {
      const auto found = readers.find((*told)->conversation());
      if (found == readers.end()) return;
      TableRecord& record = found->second.record;
      if ((*told)->basis() == v1::NegotiationAnalysis::BASIS_WHAT_CAME_TRUE) {
        record.in_hindsight = **told;
      } else {
        record.analyses.push_back({entry.day, **told});
      }
      return;
    }
    const auto* message = std::get_if<const v1::Envelope*>(&entry.content);
    if (message == nullptr) return;
    const v1::Envelope& envelope = **message;
    const auto found = readers.find(envelope.conversation());
    if (found != readers.end()) {
      found->second.read(envelope);
    } else if (envelope.has_opening() && envelope.opening().parties_size() == 2 &&
               (envelope.opening().parties(0) == seat || envelope.opening().parties(1) == seat)) {
      order.push_back(envelope.conversation());
      readers.emplace(envelope.conversation(), Reader(envelope));
    }
  });
  std::vector<TableRecord> tables;
  for (const std::uint64_t conversation : order) {
    TableRecord& record = readers.at(conversation).record;
    if (record.agenda) tables.push_back(std::move(record));
  }
  return tables;
}

}  // namespace monazite::viz::game
