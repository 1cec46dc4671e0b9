#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <viz/model/recording_file.hpp>
#include <viz/model/selection.hpp>

namespace google::protobuf {
class Message;
}

namespace monazite::viz {

/// One line of a message laid out as a tree.
struct TreeLine {
  int depth = 0;
  std::string name;      ///< of the field, "[3]" for an element of a list
  std::string value;     ///< empty for a message inside
  bool unknown = false;  ///< a field that this release does not know
  Entity link;           ///< what the value points to, if anything
};

/// The fields that are set, by the messages' own descriptions: no code for each kind. Lists of
/// numbers stand in one line; of a list longer than `most`, and of a text longer than 400 bytes,
/// the rest is counted.
[[nodiscard]] std::vector<TreeLine> message_tree(const google::protobuf::Message& message,
                                                 std::size_t most = 24);

/// What the inspector shows of one message.
struct Inspected {
  std::vector<TreeLine> lines;
  std::string json;       ///< to copy
  std::size_t bytes = 0;  ///< serialised
  /// "in reply to", "conversation", "sender", "receiver", "answered by": to click on.
  struct Link {
    std::string what, label;
    Entity entity;
  };
  std::vector<Link> links;
};
[[nodiscard]] Inspected inspect(const v1::Envelope& e, const Replay& replay);

}  // namespace monazite::viz
