#include <csignal>
#include <cstdio>
#include <utility>

#include <unistd.h>

#include <world/app/terminal.hpp>

namespace monazite::app {
namespace {

std::atomic<bool> g_stop{false};  // a signal handler can reach nothing else

void on_signal(int number) {
  g_stop.store(true);
  std::signal(number, SIG_DFL);
}

}  // namespace

ProgressLine::ProgressLine(std::string what, bool quiet)
    : what_(std::move(what)), visible_(!quiet && isatty(STDERR_FILENO) != 0) {}

ProgressLine::~ProgressLine() {
  if (written_) std::fputs("\r\033[K", stderr);
}

void ProgressLine::show(std::uint32_t done, std::uint32_t all) {
  const int percent = all == 0 ? 100 : static_cast<int>(100ULL * done / all);
  if (!visible_ || percent == last_percent_) return;
  last_percent_ = percent;
  written_ = true;
  std::fprintf(stderr, "\r\033[K%s  %u of %u  %d %%", what_.c_str(), done, all, percent);
  std::fflush(stderr);
}

StopOnSignal::StopOnSignal() {
  g_stop.store(false);
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
}

StopOnSignal::~StopOnSignal() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

const std::atomic<bool>& StopOnSignal::flag() const {
  return g_stop;
}

int tell_error(const base::Error& error) {
  std::fprintf(stderr, "monazite: %s\n", error.message.c_str());
  const bool input =
      error.code == base::ErrorCode::kBadInput || error.code == base::ErrorCode::kNotFound;
  return input ? kBadInput : kFailure;
}

bool print(const std::string& text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return true;
  std::perror("monazite: cannot write the report to standard output");
  return false;
}

}  // namespace monazite::app
