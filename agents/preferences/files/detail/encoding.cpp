#include <algorithm>
#include <array>
#include <cstdint>

#include <agents/preferences/files/detail/encoding.hpp>

namespace monazite::preferences::detail {
namespace {

void append(std::string& text, std::uint32_t code) {
  const auto put = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0U | (code >> 6U));
    put(0x80U | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0U | (code >> 12U));
    put(0x80U | ((code >> 6U) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  } else {
    put(0xF0U | (code >> 18U));
    put(0x80U | ((code >> 12U) & 0x3FU));
    put(0x80U | ((code >> 6U) & 0x3FU));
    put(0x80U | (code & 0x3FU));
  }
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return big_endian ? static_cast<std::uint32_t>(first << 8U | second)
                      : static_cast<std::uint32_t>(second << 8U | first);
  };
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    std::uint32_t code = unit(at);
    if (code >= 0xD800 && code < 0xE000) {
      const bool high = code < 0xDC00 && at + 3 < bytes.size();
      const std::uint32_t low = high ? unit(at + 2) : 0;
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      } else {
        code = 0xFFFD;
      }
    }
    append(text, code);
  }
  return text;
}

/// Length of the valid UTF-8 sequence at `at`, or 0.
std::size_t sequence(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned first = byte(at);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + length > bytes.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return 0;
  }
  const unsigned second = byte(at + 1);
  const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool outside = (first == 0xED && second >= 0xA0) || (first == 0xF4 && second >= 0x90);
  return overlong || outside ? 0 : length;
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = sequence(bytes, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string from_latin1(std::string_view bytes) {
  // What Windows' code page 1252 has where Latin-1 has control characters; 0: nothing.
  constexpr std::array<std::uint32_t, 32> kWindows = {
      0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  std::string text;
  text.reserve(bytes.size());
  for (const char letter : bytes) {
    const std::uint32_t code = static_cast<unsigned char>(letter);
    const bool windows = code >= 0x80 && code < 0xA0 && kWindows[code - 0x80] != 0;
    append(text, windows ? kWindows[code - 0x80] : code);
  }
  return text;
}

bool declares_latin1(std::string_view bytes) {
  std::string head(bytes.substr(0, bytes.find('>')).substr(0, 200));
  std::transform(head.begin(), head.end(), head.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return head.find("8859-1") != std::string::npos || head.find("1252") != std::string::npos ||
         head.find("latin1") != std::string::npos;
}

bool starts(std::string_view bytes, std::string_view with) {
  return bytes.substr(0, with.size()) == with;
}

}  // namespace

std::string to_utf8(const std::string& file, std::string_view bytes, Findings& findings) {
  if (starts(bytes, "\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (starts(bytes, "\xFE\xFF")) return from_utf16(bytes.substr(2), true);
  if (starts(bytes, "\xFF\xFE")) return from_utf16(bytes.substr(2), false);
  if (bytes.size() >= 4 && bytes[0] == 0 && bytes[1] != 0) return from_utf16(bytes, true);
  if (bytes.size() >= 4 && bytes[0] != 0 && bytes[1] == 0) return from_utf16(bytes, false);
  if (is_utf8(bytes)) return std::string(bytes);
  if (!declares_latin1(bytes)) {
    findings.warn(Place{file}, "is neither UTF-8 nor UTF-16 and is read as Latin-1");
  }
  return from_latin1(bytes);
}

Lines::Lines(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') starts_.push_back(at + 1);
  }
}

Place Lines::at(const std::string& file, std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::size_t>(after - starts_.begin());
  return {file, line, offset - starts_[line - 1] + 1};
}

}  // namespace monazite::preferences::detail
