#include <tests/agents/preferences/files/loading.hpp>

using namespace monazite;
using namespace monazite::preferences;
using namespace monazite::tests;

namespace {

/// One issue with a value whose name is not ASCII.
std::string profile(const std::string& name, const std::string& declaration = "") {
  return declaration +
         "<utility_space><objective><issue index=\"1\" name=\"drink\"><item index=\"1\" value=\"" +
         name +
         "\" evaluation=\"1\"/></issue><weight index=\"1\" "
         "value=\"1\"/></objective></utility_space>";
}

std::string utf16(const std::string& ascii, bool big_endian, bool mark) {
  std::string bytes = mark ? (big_endian ? "\xFE\xFF" : "\xFF\xFE") : "";
  for (const char letter : ascii) {
    if (big_endian) bytes += '\0';
    bytes += letter;
    if (!big_endian) bytes += '\0';
  }
  return bytes;
}

std::string label(const std::string& bytes, std::vector<std::string>* warnings = nullptr) {
  const LoadedDomain made = loaded({{"p.xml", bytes}});
  if (warnings != nullptr) *warnings = made.warnings;
  return made.domain.agenda.issues()[0].labels[0];
}

}  // namespace

TEST_CASE("files in UTF-8, UTF-16 and Latin-1 load, with and without a mark") {
  const std::string name = "caf\xC3\xA9";
  CHECK(label(profile(name)) == name);
  CHECK(label("\xEF\xBB\xBF" + profile(name)) == name);
  CHECK(label(profile("caf\xE9", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>")) == name);
  std::vector<std::string> warnings;
  CHECK(label(profile("caf\xE9"), &warnings) == name);
  CHECK(warnings.front() == "p.xml: is neither UTF-8 nor UTF-16 and is read as Latin-1");
  for (const bool big_endian : {false, true}) {
    for (const bool mark : {false, true}) {
      CHECK(label(utf16(profile("tea"), big_endian, mark)) == "tea");
    }
  }
  CHECK(label(profile("\x80", "<?xml version=\"1.0\" encoding=\"windows-1252\"?>")) ==
        "\xE2\x82\xAC");
}

TEST_CASE("JSON, YAML and TOML come in other encodings too") {
  const std::string text =
      "name = \"d\"\n[[issues]]\nname = \"a\"\nlevels = [\"x\"]\n[[profiles]]\nname = "
      "\"p\"\n[profiles.utility]\nweights = { a = 1 }\nvalues = { a = { x = 1 } }\n";
  CHECK(loaded({{"d.toml", utf16(text, false, true)}}).domain.agenda.size() == 1);
  CHECK(loaded({{"d.toml", "\xEF\xBB\xBF" + text}}).domain.agenda.size() == 1);
}
