// What bodies of messages say of a brief: its answers, the values in it.
#include <algorithm>

#include <viz/model/what_if/options.hpp>

namespace monazite::viz {

v1::Office office_of(const v1::Envelope& act) {
  if (act.has_directive()) return act.directive().office();
  if (act.has_policy_announcement()) return act.policy_announcement().office();
  if (act.has_press_report()) return act.press_report().office();
  if (act.has_stock_release()) return act.stock_release().office();
  if (act.has_consultation_request()) return act.consultation_request().office();
  return v1::OFFICE_NONE;
}

std::vector<v1::Envelope> answers_to(RecordingFile& file, base::SeatId seat,
                                     std::uint64_t message) {
  // An offer of a firm may leave some days after its brief.
  constexpr int kLongestDelayDays = 62;
  const Replay& replay = file.replay();
  std::vector<v1::Envelope> answers;
  const MessageRow* asked = replay.message(message);
  if (asked == nullptr) return answers;
  const std::vector<MessageRow>& rows = replay.messages();
  for (auto row =
           std::lower_bound(rows.begin(), rows.end(), message,
                            [](const MessageRow&r, std::uint64_t wanted) { return r.id < wanted; });
       row != rows.end() && row->day <= asked->day + kLongestDelayDays; ++row) {
    if (row->in_reply_to != message || row->from != seat ||
        row->kind == v1::Envelope::kAppraisalRequest) {
      continue;
    }
    if (const auto body = file.envelope(row->id)) answers.push_back(*body);
  }
  return answers;
}

std::optional<double> value_of(RecordingFile& file, const v1::Envelope& brief,
                               agenda::Outcome outcome) {
  const auto find = [&](const v1::Brief& b, const v1::Opening* opening) -> std::optional<double> {
    const int ideas = b.ideas_size();
    const int sample = b.value_musd_size() - ideas;
    for (int i = 0; i < ideas && sample + i >= 0; ++i) {
      if (b.ideas(i) == outcome) return static_cast<double>(b.value_musd(sample + i));
    }
    if (opening == nullptr || b.only_additions()) return std::nullopt;
    for (int i = 0; i < std::min(sample, opening->sample_size()); ++i) {
      if (opening->sample(i) == outcome) return static_cast<double>(b.value_musd(i));
    }
    return std::nullopt;
  };
  // The opening lists the sample; whole briefs before this one value it.
  const std::vector<MessageRow>& rows = file.replay().messages();
  std::shared_ptr<const v1::Envelope> opening;
  std::vector<std::uint64_t> briefs;
  for (const MessageRow& row : rows) {
    if (row.id > brief.id()) break;
    if (row.conversation != brief.conversation() || row.to != brief.to()) continue;
    if (row.kind == v1::Envelope::kOpening) opening = file.envelope(row.id);
    if (row.kind == v1::Envelope::kBrief) briefs.push_back(row.id);
  }
  for (auto id = briefs.rbegin(); id != briefs.rend(); ++id) {
    const auto message = file.envelope(*id);
    if (!message || !message->has_brief()) continue;
    const auto value = find(message->brief(), opening ? &opening->opening() : nullptr);
    if (value) return value;
    if (!message->brief().only_additions() && message->brief().value_musd_size() > 0) break;
  }
  return std::nullopt;
}

}  // namespace monazite::viz
