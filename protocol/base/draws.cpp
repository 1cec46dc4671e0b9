#include <Random123/boxmuller.hpp>
#include <Random123/philox.h>
#include <Random123/uniform.hpp>

#include <protocol/base/check.hpp>
#include <protocol/base/draws.hpp>

namespace monazite::base {

Draws::Words Draws::words(Purpose purpose, Day day, std::uint32_t party,
                          std::uint32_t ordinal) const {
  if (source_) return source_->words(purpose, day, party, ordinal);
  // What is asked for is the counter: one word each for ordinal, day, purpose and party. Who asks
  // is the key: the seed's two words, the upper one crossed with the run. Multiplying by an odd
  // number permutes the words, so no two runs of a seed have the same key. Runs of two seeds may,
  // but only when the seeds differ in their upper halves and agree in their lower ones.
  const r123::Philox4x32::key_type key{
      {static_cast<std::uint32_t>(seed_),
       static_cast<std::uint32_t>(seed_ >> 32U) ^ (run_ * 0x9E3779B9U)}};
  const r123::Philox4x32::ctr_type counter{
      {ordinal, static_cast<std::uint32_t>(day.number), purpose.number, party}};
  const r123::Philox4x32::ctr_type out = r123::Philox4x32{}(counter, key);
  return {(std::uint64_t{out[1]} << 32U) | out[0], (std::uint64_t{out[3]} << 32U) | out[2]};
}

double Draws::uniform(Purpose purpose, Day day, std::uint32_t party, std::uint32_t ordinal) const {
  // 52 bits and half a step: open at both ends, the same on every compiler.
  return (static_cast<double>(words(purpose, day, party, ordinal).first >> 12U) + 0.5) * 0x1p-52;
}

double Draws::normal(Purpose purpose, Day day, std::uint32_t party, std::uint32_t ordinal) const {
  const Words w = words(purpose, day, party, ordinal);
  return r123::boxmuller(w.first, w.second).x;
}

std::uint64_t Draws::below(std::uint64_t count, Purpose purpose, Day day, std::uint32_t party,
                           std::uint32_t ordinal) const {
  MONAZITE_CHECK(count > 0, "a draw needs at least one value to choose from");
  // Remainder of 64 bits: the bias is count / 2^64.
  return words(purpose, day, party, ordinal).first % count;
}

}  // namespace monazite::base
