#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include <agents/preferences/files/load.hpp>
#include <agents/preferences/files/write.hpp>

/// What the fuzzers of the importers share: any bytes may be given as one file of a domain whose
/// other file is sound; reading them must end in a domain with finite utilities or in a sentence,
/// and what was read must be writable or refused.
namespace monazite::fuzz {

inline void read_domain(const std::vector<preferences::SourceFile>& files) {
  for (const auto semantics : {preferences::Semantics::kGenius, preferences::Semantics::kNegmas}) {
    const auto loaded = preferences::load_domain_files(files, semantics);
    if (!loaded) {
      if (loaded.error().message.empty()) std::abort();
      continue;
    }
    const auto& domain = loaded->domain;
    for (const auto& profile : domain.profiles) {
      std::vector<double> values(std::min<std::uint64_t>(domain.agenda.size(), 1000));
      profile.utility->fill(domain.agenda, 0, values);
      for (const double value : values) {
        if (!std::isfinite(value)) std::abort();
      }
      if (std::isnan(profile.reservation)) std::abort();
    }
    if (domain.agenda.size() > 1000) continue;
    for (const auto format : {preferences::Format::kGenius, preferences::Format::kGeniusWeb,
                              preferences::Format::kNegmas, preferences::Format::kToml}) {
      static_cast<void>(preferences::write_domain(domain, format, semantics));
    }
  }
}

/// The first byte chooses what the rest is: a domain, a profile beside a sound domain, or a whole.
inline void read_bytes(const std::uint8_t* data, std::size_t size, const std::string& extension,
                       const std::string& domain, const std::string& profile) {
  if (size == 0) return;
  const std::string input(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 3) {
    case 0:
      read_domain({{"domain" + extension, domain}, {"profile" + extension, input}});
      break;
    case 1:
      read_domain({{"domain" + extension, input}, {"profile" + extension, profile}});
      break;
    default:
      read_domain({{"whole" + extension, input}});
  }
}

}  // namespace monazite::fuzz
