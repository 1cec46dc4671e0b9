#include <limits>

#include <agents/preferences/files/detail/formula_text.hpp>

namespace monazite::preferences::detail {
namespace {

/// One overload per formula.
struct Writer {
  FormulaText text;

  void name(std::string kind, std::string negmas) {
    text.kind = std::move(kind);
    text.negmas = std::move(negmas);
  }
  void put(const char* key, double number) { text.numbers.emplace_back(key, number); }
  void put_unless(const char* key, double number, double usual) {
    if (number != usual) put(key, number);
  }

  void operator()(const Constant& from) {
    name("constant", "ConstFun");
    put("bias", from.bias);
  }
  void operator()(const Identity& /*from*/) { name("identity", "IdentityFun"); }
  void operator()(const Affine& from) {
    const double infinite = std::numeric_limits<double>::infinity();
    const bool plain = from.origin == 0 && from.lowest == -infinite && from.highest == infinite;
    name("affine", plain ? "AffineFun" : "");
    put("slope", from.slope);
    put_unless("bias", from.bias, 0);
    put_unless("origin", from.origin, 0);
    put_unless("lowest", from.lowest, -infinite);
    put_unless("highest", from.highest, infinite);
  }
  void operator()(const Triangular& from) {
    name("triangular", "TriangularFun");
    put("start", from.start);
    put("middle", from.middle);
    put("end", from.end);
    put_unless("bias", from.bias, 0);
    put_unless("scale", from.scale, 1);
  }
  void operator()(const Trapezoidal& from) {
    name("trapezoidal", "TrapezoidalFun");
    put("start", from.start);
    put("rise_end", from.rise_end);
    put("fall_start", from.fall_start);
    put("end", from.end);
    put_unless("bias", from.bias, 0);
    put_unless("scale", from.scale, 1);
  }
  void operator()(const Power& from) {
    name("power", "");
    put("from", from.from);
    put("to", from.to);
    put("exponent", from.exponent);
    put_unless("bias", from.bias, 0);
    put_unless("scale", from.scale, 1);
  }
  void operator()(const Quadratic& from) {
    name("quadratic", "QuadraticFun");
    put("a2", from.a2);
    put("a1", from.a1);
    put_unless("bias", from.bias, 0);
  }
  void operator()(const Polynomial& from) {
    name("polynomial", "PolynomialFun");
    text.coefficients = from.coefficients;
    put_unless("bias", from.bias, 0);
  }
  void operator()(const Exponential& from) {
    name("exponential", "ExponentialFun");
    put("tau", from.tau);
    put_unless("bias", from.bias, 0);
    put_unless("base", from.base, kEuler);
  }
  void operator()(const Logarithm& from) {
    name("logarithm", "LogFun");
    put("tau", from.tau);
    put_unless("bias", from.bias, 0);
    put_unless("base", from.base, kEuler);
    put_unless("scale", from.scale, 1);
  }
  void operator()(const Cosine& from) {
    name("cosine", "CosFun");
    wave(from.multiplier, from.bias, from.phase, from.amplitude);
  }
  void operator()(const Sine& from) {
    name("sine", "SinFun");
    wave(from.multiplier, from.bias, from.phase, from.amplitude);
  }
  void operator()(const Gaussian& from) {
    name("gaussian", "GaussianFun");
    put("center", from.center);
    put("sigma", from.sigma);
    put_unless("bias", from.bias, 0);
    put_unless("scale", from.scale, 1);
  }
  void wave(double multiplier, double bias, double phase, double amplitude) {
    put("multiplier", multiplier);
    put_unless("bias", bias, 0);
    put_unless("phase", phase, 0);
    put_unless("amplitude", amplitude, 1);
  }
};

}  // namespace

FormulaText formula_text(const ValueFunction& function) {
  Writer writer;
  std::visit(writer, function);
  return std::move(writer.text);
}

}  // namespace monazite::preferences::detail
