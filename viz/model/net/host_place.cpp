#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <signal.h>

#include <viz/model/net/host_place.hpp>

namespace monazite::viz {

net::ClientOptions client_options(const HostPlace& place, const std::atomic<bool>& stop) {
  net::ClientOptions options;
  options.address = place.address;
  options.program = place.program;
  options.tls = place.tls || !place.tls_authority.empty();
  options.tls_authority = place.tls_authority;
  options.connect_within = std::chrono::milliseconds(5'000);
  options.stop = &stop;
  return options;
}

std::optional<net::HostAddress> address_in(const std::string& text) {
  std::error_code none;
  if (std::filesystem::exists(text, none) || text.find('/') != std::string::npos) {
    return std::nullopt;
  }
  const auto bracket = text.find(']');
  const auto colon = text.find(':', bracket == std::string::npos ? 0 : bracket);
  if (colon == std::string::npos) return std::nullopt;
  const auto address = net::parse_address(text);
  if (!address) return std::nullopt;
  return *address;
}

void sweep_cache(const std::string& folder) {
  std::error_code fault;
  for (std::filesystem::directory_iterator at(folder, fault), end; !fault && at != end;
       at.increment(fault)) {
    int pid = 0;
    int number = 0;
    const std::string name = at->path().filename().string();
    if (std::sscanf(name.c_str(), "watch-%d-%d.mcap", &pid, &number) != 2 || pid <= 0) continue;
    std::error_code ignored;
    if (kill(pid, 0) != 0 && errno == ESRCH) std::filesystem::remove(at->path(), ignored);
  }
}

std::string cache_folder() {
  namespace fs = std::filesystem;
  std::error_code fault;
  fs::path folder;
  const char* base = std::getenv("XDG_CACHE_HOME");
  const char* home = std::getenv("HOME");
  if (base != nullptr && base[0] == '/') {
    folder = fs::path(base) / "monazite";
  } else if (home != nullptr && home[0] == '/') {
    folder = fs::path(home) / ".cache/monazite";
  }
  if (!folder.empty()) {
    fs::create_directories(folder, fault);
    if (!fault) return folder.string();
  }
  folder = fs::temp_directory_path(fault);
  return fault ? std::string{} : folder.string();
}

}  // namespace monazite::viz
