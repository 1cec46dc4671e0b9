#pragma once

#include <optional>
#include <string>
#include <vector>

#include <agents/preferences/domain.hpp>
#include <agents/preferences/files/format.hpp>
#include <agents/preferences/semantics.hpp>
#include <protocol/base/result.hpp>

namespace monazite::preferences {

/// A file in memory. `name` stands in messages, and its last part without extension names the
/// profile unless the content says another name.
struct SourceFile {
  std::string name;
  std::string bytes;
};

struct LoadedDomain {
  Domain domain;
  Semantics semantics = Semantics::kGenius;  ///< with which the numbers were read
  Format format = Format::kGenius;
  /// What a careful reader should know, a sentence each with file and line: weights that do not sum
  /// to 1, values without an evaluation, files left out, ...
  std::vector<std::string> warnings;
};

/// Reads a domain: `paths` is one folder, whose profiles in alphabetical order of file name become
/// parties 0, 1, ..., or files, whose profiles become parties in the order given. A file that names
/// issues but values nothing is the domain file; without one the first profile's issues count.
/// Files in any of the formats above, in UTF-8, UTF-16 or Latin-1, with or without a byte order
/// mark.
///
/// `semantics` says whose reading is meant where programs differ (see semantics.hpp); by default
/// Genius' for Genius XML and GeniusWeb, NegMAS' for NegMAS' files and ours. A Genius discount
/// of 0 or less, or of 1 or more, means none. NegMAS' loader forgets the reservation value of a
/// discounted XML profile (it becomes minus infinity); here it stays, since the file states it.
///
/// Fails with one sentence, with the place where there is one, when a file is not there, is not
/// well-formed or not a domain, refers to an issue or a value that does not exist, holds a number
/// that is not finite, or has more outcomes than 2^63 or more than 10^6 levels on an issue.
[[nodiscard]] base::Result<LoadedDomain> load_domain(
    const std::vector<std::string>& paths, std::optional<Semantics> semantics = std::nullopt);

/// The same from files in memory, in the order of the parties. Never reads the disk.
[[nodiscard]] base::Result<LoadedDomain> load_domain_files(
    const std::vector<SourceFile>& files, std::optional<Semantics> semantics = std::nullopt);

}  // namespace monazite::preferences
