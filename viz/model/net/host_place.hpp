#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <string_view>

#include <protocol/base/result.hpp>
#include <protocol/net/client.hpp>

namespace monazite::viz {

/// A host, and how one comes in.
struct HostPlace {
  net::HostAddress address;
  std::string token;
  bool tls = false;
  std::string tls_authority;  ///< see net::ClientOptions; not empty: TLS is meant
  std::string program;        ///< "monazite 0.1.0"
};

/// `stop`: ends the attempt; must live as long.
[[nodiscard]] net::ClientOptions client_options(const HostPlace& place,
                                                const std::atomic<bool>& stop);

/// The address that a text is, when it has a port: "teacher.local:7410", "[::1]:7410". Nothing for
/// what is a file on this machine or has no port.
[[nodiscard]] std::optional<net::HostAddress> address_in(const std::string& text);

/// Removes what viewers that have ended by force left in that folder of tables they looked on at.
void sweep_cache(const std::string& folder);
/// Folder of what need not be kept: $XDG_CACHE_HOME/monazite or ~/.cache/monazite, else the
/// machine's for temporary files. Made if need be; empty when it cannot be.
[[nodiscard]] std::string cache_folder();

}  // namespace monazite::viz
