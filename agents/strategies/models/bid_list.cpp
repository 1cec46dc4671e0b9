#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <locale>
#include <optional>
#include <sstream>
#include <system_error>
#include <unordered_map>

#include <agents/strategies/models/bid_list.hpp>
#include <agents/strategies/registry.hpp>

namespace monazite::strategies {
namespace {

using agenda::Agenda;
using agenda::Outcome;
using Levels = std::unordered_map<std::string, std::uint32_t>;  ///< asked by name only

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  std::string out = "\"";
  for (const char c : text.substr(0, kLongest)) {
    out += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
  }
  return out + (text.size() > kLongest ? "...\"" : "\"");
}

std::optional<double> number(std::string_view text) {
  std::istringstream in{std::string(text)};
  in.imbue(std::locale::classic());
  double value = 0;
  in >> std::noskipws >> value;
  if (in.fail() || in.peek() != std::istringstream::traits_type::eof()) return std::nullopt;
  return value;
}

/// The level whose label is that number, written in whatever way.
std::optional<std::uint32_t> level_of_number(const agenda::Issue& issue, std::string_view text) {
  const std::optional<double> sought = number(text);
  if (!sought) return std::nullopt;
  for (std::uint32_t level = 0; level < issue.levels(); ++level) {
    const std::optional<double> there = number(issue.labels[level]);
    if (there && *there == *sought) return level;
  }
  return std::nullopt;
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  while (true) {
    const std::size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line = line.substr(tab + 1);
  }
}

std::string expected_labels(const agenda::Issue& issue, std::string_view found) {
  const std::string nearest = nearest_name(found, issue.labels);
  if (!nearest.empty()) return "did you mean " + in_quotes(nearest) + "?";
  constexpr std::size_t kNamed = 8;
  std::string all = "expected one of ";
  for (std::size_t l = 0; l < std::min(kNamed, issue.labels.size()); ++l) {
    all += (l == 0 ? "" : ", ") + in_quotes(issue.labels[l]);
  }
  return all + (issue.labels.size() > kNamed ? ", ..." : "");
}

class BidReader {
 public:
  BidReader(const std::string& name, const Agenda& agenda) : name_(name), agenda_(agenda) {
    for (const agenda::Issue& issue : agenda.issues()) {
      Levels& levels = levels_.emplace_back();
      for (std::uint32_t l = 0; l < issue.levels(); ++l) levels.emplace(issue.labels[l], l);
    }
  }

  [[nodiscard]] base::Result<Outcome> read(std::string_view line, std::size_t at) const {
    const std::vector<std::string_view> fields = fields_of(line);
    const auto& issues = agenda_.issues();
    if (fields.size() != issues.size()) {
      return fail(at, "found " + std::to_string(fields.size()) +
                          (fields.size() == 1 ? " value" : " values") + " (" + in_quotes(line) +
                          "), expected " + std::to_string(issues.size()) +
                          ", one for each issue, with tabs between them");
    }
    std::vector<std::uint32_t> package;
    for (std::size_t i = 0; i < issues.size(); ++i) {
      const auto found = levels_[i].find(std::string(fields[i]));
      std::optional<std::uint32_t> level;
      if (found != levels_[i].end()) level = found->second;
      if (!level) level = level_of_number(issues[i], fields[i]);
      if (!level) {
        return fail(at, "found " + in_quotes(fields[i]) + " for issue " +
                            in_quotes(issues[i].name) + ", which has no such value; " +
                            expected_labels(issues[i], fields[i]));
      }
      package.push_back(*level);
    }
    return agenda_.outcome(package.data());
  }
  [[nodiscard]] tl::unexpected<base::Error> fail(std::size_t line, const std::string& what) const {
    return base::fail(base::ErrorCode::kBadInput, name_ + ":" + std::to_string(line) + ": " + what);
  }

 private:
  const std::string& name_;
  const Agenda& agenda_;
  std::vector<Levels> levels_;
};

}  // namespace

base::Result<std::vector<Outcome>> read_bids(std::string_view text, const std::string& name,
                                             const Agenda& agenda) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  const BidReader reader(name, agenda);
  std::vector<Outcome> bids;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view content = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!content.empty() && content.back() == '\r') content.remove_suffix(1);
    if (content.empty()) continue;
    const auto bid = reader.read(content, line);
    if (!bid) return tl::unexpected<base::Error>(bid.error());
    bids.push_back(*bid);
  }
  if (bids.empty()) return reader.fail(1, "found no offer, expected one a line");
  return bids;
}

base::Result<std::vector<Outcome>> read_bid_file(const std::string& path, const Agenda& agenda) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return base::fail(base::ErrorCode::kNotFound,
                      "there is no file " + path + " with offers; expected one offer a line");
  }
  constexpr std::uintmax_t kLargest = std::uintmax_t{1} << 30U;
  if (std::filesystem::file_size(path, error) > kLargest || error) {
    return base::fail(base::ErrorCode::kBadInput, path + " is larger than 1 GiB");
  }
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad() || !in.is_open()) {
    return base::fail(base::ErrorCode::kIo, "cannot read " + path);
  }
  return read_bids(text, path, agenda);
}

}  // namespace monazite::strategies
