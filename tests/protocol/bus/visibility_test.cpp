#include <set>
#include <string>
#include <vector>

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <protocol/bus/visibility.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

namespace {

constexpr base::SeatId kSender = 3;
constexpr base::SeatId kOther = 4;
constexpr base::SeatId kThird = 5;
constexpr base::SeatId kEverybody[] = {base::kRegistrar, base::kPublic, base::kRecorder,
                                       kSender,          kOther,        kThird};

void fill(Message& message);

void fill_field(Message& message, const FieldDescriptor& field) {
  const Reflection& set = *message.GetReflection();
  const int copies = field.is_repeated() ? 2 : 1;
  for (int i = 0; i < copies; ++i) {
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_MESSAGE:
        fill(field.is_repeated() ? *set.AddMessage(&message, &field)
                                 : *set.MutableMessage(&message, &field));
        break;
      case FieldDescriptor::CPPTYPE_STRING:
        field.is_repeated() ? set.AddString(&message, &field, "words")
                            : set.SetString(&message, &field, "words");
        break;
      case FieldDescriptor::CPPTYPE_ENUM: {
        const auto* value = field.enum_type()->value(field.enum_type()->value_count() - 1);
        field.is_repeated() ? set.AddEnum(&message, &field, value)
                            : set.SetEnum(&message, &field, value);
        break;
      }
      case FieldDescriptor::CPPTYPE_BOOL:
        field.is_repeated() ? set.AddBool(&message, &field, true)
                            : set.SetBool(&message, &field, true);
        break;
      case FieldDescriptor::CPPTYPE_DOUBLE:
        field.is_repeated() ? set.AddDouble(&message, &field, 1.5)
                            : set.SetDouble(&message, &field, 1.5);
        break;
      case FieldDescriptor::CPPTYPE_FLOAT:
        field.is_repeated() ? set.AddFloat(&message, &field, 1.5F)
                            : set.SetFloat(&message, &field, 1.5F);
        break;
      case FieldDescriptor::CPPTYPE_INT32:
        field.is_repeated() ? set.AddInt32(&message, &field, 9) : set.SetInt32(&message, &field, 9);
        break;
      case FieldDescriptor::CPPTYPE_UINT32:
        field.is_repeated() ? set.AddUInt32(&message, &field, 9)
                            : set.SetUInt32(&message, &field, 9);
        break;
      case FieldDescriptor::CPPTYPE_INT64:
        field.is_repeated() ? set.AddInt64(&message, &field, 9) : set.SetInt64(&message, &field, 9);
        break;
      case FieldDescriptor::CPPTYPE_UINT64:
        field.is_repeated() ? set.AddUInt64(&message, &field, 9)
                            : set.SetUInt64(&message, &field, 9);
        break;
    }
  }
}

/// Gives every field of a message something to hide.
void fill(Message& message) {
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    fill_field(message, *message.GetDescriptor()->field(i));
  }
}

/// How many messages of the types Reason and Vote there are in it, at any depth.
int count_private(const Message& message) {
  const std::string& type = message.GetDescriptor()->full_name();
  int found = type == "monazite.v1.Reason" || type == "monazite.v1.Vote" ? 1 : 0;
  std::vector<const FieldDescriptor*> fields;
  const Reflection& get = *message.GetReflection();
  get.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    if (!field->is_repeated()) {
      found += count_private(get.GetMessage(message, field));
      continue;
    }
    for (int i = 0; i < get.FieldSize(message, field); ++i) {
      found += count_private(get.GetRepeatedMessage(message, field, i));
    }
  }
  return found;
}

/// One envelope of every kind of body, filled to the last field.
std::vector<v1::Envelope> one_of_each(base::SeatId from, base::SeatId to) {
  std::vector<v1::Envelope> all;
  const auto& bodies = *v1::Envelope::descriptor()->FindOneofByName("body");
  for (int i = 0; i < bodies.field_count(); ++i) {
    v1::Envelope& envelope = all.emplace_back();
    fill(*envelope.GetReflection()->MutableMessage(&envelope, bodies.field(i)));
    envelope.set_id(7);
    envelope.set_day(20000);
    envelope.set_from(from);
    envelope.set_to(to);
    envelope.set_conversation(2);
  }
  return all;
}

