#include <filesystem>
#include <fstream>

#include <unistd.h>

#include <tests/support/catch.hpp>
#include <tests/support/scratch.hpp>
#include <viz/model/net/host_place.hpp>

using namespace monazite;

TEST_CASE("an address has a port, and is no file on this machine") {
  CHECK(viz::address_in("127.0.0.1:7410")->port == 7410);
  CHECK(viz::address_in("teacher.local:80")->host == "teacher.local");
  CHECK(viz::address_in("[::1]:7410")->host == "::1");
  for (const char* text : {"", "june-2025.mcap", "runs/a:7", "teacher.local", "teacher:door",
                           ":7410", "host:0", "host:99999"}) {
    INFO(text);
    CHECK_FALSE(viz::address_in(text).has_value());
  }
  const auto before = std::filesystem::current_path();
  const std::filesystem::path folder = test_support::fresh_folder("address");
  std::filesystem::current_path(folder);
  std::ofstream("host:7") << "a recording with a strange name";
  CHECK_FALSE(viz::address_in("host:7").has_value());
  CHECK(viz::address_in("host:8").has_value());
  std::filesystem::current_path(before);
}

TEST_CASE("a file of certificates means TLS") {
  viz::HostPlace place;
  const std::atomic<bool> stop{false};
  CHECK_FALSE(viz::client_options(place, stop).tls);
  place.tls_authority = "class.pem";
  CHECK(viz::client_options(place, stop).tls);
}

TEST_CASE("what viewers that are gone left of tables is removed, and nothing else") {
  const std::filesystem::path folder = test_support::fresh_folder("sweep");
  const std::string own = "watch-" + std::to_string(getpid()) + "-7.mcap";
  for (const std::string& name : {std::string("watch-99999999-1.mcap"), own,
                                  std::string("watch-list.mcap"), std::string("june-2025.mcap")}) {
    std::ofstream(folder / name) << "a recording";
  }
  viz::sweep_cache(folder.string());
  CHECK_FALSE(std::filesystem::exists(folder / "watch-99999999-1.mcap"));
  CHECK(std::filesystem::exists(folder / own));
  CHECK(std::filesystem::exists(folder / "watch-list.mcap"));
  CHECK(std::filesystem::exists(folder / "june-2025.mcap"));
  viz::sweep_cache("/no/such/folder");
}
