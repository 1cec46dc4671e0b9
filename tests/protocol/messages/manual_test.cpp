// The .proto files are the manual of each field, docs/protocol.md is the manual of the talk. These
// tests keep both complete.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>

#include <protocol/bus/visibility.hpp>
#include <protocol/messages/envelope.pb.h>
#include <tests/support/catch.hpp>

using namespace monazite;
namespace pb = google::protobuf;

namespace {

/// The message files as written, with their comments.
class Manual {
 public:
  Manual() {
    std::ifstream file(MONAZITE_MESSAGE_MANUAL, std::ios::binary);
    pb::FileDescriptorSet set;
    REQUIRE(set.ParseFromIstream(&file));
    // In the order in which they import each other.
    for (const pb::FileDescriptorProto& proto : set.file()) {
      files_.push_back(pool_.BuildFile(proto));
      REQUIRE(files_.back() != nullptr);
    }
  }

  [[nodiscard]] const std::vector<const pb::FileDescriptor*>& files() const { return files_; }

  /// The enum of that full name; null if there is none.
  [[nodiscard]] const pb::EnumDescriptor* kinds(const std::string& full_name) const {
    return pool_.FindEnumTypeByName(full_name);
  }

  /// Every message type, nested ones too.
  [[nodiscard]] std::vector<const pb::Descriptor*> messages() const {
    std::vector<const pb::Descriptor*> all;
    for (const pb::FileDescriptor* file : files_) {
      for (int i = 0; i < file->message_type_count(); ++i) all.push_back(file->message_type(i));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      const pb::Descriptor* message = all[i];
      for (int k = 0; k < message->nested_type_count(); ++k) all.push_back(message->nested_type(k));
    }
    return all;
  }

 private:
  pb::DescriptorPool pool_;
  std::vector<const pb::FileDescriptor*> files_;
};

/// What stands above it or beside it in the file. Headings of groups ("--- at a table") do not
/// count.
template <class Described>
std::string comment_on(const Described& described) {
  pb::SourceLocation place;
  if (!described.GetSourceLocation(&place)) return {};
  std::istringstream lines(place.leading_comments + place.trailing_comments);
  std::string comment;
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind(" ---", 0) != 0) comment += line;
  }
  return comment;
}

bool says_something(const std::string& comment) {
  return std::count_if(comment.begin(), comment.end(), [](char c) { return c > ' '; }) >= 4;
}

/// One line, so that a sentence is found wherever it was broken.
std::string one_line(const std::string& text) {
  std::istringstream words(text);
  std::string line;
  for (std::string word; words >> word;) line += (line.empty() ? "" : " ") + word;
  return line;
}

/// Words by which a comment says how far a number goes.
bool says_a_range(const std::string& comment) {
  static const std::regex kRange(
      R"((>=?|[Aa]t least|[Aa]t most|\bbelow) ?-?[0-9a-z_])"  // ">= 0", "at most 64"
      R"(|-?[0-9]+(\.[0-9]+)?( \([a-z]+\))? to (the |-?[0-9]|[a-z]+_[a-z]+))"  // "0 to 3660"
      R"(|[a-z]+_[a-z]+ to [a-z]+_[a-z]+)"  // "first_day to last_day"
      R"(|[01], [12], [23], \.\.\.)"        // "1, 2, 3, ..."
      R"(|\b[0-9]+ or more|[Aa]ny (finite )?number|[Aa]ny sign|[Ff]inite)"
      R"(|[Ii]nd(ex|ices) into the agenda|[Ii]ndices into the sample)"  // see Agenda.issues
      R"(|range: see [A-Z]|[Tt]hat of the (request|ping|DayBegins))");
  return std::regex_search(comment, kRange);
}

/// Words by which a comment says what a real number counts.
bool says_a_unit(const std::string& comment) {
  static const std::regex kUnit(
      R"(Unit( of all three)?: |[Uu]nit,?( and range)?: see [A-Z]|unit and range: see|\bin the unit )"
      R"(|\b(USD|JPY|M)\b|%|\bt of |\b[Dd]ays? of |\b[Dd]ays since |\b[Nn]umber of )"
      R"(|\b([Ss]hares?|[Cc]hance|[Ll]ogarithm|[Pp]ure number|[Ll]evel|[Ll]oad)\b)");
  return std::regex_search(comment, kUnit);
}

bool is_number(const pb::FieldDescriptor& field) {
  return field.cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE &&
         field.cpp_type() != pb::FieldDescriptor::CPPTYPE_STRING &&
         field.cpp_type() != pb::FieldDescriptor::CPPTYPE_ENUM &&
         field.cpp_type() != pb::FieldDescriptor::CPPTYPE_BOOL;
}

