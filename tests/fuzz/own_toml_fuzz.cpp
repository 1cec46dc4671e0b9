#include <tests/fuzz/domain_fuzz.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  monazite::fuzz::read_domain({{"domain.toml", input}});
  monazite::fuzz::read_domain(
      {{"domain.toml",
        "[[issues]]\nname = \"a\"\nlevels = [\"x\", \"y\"]\n[[profiles]]\nname = \"p\"\n" +
            input}});
  return 0;
}
