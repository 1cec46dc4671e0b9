#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <protocol/base/result.hpp>

namespace monazite::recording {

/// Where the bytes of a recording go. What was written successfully is out of this process's hands:
/// a crash or Ctrl-C afterwards does not lose it.
class ByteSink {
 public:
  virtual ~ByteSink() = default;
  /// Appends all of `bytes`. kIo with path and remedy when the machine refuses (full disk, quota).
  [[nodiscard]] virtual base::Result<void> write(std::string_view bytes) = 0;
  /// Nothing may be written afterwards. Some file systems report a full disk only here.
  [[nodiscard]] virtual base::Result<void> close() = 0;
};

/// A new file at `path`; one that is there is replaced. The folder must exist.
[[nodiscard]] base::Result<std::unique_ptr<ByteSink>> open_file_sink(const std::string& path);
/// Appends to `bytes`, which the caller owns and keeps alive.
[[nodiscard]] std::unique_ptr<ByteSink> open_memory_sink(std::string& bytes);

/// How a file differs from what it was when it was looked at last.
enum class Growth {
  kNone,
  kMore,     ///< it became longer
  kShorter,  ///< it was cut, or is being written anew
  kOther     ///< another file has its name now, or none
};

/// Bytes that can be read from any place.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  [[nodiscard]] virtual std::uint64_t size() const = 0;
  /// Looks again at a file that somebody may still be writing: after kMore, size() is that of now;
  /// else it stays. Costs a question or two to the file system. Bytes in memory never grow.
  [[nodiscard]] virtual Growth look_again() { return Growth::kNone; }
  /// Copies exactly `count` bytes from `offset` on to `into`; kIo when the machine refuses or when
  /// they are not (or no longer) there.
  [[nodiscard]] virtual base::Result<void> read(std::uint64_t offset, std::size_t count,
                                                char* into) const = 0;
};

/// The file at `path`, read on demand and never as a whole. One clear sentence for a missing file,
/// a folder and a file that may not be read.
[[nodiscard]] base::Result<std::unique_ptr<ByteSource>> open_file_source(const std::string& path);
[[nodiscard]] std::unique_ptr<ByteSource> open_memory_source(std::string bytes);

}  // namespace monazite::recording
