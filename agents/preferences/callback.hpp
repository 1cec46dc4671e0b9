#pragma once

#include <functional>
#include <utility>

#include <agents/preferences/utility.hpp>

namespace monazite::preferences {

/// A utility that the caller computes. The function must be pure and give finite numbers; tables
/// call it once for each package, perhaps from several threads.
class Callback final : public Utility {
 public:
  using Function = std::function<double(const Agenda& agenda, Outcome outcome)>;

  explicit Callback(Function function) : function_(std::move(function)) {}

  [[nodiscard]] double value(const Agenda& agenda, Outcome outcome) const override {
    return function_(agenda, outcome);
  }

 private:
  Function function_;
};

}  // namespace monazite::preferences
