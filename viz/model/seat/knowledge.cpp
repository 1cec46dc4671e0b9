#include <agents/parties/worth.hpp>
#include <protocol/base/check.hpp>
#include <viz/model/seat/knowledge.hpp>

namespace monazite::viz::game {
namespace {

std::shared_ptr<const agenda::Agenda> agenda_in(const v1::Opening& opening) {
  auto agenda = agenda::Agenda::from_message(opening.agenda());
  MONAZITE_CHECK(agenda.has_value(), "the registrar opens tables with whole agendas");
  return std::make_shared<const agenda::Agenda>(std::move(*agenda));
}

/// Goes through what was heard of one encounter.
class Listener {
 public:
  Listener(TableView& view, base::SeatId seat) : view_(view), seat_(seat) {}

  void hear(const v1::Envelope& message) {
    const base::Day day{message.day()};
    if (message.has_brief()) {
      brief(message.brief(), day);
    } else if (message.has_offer()) {
      offer(message, day);
    } else if (message.has_appraisal_request()) {
      const auto& asked = message.appraisal_request().outcomes();
      asked_.assign(asked.begin(), asked.end());
    } else if (message.has_appraisal()) {
      const auto& worth = message.appraisal().outcomes();
      for (std::size_t i = 0; i < asked_.size() && static_cast<int>(i) < worth.size(); ++i) {
        view_.appraised[asked_[i]] = parties::total(worth.Get(static_cast<int>(i)));
      }
      value_offers();
    } else if (message.has_clearance() && !message.clearance().given()) {
      view_.state.bar(message.clearance().outcome());
      view_.refusals.push_back({day, message.clearance().outcome(),
                                message.clearance().side() == seat_, message.clearance().named()});
    } else if (message.has_refusal()) {
      view_.state.refused(message.refusal().reason());
    } else if (message.has_agreement()) {
      view_.agreed = message.agreement().outcome();
    } else if (message.has_closing()) {
      view_.closed = day;
      view_.how = message.closing().how();
    }
  }

 private:
  void brief(const v1::Brief& brief, base::Day day) {
    view_.state.take(brief);
    const bool meets = view_.table == v1::TABLE_CONSULTATION;
    const bool news =
        meets ? brief.purpose() == v1::Brief::PURPOSE_MEETING
              : view_.meetings.empty() || base::months_between(view_.meetings.back().day, day) > 0;
    if (news) view_.meetings.push_back({day, brief.reservation_musd(), brief.urgency()});
    if (!brief.only_additions()) view_.appraised.clear();
    view_.brief = brief;
    view_.brief.clear_value_musd();
    view_.brief.clear_believed_other_musd();
    view_.brief.clear_clearable();
    view_.brief.clear_ideas();
    value_offers();
  }

  void offer(const v1::Envelope& message, base::Day day) {
    const bool mine = message.from() == seat_;
    if (mine) {
      view_.state.offered(message.offer().outcome());
    } else {
      view_.state.other_offered(message.offer().outcome());
    }
    const bool meets = view_.table == v1::TABLE_CONSULTATION;
    view_.offers.push_back({day, meets ? static_cast<std::uint32_t>(view_.meetings.size()) : 0,
                            mine, message.offer().outcome(), message.offer().statement(),
                            view_.value(message.offer().outcome())});
  }

  void value_offers() {
    for (; valued_ < view_.offers.size(); ++valued_) {
      SeenOffer& offer = view_.offers[valued_];
      if (!offer.value_musd) offer.value_musd = view_.value(offer.outcome);
      if (!offer.value_musd) return;
    }
  }

  TableView& view_;
  base::SeatId seat_;
  std::vector<std::uint64_t> asked_;
  std::size_t valued_ = 0;  ///< offers before it have their value
};

}  // namespace

TableView::TableView(const v1::Envelope& envelope, base::SeatId seat)
    : conversation(envelope.conversation()),
      table(envelope.opening().table()),
      agenda(agenda_in(envelope.opening())),
      status_quo(envelope.opening().status_quo()),
      deadline_rounds(envelope.opening().deadline_rounds()),
      opened{envelope.day()},
      state(envelope.opening(), seat) {
  other = state.other();
}

double TableView::utility_step(double difference_musd) const {
  const double range = brief.highest_musd() - brief.lowest_musd();
  return range > 0 ? difference_musd / range : 0;
}

double TableView::utility(double value_musd) const {
  return utility_step(value_musd - brief.lowest_musd());
}

std::optional<double> TableView::value(agenda::Outcome outcome) const {
  if (const auto package = state.find(outcome)) {
    return static_cast<double>(state.values()[*package]);
  }
  const auto found = appraised.find(outcome);
  if (found == appraised.end()) return std::nullopt;
  return found->second;
}

const SeenOffer* TableView::last(bool mine, std::size_t back) const {
  for (auto offer = offers.rbegin(); offer != offers.rend(); ++offer) {
    if (offer->mine != mine) continue;
    if (back == 0) return &*offer;
    --back;
  }
  return nullptr;
}

std::uint32_t TableView::offers_of(bool mine) const {
  std::uint32_t count = 0;
  for (const SeenOffer& offer : offers) count += offer.mine == mine ? 1 : 0;
  return count;
}

std::optional<TableView> table_of(const Knowledge& knowledge, std::uint64_t conversation) {
  std::optional<TableView> view;
  std::optional<Listener> listener;
  for (const v1::Envelope& message : knowledge.heard) {
    if (message.conversation() != conversation) continue;
    if (message.has_opening()) {
      listener.reset();
      view.emplace(message, knowledge.seat);
      listener.emplace(*view, knowledge.seat);
    } else if (listener) {
      listener->hear(message);
    }
  }
  return view;
}

std::vector<std::uint64_t> conversations_of(const Knowledge& knowledge) {
  std::vector<std::uint64_t> conversations;
  for (const v1::Envelope& message : knowledge.heard) {
    if (message.has_opening()) conversations.push_back(message.conversation());
  }
  return conversations;
}

}  // namespace monazite::viz::game
