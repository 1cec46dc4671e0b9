#include <viz/model/selection.hpp>

namespace monazite::viz {

void Selection::select(const Entity& entity) {
  if (entity == selected_) return;
  selected_ = entity;
  past_.resize(at_ + 1);
  past_.push_back(entity);
  if (past_.size() > kRemembered) past_.erase(past_.begin());
  at_ = past_.size() - 1;
}

void Selection::back() {
  if (can_go_back()) selected_ = past_[--at_];
}

void Selection::forward() {
  if (can_go_forward()) selected_ = past_[++at_];
}

}  // namespace monazite::viz
