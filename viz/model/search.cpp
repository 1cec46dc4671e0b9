#include <algorithm>
#include <charconv>

#include <viz/model/lower_case.hpp>
#include <viz/model/message_list.hpp>
#include <viz/model/search.hpp>
#include <viz/model/strings.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

/// How much more a kind of thing is wanted than others that match as well.
enum Rank {
  kSayingRank = -10,
  kMessageRank = 0,
  kSeriesRank = 10,
  kEventRank = 20,
  kClauseRank = 30,
  kTalksRank = 40,
  kSeatRank = 50
};

class Finder {
 public:
  Finder(const Replay& replay, std::string_view query, const base::Day* until,
         const SummaryBook* book)
      : replay_(replay), until_(until), book_(book), query_(lower_case(query)) {
    std::string word;
    for (const char letter : query_ + " ") {
      if (letter != ' ') {
        word += letter;
      } else if (!word.empty()) {
        words_.push_back(std::move(word));
        word.clear();
      }
    }
  }

  std::vector<Hit> find(std::size_t most) {
    if (words_.empty()) return {};
    seats();
    talks();
    clauses();
    events();
    series();
    messages();
    sayings();
    std::stable_sort(hits_.begin(), hits_.end(),
                     [](const Hit& a, const Hit& b) { return a.rank > b.rank; });
    if (hits_.size() > most) hits_.resize(most);
    return std::move(hits_);
  }

 private:
  bool hidden(base::Day day) const { return until_ != nullptr && day > *until_; }

  /// Adds the hit when `text` holds all words; better when its label begins with the query.
  void offer(Hit hit, const std::string& text) {
    const std::string all = lower_case(text);
    for (const std::string& word : words_) {
      if (all.find(word) == std::string::npos) return;
    }
    const std::string label = lower_case(hit.label);
    const bool begins = label.compare(0, words_.front().size(), words_.front()) == 0;
    hit.rank += label == query_ ? 200 : begins ? 100 : 0;
    hits_.push_back(std::move(hit));
  }

  void seats() {
    for (const base::SeatId seat : replay_.seats()) {
      const std::string title = replay_.seat_title(seat);
      const std::string& name = replay_.seat_name(seat);
      std::string words = title;
      words.append(" ").append(name).append(" ").append(Strings::party_in_japanese(name));
      offer({{Entity::Kind::kSeat, seat}, title, "party", {}, kSeatRank}, words);
    }
  }

  void talks() {
    for (const Negotiation& talks : replay_.negotiations()) {
      if (hidden(talks.opened)) continue;
      const std::string label = talks.table == v1::TABLE_UNSPECIFIED
                                    ? talks.agenda->name()
                                    : lab::table_words(talks.table);
      const bool consultation = talks.table == v1::TABLE_CONSULTATION;
      std::string text = label + " negotiation talks" + (consultation ? " consultation" : "");
      for (const base::SeatId seat : talks.parties) text += " " + replay_.seat_title(seat);
      const int rank = talks.table == v1::TABLE_ALLOCATION ? kMessageRank : kTalksRank;
      offer({{Entity::Kind::kNegotiation, talks.conversation},
             label,
             "talks, " + base::to_long_string(talks.opened),
             talks.opened,
             rank},
            text);
    }
  }

  void clauses() {
    for (const ClauseLane& lane : replay_.clauses()) {
      if (lane.changes.empty() || hidden(lane.changes.front().since)) continue;
      const std::string label = lab::clause_words(lane.clause);
      offer({{Entity::Kind::kClause, static_cast<std::uint64_t>(lane.clause)},
             label,
             "clause",
             lane.changes.front().since,
             kClauseRank},
            label + " clause");
    }
  }

  void events() {
    for (std::size_t i = 0; i < replay_.events().size(); ++i) {
      const Event& event = replay_.events()[i];
      if (hidden(event.day)) break;
      offer({{Entity::Kind::kEvent, i},
             event.label,
             "event, " + base::to_long_string(event.day),
             event.day,
             kEventRank},
            event.label + " " + event.text + " " + event.source + " " +
                base::to_long_string(event.day));
    }
  }

  void series() {
    for (std::size_t i = 0; i < replay_.series_names().size(); ++i) {
      std::string label = replay_.series_names()[i];
      std::replace(label.begin(), label.end(), '_', ' ');
      offer({{Entity::Kind::kSeries, i}, label, "series", {}, kSeriesRank},
            label + " " + replay_.series_names()[i]);
    }
  }

  void messages() {
    // "#1353" or "1353": a message by its number.
    std::string_view digits = query_;
    if (!digits.empty() && digits.front() == '#') digits.remove_prefix(1);
    std::uint64_t id = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    if (read.ec == std::errc{} && read.ptr == digits.data() + digits.size()) {
      const MessageRow* row = replay_.message(id);
      if (row != nullptr && !hidden(row->day)) {
        hits_.push_back({{Entity::Kind::kMessage, id},
                         "#" + std::to_string(id),
                         kind_words(row->kind) + ", " + base::to_long_string(row->day),
                         row->day,
                         300});
      }
    }
    // A kind of message leads to the last of that kind.
    std::vector<bool> seen(256, false);
    for (std::size_t i = until_ == nullptr ? replay_.messages().size()
                                           : replay_.messages_until(*until_);
         i-- > 0;) {
      const MessageRow& row = replay_.messages()[i];
      const auto kind = static_cast<std::size_t>(row.kind);
      if (kind >= seen.size() || seen[kind]) continue;
      seen[kind] = true;
      offer({{Entity::Kind::kMessage, row.id},
             kind_words(row.kind),
             "the last message of this kind, " + base::to_long_string(row.day),
             row.day,
             kMessageRank},
            kind_words(row.kind) + " message");
    }
  }

  /// The latest messages that say so.
  void sayings() {
    if (book_ == nullptr) return;
    std::size_t found = 0;
    std::size_t i = until_ == nullptr ? replay_.messages().size() : replay_.messages_until(*until_);
    for (i = std::min(i, book_->size()); i-- > 0 && found < kMostSayings;) {
      const MessageRow& row = replay_.messages()[i];
      const std::string says(book_->of(i));
      const std::size_t before = hits_.size();
      offer({{Entity::Kind::kMessage, row.id},
             says,
             kind_words(row.kind) + " #" + std::to_string(row.id) + ", " +
                 base::to_long_string(row.day),
             row.day,
             kSayingRank},
            says + " " + replay_.seat_title(row.from) + " " + kind_words(row.kind));
      found += hits_.size() - before;
    }
  }

  static constexpr std::size_t kMostSayings = 20;

  const Replay& replay_;
  const base::Day* until_;
  const SummaryBook* book_;
  std::string query_;
  std::vector<std::string> words_;
  std::vector<Hit> hits_;
};

}  // namespace

std::vector<Hit> search(const Replay& replay, std::string_view query, std::size_t most,
                        const base::Day* until, const SummaryBook* book) {
  return Finder(replay, query.substr(0, 200), until, book).find(most);
}

}  // namespace monazite::viz
