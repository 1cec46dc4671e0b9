#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <viz/model/recording_file.hpp>
#include <viz/model/replay.hpp>

namespace monazite::viz {

/// "offer", "policy announcement"
[[nodiscard]] std::string kind_words(v1::Envelope::BodyCase kind);
/// All kinds of messages, in the order of envelope.proto.
[[nodiscard]] const std::vector<v1::Envelope::BodyCase>& message_kinds();

/// What a message says, in one line, with the words of the stories.
[[nodiscard]] std::string summary_of(const v1::Envelope& e, const Replay& replay);

/// Which messages a list shows. Text: words between commas, one of which must be found; a word that
/// begins with - must not be found: "offer,acceptance,-toyota". Case does not matter.
struct MessageFilter {
  std::string text;
  std::optional<base::SeatId> from, to;
  std::optional<v1::Envelope::BodyCase> kind;
  std::optional<base::Day> first, last;
  std::optional<std::uint64_t> conversation;
};

/// One-line summaries of all messages, gathered little by little, because that reads every body.
/// Memory: their letters and 8 bytes each.
class SummaryBook {
 public:
  /// Goes on for about `budget_ms`. False when all messages of the index have theirs.
  bool read_on(RecordingFile& file, double budget_ms);
  /// Empty while it has not been read. Valid until read_on().
  [[nodiscard]] std::string_view of(std::size_t row) const {
    if (row >= ends_.size()) return {};
    const std::size_t from = row == 0 ? 0 : ends_[row - 1];
    return std::string_view(letters_).substr(from, ends_[row] - from);
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }

 private:
  std::string letters_;            ///< of all lines, one after the other
  std::vector<std::size_t> ends_;  ///< in it, by position in Replay::messages()
};

/// Positions in Replay::messages() of those that pass, ascending. The text is looked for in kind,
/// sender, receiver and, where `book` has it, the summary.
[[nodiscard]] std::vector<std::uint32_t> filter_messages(const Replay& replay,
                                                         const MessageFilter& filter,
                                                         const SummaryBook* book = nullptr);

}  // namespace monazite::viz
