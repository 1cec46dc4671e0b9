#include <string>
#include <vector>

#include <viz/model/clause_view.hpp>
#include <viz/model/flows_view.hpp>
#include <viz/model/message_list.hpp>
#include <viz/model/message_tree.hpp>
#include <viz/model/parties_view.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/book.hpp>
#include <viz/panels/words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

constexpr float kLine = 20;

/// DetailLines of a name and a value, as many as there are, in one scrolled list.
struct DetailLines {
  struct Line {
    int depth = 0;
    std::string name, value;
    Entity link;
    bool strong = false;
  };
  std::vector<Line> all;
};

void draw_lines(Ui& ui, std::string_view id, const Rect& rect, const DetailLines& lines,
                Commands& commands) {
  Rect list = ui.scroll_begin(id, rect, kLine * static_cast<float>(lines.all.size()));
  int number = 0;
  for (const DetailLines::Line& line : lines.all) {
    const Rect row = list.cut_top(kLine);
    ++number;
    if (!row.overlaps(rect)) continue;
    const float indent = 14 * static_cast<float>(line.depth);
    const float used = ui.canvas.text_in({row.x + indent, row.y, row.w * 0.46F, row.h}, line.name,
                                         line.strong ? Type::kSmallBold : Type::kSmall,
                                         line.strong ? ui.palette.text : ui.palette.text2);
    const float left = std::max(row.w * 0.36F, indent + used + 10);
    const Rect value{row.x + left, row.y, row.w - left, row.h};
    ui.canvas.text_in(value, line.value, line.link ? Type::kBodyBold : Type::kBody,
                      ui.palette.text);
    if (line.link) {
      if (ui.hovered(row)) {
        ui.canvas.line({value.x, row.bottom() - 3}, {value.right(), row.bottom() - 3},
                       ui.palette.text3);
      }
      const Entity link = line.link;
      if (ui.click(std::string(id) + "/" + std::to_string(number), row)) {
        commands.push([link](App& a) { a.select(link); });
      }
    }
  }
  ui.scroll_end();
}

void draw_message(Ui& ui, const App& app, Rect rect, Commands& commands) {
  const auto envelope = app.file()->envelope(app.selection.selected().number);
  if (envelope == nullptr) {
    ui.empty(rect, ui.tr("This message is damaged or not there"));
    return;
  }
  const Inspected inspected = inspect(*envelope, *app.replay());
  const Rect head = rect.cut_top(22);
  ui.canvas.text_in(
      {head.x, head.y, head.w - 96, head.h},
      "#" + std::to_string(envelope->id()) + " " + std::string(kind_words(envelope->body_case())) +
          ", " + short_day_words(ui.tr, base::Day{envelope->day()}) + ", " +
          ui.tr("{0} bytes", {lab::number_words(static_cast<double>(inspected.bytes), 0)}),
      Type::kSmallBold, ui.palette.text);
  if (ui.button("detail/json", {head.right() - 90, head.y, 90, 22}, ui.tr("Copy JSON"))) {
    const std::string json = inspected.json;
    commands.push([json](App& a) {
      a.wanted_copy = json;
      a.notice("The message is in the clipboard, as JSON");
    });
  }
  rect.cut_top(2);
  const MessageRow* const row = app.replay()->message(envelope->id());
  std::string words = summary_of(*envelope, *app.replay());
  if (row != nullptr && row->refused) words = ui.tr("Against the rules: {0}", {words});
  ui.canvas.paragraph(rect.cut_top(34, 4), words, Type::kBody, ui.palette.text2);
  DetailLines lines;
  for (const Inspected::Link& link : inspected.links) {
    lines.all.push_back({0, std::string(ui.tr(link.what)), link.label, link.entity, false});
  }
  for (const TreeLine& line : inspected.lines) {
    lines.all.push_back({line.depth, line.name + (line.unknown ? " ?" : ""), line.value, line.link,
                         line.value.empty()});
  }
  draw_lines(ui, "detail/lines", rect, lines, commands);
}

void draw_clause(Ui& ui, const App& app, Rect rect, Commands& commands) {
  const auto clause = static_cast<v1::ClauseStatus::Clause>(app.selection.selected().number);
  ui.canvas.text_in(rect.cut_top(22), lab::clause_words(clause), Type::kTitle, ui.palette.text);
  DetailLines lines;
  for (const ClauseHistoryRow& row : clause_history(*app.replay(), clause, app.day())) {
    lines.all.push_back(
        {0, short_day_words(ui.tr, row.since),
         std::string(ui.tr(row.status_words)) + "  " + row.measure,
         row.because_of != 0 ? Entity{Entity::Kind::kMessage, row.because_of} : Entity{}, false});
  }
  draw_lines(ui, "detail/lines", rect, lines, commands);
}

void draw_event(Ui& ui, const App& app, Rect rect, Commands& commands) {
  const std::uint64_t number = app.selection.selected().number;
  if (number >= app.replay()->events().size()) return;
  const Event& event = app.replay()->events()[number];
  ui.canvas.text_in(rect.cut_top(22), short_day_words(ui.tr, event.day), Type::kTitle,
                    ui.palette.text);
  const float used = ui.canvas.paragraph(rect, event.text, Type::kBody, ui.palette.text);
  rect.cut_top(used + 6);
  DetailLines lines;
  if (!event.why.empty())
    lines.all.push_back({0, std::string(ui.tr("Reason")), event.why, {}, false});
  lines.all.push_back({0,
                       std::string(ui.tr("Source")),
                       event.source.empty() ? std::string(ui.tr("simulated")) : event.source,
                       {},
                       false});
  if (event.message != 0) {
    lines.all.push_back({0,
                         std::string(ui.tr("Message")),
                         "#" + std::to_string(event.message),
                         {Entity::Kind::kMessage, event.message},
                         false});
  }
  draw_lines(ui, "detail/lines", rect, lines, commands);
}

