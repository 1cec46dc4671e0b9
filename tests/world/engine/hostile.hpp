#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <agents/parties/onlooker.hpp>
#include <agents/parties/party.hpp>
#include <protocol/messages/envelope.pb.h>

namespace monazite::test_support {

/// Numbers for tests that try what nobody thought of; the same for the same seed everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
  }
  /// 0 to `size` - 1.
  std::uint64_t below(std::uint64_t size) { return next() % size; }
  bool one_in(std::uint64_t times) { return below(times) == 0; }
  template <class Value>
  const Value& of(const std::vector<Value>& values) {
    return values[static_cast<std::size_t>(below(values.size()))];
  }

 private:
  std::uint64_t state_;
};

/// Fills any message with values of any kind: plausible ones, and the ends of every range.
class Filler {
 public:
  explicit Filler(Dice& dice) : dice_(dice) {}

  void fill(google::protobuf::Message& message, int depth = 0) {
    const auto* descriptor = message.GetDescriptor();
    for (int i = 0; i < descriptor->field_count(); ++i) {
      const auto* field = descriptor->field(i);
      if (field->real_containing_oneof() != nullptr || dice_.one_in(4)) continue;
      const std::uint64_t times = field->is_repeated() ? dice_.below(5) : 1;
      for (std::uint64_t k = 0; k < times; ++k) set(message, *field, depth);
    }
  }

  /// An envelope with the body of that field, its address and matter of any kind.
  void fill_envelope(v1::Envelope& envelope, const google::protobuf::FieldDescriptor& body,
                     const v1::Envelope& question) {
    auto* const content = envelope.GetReflection()->MutableMessage(&envelope, &body);
    fill(*content);
    if (!dice_.one_in(3)) {
      const std::vector<std::uint32_t> readers{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 4'000'000'000U};
      envelope.set_to(dice_.of(readers));
    }
    if (dice_.one_in(2)) {
      const std::vector<std::uint64_t> matters{0, 1, 2, 3, 5, 8, 13, 21, ~0ULL};
      envelope.set_conversation(dice_.of(matters));
    } else {
      envelope.set_conversation(question.conversation());
    }
    if (dice_.one_in(3)) envelope.set_from(static_cast<std::uint32_t>(dice_.below(12)));
    if (dice_.one_in(4)) envelope.set_in_reply_to(1 + dice_.below(2'000));
  }

  /// Every kind of body that an envelope can have.
  static std::vector<const google::protobuf::FieldDescriptor*> bodies() {
    std::vector<const google::protobuf::FieldDescriptor*> all;
    const auto* one_of = v1::Envelope::descriptor()->FindOneofByName("body");
    for (int i = 0; i < one_of->field_count(); ++i) all.push_back(one_of->field(i));
    return all;
  }

 private:
  double any_double() {
    const std::vector<double> values{0,
                                     0.5,
                                     1,
                                     -1,
                                     40,
                                     1e300,
                                     -1e300,
                                     std::numeric_limits<double>::quiet_NaN(),
                                     std::numeric_limits<double>::infinity(),
                                     std::numeric_limits<double>::denorm_min()};
    return dice_.of(values);
  }

  std::string any_text() {
    const std::vector<std::string> values{"", "a word", "\x1b[2J\r\n\t", "\xE6\x97\xA5\xE6\x9C\xAC",
                                          std::string(2'500, 'x')};
    return dice_.one_in(3) ? dice_.of(values) : "";
  }

  std::uint64_t any_whole() {
    const std::vector<std::uint64_t> ends{0, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, ~0ULL};
    return dice_.one_in(4) ? dice_.of(ends) : dice_.below(200);
  }

  void set(google::protobuf::Message& message, const google::protobuf::FieldDescriptor& field,
           int depth) {
    using Field = google::protobuf::FieldDescriptor;
    const auto* r = message.GetReflection();
    const bool many = field.is_repeated();
    switch (field.cpp_type()) {
      case Field::CPPTYPE_MESSAGE:
        if (depth < 4) {
          fill(many ? *r->AddMessage(&message, &field) : *r->MutableMessage(&message, &field),
               depth + 1);
        }
        return;
      case Field::CPPTYPE_ENUM: {
        const int count = field.enum_type()->value_count();
        const int value =
            dice_.one_in(8)
                ? 9'999
                : field.enum_type()
                      ->value(static_cast<int>(dice_.below(static_cast<std::uint64_t>(count))))
                      ->number();
        return many ? r->AddEnumValue(&message, &field, value)
                    : r->SetEnumValue(&message, &field, value);
      }
      case Field::CPPTYPE_STRING: {
        std::string text = any_text();
        return many ? r->AddString(&message, &field, std::move(text))
                    : r->SetString(&message, &field, std::move(text));
      }
      case Field::CPPTYPE_DOUBLE:
        return many ? r->AddDouble(&message, &field, any_double())
                    : r->SetDouble(&message, &field, any_double());
      case Field::CPPTYPE_FLOAT:
        return many ? r->AddFloat(&message, &field, static_cast<float>(dice_.below(9)))
                    : r->SetFloat(&message, &field, static_cast<float>(dice_.below(9)));
      case Field::CPPTYPE_BOOL:
        return many ? r->AddBool(&message, &field, dice_.one_in(2))
                    : r->SetBool(&message, &field, dice_.one_in(2));
      case Field::CPPTYPE_INT32:
        return many ? r->AddInt32(&message, &field, static_cast<std::int32_t>(any_whole()))
                    : r->SetInt32(&message, &field, static_cast<std::int32_t>(any_whole()));
      case Field::CPPTYPE_UINT32:
        return many ? r->AddUInt32(&message, &field, static_cast<std::uint32_t>(any_whole()))
                    : r->SetUInt32(&message, &field, static_cast<std::uint32_t>(any_whole()));
      case Field::CPPTYPE_INT64:
        return many ? r->AddInt64(&message, &field, static_cast<std::int64_t>(any_whole()))
                    : r->SetInt64(&message, &field, static_cast<std::int64_t>(any_whole()));
      case Field::CPPTYPE_UINT64:
        return many ? r->AddUInt64(&message, &field, any_whole())
                    : r->SetUInt64(&message, &field, any_whole());
    }
  }

  Dice& dice_;
};

/// A party that says anything to anybody at every question, and now and then unasked. What it does
/// not break it leaves to the party inside, so that talks get somewhere.
class HostileParty final : public parties::Party {
 public:
  HostileParty(std::unique_ptr<parties::Party> inner, std::uint64_t seed)
      : inner_(std::move(inner)), dice_(seed), filler_(dice_) {}

  void receive(const v1::Envelope& message, parties::Desk& desk) override {
    const bool asked = parties::asks_for_decision(message);
    if (!asked) inner_->receive(message, desk);
    if (!asked && !dice_.one_in(20)) return;
    static const auto kBodies = Filler::bodies();
    const std::uint64_t times = dice_.below(4);
    for (std::uint64_t i = 0; i < times; ++i) {
      v1::Envelope& envelope = desk.reply(message);
      filler_.fill_envelope(envelope, *dice_.of(kBodies), message);
      const std::vector<int> delays{0, 0, 0, 1, 7, 40, -3, std::numeric_limits<int>::max()};
      desk.send(envelope, dice_.of(delays));
      ++said;
    }
    if (asked && dice_.one_in(2)) {
      inner_->receive(message, desk);
    } else if (message.has_brief()) {
      parties::look_on_question(*inner_, message);
    }
  }

  std::size_t said = 0;

 private:
  std::unique_ptr<parties::Party> inner_;
  Dice dice_;
  Filler filler_;
};

}  // namespace monazite::test_support
