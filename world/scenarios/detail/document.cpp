#include <locale>
#include <sstream>
#include <utility>

#include <protocol/base/toml_text.hpp>
#include <world/scenarios/builtin.hpp>
#include <world/scenarios/detail/document.hpp>

namespace monazite::scenarios::detail {
namespace {

constexpr int kDeepestExtension = 8;

Fault fault_at(const toml::source_region& where, std::string_view file) {
  Fault fault;
  fault.file = where.path ? *where.path : std::string(file);
  fault.line = static_cast<int>(where.begin.line);
  fault.column = static_cast<int>(where.begin.column);
  return fault;
}

std::optional<toml::table> parse(std::string_view content, std::string_view file,
                                 std::vector<Fault>& faults) {
  auto table = base::read_toml(content, file);
  if (table) return std::move(*table);
  Fault fault;
  fault.file = std::string(file);
  fault.line = static_cast<int>(table.error().line);
  fault.column = static_cast<int>(table.error().column);
  fault.found = "broken TOML (" + table.error().what + ")";
  fault.expected = "valid TOML 1.0";
  faults.push_back(std::move(fault));
  return std::nullopt;
}

bool is_number_with_provenance(const toml::node& node) {
  const toml::table* table = node.as_table();
  return table != nullptr && table->contains("value");
}

/// A quantity of [observation] with what it says of its delays and errors.
bool is_sight(const toml::node& node) {
  const toml::table* table = node.as_table();
  return table != nullptr && (table->contains("delay_months") || table->contains("error_log_sd"));
}

/// A changed value no longer rests on the source of the old one.
void forget_provenance(toml::table& number) {
  number.insert_or_assign("confidence", "assumption");
  number.erase("source");
}

void merge(toml::table& base, toml::table& over) {
  for (auto&& [key, node] : over) {
    toml::node* old = base.get(key.str());
    if (old == nullptr) {
      base.insert_or_assign(key, std::move(node));
    } else if (old->is_table() && node.is_table()) {
      toml::table& number = *old->as_table();
      const bool changes_value =
          (is_number_with_provenance(number) && is_number_with_provenance(node)) ||
          (is_sight(number) && is_sight(node));
      if (changes_value) forget_provenance(number);
      merge(number, *node.as_table());
    } else if (is_number_with_provenance(*old)) {
      forget_provenance(*old->as_table());
      old->as_table()->insert_or_assign("value", std::move(node));
    } else {
      base.erase(key.str());  // so that the key's place is the new one
      base.insert_or_assign(key, std::move(node));
    }
  }
}

/// "key=value" as TOML; a value that is no TOML (nash) is text. Line breaks before it make its line
/// number the number of the setting.
std::optional<toml::table> parse_setting(const std::string& setting, std::size_t ordinal,
                                         std::vector<Fault>& faults) {
  const std::string above(ordinal, '\n');
  std::vector<Fault> as_toml;
  if (auto table = parse(above + setting, kSettingFile, as_toml)) {
    if (!table->empty() && setting.find('\n') == std::string::npos) return table;
  }
  const std::size_t equals = setting.find('=');
  const bool plain =
      equals != std::string::npos && setting.find_first_of("\"'\\\n\r[{") == std::string::npos;
  if (plain) {
    std::vector<Fault> as_text;
    const std::string quoted =
        setting.substr(0, equals + 1) + "\"" + setting.substr(equals + 1) + "\"";
    if (auto table = parse(above + quoted, kSettingFile, as_text)) return table;
  }
  Fault fault;
  fault.file = std::string(kSettingFile);
  fault.line = static_cast<int>(ordinal) + 1;
  fault.column = as_toml.empty() ? 1 : as_toml.front().column;
  fault.found = "\"" + setting + "\"";
  fault.expected = "key=value, as in ore.mined_reo_t_per_year=2000";
  faults.push_back(std::move(fault));
  return std::nullopt;
}

/// A run cut short by a setting leaves out what lies after its end; a file's own dates must lie
/// inside.
void remember_full_calendar(toml::table& document, const std::optional<toml::date>& planned) {
  toml::table* calendar = document["calendar"].as_table();
  if (calendar == nullptr || !planned || calendar->contains("full_until")) return;
  const auto last = (*calendar)["last_day"].value_exact<toml::date>();
  if (last && *last < *planned) calendar->insert_or_assign("full_until", *planned);
}

std::optional<toml::table> layers(const Text& text, const Lookup& lookup, int depth,
                                  std::vector<Fault>& faults) {
  auto own = parse(text.content, text.file, faults);
  if (!own) return std::nullopt;
  const toml::node* extends = own->get("extends");
  if (extends == nullptr) return own;
  const auto name = extends->value_exact<std::string>();
  Fault fault = fault_at(extends->source(), text.file);
  fault.expected = "the name of a scenario or the path of a TOML file";
  if (!name) {
    fault.found = "something else than text in extends";
    faults.push_back(std::move(fault));
    return std::nullopt;
  }
  const auto found = lookup(*name, text);
  if (!found || depth >= kDeepestExtension) {
    fault.found = (found ? "too long a chain of extensions at \"" : "unknown scenario \"") + *name +
                  "\" in extends";
    if (!found) fault.nearest = nearest_name(*name, builtin_names());
    faults.push_back(std::move(fault));
    return std::nullopt;
  }
  auto base = layers(*found, lookup, depth + 1, faults);
  if (!base) return std::nullopt;
  own->erase("extends");
  base->erase("name");
  base->erase("fragment");
  merge(*base, *own);
  return base;
}

}  // namespace

std::optional<toml::table> resolve(const Text& text, const Lookup& lookup,
                                   const std::vector<std::string>& settings,
                                   std::vector<Fault>& faults) {
  auto document = layers(text, lookup, 0, faults);
  if (!document) return std::nullopt;
  if (!document->contains("name")) document->insert_or_assign("name", text.stem);
  const auto planned_last_day = (*document)["calendar"]["last_day"].value_exact<toml::date>();
  for (std::size_t i = 0; i < settings.size(); ++i) {
    if (auto setting = parse_setting(settings[i], i, faults)) merge(*document, *setting);
  }
  remember_full_calendar(*document, planned_last_day);
  return document;
}

std::string print(const toml::table& document) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out << toml::toml_formatter{document} << '\n';
  return out.str();
}

}  // namespace monazite::scenarios::detail
