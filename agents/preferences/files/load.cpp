#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include <agents/preferences/files/detail/encoding.hpp>
#include <agents/preferences/files/detail/genius_xml.hpp>
#include <agents/preferences/files/load.hpp>

namespace monazite::preferences {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestFile = 512U * 1024U * 1024U;

bool looks_like_domain(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".xml" || extension == ".json" || extension == ".yml" ||
         extension == ".yaml" || extension == ".toml";
}

base::Result<SourceFile> read_file(const std::string& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error) {
    return base::fail(base::ErrorCode::kNotFound, path + ": cannot be read: " + error.message());
  }
  if (size > kLargestFile) {
    return base::fail(base::ErrorCode::kBadInput, path + ": is larger than 512 MB");
  }
  std::ifstream in(path, std::ios::binary);
  SourceFile file{path, {std::istreambuf_iterator<char>(in), {}}};
  if (!in.good() && !in.eof()) {
    return base::fail(base::ErrorCode::kIo, path + ": cannot be read");
  }
  return file;
}

/// The files of a folder that may be part of a domain, in alphabetical order of their names.
base::Result<std::vector<std::string>> files_of(const std::string& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (it->is_regular_file(ignored) && looks_like_domain(it->path())) found.push_back(it->path());
  }
  if (error) {
    return base::fail(base::ErrorCode::kIo, folder + ": cannot be listed: " + error.message());
  }
  std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) {
    return a.filename().string() < b.filename().string();
  });
  std::vector<std::string> names;
  for (const fs::path& path : found) names.push_back(path.string());
  if (names.empty()) {
    return base::fail(base::ErrorCode::kBadInput,
                      folder + ": there is no .xml, .json, .yml or .toml file in this folder");
  }
  return names;
}

}  // namespace

base::Result<LoadedDomain> load_domain(const std::vector<std::string>& paths,
                                       std::optional<Semantics> semantics) {
  std::vector<std::string> names = paths;
  std::error_code ignored;
  if (paths.size() == 1 && fs::is_directory(paths.front(), ignored)) {
    auto listed = files_of(paths.front());
    if (!listed) return tl::unexpected<base::Error>(listed.error());
    names = std::move(*listed);
  }
  std::vector<SourceFile> files;
  for (const std::string& name : names) {
    if (fs::is_directory(name, ignored)) {
      return base::fail(base::ErrorCode::kBadInput,
                        name + ": is a folder; name one folder alone, or files");
    }
    auto file = read_file(name);
    if (!file) return tl::unexpected<base::Error>(file.error());
    files.push_back(std::move(*file));
  }
  return load_domain_files(files, semantics);
}

base::Result<LoadedDomain> load_domain_files(const std::vector<SourceFile>& files,
                                             std::optional<Semantics> semantics) {
  if (files.empty()) return base::fail(base::ErrorCode::kBadInput, "a domain needs a file");
  detail::Findings findings;
  std::vector<detail::Text> texts;
  for (const SourceFile& file : files) {
    texts.push_back({file.name, detail::to_utf8(file.name, file.bytes, findings)});
  }
  const Semantics reading = semantics.value_or(Semantics::kGenius);
  auto domain = detail::read_genius(texts, reading, findings);
  if (findings.failed() || !domain) return tl::unexpected<base::Error>(findings.error());
  return LoadedDomain{std::move(*domain), reading, Format::kGenius, findings.warnings()};
}

}  // namespace monazite::preferences
