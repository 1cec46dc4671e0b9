#include <viz/model/recording_file.hpp>
#include <viz/model/view_cache.hpp>

namespace monazite::viz {

void ViewCache::forget_if_grown() {
  if (revision_ == replay_.revision()) return;
  slots_ = {};
  revision_ = replay_.revision();
}

template <class Key, class Value, class Make>
const Value& ViewCache::get(Slot<Key, Value>& slot, const Key& key, const Make& make) {
  if (!slot.key || *slot.key != key) {
    slot.value = make();
    slot.key = key;
    ++derived_;
  }
  return slot.value;
}

const std::vector<Flow>& ViewCache::flows(base::Day day) {
  forget_if_grown();
  return get(slots_.flows, day, [&] { return flows_view(replay_, day); });
}

const std::vector<PartyCard>& ViewCache::parties(base::Day day) {
  forget_if_grown();
  return get(slots_.parties, day, [&] { return parties_view(replay_, day); });
}

const std::vector<ClauseRow>& ViewCache::clauses(base::Day day) {
  forget_if_grown();
  return get(slots_.clauses, day, [&] { return clause_view(replay_, day); });
}

const std::vector<Chart>& ViewCache::charts() {
  forget_if_grown();
  return get(slots_.charts, true, [&] { return viz::charts(replay_); });
}

const std::vector<double>& ViewCache::values(const ChartLine& line) {
  forget_if_grown();
  if (!line.name.empty()) return replay_.series(line.name);
  return get(slots_.estimates[line.flow], true, [&] { return values_of(replay_, line); });
}

const std::vector<Lane>& ViewCache::lanes(std::optional<base::Day> until) {
  forget_if_grown();
  return get(slots_.lanes, until, [&] { return viz::lanes(replay_, until); });
}

const std::vector<Band>& ViewCache::crises(std::optional<base::Day> until) {
  forget_if_grown();
  return get(slots_.crises, until, [&] { return viz::crises(replay_, until); });
}

const std::vector<std::uint32_t>& ViewCache::density(base::Day first, base::Day last,
                                                     std::size_t bins,
                                                     std::optional<base::Day> until) {
  forget_if_grown();
  return get(slots_.density, std::tuple{first, last, bins, until},
             [&] { return message_density(replay_, first, last, bins, until); });
}

const TalksView& ViewCache::talks(RecordingFile& file, const Negotiation& negotiation,
                                  base::Day day) {
  forget_if_grown();
  return get(slots_.talks, std::pair{negotiation.conversation, day}, [&] {
    return talks_view(replay_, negotiation, day, talks_bodies(file, negotiation, day));
  });
}

}  // namespace monazite::viz
