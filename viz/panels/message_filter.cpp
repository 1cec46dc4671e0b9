// The dialog that says which messages the list shows.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <viz/model/message_list.hpp>
#include <viz/panels/book.hpp>
#include <viz/panels/overlays.hpp>
#include <viz/panels/words.hpp>

namespace monazite::viz {
namespace {

constexpr float kFilterRow = 24;

template <class Value>
struct FilterChoice {
  std::string words;
  std::optional<Value> value;
};

/// One column of choices, the first of which is "all"; `take` gets the one that was clicked.
template <class Value, class Take>
void draw_choices(Ui& ui, const Rect& column, const std::string& id, std::string_view title,
                  const std::vector<FilterChoice<Value>>& choices, const std::optional<Value>& now,
                  Take&& take) {
  Rect rest = column;
  ui.canvas.text_in(rest.cut_top(22), title, Type::kSmallBold, ui.palette.text2);
  Rect list = ui.scroll_begin(id, rest, kFilterRow * static_cast<float>(choices.size()));
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Rect row = list.cut_top(kFilterRow);
    if (ui.radio(id + "/" + std::to_string(i), row, choices[i].words, choices[i].value == now)) {
      take(choices[i].value);
    }
  }
  ui.scroll_end();
}

std::vector<FilterChoice<base::SeatId>> seats_of(const Ui& ui, const Replay& replay,
                                                 bool receivers) {
  std::vector<FilterChoice<base::SeatId>> choices{
      {std::string(receivers ? ui.tr("All receivers") : ui.tr("All senders")), std::nullopt}};
  std::vector<base::SeatId> seats = replay.seats();
  seats.insert(seats.begin(), receivers ? base::kPublic : base::kRegistrar);
  for (const base::SeatId seat : seats) {
    choices.push_back({seat_words(ui.tr, replay, seat), seat});
  }
  return choices;
}

/// The kinds that the recording has.
std::vector<FilterChoice<v1::Envelope::BodyCase>> kinds_of(const Ui& ui, const Replay& replay) {
  std::vector<FilterChoice<v1::Envelope::BodyCase>> choices{
      {std::string(ui.tr("All kinds")), std::nullopt}};
  std::vector<bool> there(256, false);
  for (const MessageRow& row : replay.messages()) {
    there[static_cast<std::size_t>(row.kind) % there.size()] = true;
  }
  for (const v1::Envelope::BodyCase kind : message_kinds()) {
    if (there[static_cast<std::size_t>(kind) % there.size()]) {
      choices.push_back({kind_words(kind), kind});
    }
  }
  return choices;
}

void draw_time_and_talks(Ui& ui, const App& app, Rect row, Commands& commands) {
  const MessageFilter& filter = app.view.messages;
  const std::vector<std::string> times{std::string(ui.tr("All of time")),
                                       std::string(ui.tr("The time shown"))};
  float end = row.x;
  if (const auto chosen = ui.segmented("message-filter/time", {row.x, row.y + 2}, 26, times,
                                       filter.first ? 1 : 0, false, &end)) {
    commands.push([chosen](App& a) {
      MessageFilter& f = a.view.messages;
      f.first.reset();
      f.last.reset();
      if (*chosen == 0) return;
      const auto [from, to] = a.shown_days();
      f.first = base::Day{static_cast<int>(from)};
      f.last = base::Day{static_cast<int>(to)};
    });
  }
  const Negotiation* talks = app.shown_negotiation();
  if (talks == nullptr) return;
  const std::uint64_t conversation = talks->conversation;
  const Rect box{end + 20, row.y, std::max(0.0F, row.right() - end - 20), 30};
  if (ui.checkbox("message-filter/talks", box, ui.tr("Only of the negotiation shown"),
                  filter.conversation.has_value())) {
    commands.push([conversation](App& a) {
      auto& only = a.view.messages.conversation;
      only = only ? std::nullopt : std::optional(conversation);
    });
  }
}

}  // namespace

int filters_set(const MessageFilter& filter) {
  return (filter.from ? 1 : 0) + (filter.to ? 1 : 0) + (filter.kind ? 1 : 0) +
         (filter.first ? 1 : 0) + (filter.conversation ? 1 : 0);
}

void draw_message_filter(Ui& ui, const App& app, const Rect& window, Commands& commands) {
  if (app.replay() == nullptr) return;
  const Replay& replay = *app.replay();
  const MessageFilter& filter = app.view.messages;
  const auto kinds = kinds_of(ui, replay);
  const float rows =
      std::min(kFilterRow * static_cast<float>(std::max<std::size_t>(kinds.size(), 10)),
               std::max(120.0F, window.h - 300));
  Rect inside = begin_dialog(ui, window, {std::min(780.0F, window.w - 40), rows + 166},
                             ui.tr("Which messages"));
  draw_time_and_talks(ui, app, inside.cut_top(30, 8), commands);
  Rect foot = inside.cut_bottom(30, 8);
  if (ui.button("message-filter/done", foot.cut_right(120, 8), ui.tr("Done"),
                ButtonStyle::kPrimary)) {
    commands.push([](App& a) { a.view.overlay = Overlay::kNone; });
  }
  if (ui.button("message-filter/all", foot.cut_right(150), ui.tr("All messages"),
                ButtonStyle::kPlain, filters_set(filter) > 0)) {
    commands.push([](App& a) {
      a.view.messages = MessageFilter{a.view.messages.text, {}, {}, {}, {}, {}, {}};
    });
  }
  const float width = (inside.w - 40) / 3;
  draw_choices(ui, inside.cut_left(width, 20), "message-filter/from", ui.tr("From"),
               seats_of(ui, replay, false), filter.from, [&commands](auto seat) {
                 commands.push([seat](App& a) { a.view.messages.from = seat; });
               });
  draw_choices(ui, inside.cut_left(width, 20), "message-filter/to", ui.tr("To"),
               seats_of(ui, replay, true), filter.to, [&commands](auto seat) {
                 commands.push([seat](App& a) { a.view.messages.to = seat; });
               });
  draw_choices(
      ui, inside, "message-filter/kind", ui.tr("Kind"), kinds, filter.kind,
      [&commands](auto kind) { commands.push([kind](App& a) { a.view.messages.kind = kind; }); });
}

}  // namespace monazite::viz
