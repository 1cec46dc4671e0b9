#pragma once

#include <string>
#include <vector>

#include <agents/preferences/domain.hpp>
#include <agents/preferences/files/format.hpp>
#include <agents/preferences/files/load.hpp>
#include <agents/preferences/semantics.hpp>
#include <protocol/base/result.hpp>

namespace monazite::preferences {

/// A domain as files, and what they do not say any more.
struct WrittenDomain {
  /// Names without a folder, the domain file first (except TOML, which is one file). In
  /// alphabetical order of their names the profiles are in the order of the parties.
  std::vector<SourceFile> files;
  /// A sentence for each thing that the format cannot hold and that is left out: units, a discount,
  /// a reservation value, ... Utilities are never left out.
  std::vector<std::string> lost;
};

/// Writes a domain so that load_domain() reads the same utilities from it, to the last bit, when it
/// is asked for `semantics`. Numbers are the shortest decimals that read back the same. Formulae
/// stay formulae where the format has them; a grid that a format would make otherwise becomes a
/// list of values. A utility that a format has no form for (a callback, say) is written outcome by
/// outcome where the format can do that and there are at most 10^5 of them.
///
/// Fails with a sentence that names the party when the format cannot hold a utility.
[[nodiscard]] base::Result<WrittenDomain> write_domain(const Domain& domain, Format format,
                                                       Semantics semantics);

/// Puts the files into a folder, which is made if it is not there; TOML may be given the name of a
/// file (ending in .toml) instead. Overwrites files of the same names. Gives the paths.
[[nodiscard]] base::Result<std::vector<std::string>> save_domain(const WrittenDomain& written,
                                                                 const std::string& path);

}  // namespace monazite::preferences
