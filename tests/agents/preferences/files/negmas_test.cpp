#include <limits>
#include <sstream>

#include <tests/agents/preferences/files/loading.hpp>

using namespace monazite;
using namespace monazite::preferences;
using namespace monazite::tests;

namespace {

const std::string kSpace = R"(name: sale
type: DiscreteCartesianOutcomeSpace
issues:
- name: colour
  type: CategoricalIssue
  values:
  - red
  - 'No'
- name: days
  type: ContiguousIssue
  values: [1, 3]
)";

const std::string kProfile = R"(type: negmas.preferences.crisp.linear.LinearAdditiveUtilityFunction
name: ann
bias: 0.5
reserved_value: .25
weights: [0.75, 0.25]
values:
- type: TableFun
  mapping:
    'No': 2
    red: 0.5
- type: AffineFun
  slope: 0.5
  bias: -1
)";

LoadedDomain sale(const std::string& profile, std::optional<Semantics> semantics = std::nullopt) {
  return loaded({{"space.yml", kSpace}, {"ann.yml", profile}}, semantics);
}

std::string fault(const std::string& profile) {
  return fault_of({{"space.yml", kSpace}, {"ann.yml", profile}});
}

}  // namespace

TEST_CASE("NegMAS' scenario folders load as they stand") {
  const LoadedDomain made = sale(kProfile);
  CHECK(made.format == Format::kNegmas);
  CHECK(made.semantics == Semantics::kNegmas);
  CHECK(made.warnings.empty());
  CHECK(made.domain.agenda.issues()[1].kind == agenda::IssueKind::kInteger);
  CHECK(utility_of(made, 0, 0) == 0.5 + 0.75 * 0.5 + 0.25 * (0.5 - 1));
  CHECK(utility_of(made, 0, 5) == 0.5 + 0.75 * 2 + 0.25 * (1.5 - 1));
  CHECK(made.domain.profiles[0].reservation == 0.25);
  CHECK(made.domain.profiles[0].name == "ann");
}

TEST_CASE("the semantics of genius divide NegMAS' tables too") {
  CHECK(utility_of(sale(replaced(kProfile, "bias: 0.5\n", "bias: 0\n"), Semantics::kGenius), 0,
                   0) == 0.75 * 0.25 + 0.25 * (0.5 - 1));
}

TEST_CASE("NegMAS' JSON may hold Python's infinities") {
  const std::string space =
      R"({"name": "n", "type": "CartesianOutcomeSpace", "issues": [{"name": "a", "values": 3, "type": "ContiguousIssue"}]})";
  const std::string profile =
      R"({"type": "LinearUtilityFunction", "weights": [2.0], "bias": 1.0, "reserved_value": -Infinity})";
  const LoadedDomain made = loaded({{"space.json", space}, {"p.json", profile}});
  CHECK(made.domain.profiles[0].reservation == -std::numeric_limits<double>::infinity());
  CHECK(made.domain.profiles[0].name == "p");
  CHECK(utility_of(made, 0, 2) == 5);
}

TEST_CASE("discounts wrap utility functions, and the reservation value inside counts") {
  const auto wrapped = [&](const std::string& head) {
    std::string inner;
    std::istringstream lines(kProfile);
    for (std::string line; std::getline(lines, line);) inner += "  " + line + "\n";
    return head + "ufun:\n" + inner;
  };
  const Profile exponential =
      sale(wrapped("type: ExpDiscountedUFun\ndiscount: 0.9\nfactor: step\nreserved_value: -.inf\n"))
          .domain.profiles[0];
  CHECK(exponential.discount.kind == Discount::Kind::kPerRound);
  CHECK(exponential.discount.factor == 0.9);
  CHECK(exponential.reservation == 0.25);
  const Profile cost = sale(wrapped("type: LinDiscountedUFun\ncost: 0.01\nfactor: "
                                    "relative_time\ndynamic_reservation: false\n"))
                           .domain.profiles[0];
  CHECK(cost.discount.kind == Discount::Kind::kLinear);
  CHECK_FALSE(cost.discount.reservation);
  CHECK(fault(wrapped("type: ExpDiscountedUFun\ndiscount: 0.9\nfactor: time\n"))
            .find("a discount by \"time\" is not known here") != std::string::npos);
}

