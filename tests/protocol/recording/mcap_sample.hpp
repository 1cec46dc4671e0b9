#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <protocol/recording/mcap_reader.hpp>
#include <protocol/recording/mcap_writer.hpp>

/// A file of two kilobytes with five chunks, small enough to be damaged at every bit.
namespace monazite::recording::testing {

struct McapSample {
  std::string bytes;                        ///< the finished file
  std::uint64_t data_end = 0;               ///< offset of its DataEnd record
  std::vector<std::uint64_t> chunk_starts;  ///< in the file
  std::vector<std::uint64_t> chunk_ends;    ///< of the chunk records, without message indices
  std::vector<std::vector<std::string>> messages;  ///< of each chunk, as message_text gives them
};

[[nodiscard]] McapSample mcap_sample();
[[nodiscard]] std::string message_text(const McapMessage& message);
/// Every message that can be read, by chunk.
[[nodiscard]] std::vector<std::vector<std::string>> read_all(McapReader& reader);

}  // namespace monazite::recording::testing
