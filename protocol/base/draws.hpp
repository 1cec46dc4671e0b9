#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include <protocol/base/calendar.hpp>

namespace monazite::base {

/// What a random draw is for. Made from a name at compile time: `constexpr Purpose
/// kSea{"sea.late"};`. Two purposes with the same name share their draws, so names carry their
/// module.
struct Purpose {
  std::uint32_t number = 0;

  constexpr explicit Purpose(std::string_view name) : number(fnv1a(name)) {}
  /// One that came as its number, from another process.
  constexpr explicit Purpose(std::uint32_t number_in) : number(number_in) {}

 private:
  /// FNV-1a, 32 bits (Fowler, Noll, Vo 1991): a name for a number, nothing more.
  static constexpr std::uint32_t fnv1a(std::string_view text) {
    std::uint32_t hash = 2166136261U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
  }
};

/// Counter-based random draws (Philox 4x32-10; Salmon, Moraes, Dror and Shaw 2011). Every draw is a
/// pure function of (seed, run, party, purpose, day, ordinal): there is no state to advance, so the
/// order of calls, the number of threads or a message more changes no other draw, and two runs that
/// differ in one decision keep common random numbers. `party` is a seat's number, or 0 for nature.
class Draws {
 public:
  /// Two independent 64-bit words, for callers that make their own use of the bits.
  struct Words {
    std::uint64_t first;
    std::uint64_t second;
  };
  /// Somebody who knows the seed and draws for one who must not: a host for the seats of others.
  class Source {
   public:
    virtual ~Source() = default;
    /// What Draws::words() of the run would give. Called on the thread that draws.
    [[nodiscard]] virtual Words words(Purpose purpose, Day day, std::uint32_t party,
                                      std::uint32_t ordinal) const = 0;
  };

  explicit Draws(std::uint64_t seed, std::uint32_t run = 0) : seed_(seed), run_(run) {}
  /// Draws that are asked of `source`; seed and run are 0, being unknown.
  explicit Draws(std::shared_ptr<const Source> source) : source_(std::move(source)) {}

  /// In (0, 1): never 0 and never 1.
  [[nodiscard]] double uniform(Purpose purpose, Day day, std::uint32_t party = 0,
                               std::uint32_t ordinal = 0) const;
  /// Standard normal, by Box and Muller (1958).
  [[nodiscard]] double normal(Purpose purpose, Day day, std::uint32_t party = 0,
                              std::uint32_t ordinal = 0) const;
  /// In {0, ..., count - 1}; count must be positive.
  [[nodiscard]] std::uint64_t below(std::uint64_t count, Purpose purpose, Day day,
                                    std::uint32_t party = 0, std::uint32_t ordinal = 0) const;
  [[nodiscard]] Words words(Purpose purpose, Day day, std::uint32_t party,
                            std::uint32_t ordinal) const;

  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  [[nodiscard]] std::uint32_t run() const { return run_; }

 private:
  std::uint64_t seed_ = 0;
  std::uint32_t run_ = 0;
  std::shared_ptr<const Source> source_;  ///< null: worked out here
};

}  // namespace monazite::base
