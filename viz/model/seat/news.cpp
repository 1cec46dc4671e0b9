#include <viz/model/seat/news.hpp>
#include <world/engine/history.hpp>

namespace monazite::viz::game {

std::vector<lab::StoryLine> news_of(const Knowledge& knowledge,
                                    const scenarios::Scenario& scenario) {
  v1::RunHeader header;
  const base::Roster roster = engine::make_roster(scenario);
  for (const std::string& name : roster.names()) header.add_names(name);
  lab::Storyteller teller(scenario, header);
  for (const v1::Envelope& message : knowledge.heard) teller.on_envelope(message);
  teller.finish();
  return teller.lines();
}

}  // namespace monazite::viz::game