bool is_real(const pb::FieldDescriptor& field) {
  return field.cpp_type() == pb::FieldDescriptor::CPPTYPE_DOUBLE ||
         field.cpp_type() == pb::FieldDescriptor::CPPTYPE_FLOAT;
}

/// What is said of a field: beside it, and by its message where that speaks of all its fields.
std::string said_of(const pb::FieldDescriptor& field) {
  const std::string of_message = one_line(comment_on(*field.containing_type()));
  const bool of_all = of_message.find("of all three: ") != std::string::npos;
  return one_line(comment_on(field)) + (of_all ? " " + of_message : "");
}

/// The heading of a group ("--- prices, public. Unit: ..."), if one stands above this value; it
/// holds until the next one.
void read_heading(const pb::EnumValueDescriptor& value, std::string& heading) {
  pb::SourceLocation place;
  if (!value.GetSourceLocation(&place)) return;
  const std::size_t at = place.leading_comments.find(" ---");
  if (at != std::string::npos) heading = one_line(place.leading_comments.substr(at));
}

std::string docs_page() {
  std::ifstream file(std::string(MONAZITE_SOURCE_DIR) + "/docs/protocol.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

const pb::OneofDescriptor& bodies() {
  return *v1::Envelope::descriptor()->FindOneofByName("body");
}

/// The cells of the row of docs/protocol.md's table whose first cell is `body` in backticks.
std::vector<std::string> row_of(const std::string& page, const std::string& body) {
  std::istringstream lines(page);
  const std::string start = "| `" + body + "` |";
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind(start, 0) != 0) continue;
    std::vector<std::string> cells;
    std::istringstream row(line);
    std::string cell;
    std::getline(row, cell, '|');
    while (std::getline(row, cell, '|')) {
      const auto first = cell.find_first_not_of(' ');
      cells.push_back(first == std::string::npos
                          ? std::string{}
                          : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
    }
    return cells;
  }
  return {};
}

}  // namespace

TEST_CASE("every message file is read and all of them together are the protocol") {
  const Manual manual;
  REQUIRE(manual.files().size() == 9);
  std::set<std::string> names;
  for (const pb::FileDescriptor* file : manual.files()) {
    CHECK(file->package() == "monazite.v1");
    CHECK(file->syntax() == pb::FileDescriptor::SYNTAX_PROTO3);
  }
  for (const pb::Descriptor* message : manual.messages()) names.insert(message->full_name());
  CHECK(names.count("monazite.v1.Envelope") == 1);
  CHECK(names.count("monazite.v1.NegotiationAnalysis") == 1);
}

TEST_CASE("every field carries a comment in its message file") {
  const Manual manual;
  int fields = 0;
  for (const pb::Descriptor* message : manual.messages()) {
    for (int i = 0; i < message->field_count(); ++i) {
      const pb::FieldDescriptor& field = *message->field(i);
      // A body of the envelope is explained at its message.
      const bool is_body = field.containing_oneof() != nullptr && field.message_type() != nullptr;
      const std::string comment = is_body ? comment_on(*field.message_type()) : comment_on(field);
      CAPTURE(field.full_name(), comment);
      CHECK(says_something(comment));
      ++fields;
    }
  }
  CHECK(fields > 200);
}

TEST_CASE("every number says its range in its message file") {
  const Manual manual;
  int numbers = 0;
  for (const pb::Descriptor* message : manual.messages()) {
    for (int i = 0; i < message->field_count(); ++i) {
      const pb::FieldDescriptor& field = *message->field(i);
      if (!is_number(field)) continue;
      CAPTURE(field.full_name(), said_of(field));
      CHECK(says_a_range(said_of(field)));
      ++numbers;
    }
  }
  CHECK(numbers > 120);
}

TEST_CASE("every real number and every day says its unit in its message file") {
  const Manual manual;
  int reals = 0;
  for (const pb::Descriptor* message : manual.messages()) {
    for (int i = 0; i < message->field_count(); ++i) {
      const pb::FieldDescriptor& field = *message->field(i);
      const std::string said = said_of(field);
      CAPTURE(field.full_name(), said);
      if (is_real(field)) CHECK(says_a_unit(said));
      if (field.type() == pb::FieldDescriptor::TYPE_SINT32) {
        CHECK(said.find("ays since 1970-01-01") != std::string::npos);
      }
      reals += is_real(field) ? 1 : 0;
    }
  }
  CHECK(reals > 30);
}

