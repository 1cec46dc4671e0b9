// What recordings and remote parties rely on: numbers of fields and values are never used again for
// something else.
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <google/protobuf/descriptor.h>

#include <protocol/messages/envelope.pb.h>
#include <tests/support/catch.hpp>

using namespace monazite;

TEST_CASE("the numbers of the bodies are those that recordings use as channels") {
  const std::map<std::string, int> numbers = {{"observation", 10},
                                              {"brief", 11},
                                              {"appraisal", 12},
                                              {"refusal", 13},
                                              {"appraisal_request", 14},
                                              {"consultation_request", 20},
                                              {"consultation_reply", 21},
                                              {"opening", 22},
                                              {"offer", 23},
                                              {"acceptance", 24},
                                              {"walk_away", 25},
                                              {"agreement", 26},
                                              {"clearance_request", 27},
                                              {"clearance", 28},
                                              {"closing", 29},
                                              {"ballot", 30},
                                              {"demand", 31},
                                              {"directive", 40},
                                              {"contract", 41},
                                              {"shipment", 42},
                                              {"payment", 43},
                                              {"stock_release", 44},
                                              {"policy_announcement", 45},
                                              {"clause_status", 46},
                                              {"no_act", 47},
                                              {"press_report", 60},
                                              {"statement", 61}};
  const auto& body = *v1::Envelope::descriptor()->FindOneofByName("body");
  for (const auto& [name, number] : numbers) {
    CAPTURE(name);
    const auto* field = v1::Envelope::descriptor()->FindFieldByName(name);
    REQUIRE(field != nullptr);
    CHECK(field->number() == number);
    CHECK(field->containing_oneof() == &body);
  }
  // A body added later belongs into the list above, and stays there.
  CHECK(body.field_count() == static_cast<int>(numbers.size()));
}

TEST_CASE("an offer has the bytes it always had") {
  v1::Envelope envelope;
  envelope.set_id(5);
  envelope.set_day(20252);
  envelope.set_from(3);
  envelope.set_to(4);
  envelope.set_conversation(2);
  envelope.mutable_offer()->set_outcome(77);
  const std::string bytes(
      "\x08\x05\x10\xb8\xbc\x02\x18\x03\x20\x04\x28\x02\xba\x01\x09\x09M\0\0\0\0\0\0\0", 24);
  CHECK(envelope.SerializeAsString() == bytes);
  v1::Envelope back;
  REQUIRE(back.ParseFromString(bytes));
  CHECK(back.offer().outcome() == 77);
  CHECK(back.day() == 20252);
}

TEST_CASE("a body of a later version is skipped, not mistaken for another") {
  // Field 99 of the envelope, a message of two bytes: nobody here knows it.
  const std::string bytes("\x08\x05\x9a\x06\x02\x08\x01", 7);
  v1::Envelope envelope;
  REQUIRE(envelope.ParseFromString(bytes));
  CHECK(envelope.id() == 5);
  CHECK(envelope.body_case() == v1::Envelope::BODY_NOT_SET);
  CHECK(envelope.SerializeAsString() == bytes);
}
