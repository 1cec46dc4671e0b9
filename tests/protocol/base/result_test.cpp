#include <memory>
#include <string>

#include <protocol/base/result.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::base;

namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(ErrorCode::kBadInput, std::to_string(number) + " is odd");
  return number / 2;
}

Result<void> check_even(int number) {
  if (const auto result = half(number); !result) {
    return tl::unexpected<Error>(result.error());
  }
  return {};
}

}  // namespace

TEST_CASE("a result is a value or an error with its code and one sentence") {
  CHECK(half(4) == 2);
  const auto failed = half(3);
  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().code == ErrorCode::kBadInput);
  CHECK(failed.error().message == "3 is odd");
}

TEST_CASE("an error is passed on unchanged, also where there is no value") {
  CHECK(check_even(4).has_value());
  CHECK(check_even(3).error().message == "3 is odd");
}

TEST_CASE("a result can hold what can only be moved") {
  const auto make = []() -> Result<std::unique_ptr<int>> { return std::make_unique<int>(7); };
  CHECK(**make() == 7);
}
