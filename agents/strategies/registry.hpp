#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <agents/strategies/aspiration.hpp>
#include <protocol/base/check.hpp>
#include <protocol/base/result.hpp>

namespace monazite::strategies {

/// Names for things that are made anew each time: tactics, strategies, their parts. One notation
/// for all of them, a *description*:
///
///   NAME                                   with the usual values
///   NAME:KEY=VALUE,KEY=VALUE               numbers of its own, as in boulware:exponent=2
///   NAME:SLOT=NAME,SLOT.KEY=VALUE          a part by its name, and numbers of that part, as in
///                                          parts:bidding=boulware,bidding.exponent=2,acceptance=next
///
/// Parts of parts are reached by another dot. The order of the settings is free, and a part that is
/// not named keeps its usual name while its numbers may still be set. No character of the notation
/// means anything to a shell.

/// A number that an entry can be given, as in "boulware:exponent=2".
struct Parameter {
  std::string name;
  double usual = 0;   ///< without being told
  double lowest = 0;  ///< allowed range, ends included
  double highest = 0;
  std::string meaning;
  bool whole = false;  ///< only whole numbers
};

/// A part that an entry can be given by its description.
struct Slot {
  std::string name;
  std::string usual;  ///< name of a part; empty: none, or the entry's own, as `meaning` says
  std::string meaning;
};

/// What a description said, complete: one number per parameter and one description per slot, in
/// their order.
class Settings {
 public:
  Settings(std::vector<double> numbers, std::vector<std::string> parts)
      : numbers_(std::move(numbers)), parts_(std::move(parts)) {}

  [[nodiscard]] double number(std::size_t position) const { return numbers_[position]; }
  [[nodiscard]] std::size_t whole(std::size_t position) const {
    return static_cast<std::size_t>(numbers_[position]);
  }
  /// A description for the registry of those parts, or empty.
  [[nodiscard]] const std::string& part(std::size_t position) const { return parts_[position]; }
  [[nodiscard]] const std::vector<double>& numbers() const { return numbers_; }

  /// For makers that only want the numbers.
  // NOLINTNEXTLINE(google-explicit-constructor): a maker may take either
  operator std::span<const double>() const { return numbers_; }

 private:
  std::vector<double> numbers_;
  std::vector<std::string> parts_;
};

/// What can be said about an entry.
struct Signature {
  std::string name;     ///< lower case, digits, underscore
  std::string summary;  ///< one line
  std::vector<Parameter> parameters;
  std::vector<Slot> slots;
  std::string source;  ///< the publication or program it follows
};

/// Reads the settings of a description, what comes after the colon; `text` null: there was no
/// colon. `kind` is the word for such an entry in complaints. An unknown key, a value that is no
/// number or out of range, or a key given twice: one sentence with what was expected and the
/// nearest valid name.
[[nodiscard]] base::Result<Settings> read_settings(std::string_view kind,
                                                   const Signature& signature,
                                                   const std::string_view* text);

/// The signature of an entry in a few lines: name, summary, parameters with usual value and range,
/// slots, source.
[[nodiscard]] std::string describe(const Signature& signature);

/// The candidate closest to `name` by edits of single letters (Levenshtein 1966), the first of
/// several; empty when there is none or all differ in more than half of their letters.
[[nodiscard]] std::string nearest_name(std::string_view name,
                                       std::span<const std::string> candidates);

/// `no KIND is called "name"`, with the nearest name or all there are.
[[nodiscard]] base::Error unknown_name(std::string_view kind, std::string_view name,
                                       const std::vector<std::string>& names);

/// Names for products of one kind. Filled by explicit calls; a program that uses the library adds
/// its own with add(). Reading is safe from several threads once nothing is added any more.
template <class Product>
class Registry {
 public:
  using Made = std::unique_ptr<Product>;
  /// Gets settings that fit the signature. It may still refuse a part; the sentence is passed on.
  using Make = std::function<base::Result<Made>(const Settings&)>;
  struct Entry {
    Signature signature;
    Make make;
  };

  /// `kind`: the word for one product, "tactic".
  explicit Registry(std::string kind) : kind_(std::move(kind)) {}

  /// The name must be new.
  void add(Signature signature, Make make) {
    MONAZITE_CHECK(find(signature.name) == nullptr, "a name is given once");
    MONAZITE_CHECK(make != nullptr, "what is named can be made");
    entries_.push_back({std::move(signature), std::move(make)});
  }
  /// The same thing under another name.
  void add_alias(std::string name, std::string_view of) {
    const Entry* const entry = find(of);
    MONAZITE_CHECK(entry != nullptr, "another name is for what is there");
    Entry copy = *entry;
    copy.signature.name = std::move(name);
    copy.signature.summary = "another name for " + std::string(of);
    add(std::move(copy.signature), std::move(copy.make));
  }
  [[nodiscard]] const std::string& kind() const { return kind_; }
  /// In the order of registration.
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  /// Null if there is none.
  [[nodiscard]] const Entry* find(std::string_view name) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& e) { return e.signature.name == name; });
    return found == entries_.end() ? nullptr : &*found;
  }
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const Entry& entry : entries_) names.push_back(entry.signature.name);
    return names;
  }
  /// Makes what a description stands for, or one sentence about what is wrong with it.
  [[nodiscard]] base::Result<Made> make(std::string_view description) const {
    const std::size_t colon = description.find(':');
    const std::string_view name = description.substr(0, colon);
    const Entry* const entry = find(name);
    if (entry == nullptr) return tl::unexpected<base::Error>(unknown_name(kind_, name, names()));
    const std::string_view rest =
        colon == std::string_view::npos ? std::string_view() : description.substr(colon + 1);
    const auto settings =
        read_settings(kind_, entry->signature, colon == std::string_view::npos ? nullptr : &rest);
    if (!settings) return tl::unexpected<base::Error>(settings.error());
    return entry->make(*settings);
  }

 private:
  std::string kind_;
  std::vector<Entry> entries_;
};

/// boulware (exponent 4), linear, conceder (exponent 0.25), time_dependent (exponent 1), hardliner
/// and its other name tough: concession curves, in the convention of TimeDependent.
void register_tactics(Registry<Tactic>& registry);

}  // namespace monazite::strategies
