#pragma once

#include <agents/preferences/files/load.hpp>
#include <tests/support/catch.hpp>

namespace monazite::tests {

/// The domain that files in memory hold; a failed test where they do not.
inline preferences::LoadedDomain loaded(
    const std::vector<preferences::SourceFile>& files,
    std::optional<preferences::Semantics> semantics = std::nullopt) {
  auto domain = preferences::load_domain_files(files, semantics);
  INFO((domain ? std::string{} : domain.error().message));
  REQUIRE(domain.has_value());
  return std::move(*domain);
}

/// The sentence with which files are refused; empty if they load.
inline std::string fault_of(const std::vector<preferences::SourceFile>& files) {
  const auto domain = preferences::load_domain_files(files);
  return domain ? std::string{} : domain.error().message;
}

inline double utility_of(const preferences::LoadedDomain& loaded, std::size_t party,
                         preferences::Outcome outcome) {
  return loaded.domain.profiles[party].utility->value(loaded.domain.agenda, outcome);
}

/// The text with the first `what` replaced; it must be there.
inline std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

/// Same issues with the same labels in the same order, and the same utilities to the last bit.
inline void check_same_utilities(const preferences::Domain& a, const preferences::Domain& b) {
  REQUIRE(a.agenda.issues().size() == b.agenda.issues().size());
  for (std::size_t i = 0; i < a.agenda.issues().size(); ++i) {
    CHECK(a.agenda.issues()[i].name == b.agenda.issues()[i].name);
    CHECK(a.agenda.issues()[i].labels == b.agenda.issues()[i].labels);
  }
  REQUIRE(a.profiles.size() == b.profiles.size());
  std::vector<double> first(a.agenda.size());
  std::vector<double> second(b.agenda.size());
  for (std::size_t i = 0; i < a.profiles.size(); ++i) {
    a.profiles[i].utility->fill(a.agenda, 0, first);
    b.profiles[i].utility->fill(b.agenda, 0, second);
    CHECK((first == second));
  }
}

}  // namespace monazite::tests
