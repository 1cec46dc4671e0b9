#include <agents/strategies/models/concession_ratio.hpp>
#include <agents/strategies/models/forecast_models.hpp>
#include <agents/strategies/models/hardheaded.hpp>
#include <agents/strategies/models/scalable_bayesian.hpp>
#include <agents/strategies/models/simple_models.hpp>
#include <agents/strategies/models/smith.hpp>
#include <agents/strategies/models/windowed_frequency.hpp>
#include <agents/strategies/strategies.hpp>

namespace monazite::strategies {
namespace {

using MadeModel = std::unique_ptr<OpponentModel>;

void add_hardheaded(Registry<OpponentModel>& registry, std::string name, std::string summary,
                    std::string source, HardHeadedModel::Form form) {
  registry.add({std::move(name),
                std::move(summary),
                {{"learning", 0.2, 0.001, 1, "added to the weights of unchanged issues"}},
                {},
                std::move(source)},
               [form](const Settings& s) {
                 return MadeModel(std::make_unique<HardHeadedModel>(form, s.number(0)));
               });
}

void add_frequency_models(Registry<OpponentModel>& registry) {
  const std::string paper = "van Krimpen, Looije and Hajizadeh 2013";
  add_hardheaded(registry, "hardheaded", "counts levels; issues that stay put gain weight", paper,
                 HardHeadedModel::Form::kPublished);
  add_hardheaded(registry, "hardheaded_genius", "hardheaded with the levelling of Genius 10.4",
                 paper + "; Genius HardHeadedFrequencyModel", HardHeadedModel::Form::kGenius);
  registry.add({"smith",
                "shares of levels; weights by the largest share",
                {},
                {},
                "van Galen Last 2012; Genius SmithFrequencyModel"},
               [](const Settings&) { return MadeModel(std::make_unique<SmithModel>()); });
  registry.add({"windowed_frequency",
                "compares windows of offers; firm issues gain weight when others are conceded",
                {{"window", 48, 1, 100'000, "offers", true},
                 {"alpha", 10, 0, 1000, "weight gained at the start"},
                 {"beta", 5, 0.01, 100, "how late the gain falls"},
                 {"gamma", 0.25, 0.01, 1, "flattens counts"},
                 {"significance", 0.05, 0, 1, "of the test for a change"}},
                {},
                "Tunali, Aydogan and Sanchez-Anguix 2017"},
               [](const Settings& s) {
                 WindowedFrequencyModel::Settings settings;
                 settings.window = static_cast<std::uint32_t>(s.whole(0));
                 settings.alpha = s.number(1);
                 settings.beta = s.number(2);
                 settings.gamma = s.number(3);
                 settings.significance = s.number(4);
                 return MadeModel(std::make_unique<WindowedFrequencyModel>(settings));
               });
  registry.add(
      {"concession_ratio",
       "issues on which it moves less weigh more",
       {{"numeric", 0, 0, 1, "1: by the size of a step, 0: by whether there was one", true}},
       {},
       "Jonker, Robu and Treur 2007"},
      [](const Settings& s) {
        return MadeModel(std::make_unique<ConcessionRatioModel>(
            s.whole(0) == 1 ? ConcessionRatioModel::Distance::kNumeric
                            : ConcessionRatioModel::Distance::kChanged));
      });
}

void add_forecasts(Registry<OpponentModel>& registry) {
  registry.add(
      {"regression_forecast",
       "what it will offer in the end, by regression on its concessions",
       {},
       {},
       "Hou 2004"},
      [](const Settings&) { return MadeModel(std::make_unique<RegressionForecastModel>()); });
  registry.add({"bayesian_forecast",
                "its reservation value and deadline, by Bayesian learning over its concessions",
                {{"latest", 1, 1, 10, "latest deadline thought possible, in relative time"},
                 {"cells", 10, 1, 50, "of the belief, on each axis", true}},
                {},
                "Yu, Ren and Zhang 2013"},
               [](const Settings& s) {
                 return MadeModel(std::make_unique<BayesianForecastModel>(
                     s.number(0), static_cast<std::uint32_t>(s.whole(1))));
               });
}

}  // namespace

void register_models(Strategies& known) {
  Registry<OpponentModel>& registry = known.models;
  add_frequency_models(registry);
  registry.add({"bayesian",
                "beliefs over weights and shapes of values, issue by issue",
                {{"sigma", 0.25, 0.001, 10, "deviation of the relative error"},
                 {"concession", 0.003, 0, 1, "thought to be given with each new offer"}},
                {},
                "Hindriks and Tykhonov 2008; Genius ScalableBayesianModel"},
               [](const Settings& s) {
                 return MadeModel(std::make_unique<ScalableBayesianModel>(
                     ScalableBayesianModel::Settings{s.number(0), s.number(1)}));
               });
  add_forecasts(registry);
  registry.add({"uniform", "knows nothing", {}, {}, ""},
               [](const Settings&) { return MadeModel(std::make_unique<UniformModel>()); });
  registry.add({"opposite", "1 - own utility: zero-sum", {}, {}, "Genius OppositeModel"},
               [](const Settings&) { return MadeModel(std::make_unique<OppositeModel>()); });
}

}  // namespace monazite::strategies
