#include <vector>

#include <tests/support/catch.hpp>
#include <world/lab/detail/parallel.hpp>

using namespace monazite::lab::detail;

TEST_CASE("every index is worked on once, whatever the number of workers") {
  for (const unsigned workers : {0U, 1U, 2U, 7U}) {
    std::vector<int> calls(100, 0);
    const auto done =
        for_each_index(100, {workers, nullptr, {}}, [&](std::uint32_t i) { ++calls[i]; });
    CHECK(done == 100);
    CHECK(calls == std::vector<int>(100, 1));
  }
}

TEST_CASE("a stop leaves a front without holes") {
  std::atomic<bool> stop{false};
  std::vector<int> calls(50, 0);
  const auto done = for_each_index(50, {2, &stop, {}}, [&](std::uint32_t i) {
    ++calls[i];
    if (i == 20) stop = true;
  });
  CHECK(done >= 20);
  CHECK(done < 50);
  for (std::uint32_t i = 0; i < done; ++i) CHECK(calls[i] == 1);
}

TEST_CASE("progress counts up to the end") {
  std::vector<std::uint32_t> told;
  (void)for_each_index(
      5, {2, nullptr, [&](std::uint32_t done, std::uint32_t) { told.push_back(done); }},
      [](std::uint32_t) {});
  CHECK(told == std::vector<std::uint32_t>{1, 2, 3, 4, 5});
}

TEST_CASE("nothing to do is done at once") {
  CHECK(for_each_index(0, {}, [](std::uint32_t) { FAIL("there is nothing to work on"); }) == 0);
}
