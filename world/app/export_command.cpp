#include <memory>

#include <CLI/CLI.hpp>

#include <protocol/recording/reading.hpp>
#include <world/app/commands_detail.hpp>
#include <world/lab/csv_export.hpp>
#include <world/lab/domain_recording.hpp>

namespace monazite::app {
namespace {

struct ExportOptions {
  std::string file;
  std::string csv;
};

int export_csv(const ExportOptions& options) {
  auto recording = recording::Recording::open(options.file);
  if (!recording) return tell_error(recording.error());
  if (lab::is_domain_recording(*recording)) {
    return tell_error({base::ErrorCode::kBadInput,
                       options.file +
                           " is a negotiation over a domain, which has no months to export; "
                           "`monazite replay FILE --json` gives its offers"});
  }
  const auto scenario =
      scenarios::load_text(recording->header().scenario_text(), "scenario in " + options.file);
  if (!scenario) {
    std::fputs(scenarios::to_string(scenario.error()).c_str(), stderr);
    return kFailure;
  }
  if (const auto made = make_folder(options.csv); !made) return tell_error(made.error());
  const auto written = lab::export_csv(*recording, *scenario, options.csv);
  if (!written) return tell_error(written.error());
  std::string out;
  for (const lab::WrittenFile& file : *written) {
    out += file.path + "  " + std::to_string(file.rows) + " rows\n";
  }
  if (!print(out)) return kFailure;
  return tell_damage(*recording);
}

}  // namespace

void add_export(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App* command = app.add_subcommand("export", "Write what a recording holds as CSV files");
  command->add_option("file", options->file, "A recording (.mcap)")->required();
  command
      ->add_option("--csv", options->csv, "Folder for messages, prices, flows, stocks and clauses")
      ->required();
  command->callback([options, &exit_code] { exit_code = export_csv(*options); });
}

}  // namespace monazite::app
