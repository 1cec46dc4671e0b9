#include <cstdio>
#include <filesystem>
#include <system_error>

#include <protocol/recording/reading.hpp>
#include <world/app/commands_detail.hpp>

namespace monazite::app {

std::optional<scenarios::Scenario> load_scenario(const std::string& name_or_path,
                                                 const std::vector<std::string>& settings,
                                                 int& exit_code) {
  auto loaded = scenarios::load(name_or_path, settings);
  if (loaded) return std::move(*loaded);
  std::fputs(scenarios::to_string(loaded.error()).c_str(), stderr);
  exit_code = kBadInput;
  return std::nullopt;
}

base::Result<std::string> make_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error || !std::filesystem::is_directory(path)) {
    return base::fail(base::ErrorCode::kIo, "cannot make the folder " + path + ": " +
                                                (error ? error.message() : "a file is in the way") +
                                                "; choose another with --out");
  }
  return path;
}

int tell_damage(recording::Recording& recording) {
  recording.check();
  const recording::Damage damage = recording.damage();
  if (!damage.any()) return kSuccess;
  return tell_error({base::ErrorCode::kDamaged, damage.sentence() + " " + damage.remedy()});
}

}  // namespace monazite::app
