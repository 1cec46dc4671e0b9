#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include <world/scenarios/builtin.hpp>
#include <world/scenarios/detail/document.hpp>
#include <world/scenarios/detail/read.hpp>
#include <world/scenarios/load.hpp>

namespace monazite::scenarios {
namespace {

constexpr std::string_view kSuffix = ".toml";

bool is_path(std::string_view name) {
  const bool suffixed =
      name.size() > kSuffix.size() && name.substr(name.size() - kSuffix.size()) == kSuffix;
  return suffixed || name.find('/') != std::string_view::npos;
}

std::string stem_of(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  if (is_path(path)) path.remove_suffix(kSuffix.size());
  return std::string(path);
}

std::optional<detail::Text> find_builtin(std::string_view name) {
  const auto content = builtin_text(name);
  if (!content) return std::nullopt;
  return detail::Text{std::string(name) + std::string(kSuffix), std::string(name),
                      std::string(*content)};
}

std::optional<detail::Text> find_file(const std::string& path) {
  std::error_code unknown;
  if (std::filesystem::is_directory(path, unknown)) return std::nullopt;  // opens, but throws later
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string content{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) return std::nullopt;
  return detail::Text{path, stem_of(path), std::move(content)};
}

std::optional<detail::Text> builtin_only(std::string_view name, const detail::Text&) {
  return find_builtin(name);
}

std::optional<detail::Text> builtin_or_beside(std::string_view name, const detail::Text& from) {
  if (!is_path(name)) return find_builtin(name);
  const std::size_t slash = from.file.find_last_of('/');
  const bool absolute = name.front() == '/';
  const std::string folder =
      absolute || slash == std::string::npos ? "" : from.file.substr(0, slash + 1);
  return find_file(folder + std::string(name));
}

void read_heading(detail::Reader& top, Scenario& scenario) {
  scenario.name = top.text("name").value_or("");
  scenario.title = top.text("title").value_or("");
  scenario.summary = top.text("summary").value_or("");
}

Loaded read(const detail::Text& text, const detail::Lookup& lookup, const Settings& settings) {
  std::vector<Fault> unread;
  const auto document = detail::resolve(text, lookup, settings, unread);
  if (!document) return tl::unexpected<std::vector<Fault>>(std::move(unread));
  Scenario scenario;
  detail::FaultList faults(text.file, std::move(unread));
  detail::Reader top(*document, "", document->source(), faults);
  read_heading(top, scenario);
  detail::read_calendar(top, scenario);
  detail::read_sources(top, scenario);
  detail::read_seats(top, scenario);
  detail::read_parameters(top, scenario);
  detail::read_makers(top, scenario);
  detail::read_offices(top, scenario);
  detail::read_observations(top, scenario);
  detail::read_agendas(top, scenario);
  detail::read_conduct(top, scenario);
  detail::read_regime_path(top, scenario);
  detail::read_events(top, scenario);
  detail::read_later_facts(top, scenario);
  top.finish();
  if (!faults.empty()) return tl::unexpected<std::vector<Fault>>(faults.take());
  scenario.text = detail::print(*document);
  return scenario;
}

Loaded not_there(std::string found, std::string expected, std::string nearest) {
  Fault fault;
  fault.found = std::move(found);
  fault.expected = std::move(expected);
  fault.nearest = std::move(nearest);
  return tl::unexpected<std::vector<Fault>>({std::move(fault)});
}

bool is_fragment(const toml::table& document) {
  return document["fragment"].value_or(false);
}

}  // namespace

Loaded load_builtin(std::string_view name, const Settings& settings) {
  if (const auto text = find_builtin(name)) return read(*text, builtin_only, settings);
  std::vector<std::string> names;
  for (const Listed& listed : list_builtin()) names.push_back(listed.name);
  return not_there("unknown scenario \"" + std::string(name) + "\"",
                   "a built-in scenario or a TOML file", nearest_name(name, names));
}

Loaded load_file(const std::string& path, const Settings& settings) {
  if (const auto text = find_file(path)) return read(*text, builtin_or_beside, settings);
  return not_there("no readable file \"" + path + "\"", "a TOML file", {});
}

Loaded load_text(std::string_view text, const std::string& file, const Settings& settings) {
  return read(detail::Text{file, stem_of(file), std::string(text)}, builtin_only, settings);
}

Loaded load(const std::string& name_or_path, const Settings& settings) {
  return is_path(name_or_path) ? load_file(name_or_path, settings)
                               : load_builtin(name_or_path, settings);
}

std::vector<Listed> list_builtin() {
  std::vector<Listed> result;
  for (const std::string& name : builtin_names()) {
    const auto own = toml::parse(*builtin_text(name));
    if (!own || is_fragment(own.table())) continue;
    result.push_back(
        {name, own["title"].value_or(std::string()), own["summary"].value_or(std::string())});
  }
  return result;
}

}  // namespace monazite::scenarios
