#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <nlohmann/json.hpp>

#include <viz/model/bookmarks.hpp>
#include <viz/model/json_file.hpp>

namespace monazite::viz {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestText = 500;

/// Cuts between characters, never inside one.
std::string shortened(std::string text) {
  if (text.size() <= kLongestText) return text;
  std::size_t end = kLongestText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
  return text;
}

std::optional<base::Day> day_of(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return base::parse_day(found->get<std::string>());
}

bool read(const json& document, Bookmarks& bookmarks) {
  if (!document.is_object()) return false;
  const auto list = document.find("bookmarks");
  if (list == document.end()) return true;
  if (!list->is_array()) return false;
  for (const json& entry : *list) {
    if (!entry.is_object()) return false;
    const std::optional<base::Day> day = day_of(entry, "day");
    const auto text = entry.find("text");
    if (!day || text == entry.end() || !text->is_string()) return false;
    bookmarks.add({*day, day_of(entry, "until"), text->get<std::string>(), false});
  }
  return true;
}

}  // namespace

std::string sidecar_path(const std::string& recording_path) {
  std::filesystem::path path(recording_path);
  path.replace_extension(".view.json");
  return path.string();
}

std::string config_sidecar_path(const std::string& recording_path,
                                const std::string& config_folder) {
  // Two recordings of one name in two folders must not share it.
  std::error_code fault;
  const std::filesystem::path whole = std::filesystem::absolute(recording_path, fault);
  std::uint64_t folder = 1469598103934665603ULL;
  for (const char letter : whole.parent_path().string()) {
    folder = (folder ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
  }
  return (std::filesystem::path(config_folder) / "bookmarks" /
          (whole.stem().string() + "-" + std::to_string(folder) + ".view.json"))
      .string();
}

base::Result<Bookmarks> Bookmarks::load(const std::string& recording_path,
                                        const std::string& config_folder) {
  std::vector<std::string> places{sidecar_path(recording_path)};
  if (!config_folder.empty()) places.push_back(config_sidecar_path(recording_path, config_folder));
  for (const std::string& path : places) {
    const std::optional<std::string> text = read_small_file(path);
    if (!text) continue;
    Bookmarks bookmarks;
    const json document = json::parse(*text, nullptr, false);
    if (document.is_discarded() || !read(document, bookmarks)) {
      return base::fail(base::ErrorCode::kDamaged,
                        path + " is damaged: its bookmarks are not shown; delete or repair it.");
    }
    return bookmarks;
  }
  return Bookmarks{};
}

base::Result<void> Bookmarks::save(const std::string& recording_path,
                                   const std::string& config_folder) const {
  json list = json::array();
  for (const Bookmark& bookmark : all_) {
    if (bookmark.by_author) continue;
    json entry{{"day", base::to_string(bookmark.day)}, {"text", bookmark.text}};
    if (bookmark.until) entry["until"] = base::to_string(*bookmark.until);
    list.push_back(std::move(entry));
  }
  const std::string text =
      json{{"bookmarks", list}}.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
  auto beside = write_small_file(sidecar_path(recording_path), text);
  if (beside || config_folder.empty()) return beside;
  const std::string elsewhere = config_sidecar_path(recording_path, config_folder);
  std::error_code fault;
  std::filesystem::create_directories(std::filesystem::path(elsewhere).parent_path(), fault);
  return write_small_file(elsewhere, text);
}

void Bookmarks::add(Bookmark bookmark) {
  bookmark.text = shortened(std::move(bookmark.text));
  if (bookmark.until && *bookmark.until < bookmark.day) std::swap(*bookmark.until, bookmark.day);
  const auto after =
      std::upper_bound(all_.begin(), all_.end(), bookmark,
                       [](const Bookmark& a, const Bookmark& b) { return a.day < b.day; });
  all_.insert(after, std::move(bookmark));
}

void Bookmarks::remove(std::size_t position) {
  if (position < all_.size()) all_.erase(all_.begin() + static_cast<std::ptrdiff_t>(position));
}

void Bookmarks::change(std::size_t position, std::string text) {
  if (position < all_.size()) all_[position].text = shortened(std::move(text));
}

std::vector<Bookmark> author_bookmarks(const Replay& replay) {
  std::vector<Bookmark> all;
  for (const Event& event : replay.events()) {
    if (event.source.empty()) continue;
    all.push_back({event.day, std::nullopt, event.text + " [" + event.source + "]", true});
  }
  return all;
}

}  // namespace monazite::viz
