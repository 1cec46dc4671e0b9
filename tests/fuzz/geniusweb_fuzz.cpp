#include <tests/fuzz/domain_fuzz.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  monazite::fuzz::read_bytes(
      data, size, ".json",
      R"({"name":"d","issuesValues":{"a":{"values":["x","y"]},"b":{"range":["0","1","0.25"]}}})",
      R"({"LinearAdditiveUtilitySpace":{"issueUtilities":{"a":{"discreteutils":{"valueUtilities":{"x":1}}}},"issueWeights":{"a":1}}})");
  return 0;
}
