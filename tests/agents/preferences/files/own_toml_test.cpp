#include <tests/agents/preferences/files/loading.hpp>

using namespace monazite;
using namespace monazite::preferences;
using namespace monazite::tests;

namespace {

const std::string kDomain = R"(name = "offtake"

[[issues]]
name = "grade"
levels = ["low", "high"]

[[issues]]
name = "price"
unit = "USD/kg"
kind = "integer"
low = 10
high = 12
status_quo = 1

[[profiles]]
name = "seller"
reservation = 0.25
discount = { kind = "per_time", factor = 0.5 }
[profiles.utility]
kind = "additive"
[profiles.utility.weights]
grade = 0.5
price = 0.5
[profiles.utility.values]
grade = { high = 1, low = 0.5 }
price = { kind = "power", from = 10, to = 12, exponent = 2 }

[[profiles]]
name = "buyer"
reserved_outcome = ["low", 12]
[profiles.utility]
kind = "groups"
[[profiles.utility.groups]]
name = "all"
issues = ["price", "grade"]
utilities = [{ levels = [10, "high"], value = 1 }, { levels = [12, "low"], value = 0.1 }]
)";

std::string fault(const std::string& text) {
  return fault_of({{"offtake.toml", text}});
}

}  // namespace

TEST_CASE("our own format holds a domain in one file") {
  const LoadedDomain made = loaded({{"offtake.toml", kDomain}});
  CHECK(made.format == Format::kToml);
  CHECK(made.semantics == Semantics::kNegmas);
  CHECK(made.warnings.empty());
  const Domain& domain = made.domain;
  CHECK(domain.name == "offtake");
  CHECK(domain.agenda.issues()[1].unit == "USD/kg");
  CHECK(domain.agenda.issues()[1].status_quo == 1);
  CHECK(utility_of(made, 0, 1) == 0.5 * 0.5 + 0.5 * 0.25);
  CHECK(utility_of(made, 0, 5) == 1);
  CHECK(domain.profiles[0].discount.kind == Discount::Kind::kPerTime);
  CHECK(utility_of(made, 1, 3) == 1);
  CHECK(utility_of(made, 1, 4) == 0);
  CHECK(domain.profiles[1].reserved_outcome == 2U);
  CHECK(domain.profiles[1].reservation == 0.1);
}

TEST_CASE("faults of our own format are told with file, line and column") {
  CHECK(fault(replaced(kDomain, "kind = \"power\"", "kind = \"pover\"")).find("offtake.toml:26:") ==
        0);
  CHECK(fault(replaced(kDomain, "high = 1, low", "hi = 1, low")) ==
        "offtake.toml:25:11: issue \"grade\" has no value \"hi\"");
  CHECK(fault(replaced(kDomain, "grade = 0.5", "graed = 0.5")) ==
        "offtake.toml:22:1: there is no issue \"graed\"");
  CHECK(fault(replaced(kDomain, "price = 0.5", "price = nan"))
            .find("offtake.toml:23:9: the weight of issue \"price\" must be a finite number") == 0);
  CHECK(fault(replaced(kDomain, "high = 12", "high = 9"))
            .find("issue \"price\" needs a lower bound and an upper bound") != std::string::npos);
  CHECK(fault(replaced(kDomain, "factor = 0.5", "factor = 1.5"))
            .find("a discount needs a factor between 0 and 1") != std::string::npos);
  CHECK(fault(replaced(kDomain, "low = 10", "low = ")).find("is not well-formed TOML: ") !=
        std::string::npos);
  CHECK(fault("title = \"a scenario\"\n").find("there is no domain here") != std::string::npos);
}