TEST_CASE("value functions, boxes, mappings and sums of NegMAS load") {
  const std::string head =
      "type: LinearAdditiveUtilityFunction\nweights: [0, 1]\nvalues:\n- [0, 0]\n- ";
  const auto at_two = [&](const std::string& function) {
    return utility_of(sale(head + function), 0, 1);  // days: 2
  };
  CHECK(at_two("{type: LinearFun, slope: 3}") == 6);
  CHECK(at_two("{type: IdentityFun}") == 2);
  CHECK(at_two("{type: ConstFun, bias: 7}") == 7);
  CHECK(at_two("{type: QuadraticFun, a2: 1, a1: 2, bias: 3}") == 11);
  CHECK(at_two("{type: PolynomialFun, coefficients: [1, 1], bias: 1}") == 7);
  CHECK(at_two("{type: TriangularFun, start: 1, middle: 2, end: 3, scale: 4, bias: 1}") == 5);
  CHECK(at_two("{type: TrapezoidalFun, start: 0, rise_end: 1, fall_start: 1, end: 3}") == 0.5);
  CHECK(at_two("{type: ExponentialFun, tau: 1, base: 3}") == 9);
  CHECK(at_two("{type: LogFun, tau: 2, base: 2}") == 2);
  CHECK(at_two("{type: CosFun, multiplier: 0, amplitude: 2}") == 2);
  CHECK(at_two("{type: SinFun, multiplier: 0, bias: 2}") == 2);
  CHECK(at_two("{type: GaussianFun, center: 2, sigma: 1}") == 1);
  CHECK(at_two("{1: 5, 2: 6, 3: 7}") == 6);
  const LoadedDomain boxes = sale(R"(type: HyperRectangleUtilityFunction
outcome_ranges: [{0: red, 1: [2, 3]}, {days: [[1, 1], [3, 3]]}, {}]
utilities: [10, 5, 1]
weights: [1, 2, 1]
)");
  CHECK(utility_of(boxes, 0, 0) == 11);
  CHECK(utility_of(boxes, 0, 1) == 11);
  CHECK(utility_of(boxes, 0, 2) == 21);
  CHECK(utility_of(boxes, 0, 4) == 1);
  const LoadedDomain mapping = sale(R"(type: MappingUtilityFunction
mapping:
  ? !!python/tuple [red, 2]
  : 0.5
  ? ['No', 3]
  : 0.75
default: 0.1
)");
  CHECK(utility_of(mapping, 0, 1) == 0.5);
  CHECK(utility_of(mapping, 0, 5) == 0.75);
  CHECK(utility_of(mapping, 0, 0) == 0.1);
  const LoadedDomain sum = sale(R"(type: WeightedUtilityFunction
weights: [2, 1]
ufuns:
- {type: ConstUtilityFunction, value: 0.5}
- {type: ConstUtilityFunction, value: 0.25}
)");
  CHECK(utility_of(sum, 0, 3) == 1.25);
}

TEST_CASE("references within YAML are followed and cannot explode") {
  const LoadedDomain made = sale(R"(type: LinearAdditiveUtilityFunction
weights: [0.5, 0.5]
values:
- &same {type: ConstFun, bias: 3}
- *same
)");
  CHECK(utility_of(made, 0, 0) == 3);
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char name = 'b'; name < 'l'; ++name) {
    const std::string before = "*" + std::string(1, static_cast<char>(name - 1));
    bomb += std::string(1, name) + ": &" + name + " [" + before;
    for (int i = 0; i < 9; ++i) bomb += ", " + before;
    bomb += "]\n";
  }
  CHECK(fault(bomb).find("has too many parts") != std::string::npos);
  CHECK(fault("a: &a [*a]\n").find("ann.yml:1:") == 0);
}

TEST_CASE("faults of NegMAS' files are told with file and line") {
  CHECK(fault(replaced(kProfile, "    red: 0.5", "    rot: 0.5")) ==
        "ann.yml:10:5: issue \"colour\" has no value \"rot\"");
  CHECK(fault(replaced(kProfile, "[0.75, 0.25]", "[0.75, 0.25, 0.5]")) ==
        "ann.yml:5:23: there is a weight for issue 3, but no such issue");
  CHECK(fault(replaced(kProfile, "[0.75, 0.25]", "[0.75, .nan]")) ==
        "ann.yml:5:17: the weight of issue \"days\" must be a finite number, not \".nan\"");
  CHECK(
      fault(replaced(kProfile, "[0.75, 0.25]", "[0.75, 0.25")).find("is not well-formed YAML: ") !=
      std::string::npos);
  CHECK(fault(replaced(kProfile, "TableFun", "LambdaFun"))
            .find("is of a type that cannot be read from a file: \"LambdaFun\"") !=
        std::string::npos);
  CHECK(fault_of({{"ann.yml", kProfile}}) ==
        "ann.yml: there is no outcome space here, no file with issues");
}
