#include <tests/fuzz/domain_fuzz.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  monazite::fuzz::read_bytes(
      data, size, ".yml",
      "issues:\n- {name: a, values: [x, y]}\n- {name: b, type: ContiguousIssue, values: [0, 9]}\n- "
      "{name: c, type: ContinuousIssue, values: [0, 1]}\n",
      "type: LinearAdditiveUtilityFunction\nweights: {a: 1}\nvalues: {a: {x: 1}}\n");
  return 0;
}
