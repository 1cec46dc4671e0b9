#include <protocol/recording/channels.hpp>
#include <protocol/recording/reading.hpp>

namespace monazite::recording {
namespace {

std::string part_text(const Damage::Part& part) {
  if (part.first == part.last) return base::to_string(part.first);
  return base::to_string(part.first) + " to " + base::to_string(part.last);
}

std::string lost_text(const std::vector<Damage::Part>& lost) {
  constexpr std::size_t kNamed = 3;
  std::string text = "what was recorded on some days is damaged and left out (";
  for (std::size_t i = 0; i < lost.size() && i < kNamed; ++i) {
    if (i > 0) text += ", ";
    text += part_text(lost[i]);
  }
  if (lost.size() > kNamed) {
    text += ", and " + std::to_string(lost.size() - kNamed) + " parts more";
  }
  return text + ")";
}

}  // namespace

Damage Recording::damage() const {
  const McapDamage& file = reader_.damage();
  Damage damage;
  damage.unfinished = file.unfinished;
  damage.last_day = last_day();
  damage.index_rebuilt = file.index_rebuilt;
  damage.beside_records = file.outside_chunks;
  damage.undecodable = undecodable_;
  for (const McapLoss& loss : file.losses) {
    const base::Day first =
        loss.from_ns == 0 ? base::Day{header_->first_day()} : to_day(loss.from_ns);
    base::Day last = loss.to_ns == 0 ? base::Day{header_->last_day()} : to_day(loss.to_ns);
    if (last < first) last = first;
    damage.lost.push_back({first, last});
  }
  return damage;
}

bool Damage::any() const {
  return loses_records() || index_rebuilt || beside_records;
}

bool Damage::loses_records() const {
  return unfinished || !lost.empty() || undecodable > 0;
}

std::string Damage::sentence() const {
  std::string text;
  const auto add = [&](const std::string& clause) { text += (text.empty() ? "" : "; ") + clause; };
  if (unfinished) {
    add("the recording breaks off after " + base::to_string(last_day.value_or(base::Day{0})) +
        ", what came later was not saved or has been cut off");
  }
  if (!lost.empty()) add(lost_text(lost));
  if (undecodable > 0) {
    add(std::to_string(undecodable) + (undecodable == 1
                                           ? " record cannot be understood and is left out"
                                           : " records cannot be understood and are left out"));
  }
  if (index_rebuilt) add("its index was damaged and has been rebuilt, by which nothing is lost");
  if (beside_records) {
    add("the notes beside the records (settings, schemas or indices) are damaged, the records are "
        "not");
  }
  if (text.empty()) return text;
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text + ".";
}

}  // namespace monazite::recording
