#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <agents/preferences/files/load.hpp>
#include <agents/preferences/files/write.hpp>
#include <world/app/commands_detail.hpp>

namespace monazite::app {
namespace {

struct ConvertOptions {
  std::string from;
  std::string to_path;
  std::string to;
  std::string semantics;
  bool json = false;
};

std::string report(const preferences::LoadedDomain& loaded, const std::vector<std::string>& paths,
                   const std::vector<std::string>& lost) {
  std::string text;
  for (const std::string& path : paths) text += path + "\n";
  text += std::to_string(loaded.domain.agenda.issues().size()) + " issues, " +
          std::to_string(loaded.domain.agenda.size()) + " packages, " +
          std::to_string(loaded.domain.profiles.size()) + " parties, read with the semantics of " +
          (loaded.semantics == preferences::Semantics::kGenius ? "genius" : "negmas") + "\n";
  for (const std::string& sentence : lost) text += "not kept: " + sentence + "\n";
  return text;
}

std::string report_json(const preferences::LoadedDomain& loaded,
                        const std::vector<std::string>& paths,
                        const std::vector<std::string>& lost) {
  nlohmann::ordered_json json;
  json["files"] = paths;
  json["format"] = preferences::name_of(loaded.format);
  json["semantics"] = loaded.semantics == preferences::Semantics::kGenius ? "genius" : "negmas";
  json["outcomes"] = loaded.domain.agenda.size();
  json["parties"] = loaded.domain.profiles.size();
  json["not_kept"] = lost;
  json["warnings"] = loaded.warnings;
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

int convert(const ConvertOptions& options) {
  std::optional<preferences::Semantics> semantics;
  if (!options.semantics.empty()) {
    semantics = options.semantics == "genius" ? preferences::Semantics::kGenius
                                              : preferences::Semantics::kNegmas;
  }
  const auto loaded = preferences::load_domain({options.from}, semantics);
  if (!loaded) return tell_error(loaded.error());
  const auto written = preferences::write_domain(
      loaded->domain, *preferences::format_of(options.to), loaded->semantics);
  if (!written) return tell_error(written.error());
  const auto paths = preferences::save_domain(*written, options.to_path);
  if (!paths) return tell_error(paths.error());
  if (options.json) {
    return print(report_json(*loaded, *paths, written->lost)) ? kSuccess : kFailure;
  }
  for (const std::string& warning : loaded->warnings) {
    std::fputs(("monazite: " + warning + "\n").c_str(), stderr);
  }
  return print(report(*loaded, *paths, written->lost)) ? kSuccess : kFailure;
}

}  // namespace

void add_convert(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ConvertOptions>();
  CLI::App* command = app.add_subcommand(
      "convert", "Write a negotiation domain in another program's format (see docs/domains.md)");
  command->add_option("in", options->from, "A folder with a domain, or a .toml file")->required();
  command
      ->add_option("out", options->to_path,
                   "Folder for the files; for toml also the name of a .toml file")
      ->required();
  command->add_option("--to", options->to, "genius, geniusweb, negmas or toml")
      ->required()
      ->check(CLI::IsMember({"genius", "geniusweb", "negmas", "toml"}));
  command
      ->add_option("--semantics", options->semantics,
                   "Whose reading of the files keeps its utilities: genius (default for Genius XML "
                   "and GeniusWeb) or negmas (default for the others)")
      ->check(CLI::IsMember({"genius", "negmas"}));
  command->add_flag("--json", options->json, "Print one JSON object instead of text");
  command->callback([options, &exit_code] { exit_code = convert(*options); });
}

}  // namespace monazite::app
