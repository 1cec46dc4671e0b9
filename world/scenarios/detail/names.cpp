#include <cctype>

#include <world/scenarios/detail/names.hpp>

namespace monazite::scenarios::detail {
namespace {

/// All values of a message enumeration but its zero.
template <class Value>
std::map<std::string, Value> named(std::size_t prefix, int last, bool (*valid)(int),
                                   const std::string& (*full_name)(Value)) {
  std::map<std::string, Value> result;
  for (int number = 1; number <= last; ++number) {
    if (!valid(number)) continue;
    std::string name = full_name(static_cast<Value>(number)).substr(prefix);
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    result.emplace(std::move(name), static_cast<Value>(number));
  }
  return result;
}

}  // namespace

const std::map<std::string, v1::Office>& office_names() {
  static const auto kNames =
      named<v1::Office>(sizeof "OFFICE_" - 1, v1::Office_MAX, v1::Office_IsValid, v1::Office_Name);
  return kNames;
}

const std::map<std::string, v1::Act>& act_names() {
  static const auto kNames =
      named<v1::Act>(sizeof "ACT_" - 1, v1::Act_MAX, v1::Act_IsValid, v1::Act_Name);
  return kNames;
}

const std::map<std::string, v1::Conduct>& conduct_names() {
  static const auto kNames = named<v1::Conduct>(sizeof "CONDUCT_" - 1, v1::Conduct_MAX,
                                                v1::Conduct_IsValid, v1::Conduct_Name);
  return kNames;
}

const std::map<std::string, v1::Quantity>& quantity_names() {
  static const auto kNames = named<v1::Quantity>(sizeof "QUANTITY_" - 1, v1::Quantity_MAX,
                                                 v1::Quantity_IsValid, v1::Quantity_Name);
  return kNames;
}

const std::map<std::string, Viewpoint>& viewpoint_names() {
  static const std::map<std::string, Viewpoint> kNames = {{"india", Viewpoint::kIndia},
                                                          {"irel", Viewpoint::kIrel},
                                                          {"toyotsu", Viewpoint::kToyotsu},
                                                          {"japan", Viewpoint::kJapan},
                                                          {"makers", Viewpoint::kMakers}};
  return kNames;
}

}  // namespace monazite::scenarios::detail
