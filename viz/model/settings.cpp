#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <nlohmann/json.hpp>

#include <viz/model/json_file.hpp>
#include <viz/model/settings.hpp>

namespace monazite::viz {
namespace {

using nlohmann::json;

constexpr const char* kFile = "view.json";

/// Takes a key out of the object when it is of the kind that is wanted; what is not stays among the
/// others, and its default holds.
template <class Take>
void take(json& object, const char* key, bool (json::*is)() const noexcept, const Take& use) {
  const auto found = object.find(key);
  if (found == object.end() || !((*found).*is)()) return;
  use(*found);
  object.erase(key);
}

/// Texts of a list, at most `most`.
void read_texts(const json& list, std::size_t most, std::vector<std::string>& texts) {
  for (const json& entry : list) {
    if (entry.is_string() && texts.size() < most) texts.push_back(entry.get<std::string>());
  }
}

void put_first(std::vector<std::string>& texts, const std::string& text, std::size_t most) {
  texts.erase(std::remove(texts.begin(), texts.end(), text), texts.end());
  texts.insert(texts.begin(), text);
  if (texts.size() > most) texts.resize(most);
}

}  // namespace

void ViewSettings::opened(const std::string& path) {
  put_first(recent, path, kMostRecent);
}

bool ViewSettings::joined(const std::string& address) {
  if (!hosts.empty() && hosts.front() == address) return false;
  put_first(hosts, address, kMostHosts);
  return true;
}

std::string config_folder() {
  // The base directory specification ignores relative paths.
  const char* base = std::getenv("XDG_CONFIG_HOME");
  if (base != nullptr && base[0] == '/') return std::string(base) + "/monazite";
  const char* home = std::getenv("HOME");
  return home != nullptr && home[0] == '/' ? std::string(home) + "/.config/monazite"
                                           : std::string{};
}

LoadedSettings load_settings(const std::string& folder) {
  LoadedSettings loaded;
  const std::string path = (std::filesystem::path(folder) / kFile).string();
  const std::optional<std::string> text = folder.empty() ? std::nullopt : read_small_file(path);
  if (!text) return loaded;
  json object = json::parse(*text, nullptr, false);
  if (!object.is_object()) {
    loaded.note = path + " is damaged: the viewer starts with its defaults.";
    return loaded;
  }
  ViewSettings& s = loaded.settings;
  take(object, "theme", &json::is_string, [&](const json& v) { s.dark = v != "light"; });
  take(object, "language", &json::is_string,
       [&](const json& v) { s.language = v == "ja" ? Language::kJapanese : Language::kEnglish; });
  take(object, "scale", &json::is_number, [&](const json& v) {
    const double scale = v.get<double>();
    s.scale =
        std::isfinite(scale) && scale > 0
            ? std::clamp(static_cast<float>(scale), ViewSettings::kSmallest, ViewSettings::kLargest)
            : 0;
  });
  take(object, "spoilers", &json::is_boolean, [&](const json& v) { s.spoilers = v.get<bool>(); });
  take(object, "layout", &json::is_number_integer, [&](const json& v) {
    s.layout = static_cast<int>(std::clamp<std::int64_t>(v.get<std::int64_t>(), 0, 9));
  });
  take(object, "recent", &json::is_array,
       [&](const json& v) { read_texts(v, ViewSettings::kMostRecent, s.recent); });
  take(object, "hosts", &json::is_array,
       [&](const json& v) { read_texts(v, ViewSettings::kMostHosts, s.hosts); });
  s.others = object.dump();
  return loaded;
}

base::Result<void> save_settings(const ViewSettings& settings, const std::string& folder) {
  if (folder.empty()) {
    return base::fail(base::ErrorCode::kIo,
                      "There is no folder for settings: set HOME or XDG_CONFIG_HOME.");
  }
  json object = json::parse(settings.others, nullptr, false);
  if (!object.is_object()) object = json::object();
  object["theme"] = settings.dark ? "dark" : "light";
  object["language"] = settings.language == Language::kJapanese ? "ja" : "en";
  object["scale"] = settings.scale;
  object["spoilers"] = settings.spoilers;
  object["layout"] = settings.layout;
  object["recent"] = settings.recent;
  object["hosts"] = settings.hosts;
  std::error_code fault;
  std::filesystem::create_directories(folder, fault);
  return write_small_file((std::filesystem::path(folder) / kFile).string(),
                          object.dump(2, ' ', false, json::error_handler_t::replace) + "\n");
}

}  // namespace monazite::viz
