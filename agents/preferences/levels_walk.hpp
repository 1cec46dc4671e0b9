#pragma once

#include <vector>

#include <protocol/agenda/agenda.hpp>

namespace monazite::preferences {

/// The levels of one outcome after the other, without a division per outcome.
class LevelsWalk {
 public:
  /// `agenda` must outlive the walk and contain `first`.
  LevelsWalk(const agenda::Agenda& agenda, agenda::Outcome first)
      : agenda_(&agenda), levels_(agenda.issues().size()) {
    agenda.levels(first, levels_.data());
  }
  [[nodiscard]] const std::vector<std::uint32_t>& levels() const { return levels_; }
  /// On to the next outcome; after the last one it starts again.
  void next() {
    for (std::size_t i = levels_.size(); i-- > 0;) {
      if (++levels_[i] < agenda_->issues()[i].levels()) return;
      levels_[i] = 0;
    }
  }

 private:
  const agenda::Agenda* agenda_;
  std::vector<std::uint32_t> levels_;
};

}  // namespace monazite::preferences
