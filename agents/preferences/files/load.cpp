#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include <agents/preferences/files/detail/encoding.hpp>
#include <agents/preferences/files/detail/genius_xml.hpp>
#include <agents/preferences/files/detail/tree_formats.hpp>
#include <agents/preferences/files/load.hpp>

namespace monazite::preferences {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kLargestFile = std::uintmax_t{512} * 1024 * 1024;

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
  names.reserve(found.size());
  for (const fs::path& path : found) names.push_back(path.string());
  if (names.empty()) {
    return base::fail(base::ErrorCode::kBadInput,
                      folder + ": there is no .xml, .json, .yml or .toml file in this folder");
  }
  return names;
}

/// Files by the format that they are in; one format for all.
struct Sorted {
  Format format = Format::kGenius;
  std::vector<detail::Text> xml;
  std::vector<detail::Document> documents;
};

/// The first character that is no blank.
char first_letter(const std::string& text) {
  const auto at = text.find_first_not_of(" \t\r\n");
  return at == std::string::npos ? '\0' : text[at];
}

std::optional<detail::TreeNode> parse(const detail::Text& text, detail::Findings& findings) {
  const std::string extension = fs::path(text.file).extension().string();
  if (extension == ".toml") return detail::parse_toml(text, findings);
  if (extension == ".json" ||
      (extension != ".yml" && extension != ".yaml" && first_letter(text.content) == '{')) {
    return detail::parse_json(text, findings);
  }
  return detail::parse_yaml(text, findings);
}

std::optional<Format> format_of(const std::string& file, const detail::TreeNode& root) {
  if (fs::path(file).extension() == ".toml") {
    return detail::is_toml_domain(root) ? std::optional(Format::kToml) : std::nullopt;
  }
  if (detail::is_geniusweb_domain(root) || detail::is_geniusweb_profile(root)) {
    return Format::kGeniusWeb;
  }
  if (detail::is_negmas_profile(root) || detail::is_negmas_domain(root)) return Format::kNegmas;
  return std::nullopt;
}

Sorted sort(const std::vector<SourceFile>& files, detail::Findings& findings) {
  Sorted sorted;
  std::string first;
  for (const SourceFile& file : files) {
    detail::Text text{file.name, detail::to_utf8(file.name, file.bytes, findings)};
    std::optional<Format> format;
    std::optional<detail::TreeNode> root;
    if (fs::path(file.name).extension() == ".xml" || first_letter(text.content) == '<') {
      format = Format::kGenius;
    } else {
      root = parse(text, findings);
      if (!root) return sorted;
      format = format_of(file.name, *root);
    }
    if (!format) {
      findings.warn(detail::Place{file.name}, "is neither a domain nor a profile and is left out");
      continue;
    }
    if (!first.empty() && (*format != sorted.format || *format == Format::kToml)) {
      findings.fail(detail::Place{file.name}, "is another domain, or in another format than " +
                                                  detail::in_quotes(first) +
                                                  "; name the files of one domain");
      return sorted;
    }
    first = file.name;
    sorted.format = *format;
    if (root) {
      sorted.documents.push_back({file.name, std::move(*root)});
    } else {
      sorted.xml.push_back(std::move(text));
    }
  }
  if (first.empty()) {
    findings.fail(detail::Place{files.front().name},
                  "there is no domain here in a format that is known (see docs/domains.md)");
  }
  return sorted;
}

Semantics default_semantics(Format format) {
  return format == Format::kGenius || format == Format::kGeniusWeb ? Semantics::kGenius
                                                                   : Semantics::kNegmas;
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
  const Sorted sorted = sort(files, findings);
  std::optional<Domain> domain;
  Format format = Format::kGenius;
  if (!findings.failed()) {
    format = sorted.format;
    const Semantics reading = semantics.value_or(default_semantics(format));
    switch (format) {
      case Format::kGenius:
        domain = detail::read_genius(sorted.xml, reading, findings);
        break;
      case Format::kGeniusWeb:
        domain = detail::read_geniusweb(sorted.documents, reading, findings);
        break;
      case Format::kNegmas:
        domain = detail::read_negmas(sorted.documents, reading, findings);
        break;
      case Format::kToml:
        domain = detail::read_toml(sorted.documents.front(), reading, findings);
        break;
    }
  }
  if (findings.failed() || !domain) return tl::unexpected<base::Error>(findings.error());
  return LoadedDomain{std::move(*domain), semantics.value_or(default_semantics(format)), format,
                      findings.warnings()};
}

}  // namespace monazite::preferences
