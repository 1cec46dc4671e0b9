#include <agents/preferences/files/format.hpp>

namespace monazite::preferences {

std::string_view name_of(Format format) {
  switch (format) {
    case Format::kGenius:
      return "genius";
    case Format::kGeniusWeb:
      return "geniusweb";
    case Format::kNegmas:
      return "negmas";
    case Format::kToml:
      return "toml";
  }
  return "";
}

std::optional<Format> format_of(std::string_view name) {
  for (const Format format :
       {Format::kGenius, Format::kGeniusWeb, Format::kNegmas, Format::kToml}) {
    if (name == name_of(format)) return format;
  }
  return std::nullopt;
}

}  // namespace monazite::preferences
