#pragma once

#include <csignal>
#include <cstdlib>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

namespace monazite::testing {

/// How a program ended that did what was asked of it.
struct End {
  bool aborted = false;    ///< by std::abort, as a broken invariant does
  std::string last_words;  ///< all that it wrote to stderr
};

/// Does `deed` in a child process, so that a check that stops the program can be tested. Not for
/// programs with threads of their own.
template <class Deed>
End end_of(const Deed& deed) {
  int ends[2] = {-1, -1};
  End end;
  if (pipe(ends) != 0) return end;
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);  // Catch's handler would write a report of its own
    dup2(ends[1], STDERR_FILENO);
    deed();
    _exit(EXIT_SUCCESS);
  }
  close(ends[1]);
  char buffer[512];
  for (ssize_t got = 0; (got = read(ends[0], buffer, sizeof buffer)) > 0;) {
    end.last_words.append(buffer, static_cast<std::size_t>(got));
  }
  close(ends[0]);
  int status = 0;
  if (child > 0 && waitpid(child, &status, 0) == child) {
    end.aborted = WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
  }
  return end;
}

}  // namespace monazite::testing
