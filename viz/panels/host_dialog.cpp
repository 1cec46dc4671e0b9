#include <algorithm>
#include <string>
#include <vector>

#include <viz/model/app/online.hpp>
#include <viz/panels/overlays.hpp>
#include <viz/panels/words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

constexpr float kWidth = 780, kHeight = 520, kSeatRow = 34, kTableRow = 30;

void draw_field(Ui& ui, Rect place, const char* id, std::string_view label, std::string_view hint,
                const std::string& now, std::string HostFields::*field, Commands& commands) {
  ui.canvas.text_in(place.cut_top(18, 2), label, Type::kSmall, ui.palette.text2);
  std::string text = now;
  bool submitted = false;
  if (ui.text_field(id, place, text, hint, &submitted)) {
    commands.push([field, text](App& a) { a.online().fields.*field = text; });
  }
  if (submitted) commands.push([](App& a) { a.online().list(a); });
}

std::string state_words(const Ui& ui, const v1::Lobby::Table& table) {
  switch (table.state()) {
    case v1::Lobby::STATE_WAITING:
      return std::string(ui.tr("waits for its players"));
    case v1::Lobby::STATE_OVER:
      return std::string(ui.tr("is over"));
    default:
      return ui.tr("plays, {0}", {day_words(ui.tr, base::Day{table.today()})});
  }
}

void draw_open_seat(Ui& ui, const v1::Lobby::Table& table, const v1::Lobby::Seat& seat, Rect row,
                    Commands& commands) {
  const std::string id = std::to_string(table.number()) + "/" + seat.name();
  row.cut_left(20);
  const Rect button = row.cut_right(150, 10);
  ui.canvas.text_in(row.cut_left(210, 8), ui.tr.party(seat.name(), lab::capital(seat.name())),
                    Type::kBodyBold, ui.palette.text);
  std::string who(ui.tr("free"));
  if (seat.taken()) {
    who = seat.player().empty() ? std::string(ui.tr("taken"))
                                : ui.tr("taken by {0}", {seat.player()});
  }
  ui.canvas.text_in(row, who, Type::kBody, ui.palette.text2);
  const bool free = !seat.taken() && table.state() != v1::Lobby::STATE_OVER;
  if (ui.button("host/seat/" + id, {button.x, button.centre().y - 14, button.w, 28},
                ui.tr("Take the seat"), ButtonStyle::kPlain, free)) {
    const std::uint32_t number = table.number();
    const std::string& name = seat.name();
    commands.push([number, name](App& app) {
      app.let_game_go([number, name](App& a) {
        if (const auto done = a.online().take_seat(a, number, name); !done) {
          a.notice(done.error().message, true);
        }
      });
    });
  }
}

void draw_table(Ui& ui, const v1::Lobby::Table& table, Rect& list, Commands& commands) {
  Rect head = list.cut_top(kTableRow);
  ui.canvas.line({head.x, head.y}, {head.right(), head.y}, ui.palette.hairline);
  const Rect button = head.cut_right(150, 10);
  ui.canvas.text_in(head.cut_left(230, 8),
                    ui.tr("Table {0}", {std::to_string(table.number())}) + ", " + table.scenario(),
                    Type::kBodyBold, ui.palette.text);
  ui.canvas.text_in(head, state_words(ui, table), Type::kBody, ui.palette.text2);
  if (ui.button("host/watch/" + std::to_string(table.number()),
                {button.x, button.centre().y - 13, button.w, 26}, ui.tr("Look on"))) {
    const std::uint32_t number = table.number();
    commands.push([number](App& a) {
      if (const auto done = a.online().watch(a, number); !done) {
        a.notice(done.error().message, true);
      }
    });
  }
  for (const v1::Lobby::Seat& seat : table.seats()) {
    if (seat.open()) draw_open_seat(ui, table, seat, list.cut_top(kSeatRow), commands);
  }
}

float height_of(const v1::Lobby& lobby) {
  float height = 0;
  for (const v1::Lobby::Table& table : lobby.tables()) {
    height += kTableRow;
    for (const v1::Lobby::Seat& seat : table.seats()) height += seat.open() ? kSeatRow : 0;
  }
  return height;
}

