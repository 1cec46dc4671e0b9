#pragma once

#include <sstream>
#include <string>

/// Broken invariants. A check that fails is a mistake in the program, never in its input: it writes
/// the place, both values and one sentence to stderr and stops the program. Expected failures (a
/// bad file, a lost peer) are values of type Result instead, see result.hpp.
///
///   MONAZITE_CHECK(stock_t >= 0, "a stock cannot be negative");
///   MONAZITE_CHECK_EQ(delivered, posted, "every message posted must be delivered once");
///
/// MONAZITE_DEV_CHECK is for costly checks (conservation of mass and money every month): compiled
/// in when MONAZITE_DEVELOPMENT is defined (presets dev, asan, tsan), and nothing otherwise.
namespace monazite::base::detail {

[[noreturn]] void check_failed(const char* file, int line, const char* expression,
                               const std::string& values, const char* sentence);

template <class A, class B>
std::string both_values(const A& a, const B& b) {
  std::ostringstream out;
  out.precision(17);
  out << a << " against " << b;
  return out.str();
}

}  // namespace monazite::base::detail

#define MONAZITE_CHECK(condition, sentence)                                                 \
  do {                                                                                      \
    if (!(condition)) {                                                                     \
      ::monazite::base::detail::check_failed(__FILE__, __LINE__, #condition, {}, sentence); \
    }                                                                                       \
  } while (false)

#define MONAZITE_CHECK_OP_(a, op, b, sentence)                                            \
  do {                                                                                    \
    if (!((a)op(b))) {                                                                    \
      ::monazite::base::detail::check_failed(__FILE__, __LINE__, #a " " #op " " #b,       \
                                             ::monazite::base::detail::both_values(a, b), \
                                             sentence);                                   \
    }                                                                                     \
  } while (false)

#define MONAZITE_CHECK_EQ(a, b, sentence) MONAZITE_CHECK_OP_(a, ==, b, sentence)
#define MONAZITE_CHECK_GE(a, b, sentence) MONAZITE_CHECK_OP_(a, >=, b, sentence)
#define MONAZITE_CHECK_LE(a, b, sentence) MONAZITE_CHECK_OP_(a, <=, b, sentence)

#ifdef MONAZITE_DEVELOPMENT
#define MONAZITE_DEV_CHECK(condition, sentence) MONAZITE_CHECK(condition, sentence)
#else
#define MONAZITE_DEV_CHECK(condition, sentence) \
  do {                                          \
  } while (false)
#endif
