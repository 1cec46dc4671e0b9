#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <world/app/commands_detail.hpp>
#include <world/app/domain_choice.hpp>
#include <world/app/strategy_choice.hpp>
#include <world/lab/text_layout.hpp>
#include <world/lab/wording.hpp>

namespace monazite::app {
namespace {

using nlohmann::json;
using strategies::Signature;

struct StrategiesOptions {
  std::string name;
  std::string semantics;
  bool json = false;
};

/// A kind of thing with a name: its heading, its key in JSON, and what there is of it.
struct Kind {
  const char* title;
  const char* key;
  std::vector<Signature> signatures;
};

template <class Product>
std::vector<Signature> signatures_of(const strategies::Registry<Product>& registry) {
  std::vector<Signature> out;
  for (const auto& entry : registry.entries()) out.push_back(entry.signature);
  return out;
}

std::vector<Kind> kinds_of(const strategies::Strategies& known) {
  return {{"Strategies (--first, --second, --strategies)", "strategies",
           signatures_of(known.strategies)},
          {"Bidding (parts:bidding=...)", "biddings", signatures_of(known.biddings)},
          {"Acceptance (parts:acceptance=...)", "acceptances", signatures_of(known.acceptances)},
          {"Opponent models (parts:model=..., estimate --model)", "models",
           signatures_of(known.models)},
          {"Demand over time (in bidding=demand)", "demands", signatures_of(known.demands)}};
}

/// "exponent=4, k=0"
std::string settings_words(const Signature& signature) {
  std::string out;
  const auto add = [&out](const std::string& setting) {
    out += (out.empty() ? "" : ", ") + setting;
  };
  for (const auto& slot : signature.slots) add(slot.name + "=" + slot.usual);
  for (const auto& parameter : signature.parameters) {
    add(parameter.name + "=" + lab::number_words(parameter.usual, 6));
  }
  return out;
}

std::string to_text(const std::vector<Kind>& kinds) {
  std::string out;
  for (const Kind& kind : kinds) {
    out += (out.empty() ? "" : "\n") + std::string(kind.title) + "\n\n";
    lab::TextTable table({"name", "what it does", "settings"});
    for (const Signature& signature : kind.signatures) {
      table.add({signature.name, signature.summary, settings_words(signature)});
    }
    out += table.text(2);
  }
  return out + "\n`monazite strategies NAME` tells ranges and the source of one.\n";
}

json to_json(const std::vector<Kind>& kinds) {
  json out = json::object();
  for (const Kind& kind : kinds) {
    json list = json::array();
    for (const Signature& signature : kind.signatures) {
      json parameters = json::array(), slots = json::array();
      for (const auto& p : signature.parameters) {
        parameters.push_back({{"name", p.name},
                              {"usual", p.usual},
                              {"lowest", p.lowest},
                              {"highest", p.highest},
                              {"meaning", p.meaning}});
      }
      for (const auto& slot : signature.slots) {
        slots.push_back({{"name", slot.name}, {"usual", slot.usual}, {"meaning", slot.meaning}});
      }
      list.push_back({{"name", signature.name},
                      {"summary", signature.summary},
                      {"parameters", parameters},
                      {"slots", slots},
                      {"source", signature.source}});
    }
    out[kind.key] = std::move(list);
  }
  return out;
}

/// All that has the name, each under its kind's title.
base::Result<std::string> one(const std::vector<Kind>& kinds, const std::string& name) {
  std::string out;
  std::vector<std::string> names;
  for (const Kind& kind : kinds) {
    for (const Signature& signature : kind.signatures) {
      names.push_back(signature.name);
      if (signature.name != name) continue;
      out += (out.empty() ? "" : "\n") + std::string(kind.title) + "\n" +
             strategies::describe(signature);
    }
  }
  if (out.empty()) {
    return tl::unexpected<base::Error>(strategies::unknown_name("strategy or part", name, names));
  }
  return out;
}

int list(const StrategiesOptions& options) {
  strategies::Strategies known;
  register_all(known, semantics_named(options.semantics).value_or(preferences::Semantics::kGenius));
  const std::vector<Kind> kinds = kinds_of(known);
  if (options.json) return print(to_json(kinds).dump(2) + "\n") ? kSuccess : kFailure;
  if (options.name.empty()) return print(to_text(kinds)) ? kSuccess : kFailure;
  const auto text = one(kinds, options.name);
  if (!text) return tell_error(text.error());
  return print(*text) ? kSuccess : kFailure;
}

}  // namespace

void add_strategies(CLI::App& app, int& exit_code) {
  auto options = std::make_shared<StrategiesOptions>();
  CLI::App* command = app.add_subcommand(
      "strategies", "List negotiation strategies and their parts, or tell of one");
  command->add_option("name", options->name, "A strategy or a part (default: all)");
  add_semantics_option(*command, options->semantics);
  command->add_flag("--json", options->json, "Print one JSON object and nothing else");
  command->callback([options, &exit_code] { exit_code = list(*options); });
}

}  // namespace monazite::app