std::string kind_of(const v1::Envelope& envelope) {
  return v1::Envelope::descriptor()->FindFieldByNumber(envelope.body_case())->name();
}

}  // namespace

TEST_CASE("no reason and no vote ever reaches another seat, the registrar or the public") {
  for (const base::SeatId to : kEverybody) {
    for (const v1::Envelope& sent : one_of_each(kSender, to)) {
      for (const base::SeatId receiver : kEverybody) {
        if (receiver == kSender || receiver == base::kRecorder) continue;
        v1::Envelope got;
        bus::strip_private(sent, receiver, got);
        CAPTURE(kind_of(sent), to, receiver);
        REQUIRE(count_private(got) == 0);
        REQUIRE(bus::reason_of(got) == nullptr);
        REQUIRE_FALSE(bus::carries_private(got, receiver));
        REQUIRE(bus::carries_private(sent, receiver) == (count_private(sent) > 0));
      }
    }
  }
}

TEST_CASE("the recorder and the sender read all of a message") {
  for (const v1::Envelope& sent : one_of_each(kSender, kOther)) {
    for (const base::SeatId receiver : {kSender, base::kRecorder}) {
      v1::Envelope got;
      bus::strip_private(sent, receiver, got);
      CAPTURE(kind_of(sent), receiver);
      CHECK(got.SerializeAsString() == sent.SerializeAsString());
      CHECK_FALSE(bus::carries_private(sent, receiver));
    }
  }
}

TEST_CASE("nothing but the private parts is taken out") {
  for (const v1::Envelope& sent : one_of_each(kSender, kOther)) {
    v1::Envelope got;
    bus::strip_private(sent, kOther, got);
    // Put what is private back: the message must be what it was.
    const Message& before = sent.GetReflection()->GetMessage(
        sent, sent.GetDescriptor()->FindFieldByNumber(sent.body_case()));
    Message& after = *got.GetReflection()->MutableMessage(
        &got, got.GetDescriptor()->FindFieldByNumber(got.body_case()));
    const Descriptor& type = *after.GetDescriptor();
    if (const FieldDescriptor* reason = type.FindFieldByName("reason");
        reason != nullptr && reason->message_type() != nullptr) {
      CHECK_FALSE(after.GetReflection()->HasField(after, reason));
      fill_field(after, *reason);
    }
    if (const FieldDescriptor* votes = type.FindFieldByName("votes")) {
      CHECK(after.GetReflection()->FieldSize(after, votes) == 0);
      fill_field(after, *votes);
    }
    CAPTURE(kind_of(sent));
    CHECK(after.SerializeAsString() == before.SerializeAsString());
    CHECK(got.SerializeAsString() == sent.SerializeAsString());
  }
}

TEST_CASE("a clearance shows its votes and its reason to the side that voted") {
  v1::Envelope answer;
  answer.set_from(base::kRegistrar);
  answer.set_to(kOther);
  fill(*answer.mutable_clearance());
  answer.mutable_clearance()->set_side(kOther);
  v1::Envelope got;
  bus::strip_private(answer, kOther, got);
  CHECK(got.clearance().votes_size() == 2);
  CHECK(got.clearance().has_reason());
  bus::strip_private(answer, kThird, got);
  CHECK(got.clearance().votes_size() == 0);
  CHECK_FALSE(got.clearance().has_reason());
  CHECK(got.clearance().given());
  CHECK(got.clearance().named() == answer.clearance().named());
  CHECK(got.clearance().outcome() == answer.clearance().outcome());

  bus::strip_private_in_place(answer);
  CHECK(answer.clearance().votes_size() == 2);
  answer.set_to(kThird);
  bus::strip_private_in_place(answer);
  CHECK(count_private(answer) == 0);
}

