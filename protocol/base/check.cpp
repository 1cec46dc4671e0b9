#include <cstdio>
#include <cstdlib>
#include <string>

#include <protocol/base/check.hpp>

namespace monazite::base::detail {

void check_failed(const char* file, int line, const char* expression, const std::string& values,
                  const char* sentence) {
  std::fprintf(stderr, "%s:%d: invariant broken: %s\n  %s%s%s\n", file, line, sentence, expression,
               values.empty() ? "" : ": ", values.c_str());
  std::abort();
}

}  // namespace monazite::base::detail
