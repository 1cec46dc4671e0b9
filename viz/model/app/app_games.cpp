#include <optional>
#include <utility>

#include <viz/model/app/app.hpp>
#include <viz/model/app/online.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/model/seat/class_table.hpp>
#include <viz/model/what_if/what_if.hpp>

namespace monazite::viz {

base::Result<void> App::start_what_if() {
  if (what_if_ != nullptr) return {};
  if (file_ == nullptr || replay()->scenario() == nullptr) {
    return base::fail(base::ErrorCode::kNotFound,
                      "what if needs a recording of the trade; open one, or the demo crisis");
  }
  file_->read_all();
  auto made =
      WhatIf::make(*file_, work_in_line ? WhatIf::Mode::kInLine : WhatIf::Mode::kBackground);
  if (!made) return tl::unexpected<base::Error>(made.error());
  what_if_ = std::move(*made);
  what_if_->set_day(day());
  return {};
}

base::Result<void> App::sit_down(const std::string& seat_name, std::uint64_t seed,
                                 std::optional<base::Day> from) {
  auto table = SeatTable::sit_down("june-2025", seat_name, seed);
  if (!table) return tl::unexpected<base::Error>(table.error());
  seat_ = std::move(*table);
  if (from) seat_->staff_until(*from);
  set_layout(Layout::kSeat);
  return {};
}

void App::sit_at(std::unique_ptr<SeatTable> table) {
  seat_ = std::move(table);
  set_layout(Layout::kSeat);
}

bool App::look_at_hosts() {
  return online_->poll(*this);
}

base::Result<void> App::open_class(const std::string& folder) {
  auto room = game::ClassRoom::open(folder, "japan");
  if (!room) {
    notice(room.error().message, true);
    return tl::unexpected<base::Error>(room.error());
  }
  class_ = std::make_unique<game::ClassRoom>(*std::move(room));
  view.class_row.reset();
  view.class_hovered.reset();
  view.overlay = Overlay::kNone;
  set_layout(Layout::kClass);
  return {};
}

base::Result<void> App::swap_futures() {
  if (what_if_ == nullptr || what_if_->b() == nullptr) {
    return base::fail(base::ErrorCode::kNotFound,
                      "there is no B to swap with: change a decision or a number first");
  }
  const base::Day today = day();
  const auto zoom = view.zoom, first_zoom = view.first_zoom;
  Before now;
  now.file = file_;
  now.path = path_;
  now.bookmarks = bookmarks;
  now.what_if = std::move(what_if_);
  std::optional<Before> before = std::exchange(before_swap_, std::nullopt);
  WhatIf& old = *now.what_if;
  const std::shared_ptr<RecordingFile> b = old.share_b();
  const bool back = before && !old.changed() && before->file == b;
  open_file(b);
  if (back) {
    path_ = before->path;
    bookmarks = std::move(before->bookmarks);
    what_if_ = std::move(before->what_if);
  } else {
    auto made =
        WhatIf::make(*file_, work_in_line ? WhatIf::Mode::kInLine : WhatIf::Mode::kBackground);
    if (!made) {  // as it was
      open_file(now.file);
      path_ = now.path;
      bookmarks = std::move(now.bookmarks);
      what_if_ = std::move(now.what_if);
      return tl::unexpected<base::Error>(made.error());
    }
    what_if_ = std::move(*made);
    what_if_->compare_with(now.file, old.title_of_a(), old.title(), old.parts_on().value_or(today));
    what_if_->set_day(old.day());
  }
  what_if_->take_pin(old);
  before_swap_ = std::move(now);
  time.seek(today);
  view.zoom = zoom;
  view.first_zoom = first_zoom;
  view.layout = Layout::kWhatIf;
  return {};
}

void App::leave_seat() {
  seat_.reset();
  if (view.layout == Layout::kSeat) view.layout = Layout::kOverview;
}

void App::let_game_go(std::function<void(App&)> then) {
  if (seat_ == nullptr || !seat_->unsaved()) return then(*this);
  once_let_go_ = std::move(then);
  view.overlay = Overlay::kKeepGame;
}

void App::answer_let_go(bool save) {
  if (save && !save_game()) return;
  if (seat_ != nullptr) seat_->need_not_be_saved();
  view.overlay = Overlay::kNone;
  if (const auto then = std::exchange(once_let_go_, nullptr)) then(*this);
}

bool App::save_game() {
  if (seat_ == nullptr) return false;
  const auto path = seat_->save();
  if (path) saved_game = *path;
  const Strings tr(settings.language);
  notice(path ? tr("Your game is in {0}", {*path}) : path.error().message, !path);
  return path.has_value();
}

bool App::may_quit() {
  if (seat_ == nullptr || !seat_->unsaved()) return true;
  let_game_go([](App& app) { app.wants_to_quit = true; });
  return false;
}

}  // namespace monazite::viz
