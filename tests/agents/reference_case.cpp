#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>

#include <protocol/base/check.hpp>
#include <tests/agents/reference_case.hpp>

namespace monazite::tests {
namespace {

using preferences::Additive;
using preferences::Domain;
using preferences::Profile;

const std::string kFolder = MONAZITE_TEST_DIR "/fixtures/negotiation";

/// Values of JSON that may be text ("volume") or numbers.
std::string label(const nlohmann::json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

/// Numbers that JSON cannot hold are text: "inf", "-inf".
double number(const nlohmann::json& value) {
  if (!value.is_string()) return value.get<double>();
  const double infinity = std::numeric_limits<double>::infinity();
  return value.get<std::string>() == "-inf" ? -infinity : infinity;
}

Domain read(const std::string& name, const nlohmann::json& scenario, bool genius) {
  std::vector<agenda::Issue> issues;
  for (const auto& entry : scenario.at("issues")) {
    agenda::Issue issue;
    issue.name = entry.at("name");
    for (const auto& value : entry.at("values")) {
      issue.values.push_back(static_cast<double>(issue.values.size()));
      issue.labels.push_back(label(value));
    }
    issues.push_back(std::move(issue));
  }
  auto agenda = agenda::Agenda::make(name, std::move(issues));
  MONAZITE_CHECK(agenda.has_value(), "a reference case has a sound agenda");
  Domain domain{name, std::move(*agenda), {}};
  for (const auto& entry : scenario.at("ufuns")) {
    Additive::Parts parts;
    parts.bias = genius ? 0.0 : entry.at("bias").get<double>();
    parts.weights = entry.at("weights").get<std::vector<double>>();
    parts.values = entry.at("values").get<std::vector<std::vector<double>>>();
    if (genius) {
      parts.ceiling = 1;
      for (auto& values : parts.values) {
        const double top = *std::max_element(values.begin(), values.end());
        for (double& value : values) value = top < 1e-5 ? 0 : value / top;
      }
    }
    auto utility = Additive::make(domain.agenda, std::move(parts));
    MONAZITE_CHECK(utility.has_value(), "a reference case has sound utilities");
    Profile profile;
    profile.name = entry.at("name");
    profile.utility = std::move(*utility);
    profile.reservation = number(entry.at("base_reserved_value"));
    domain.profiles.push_back(std::move(profile));
  }
  return domain;
}

}  // namespace

std::vector<std::string> reference_cases() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  MONAZITE_CHECK_EQ(names.size(), std::size_t{9}, "all reference cases are there");
  return names;
}

std::string reference_path(const std::string& name, const std::string& file) {
  return kFolder + "/" + name + "/" + file;
}

bool has_reference(const std::string& name, const std::string& file) {
  return std::filesystem::exists(reference_path(name, file));
}

nlohmann::json reference_json(const std::string& name, const std::string& file) {
  std::ifstream in(reference_path(name, file));
  MONAZITE_CHECK(in.good(), "a reference case has the file that a test asks for");
  return nlohmann::json::parse(in);
}

Domain as_negmas_reads(const std::string& name) {
  return as_negmas_reads(name, reference_json(name, "scenario.json"));
}

Domain as_negmas_reads(const std::string& name, const nlohmann::json& scenario) {
  return read(name, scenario, false);
}

Domain as_genius_reads(const std::string& name) {
  return read(name, reference_json(name, "scenario.json"), true);
}

std::optional<Domain> read_reference(const std::string& folder, preferences::Semantics semantics) {
  const std::filesystem::path path(folder);
  std::ifstream in(path / "scenario.json");
  MONAZITE_CHECK(in.good(), "a reference case has a scenario.json");
  const nlohmann::json scenario = nlohmann::json::parse(in);
  for (const auto& entry : scenario.at("ufuns")) {
    if (!entry.contains("weights")) return std::nullopt;
  }
  return read(path.filename().string(), scenario, semantics == preferences::Semantics::kGenius);
}

}  // namespace monazite::tests
