#include <algorithm>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>
#include <google/protobuf/unknown_field_set.h>
#include <google/protobuf/util/json_util.h>

#include <protocol/agenda/number_text.hpp>
#include <viz/model/message_list.hpp>
#include <viz/model/message_tree.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

namespace pb = google::protobuf;

constexpr std::size_t kLongestField = 400;
constexpr int kDeepestField = 16;

/// Cuts between characters, never inside one.
std::string shortened_field(const std::string& text) {
  if (text.size() <= kLongestField) return text;
  std::size_t end = kLongestField;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "… (" + std::to_string(text.size()) + " bytes)";
}

class Tree {
 public:
  explicit Tree(std::size_t most) : most_(most) {}

  void add(const pb::Message& message, int depth) {
    const pb::Reflection& reflection = *message.GetReflection();
    std::vector<const pb::FieldDescriptor*> fields;
    reflection.ListFields(message, &fields);
    for (const pb::FieldDescriptor* field : fields) {
      if (field->is_repeated()) {
        list(message, *field, depth);
      } else if (field->cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
        inside(field->name(), reflection.GetMessage(message, field), depth);
      } else {
        lines_.push_back({depth, field->name(), single(message, *field, -1), false, {}});
      }
    }
    unknown(reflection.GetUnknownFields(message), depth);
  }

  std::vector<TreeLine> take() { return std::move(lines_); }

 private:
  void inside(const std::string& name, const pb::Message& message, int depth) {
    lines_.push_back({depth, name, {}, false, {}});
    if (depth >= kDeepestField) {
      lines_.back().value = "…";
      return;
    }
    add(message, depth + 1);
  }

  void list(const pb::Message& message, const pb::FieldDescriptor& field, int depth) {
    const pb::Reflection& reflection = *message.GetReflection();
    const auto size = static_cast<std::size_t>(reflection.FieldSize(message, &field));
    const std::size_t shown = std::min(size, most_);
    const std::string count = std::to_string(size) + (size == 1 ? " entry" : " entries");
    if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE) {
      lines_.push_back({depth, field.name(), count, false, {}});
      for (std::size_t i = 0; i < shown; ++i) {
        inside("[" + std::to_string(i) + "]",
               reflection.GetRepeatedMessage(message, &field, static_cast<int>(i)), depth + 1);
      }
      if (shown < size) {
        lines_.push_back({depth + 1, "…", std::to_string(size - shown) + " more", false, {}});
      }
      return;
    }
    std::string values;
    for (std::size_t i = 0; i < shown; ++i) {
      values += (i == 0 ? "" : ", ") + single(message, field, static_cast<int>(i));
    }
    if (shown < size) values += ", … (" + count + ")";
    lines_.push_back({depth, field.name(), std::move(values), false, {}});
  }

  /// The value of a field, or of an element of a list when `at` is not negative.
  static std::string single(const pb::Message& message, const pb::FieldDescriptor& field, int at) {
    const pb::Reflection& r = *message.GetReflection();
    const bool element = at >= 0;
    const pb::FieldDescriptor* f = &field;
    switch (field.cpp_type()) {
      case pb::FieldDescriptor::CPPTYPE_INT32: {
        const std::int32_t value =
            element ? r.GetRepeatedInt32(message, f, at) : r.GetInt32(message, f);
        return std::to_string(value) + day_words(field, value);
      }
      case pb::FieldDescriptor::CPPTYPE_INT64:
        return std::to_string(element ? r.GetRepeatedInt64(message, f, at)
                                      : r.GetInt64(message, f));
      case pb::FieldDescriptor::CPPTYPE_UINT32:
        return std::to_string(element ? r.GetRepeatedUInt32(message, f, at)
                                      : r.GetUInt32(message, f));
      case pb::FieldDescriptor::CPPTYPE_UINT64:
        return std::to_string(element ? r.GetRepeatedUInt64(message, f, at)
                                      : r.GetUInt64(message, f));
      case pb::FieldDescriptor::CPPTYPE_DOUBLE:
        return agenda::number_text(element ? r.GetRepeatedDouble(message, f, at)
                                           : r.GetDouble(message, f));
      case pb::FieldDescriptor::CPPTYPE_FLOAT: {
        const float value = element ? r.GetRepeatedFloat(message, f, at) : r.GetFloat(message, f);
        return lab::number_words(static_cast<double>(value), 4);
      }
      case pb::FieldDescriptor::CPPTYPE_BOOL:
        return (element ? r.GetRepeatedBool(message, f, at) : r.GetBool(message, f)) ? "true"
                                                                                     : "false";
      case pb::FieldDescriptor::CPPTYPE_ENUM: {
        const int number =
            element ? r.GetRepeatedEnumValue(message, f, at) : r.GetEnumValue(message, f);
        const pb::EnumValueDescriptor* value = field.enum_type()->FindValueByNumber(number);
        return value == nullptr ? std::to_string(number) : value->name();
      }
      case pb::FieldDescriptor::CPPTYPE_STRING: {
        const std::string text =
            element ? r.GetRepeatedString(message, f, at) : r.GetString(message, f);
        return field.type() == pb::FieldDescriptor::TYPE_BYTES
                   ? std::to_string(text.size()) + " bytes"
                   : shortened_field(text);
      }
      case pb::FieldDescriptor::CPPTYPE_MESSAGE:
        break;
    }
    return {};
  }

  /// " (29 Aug 2025)" behind a number of days since 1970-01-01.
  static std::string day_words(const pb::FieldDescriptor& field, std::int32_t value) {
    const std::string& name = field.name();
    const bool day =
        name == "day" || (name.size() > 4 && name.compare(name.size() - 4, 4, "_day") == 0);
    return day && value > 0 && value < 200'000 ? " (" + base::to_long_string(base::Day{value}) + ")"
                                               : std::string{};
  }

  void unknown(const pb::UnknownFieldSet& fields, int depth) {
    for (int i = 0; i < fields.field_count(); ++i) {
      const pb::UnknownField& field = fields.field(i);
      std::string value;
      switch (field.type()) {
        case pb::UnknownField::TYPE_VARINT:
          value = std::to_string(field.varint());
          break;
        case pb::UnknownField::TYPE_FIXED32:
          value = std::to_string(field.fixed32());
          break;
        case pb::UnknownField::TYPE_FIXED64:
          value = std::to_string(field.fixed64());
          break;
        case pb::UnknownField::TYPE_LENGTH_DELIMITED:
          value = std::to_string(field.length_delimited().size()) + " bytes";
          break;
        case pb::UnknownField::TYPE_GROUP:
          value = "a group";
          break;
      }
      lines_.push_back({depth, "field " + std::to_string(field.number()), value, true, {}});
    }
  }

  std::size_t most_;
  std::vector<TreeLine> lines_;
};