TEST_CASE("everybody reads a leak, nobody but the recorder why it was leaked") {
  v1::Envelope leak;
  leak.set_from(kSender);
  leak.set_to(base::kPublic);
  leak.mutable_press_report()->set_leaked_by(kSender);
  leak.mutable_press_report()->mutable_reason()->set_a(4);
  v1::Envelope got;
  for (const base::SeatId reader : {base::kRegistrar, base::kPublic, kOther, kThird}) {
    CHECK(bus::may_receive(leak, reader));
    CHECK(bus::carries_private(leak, reader));
    bus::strip_private(leak, reader, got);
    CHECK_FALSE(got.press_report().has_reason());
    CHECK(got.press_report().leaked_by() == kSender);
  }
  bus::strip_private(leak, base::kRecorder, got);
  CHECK(got.press_report().reason().a() == 4);
  bus::strip_private_in_place(leak);
  CHECK_FALSE(leak.press_report().has_reason());
}

TEST_CASE("every move and act of a seat has room for its reason") {
  for (const v1::Envelope& sent : one_of_each(kSender, kOther)) {
    // What a seat asks its own mandate, and free words, are neither.
    const bool is_move = bus::seat_may_send(sent.body_case()) && !sent.has_appraisal_request() &&
                         !sent.has_statement();
    CAPTURE(kind_of(sent));
    if (is_move) CHECK(bus::reason_of(sent) != nullptr);
  }
}

TEST_CASE("stripping in place leaves what a stripped copy for the addressee holds") {
  for (const base::SeatId to : kEverybody) {
    for (v1::Envelope& sent : one_of_each(kSender, to)) {
      v1::Envelope copy;
      bus::strip_private(sent, to, copy);
      bus::strip_private_in_place(sent);
      CAPTURE(kind_of(sent), to);
      CHECK(sent.SerializeAsString() == copy.SerializeAsString());
    }
  }
}

TEST_CASE("what a mandate tells its seat and what is said at a table reaches nobody else") {
  std::set<std::string> secret;
  for (const v1::Envelope& sent : one_of_each(base::kRegistrar, kOther)) {
    CAPTURE(kind_of(sent));
    CHECK(bus::may_receive(sent, kOther));
    CHECK(bus::may_receive(sent, base::kRecorder));
    CHECK_FALSE(bus::may_receive(sent, kThird));
    CHECK_FALSE(bus::may_receive(sent, base::kPublic));
    if (!bus::can_be_public(sent.body_case())) secret.insert(kind_of(sent));
  }
  CHECK(secret == std::set<std::string>{"acceptance", "appraisal", "appraisal_request", "ballot",
                                        "brief", "clearance", "clearance_request", "contract",
                                        "demand", "no_act", "observation", "offer", "opening",
                                        "payment", "refusal", "walk_away"});
}

TEST_CASE("only the registrar speaks for the rules, the world and the mandates") {
  std::set<std::string> registrars;
  for (const v1::Envelope& sent : one_of_each(kSender, kOther)) {
    if (!bus::seat_may_send(sent.body_case())) registrars.insert(kind_of(sent));
  }
  CHECK(registrars == std::set<std::string>{"agreement", "appraisal", "brief", "clause_status",
                                            "clearance", "clearance_request", "closing", "contract",
                                            "observation", "opening", "payment", "refusal",
                                            "shipment"});
  CHECK_FALSE(bus::seat_may_send(v1::Envelope::BODY_NOT_SET));
}

TEST_CASE("a message to everybody is read by everybody only if its kind can be public") {
  for (const v1::Envelope& sent : one_of_each(kSender, base::kPublic)) {
    const bool open = bus::can_be_public(sent.body_case());
    CAPTURE(kind_of(sent));
    CHECK(bus::may_receive(sent, kOther) == open);
    CHECK(bus::may_receive(sent, base::kPublic) == open);
    CHECK(bus::may_receive(sent, kSender));
    CHECK(bus::may_receive(sent, base::kRecorder));
  }
}

TEST_CASE("a message without a body has nothing to hide") {
  v1::Envelope empty;
  empty.set_from(kSender);
  empty.set_to(kOther);
  CHECK_FALSE(bus::carries_private(empty, kOther));
  bus::strip_private_in_place(empty);
  CHECK(bus::reason_of(empty) == nullptr);
  CHECK(bus::may_receive(empty, kOther));
}
