#include <algorithm>
#include <cmath>
#include <locale>
#include <numeric>
#include <optional>
#include <sstream>

#include <agents/strategies/registry.hpp>
#include <protocol/base/check.hpp>

namespace monazite::strategies {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

std::string name_in_quotes(std::string_view text) {
  std::string out = "\"";
  out += text;
  out += '"';
  return out;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates) {
  const std::string nearest = nearest_name(name, candidates);
  if (!nearest.empty()) return "did you mean " + name_in_quotes(nearest) + "?";
  if (candidates.empty()) return "there are none";
  std::string all;
  for (const std::string& candidate : candidates) all += (all.empty() ? "" : ", ") + candidate;
  return "there are: " + all;
}

/// The whole text as a finite number, in the notation of C whatever the machine's locale.
std::optional<double> parse_number(std::string_view text) {
  std::istringstream in{std::string(text)};
  in.imbue(std::locale::classic());
  double value = 0;
  in >> std::noskipws >> value;
  if (in.fail() || in.peek() != std::istringstream::traits_type::eof()) return std::nullopt;
  if (!std::isfinite(value)) return std::nullopt;
  return value;
}

std::string number(double value) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out << value;
  return out.str();
}

/// The settings of one description while they are read.
class Reading {
 public:
  Reading(std::string_view kind, const Signature& signature)
      : what_(std::string(kind) + " " + name_in_quotes(signature.name)), signature_(signature) {
    for (const Parameter& parameter : signature.parameters) {
      numbers_.push_back(parameter.usual);
      keys_.push_back(parameter.name);
    }
    for (const Slot& slot : signature.slots) {
      parts_.push_back({slot.usual, "", false});
      keys_.push_back(slot.name);
    }
    given_.resize(numbers_.size(), false);
  }

  /// One KEY=VALUE.
  base::Result<void> read(std::string_view setting) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string_view::npos) {
      return refuse(": found " + name_in_quotes(setting) + ", expected KEY=VALUE");
    }
    const std::string_view key = setting.substr(0, equals);
    const std::string_view value = setting.substr(equals + 1);
    const std::size_t dot = key.find('.');
    const auto found = std::find(keys_.begin(), keys_.end(), key.substr(0, dot));
    const auto position = static_cast<std::size_t>(found - keys_.begin());
    if (found == keys_.end() || (dot != std::string_view::npos && position < numbers_.size())) {
      return refuse(" has no parameter " + name_in_quotes(key) + "; " + did_you_mean(key, keys_));
    }
    if (position < numbers_.size()) return read_number(position, value);
    Part& part = parts_[position - numbers_.size()];
    if (dot == std::string_view::npos) return read_name(part, keys_[position], value);
    if (!part.settings.empty()) part.settings += ',';
    part.settings += setting.substr(dot + 1);
    return {};
  }

  [[nodiscard]] base::Result<Settings> done() {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const Part& part = parts_[i];
      if (part.name.empty() && !part.settings.empty()) {
        const std::string& slot = signature_.slots[i].name;
        std::string what = ": " + slot;
        what += "." + part.settings;
        what += " needs the name of a part; write " + slot;
        what += "=NAME too";
        auto refused = refuse(what);
        return tl::unexpected<base::Error>(refused.error());
      }
      parts.push_back(part.settings.empty() ? part.name : part.name + ":" + part.settings);
    }
    return Settings(std::move(numbers_), std::move(parts));
  }

 private:
  struct Part {
    std::string name;
    std::string settings;
    bool given;
  };

  [[nodiscard]] base::Result<void> refuse(const std::string& why) const {
    return base::fail(base::ErrorCode::kBadInput, what_ + why);
  }
  base::Result<void> read_number(std::size_t position, std::string_view text) {
    const Parameter& parameter = signature_.parameters[position];
    if (given_[position]) return refuse(": " + parameter.name + " is given twice");
    const std::optional<double> value = parse_number(text);
    if (!value || *value < parameter.lowest || *value > parameter.highest ||
        (parameter.whole && *value != std::floor(*value))) {
      return refuse(": " + parameter.name + " is " + name_in_quotes(text) + ", expected a " +
                    (parameter.whole ? "whole " : "") + "number from " + number(parameter.lowest) +
                    " to " + number(parameter.highest));
    }
    numbers_[position] = *value;
    given_[position] = true;
    return {};
  }
  base::Result<void> read_name(Part& part, const std::string& slot, std::string_view name) {
    if (part.given) return refuse(": " + slot + " is given twice");
    if (name.empty() || name.find(':') != std::string_view::npos) {
      return refuse(": " + slot + " is " + name_in_quotes(name) +
                    ", expected the name of a part (its " + "numbers are written " + slot +
                    ".KEY=VALUE)");
    }
    part.name = name;
    part.given = true;
    return {};
  }

  std::string what_;
  const Signature& signature_;
  std::vector<double> numbers_;
  std::vector<bool> given_;
  std::vector<Part> parts_;
  std::vector<std::string> keys_;  ///< of the parameters, then of the slots
};

}  // namespace