void draw_lobby(Ui& ui, const App& app, Rect inside, Commands& commands) {
  const LobbyList* lobby = app.online().lobby();
  if (lobby == nullptr) {
    ui.canvas.paragraph(
        inside,
        ui.tr("A host plays a crisis whose seats others take: ./monazite host starts one. Whoever "
              "started it knows the address and the token."),
        Type::kBody, ui.palette.text2);
    return;
  }
  const LobbyList::State& state = lobby->state();
  if (!state.sentence.empty()) {
    ui.canvas.paragraph(inside.cut_bottom(40), ui.tr(state.sentence), Type::kBody,
                        ui.palette.stopped().word);
  }
  if (!state.heard) {
    if (state.sentence.empty()) {
      ui.canvas.text_in(inside.cut_top(24),
                        ui.tr("Connecting to {0}…", {net::to_string(lobby->place().address)}),
                        Type::kBody, ui.palette.text2);
    }
    return;
  }
  Rect list = ui.scroll_begin("host/tables", inside, height_of(state.lobby));
  for (const v1::Lobby::Table& table : state.lobby.tables()) draw_table(ui, table, list, commands);
  ui.scroll_end();
}

/// Hosts that were joined before: a click names one again.
void draw_hosts(Ui& ui, const App& app, Rect& inside, Commands& commands) {
  const std::vector<std::string>& hosts = app.settings.hosts;
  if (hosts.empty()) return;
  ui.canvas.text_in(inside.cut_top(20), ui.tr("Hosts joined before"), Type::kSmall,
                    ui.palette.text2);
  for (std::size_t i = 0; i < hosts.size(); ++i) {
    Rect row = inside.cut_top(30);
    const float width = std::min(row.w, ui.canvas.width(hosts[i], Type::kBody) + 24);
    const std::string& address = hosts[i];
    if (ui.button("host/again/" + std::to_string(i), row.cut_left(width).inset(0, 2), address,
                  ButtonStyle::kQuiet)) {
      commands.push([address](App& a) { a.online().fields.address = address; });
    }
  }
  inside.cut_top(10);
}

}  // namespace

void draw_host_dialog(Ui& ui, const App& app, const Rect& window, Commands& commands) {
  Rect inside =
      begin_dialog(ui, window, {kWidth, std::min(kHeight, window.h - 80)}, ui.tr("Join a host"));
  const HostFields& fields = app.online().fields;
  Rect row = inside.cut_top(52, 8);
  const Rect list = row.cut_right(140, 10);
  draw_field(ui, row.cut_left(230, 10), "host/address", ui.tr("Host"), ui.tr("HOST:PORT"),
             fields.address, &HostFields::address, commands);
  draw_field(ui, row.cut_left(180, 10), "host/token", ui.tr("Token"), ui.tr("as the host told"),
             fields.token, &HostFields::token, commands);
  draw_field(ui, row, "host/name", ui.tr("Your name"), ui.tr("for the others"), fields.name,
             &HostFields::name, commands);
  if (ui.button("host/list", {list.x, list.bottom() - 32, list.w, 32}, ui.tr("Show the tables"),
                ButtonStyle::kPrimary, !fields.address.empty())) {
    commands.push([](App& a) { a.online().list(a); });
  }
  Rect choices = inside.cut_top(26, 10);
  if (ui.checkbox("host/tls", choices.cut_left(230, 10), ui.tr("Encrypted (TLS)"), fields.tls)) {
    commands.push([](App& a) { a.online().fields.tls = !a.online().fields.tls; });
  }
  if (ui.checkbox("host/everything", choices, ui.tr("See everything, with the watch token"),
                  fields.everything)) {
    commands.push([](App& a) { a.online().fields.everything = !a.online().fields.everything; });
  }
  if (app.online().lobby() == nullptr) draw_hosts(ui, app, inside, commands);
  draw_lobby(ui, app, inside, commands);
}

void draw_watch_state(Ui& ui, const App& app, Rect rect, Commands& commands) {
  const TableWatch* watch = app.online().watching();
  if (watch == nullptr || app.online().opened()) return;
  const TableWatch::State& state = watch->state();
  const std::string host = net::to_string(watch->place().address);
  const bool failed = state.stage == TableWatch::Stage::kFailed;
  std::string words;
  switch (state.stage) {
    case TableWatch::Stage::kWaits:
      words = ui.tr("Table {0} at {1} waits for its players; it is shown as soon as it begins",
                    {std::to_string(std::max(1U, watch->table())), host});
      break;
    case TableWatch::Stage::kFailed:
      words = ui.tr("{0} does not let you look on", {host});
      break;
    default:
      words = ui.tr("Connecting to {0}…", {host});
  }
  Rect stop = rect.cut_right(110, 10);
  if (ui.button("watch/stop", stop.cut_top(32), ui.tr("Stop"))) commands.run("host.stop");
  ui.canvas.text_in(rect.cut_top(22), words, Type::kBodyBold,
                    failed ? ui.palette.stopped().word : ui.palette.text);
  if (state.stage != TableWatch::Stage::kWaits) {
    ui.canvas.paragraph(rect, ui.tr(state.sentence), Type::kSmall, ui.palette.text2, 16);
  }
}

}  // namespace monazite::viz