TEST_CASE("every quantity of the world and every measure of a clause says its unit and range") {
  for (const char* name : {"monazite.v1.Quantity", "monazite.v1.ClauseStatus.Clause"}) {
    const Manual manual;
    const pb::EnumDescriptor* const kinds = manual.kinds(name);
    REQUIRE(kinds != nullptr);
    std::string heading;
    for (int i = 1; i < kinds->value_count(); ++i) {
      const pb::EnumValueDescriptor& value = *kinds->value(i);
      read_heading(value, heading);
      const std::string said = one_line(comment_on(value)) + " " + heading;
      CAPTURE(value.full_name(), said);
      CHECK(says_a_range(said));
      CHECK(says_a_unit(said));
    }
  }
}

TEST_CASE("what says nothing of range or unit is noticed") {
  for (const char* silent :
       {"the same of the second party", "seat", "its number", "number of the seat", "offers made",
        "as in WorldSnapshot", "Days since 1970-01-01.", "see lowest_musd", "Unit: M"}) {
    CAPTURE(silent);
    CHECK_FALSE(says_a_range(silent));
  }
  for (const char* silent : {"0 to 1", "the same of the second party; any sign", ">= 0"}) {
    CAPTURE(silent);
    CHECK_FALSE(says_a_unit(silent));
  }
}

TEST_CASE("numbers with a unit in their name or their comment are never bare integers of money") {
  const Manual manual;
  for (const pb::Descriptor* message : manual.messages()) {
    for (int i = 0; i < message->field_count(); ++i) {
      const pb::FieldDescriptor& field = *message->field(i);
      const std::string& name = field.name();
      CAPTURE(field.full_name());
      const auto ends_with = [&](const std::string& end) {
        return name.size() > end.size() && name.substr(name.size() - end.size()) == end;
      };
      if (ends_with("_musd") || ends_with("_t")) {
        CHECK((field.cpp_type() == pb::FieldDescriptor::CPPTYPE_DOUBLE ||
               field.cpp_type() == pb::FieldDescriptor::CPPTYPE_FLOAT));
      }
      if (ends_with("_day") || name == "day")
        CHECK(field.type() == pb::FieldDescriptor::TYPE_SINT32);
      if (ends_with("_usd_per_kg")) CHECK(field.cpp_type() == pb::FieldDescriptor::CPPTYPE_DOUBLE);
    }
  }
}

TEST_CASE("no recorded message holds a map, whose order nobody fixes") {
  const Manual manual;
  for (const pb::Descriptor* message : manual.messages()) {
    CAPTURE(message->full_name());
    CHECK_FALSE(message->options().map_entry());
  }
}

TEST_CASE("docs/protocol.md has a row for every kind of body and for no other") {
  const std::string page = docs_page();
  REQUIRE_FALSE(page.empty());
  for (int i = 0; i < bodies().field_count(); ++i) {
    CAPTURE(bodies().field(i)->name());
    CHECK(row_of(page, bodies().field(i)->name()).size() >= 5);
  }
}

TEST_CASE(
    "docs/protocol.md says of every body what the code does: from seats or not, public or not, "
    "private parts") {
  const std::string page = docs_page();
  for (int i = 0; i < bodies().field_count(); ++i) {
    const pb::FieldDescriptor& field = *bodies().field(i);
    const std::vector<std::string> row = row_of(page, field.name());
    CAPTURE(field.name(), row);
    REQUIRE(row.size() >= 5);
    const bool can_be_public =
        bus::can_be_public(static_cast<v1::Envelope::BodyCase>(field.number()));
    CHECK(row[3] == (can_be_public ? "yes" : "no"));
    const bool seat_may_send =
        bus::seat_may_send(static_cast<v1::Envelope::BodyCase>(field.number()));
    CHECK((row[1] != "registrar") == seat_may_send);
    std::string parts;
    for (const char* part : {"votes", "reason"}) {
      const pb::FieldDescriptor* inner = field.message_type()->FindFieldByName(part);
      if (inner == nullptr || inner->message_type() == nullptr) continue;
      parts += (parts.empty() ? "" : ", ") + std::string(part);
    }
    CHECK(row[4] == parts);
  }
}

TEST_CASE("docs/protocol.md lists every reason code and every ground of refusal") {
  const std::string page = docs_page();
  const auto& codes = *v1::ReasonCode_descriptor();
  for (int i = 1; i < codes.value_count(); ++i) {
    const std::string name = codes.value(i)->name().substr(std::string("REASON_CODE_").size());
    CAPTURE(name);
    CHECK(page.find("`" + name + "`") != std::string::npos);
  }
  const auto& grounds = *v1::Refusal_Reason_descriptor();
  for (int i = 1; i < grounds.value_count(); ++i) {
    const std::string name = grounds.value(i)->name().substr(std::string("REASON_").size());
    CAPTURE(name);
    CHECK(page.find("`" + name + "`") != std::string::npos);
  }
}