std::string nearest_name(std::string_view name, std::span<const std::string> candidates) {
  std::string best;
  std::size_t best_distance = 0;
  for (const std::string& candidate : candidates) {
    const std::size_t edits = edit_distance(name, candidate);
    if (2 * edits > std::max(name.size(), candidate.size())) continue;
    if (best.empty() || edits < best_distance) {
      best = candidate;
      best_distance = edits;
    }
  }
  return best;
}

base::Error unknown_name(std::string_view kind, std::string_view name,
                         const std::vector<std::string>& names) {
  return {base::ErrorCode::kBadInput, "no " + std::string(kind) + " is called " +
                                          name_in_quotes(name) + "; " + did_you_mean(name, names)};
}

base::Result<Settings> read_settings(std::string_view kind, const Signature& signature,
                                     const std::string_view* text) {
  Reading reading(kind, signature);
  if (text != nullptr) {
    std::string_view rest = *text;
    while (true) {
      const std::size_t comma = rest.find(',');
      const auto read = reading.read(rest.substr(0, comma));
      if (!read) return tl::unexpected<base::Error>(read.error());
      if (comma == std::string_view::npos) break;
      rest = rest.substr(comma + 1);
    }
  }
  return reading.done();
}

std::string describe(const Signature& signature) {
  std::string text = signature.name + ": " + signature.summary + "\n";
  for (const Parameter& parameter : signature.parameters) {
    text += "  " + parameter.name + "=" + number(parameter.usual) + "  " + parameter.meaning +
            (parameter.whole ? "; a whole number from " : "; from ") + number(parameter.lowest) +
            " to " + number(parameter.highest) + "\n";
  }
  for (const Slot& slot : signature.slots) {
    text += "  " + slot.name + (slot.usual.empty() ? "" : "=" + slot.usual) + "  " + slot.meaning +
            "\n";
  }
  if (!signature.source.empty()) text += "  after " + signature.source + "\n";
  return text;
}

void register_tactics(Registry<Tactic>& registry) {
  const auto time_dependent = [](std::span<const double> values) {
    return std::unique_ptr<Tactic>(std::make_unique<TimeDependent>(values[0]));
  };
  const auto exponent = [](double usual) {
    return std::vector<Parameter>{
        {"exponent", usual, 0.01, 100, "e of 1 - t^e; above 1 holds firm"}};
  };
  const auto hardliner = [](std::span<const double>) {
    return std::unique_ptr<Tactic>(std::make_unique<Hardliner>());
  };
  const std::string source = "Faratin, Sierra and Jennings 1998, as in NegMAS";
  registry.add({"boulware", "holds firm and concedes late", exponent(4), {}, source},
               time_dependent);
  registry.add({"linear", "concedes at an even pace", {}, {}, source}, [](std::span<const double>) {
    return std::unique_ptr<Tactic>(std::make_unique<TimeDependent>(1.0));
  });
  registry.add({"conceder", "concedes early", exponent(0.25), {}, source}, time_dependent);
  registry.add({"time_dependent", "1 - t^e with any exponent", exponent(1), {}, source},
               time_dependent);
  registry.add({"hardliner", "never concedes", {}, {}, ""}, hardliner);
  registry.add({"tough", "another name for hardliner", {}, {}, ""}, hardliner);
}

}  // namespace monazite::strategies
