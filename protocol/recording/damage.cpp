#include <protocol/recording/damage.hpp>

namespace monazite::recording {
namespace {

std::string part_text(const Damage::Part& part) {
  if (part.first == part.last) return base::to_long_string(part.first);
  return base::to_long_string(part.first) + " to " + base::to_long_string(part.last);
}

std::string lost_text(const std::vector<Damage::Part>& lost) {
  constexpr std::size_t kNamed = 3;
  std::string text = "records of ";
  for (std::size_t i = 0; i < lost.size() && i < kNamed; ++i) {
    if (i > 0) text += ", ";
    text += part_text(lost[i]);
  }
  if (lost.size() > kNamed) {
    const std::size_t more = lost.size() - kNamed;
    text += " and of " + std::to_string(more) + (more == 1 ? " period more" : " periods more");
  }
  return text + " are damaged and left out";
}

}  // namespace

bool Damage::any() const {
  return loses_records() || index_rebuilt || beside_records;
}

bool Damage::loses_records() const {
  return unfinished || !lost.empty() || undecodable > 0;
}

std::string Damage::sentence() const {
  std::string text;
  const auto add = [&](const std::string& clause) { text += (text.empty() ? "" : "; ") + clause; };
  if (unfinished) {
    add("the recording breaks off after " + base::to_long_string(last_day) +
        ", where the run or the file was cut short");
  }
  if (!lost.empty()) add(lost_text(lost));
  if (undecodable > 0) {
    add(std::to_string(undecodable) + (undecodable == 1
                                           ? " record cannot be understood and is left out"
                                           : " records cannot be understood and are left out"));
  }
  if (index_rebuilt) add("its index was damaged and has been rebuilt, by which nothing is lost");
  if (beside_records) {
    add("the notes beside the records (" +
        (beside_place.empty() ? "settings, schemas or indices" : beside_place) +
        ") are damaged, the records are not");
  }
  if (text.empty()) return text;
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text + ".";
}

std::string Damage::remedy() const {
  if (!any()) return {};
  if (loses_records()) {
    return "Another copy of the file has what is missing, or the run played again with the same "
           "scenario and seed.";
  }
  return "Nothing is missing here; for other programs take another copy of the file, or rewrite it "
         "with `mcap recover`.";
}

}  // namespace monazite::recording
