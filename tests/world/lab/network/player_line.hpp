#pragma once

#include <chrono>
#include <cstdlib>
#include <string>

#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

namespace monazite::test_support {

/// The line between a host and the players of a test: loopback or, when namespaces_test.sh has made
/// one, a pair of interfaces between two network namespaces, which delays and loses. The host is in
/// the namespace of the process; who connects does so from the players' (Linux has one a thread).
class PlayerLine {
 public:
  [[nodiscard]] static const PlayerLine& get() {
    static const PlayerLine line;
    return line;
  }

  [[nodiscard]] const std::string& host() const { return host_; }
  [[nodiscard]] bool far() const { return !players_.empty(); }
  /// A time that is enough for something over this line, given what is enough over loopback.
  [[nodiscard]] std::chrono::milliseconds slowed(std::chrono::milliseconds time) const {
    return far() ? 10 * time : time;
  }

  /// As long as it lives, this thread's new sockets are the players'.
  class There {
   public:
    explicit There(const PlayerLine& line = get()) {
      if (!line.far()) return;
      home_ = ::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
      enter(::open(line.players_.c_str(), O_RDONLY | O_CLOEXEC));
    }
    ~There() {
      if (home_ >= 0) enter(home_);
    }
    There(const There&) = delete;
    There& operator=(const There&) = delete;

   private:
    static void enter(int space) {
      if (::setns(space, CLONE_NEWNET) != 0) std::abort();  // the test would prove nothing
      ::close(space);
    }
    int home_ = -1;
  };

 private:
  PlayerLine() {
    if (const char* host = std::getenv("MONAZITE_TEST_HOST")) host_ = host;
    if (const char* players = std::getenv("MONAZITE_TEST_PLAYERS")) players_ = players;
  }

  std::string host_ = "127.0.0.1";
  std::string players_;  ///< path of their namespace; empty: loopback
};

}  // namespace monazite::test_support
