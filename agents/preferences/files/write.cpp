#include <filesystem>
#include <fstream>
#include <system_error>

#include <agents/preferences/files/detail/writing.hpp>
#include <agents/preferences/files/write.hpp>

namespace monazite::preferences {

namespace fs = std::filesystem;

base::Result<WrittenDomain> write_domain(const Domain& domain, Format format, Semantics semantics) {
  switch (format) {
    case Format::kGenius:
      return detail::write_genius(domain, semantics);
    case Format::kGeniusWeb:
      return detail::write_geniusweb(domain, semantics);
    case Format::kNegmas:
      return detail::write_negmas(domain, semantics);
    case Format::kToml:
      return detail::write_toml(domain);
  }
  return base::fail(base::ErrorCode::kBadInput, "there is no such format");
}

base::Result<std::vector<std::string>> save_domain(const WrittenDomain& written,
                                                   const std::string& path) {
  const bool to_file = written.files.size() == 1 && fs::path(path).extension() == ".toml";
  const fs::path folder = to_file ? fs::path(path).parent_path() : fs::path(path);
  std::error_code error;
  if (!folder.empty()) fs::create_directories(folder, error);
  if (error || (!folder.empty() && !fs::is_directory(folder, error))) {
    return base::fail(base::ErrorCode::kIo,
                      "cannot make the folder " + folder.string() + ": " +
                          (error ? error.message() : std::string("a file is in the way")));
  }
  std::vector<std::string> paths;
  for (const SourceFile& file : written.files) {
    const std::string name = to_file ? path : (folder / file.name).string();
    std::ofstream out(name, std::ios::binary);
    out << file.bytes;
    out.close();
    if (!out) return base::fail(base::ErrorCode::kIo, name + ": cannot be written");
    paths.push_back(name);
  }
  return paths;
}

}  // namespace monazite::preferences
