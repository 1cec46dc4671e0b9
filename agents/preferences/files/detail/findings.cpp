#include <agents/preferences/files/detail/findings.hpp>
#include <protocol/base/check.hpp>

namespace monazite::preferences::detail {
namespace {

/// A file may be wrong at every line; nobody reads more than this.
constexpr std::size_t kMostWarnings = 50;
constexpr std::size_t kLongestName = 60;

/// One line, whatever a file or a library wrote.
std::string in_one_line(std::string text) {
  for (char& letter : text) {
    const auto code = static_cast<unsigned char>(letter);
    if (code < 0x20 || code == 0x7F) letter = ' ';
  }
  return text;
}

}  // namespace

std::string to_string(const Place& place) {
  std::string text = place.file;
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return text;
}

void Findings::fail(const Place& place, const std::string& what) {
  fail(to_string(place) + ": " + what);
}

void Findings::fail(const std::string& what) {
  if (!error_) error_ = base::Error{base::ErrorCode::kBadInput, in_one_line(what)};
}

void Findings::warn(const Place& place, const std::string& what) {
  if (warnings_.size() < kMostWarnings) {
    warnings_.push_back(in_one_line(to_string(place) + ": " + what));
  } else {
    ++unsaid_;
  }
}

base::Error Findings::error() const {
  MONAZITE_CHECK(error_.has_value(), "somebody asks for an error that did not happen");
  return *error_;
}

std::vector<std::string> Findings::warnings() const {
  std::vector<std::string> all = warnings_;
  if (unsaid_ > 0) all.push_back("and " + std::to_string(unsaid_) + " more warnings of this kind");
  return all;
}

std::string in_quotes(std::string_view name) {
  if (name.size() <= kLongestName) return in_one_line("\"" + std::string(name) + "\"");
  // Both ends tell more than the middle: of a path, say. Characters stay whole.
  const auto continues = [&](std::size_t at) {
    return at < name.size() && (static_cast<unsigned char>(name[at]) & 0xC0U) == 0x80U;
  };
  std::size_t head = kLongestName / 3;
  std::size_t tail = name.size() - kLongestName / 2;
  while (head > 0 && continues(head)) --head;
  while (continues(tail)) ++tail;
  return in_one_line("\"" + std::string(name.substr(0, head)) + "..." +
                     std::string(name.substr(tail)) + "\"");
}

}  // namespace monazite::preferences::detail