void draw_party(Ui& ui, const App& app, Rect rect, Commands& commands) {
  const auto seat = static_cast<base::SeatId>(app.selection.selected().number);
  const Rect head = rect.cut_top(24);
  ui.canvas.mark(look_of(ui.palette, *app.replay(), seat), {head.x + 6, head.centre().y}, 11);
  ui.canvas.text_in({head.x + 20, head.y, head.w - 20, head.h},
                    seat_words(ui.tr, *app.replay(), seat), Type::kTitle, ui.palette.text);
  DetailLines lines;
  for (const PartyCard& card : parties_view(*app.replay(), app.day())) {
    if (card.seat != seat) continue;
    for (const auto& measure : {card.headline, card.second}) {
      if (!measure) continue;
      lines.all.push_back(
          {0,
           std::string(ui.tr(measure->label)),
           lab::number_words(measure->value, measure->decimals) + " " + measure->unit,
           {},
           false});
    }
    if (card.warning)
      lines.all.push_back({0, std::string(ui.tr("Warning")), card.warning_reason, {}, false});
  }
  // Its own decisions, the latest first, with the reasons that it kept to itself.
  lines.all.push_back({0, std::string(ui.tr("Last decisions")), "", {}, true});
  const Replay& replay = *app.replay();
  int shown = 0;
  for (std::size_t i = replay.messages_until(app.day()); i-- > 0 && shown < 12;) {
    const MessageRow& row = replay.messages()[i];
    using B = v1::Envelope;
    if (row.from != seat || row.kind == B::kNoAct || row.kind == B::kAppraisalRequest) continue;
    const auto envelope = app.file()->envelope(row.id);
    if (envelope == nullptr) continue;
    lines.all.push_back({0,
                         short_day_words(ui.tr, row.day),
                         summary_of(*envelope, replay),
                         {Entity::Kind::kMessage, row.id},
                         false});
    ++shown;
  }
  draw_lines(ui, "detail/lines", rect, lines, commands);
}

void draw_flow(Ui& ui, const App& app, Rect rect, Commands& commands) {
  for (const Flow& flow : flows_view(*app.replay(), app.day())) {
    if (static_cast<std::uint64_t>(flow.id) != app.selection.selected().number) continue;
    ui.canvas.text_in(rect.cut_top(22), ui.tr(flow.title), Type::kTitle, ui.palette.text);
    DetailLines lines;
    const auto amount = [&lines, &ui](const char* what, const std::optional<double>& value,
                                      const std::string& unit) {
      if (value) {
        lines.all.push_back(
            {0, std::string(ui.tr(what)), lab::number_words(*value, 1) + " " + unit, {}, false});
      }
    };
    if (flow.amount) {
      const std::string unit = "t " + flow.material + std::string(ui.tr("/month"));
      amount("This month", flow.amount->month, unit);
      amount("Mean of 12 months", flow.amount->mean, unit);
      amount("Contracted", flow.amount->contracted, unit);
      amount("Cap", flow.amount->cap, unit);
    }
    if (!flow.why.empty()) lines.all.push_back({0, std::string(ui.tr("Why")), flow.why, {}, false});
    if (!flow.how.empty()) {
      lines.all.push_back({0, std::string(ui.tr("Estimated from")), flow.how, {}, false});
    }
    draw_lines(ui, "detail/lines", rect, lines, commands);
  }
}

/// Whether a message or an event is selected that has not come yet, while the future is hidden.
bool is_of_hidden_future(const App& app) {
  if (!app.known_until()) return false;
  const Replay& replay = *app.replay();
  const Entity& entity = app.selection.selected();
  if (entity.kind == Entity::Kind::kMessage) {
    const MessageRow* row = replay.message(entity.number);
    return row != nullptr && row->day > *app.known_until();
  }
  return entity.kind == Entity::Kind::kEvent && entity.number < replay.events().size() &&
         replay.events()[entity.number].day > *app.known_until();
}

}  // namespace

void draw_detail(Ui& ui, const App& app, Rect rect, Commands& commands) {
  if (is_of_hidden_future(app)) {
    ui.empty(rect, ui.tr("What is selected is hidden with the future"));
    return;
  }
  switch (app.selection.selected().kind) {
    case Entity::Kind::kMessage:
      draw_message(ui, app, rect, commands);
      break;
    case Entity::Kind::kClause:
      draw_clause(ui, app, rect, commands);
      break;
    case Entity::Kind::kEvent:
      draw_event(ui, app, rect, commands);
      break;
    case Entity::Kind::kSeat:
      draw_party(ui, app, rect, commands);
      break;
    case Entity::Kind::kFlow:
      draw_flow(ui, app, rect, commands);
      break;
    default:
      ui.empty(rect, ui.tr("Select a party, a message, an event, a clause or a flow"));
      break;
  }
}

}  // namespace monazite::viz
