#include <tests/fuzz/domain_fuzz.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  monazite::fuzz::read_bytes(
      data, size, ".xml",
      R"(<negotiation_template><utility_space><objective name="o"><issue index="1" name="a" type="discrete"><item index="1" value="x"/><item index="2" value="y"/></issue><issue index="2" name="b" type="integer" lowerbound="0" upperbound="9"/><issue index="3" name="c" type="real"><range lowerbound="0" upperbound="1"/></issue></objective></utility_space></negotiation_template>)",
      R"(<utility_space><objective name="o"><issue index="1" name="a"><item value="x" evaluation="1"/></issue><weight index="1" value="1"/></objective></utility_space>)");
  return 0;
}
