#pragma once

#include <vector>

#include <viz/model/seat/knowledge.hpp>
#include <world/lab/story.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::viz::game {

/// What happened as far as a seat has heard of it, in the words of the stories
/// (world/lab/story.hpp) and in order of day. What is private to others is not in it, because it
/// never came to the seat.
[[nodiscard]] std::vector<lab::StoryLine> news_of(const Knowledge& knowledge,
                                                  const scenarios::Scenario& scenario);

}  // namespace monazite::viz::game