void add_links(const v1::Envelope& e, const Replay& replay, std::vector<Inspected::Link>& links) {
  const auto message = [&](const char* what, std::uint64_t id) {
    const MessageRow* row = replay.message(id);
    if (row == nullptr) return;
    links.push_back({what,
                     "#" + std::to_string(id) + " " + kind_words(row->kind),
                     {Entity::Kind::kMessage, id}});
  };
  const auto seat = [&](const char* what, base::SeatId id) {
    if (id < base::kFirstSeat) return;
    links.push_back({what, replay.seat_title(id), {Entity::Kind::kSeat, id}});
  };
  seat("sender", e.from());
  seat("receiver", e.to());
  if (e.in_reply_to() != 0) message("in reply to", e.in_reply_to());
  // Answers come within a few months; a longer search is not worth a frame.
  constexpr std::size_t kNear = 2000;
  const std::vector<MessageRow>& rows = replay.messages();
  if (const MessageRow* own = replay.message(e.id())) {
    const auto at = static_cast<std::size_t>(own - rows.data());
    for (std::size_t i = at + 1; i < std::min(rows.size(), at + kNear); ++i) {
      if (rows[i].in_reply_to == e.id()) message("answered by", rows[i].id);
      if (links.size() > 8) break;
    }
  }
  if (const Negotiation* talks = replay.negotiation(e.conversation())) {
    links.push_back({"conversation",
                     "#" + std::to_string(talks->conversation) + " " +
                         (talks->table == v1::TABLE_UNSPECIFIED ? talks->agenda->name()
                                                                : lab::table_words(talks->table)),
                     {Entity::Kind::kNegotiation, talks->conversation}});
  }
  if (e.has_clause_status()) {
    links.push_back(
        {"clause",
         lab::clause_words(e.clause_status().clause()),
         {Entity::Kind::kClause, static_cast<std::uint64_t>(e.clause_status().clause())}});
    if (e.clause_status().because_of() != 0) message("because of", e.clause_status().because_of());
  }
}

}  // namespace

std::vector<TreeLine> message_tree(const pb::Message& message, std::size_t most) {
  Tree tree(most);
  tree.add(message, 0);
  return tree.take();
}

Inspected inspect(const v1::Envelope& e, const Replay& replay) {
  Inspected inspected;
  inspected.lines = message_tree(e);
  for (TreeLine& line : inspected.lines) {
    if (line.depth != 0) continue;
    if (line.name == "from" || line.name == "to") {
      const base::SeatId seat = line.name == "from" ? e.from() : e.to();
      line.value += " (" + replay.seat_title(seat) + ")";
      if (seat >= base::kFirstSeat) line.link = {Entity::Kind::kSeat, seat};
    } else if (line.name == "in_reply_to") {
      line.link = {Entity::Kind::kMessage, e.in_reply_to()};
    } else if (line.name == "conversation") {
      line.link = {Entity::Kind::kNegotiation, e.conversation()};
    }
  }
  pb::util::JsonPrintOptions options;
  options.add_whitespace = true;
  options.preserve_proto_field_names = true;
  if (!pb::util::MessageToJsonString(e, &inspected.json, options).ok()) inspected.json.clear();
  inspected.bytes = e.ByteSizeLong();
  add_links(e, replay, inspected.links);
  return inspected;
}

}  // namespace monazite::viz
