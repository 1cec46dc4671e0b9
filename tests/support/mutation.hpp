#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace monazite::test_support {

/// Spoils texts the same way on every machine.
class Mutator {
 public:
  /// `pieces`: what stands in such texts, to be put in where it does not belong. A text gets one
  /// edit to `most_edits`.
  Mutator(std::uint64_t seed, std::vector<std::string> pieces, std::size_t most_edits)
      : random_(seed), pieces_(std::move(pieces)), most_edits_(most_edits) {}

  /// 0 to bound - 1.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }

  /// The text with pieces taken out, put in, repeated, with bytes changed, or cut.
  std::string spoil(std::string text) {
    const std::size_t edits = 1 + below(most_edits_);
    for (std::size_t i = 0; i < edits && !text.empty(); ++i) {
      const std::size_t at = below(text.size());
      const std::size_t length = std::min<std::size_t>(text.size() - at, 1 + below(30));
      switch (below(5)) {
        case 0:
          text.erase(at, length);
          break;
        case 1:
          text.insert(at, pieces_[below(pieces_.size())]);
          break;
        case 2:
          text.insert(below(text.size()), text.substr(at, length));
          break;
        case 3:
          text[at] = static_cast<char>(below(256));
          break;
        default:
          text.resize(at);
          break;
      }
    }
    return text;
  }

 private:
  std::mt19937_64 random_;
  std::vector<std::string> pieces_;
  std::size_t most_edits_;
};

}  // namespace monazite::test_support
