#include <algorithm>
#include <string>
#include <vector>

#include <viz/model/message_list.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/book.hpp>
#include <viz/panels/words.hpp>

namespace monazite::viz {
namespace {

constexpr float kMessageRow = 22;

void draw_row(Ui& ui, const App& app, const MessageRow& row, std::string_view summary, Rect line,
              bool future) {
  const Color color = future ? ui.palette.text3 : ui.palette.text;
  const Color second = future ? ui.palette.text3 : ui.palette.text2;
  ui.canvas.text_in(line.cut_left(78, 6), short_day_words(ui.tr, row.day), Type::kSmall, second);
  const Rect from = line.cut_left(std::min(150.0F, line.w * 0.36F), 6);
  const Look look = look_of(ui.palette, *app.replay(), row.from);
  const float used = 14;
  ui.canvas.mark(look, {from.x + 5, from.centre().y}, 8);
  ui.canvas.text_in(
      {from.x + used, from.y, from.w - used, from.h},
      seat_words(ui.tr, *app.replay(), row.from) + " → " + seat_words(ui.tr, *app.replay(), row.to),
      Type::kSmall, second);
  std::string words = summary.empty() ? kind_words(row.kind) : std::string(summary);
  if (row.refused) words = ui.tr("Against the rules: {0}", {words});
  ui.canvas.text_in(line, words, Type::kBody, row.refused ? second : color);
}

}  // namespace

void draw_messages(Ui& ui, const App& app, Rect rect, Commands& commands) {
  const Replay& replay = *app.replay();
  Rect bar = rect.cut_top(28, 6);
  const Rect count_rect = bar.cut_right(86, 6);
  const int set = filters_set(app.view.messages);
  const std::string more =
      set == 0 ? std::string(ui.tr("More…")) : ui.tr("More ({0})", {std::to_string(set)});
  if (ui.button("messages/more", bar.cut_right(ui.canvas.width(more, Type::kBody) + 20, 6), more)) {
    commands.run("view.messages");
  }
  std::string text = app.view.messages.text;
  if (ui.text_field("messages/filter", bar, text, ui.tr("Filter: , is or, - is not"))) {
    commands.push([text](App& a) { a.view.messages.text = text; });
  }
  MessageFilter filter = app.view.messages;
  if (app.view.future_hidden) filter.last = app.day();
  const std::vector<std::uint32_t> rows = filter_messages(replay, filter, &app.summaries);
  ui.canvas.text_in(
      count_rect,
      ui.tr("{0} of {1}", {std::to_string(rows.size()), std::to_string(replay.messages().size())}),
      Type::kSmall, ui.palette.text2, Align::kRight);
  if (rows.empty()) {
    ui.empty(rect, ui.tr("No message passes the filter"));
    return;
  }
  // Rows up to the playhead; the list follows it until one scrolls up.
  const std::size_t until = replay.messages_until(app.day());
  const auto now = static_cast<float>(
      std::lower_bound(rows.begin(), rows.end(), static_cast<std::uint32_t>(until)) - rows.begin());
  const std::string id = "messages/rows";
  if (app.view.messages_follow) {
    ui.scroll_to(id, std::max(0.0F, now * kMessageRow - rect.h + 2 * kMessageRow),
                 now * kMessageRow + 2 * kMessageRow);
  }
  if (ui.wheel(rect) > 0 && app.view.messages_follow) {
    commands.push([](App& a) { a.view.messages_follow = false; });
  } else if (ui.wheel(rect) < 0 && !app.view.messages_follow) {
    commands.push([](App& a) { a.view.messages_follow = true; });
  }
  const Rect list = ui.scroll_begin(id, rect, kMessageRow * static_cast<float>(rows.size()));
  const auto first = static_cast<std::size_t>(std::max(0.0F, (rect.y - list.y) / kMessageRow));
  const auto end =
      std::min(rows.size(), first + static_cast<std::size_t>(rect.h / kMessageRow) + 2);
  for (std::size_t i = first; i < end; ++i) {
    const MessageRow& row = replay.messages()[rows[i]];
    const Rect line{list.x, list.y + kMessageRow * static_cast<float>(i), list.w, kMessageRow};
    if (app.selection.marks(Entity::Kind::kMessage, row.id)) {
      ui.canvas.fill(line, ui.palette.control, 4);
    }
    if (ui.hovered(line)) commands.point(Entity{Entity::Kind::kMessage, row.id});
    draw_row(ui, app, row, app.summaries.of(rows[i]), line.inset(4, 0), row.day > app.day());
    if (ui.click("messages/" + std::to_string(row.id), line)) {
      const std::uint64_t message = row.id;
      const base::Day day = row.day;
      commands.push([message, day](App& a) {
        a.time.seek(day);
        a.select({Entity::Kind::kMessage, message});
      });
    }
  }
  ui.scroll_end();
}

void draw_bookmarks(Ui& ui, const App& app, Rect rect, Commands& commands) {
  Rect bar = rect.cut_top(28, 6);
  const bool range = app.view.marked.has_value();
  if (ui.button("bookmarks/add", bar.cut_left(190),
                range ? ui.tr("Bookmark the marked time") : ui.tr("Bookmark this day"))) {
    commands.run(range ? "time.bookmark_range" : "time.bookmark");
  }
  ui.canvas.text_in(bar.inset(10, 0), ui.tr("Shift and drag marks time"), Type::kSmall,
                    ui.palette.text2);
  std::vector<Bookmark> marks = author_bookmarks(*app.replay());
  if (const auto known = app.known_until()) {
    std::erase_if(marks, [known](const Bookmark& mark) { return mark.day > *known; });
  }
  const std::size_t of_author = marks.size();
  marks.insert(marks.end(), app.bookmarks.all().begin(), app.bookmarks.all().end());
  if (marks.empty()) {
    ui.empty(rect, ui.tr("No bookmarks. B adds one at the day shown."));
    return;
  }
  const float height = 26;
  Rect list = ui.scroll_begin("bookmarks/rows", rect, height * static_cast<float>(marks.size()));
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Rect line = list.cut_top(height);
    const bool own = i >= of_author;
    Rect cells = line;
    if (ui.hovered(line)) ui.canvas.fill(line, ui.palette.control, 4);
    const Rect remove = own ? cells.cut_right(26) : Rect{};
    ui.canvas.mark(own ? Shape::kStar : Shape::kSquare, {line.x + 8, line.centre().y}, 9,
                   own ? ui.palette.playhead : ui.palette.neutral.mark);
    cells.cut_left(20);
    std::string when = short_day_words(ui.tr, marks[i].day);
    if (marks[i].until) when += " – " + short_day_words(ui.tr, *marks[i].until);
    const float wide = std::max(84.0F, ui.canvas.width(when, Type::kSmall) + 4);
    ui.canvas.text_in(cells.cut_left(wide, 6), when, Type::kSmall, ui.palette.text2);
    const std::size_t position = i - of_author;
    if (own) {  // its text is the user's own
      std::string text = marks[i].text;
      const Rect field{cells.x, cells.y + 1, cells.w - 4, cells.h - 2};
      if (ui.text_field("bookmarks/text/" + std::to_string(position), field, text,
                        ui.tr("What this bookmark is for"))) {
        commands.push([position, text](App& a) { a.change_bookmark(position, text); });
      }
      cells = {line.x, line.y, field.x - line.x, line.h};
    } else {
      ui.canvas.text_in(cells, marks[i].text, Type::kBody, ui.palette.text);
    }
    if (own && ui.icon_button("bookmarks/remove/" + std::to_string(position), remove, "close",
                              ButtonStyle::kQuiet)) {
      commands.push([position](App& a) { a.remove_bookmark(position); });
    }
    const base::Day day = marks[i].day;
    const std::optional<base::Day> until = marks[i].until;
    if (ui.click("bookmarks/" + std::to_string(i), cells)) {
      commands.push([day, until](App& a) {
        if (until) {
          a.show_range(day, *until);
        } else {
          a.time.seek(day);
        }
      });
    }
  }
  ui.scroll_end();
}

}  // namespace monazite::viz
