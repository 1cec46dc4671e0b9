#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <protocol/recording/bytes.hpp>

namespace monazite::recording {
namespace {

using base::ErrorCode;
using base::Result;

/// A file descriptor that is closed once.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] int close() {
    const int answer = ::close(number_);
    number_ = -1;
    return answer;
  }

 private:
  int number_;
};

/// What the machine said, and what the user can do about it.
std::string remedy(int error) {
  switch (error) {
    case ENOENT:
      return "the folder does not exist; create it or choose another";
    case EACCES:
    case EPERM:
    case EROFS:
      return "the folder or file may not be written; choose a folder of your own";
    case EISDIR:
      return "there is a folder of this name; choose another name";
    case ENOTDIR:
      return "part of the path is a file, not a folder; choose another path";
    case ENAMETOOLONG:
      return "the name is too long; choose a shorter one";
    case ENOSPC:
      return "the disk is full; make room or choose another disk";
    case EDQUOT:
      return "your disk quota is used up; make room or choose another disk";
    case EFBIG:
      return "the file would be larger than the system allows; raise the limit or choose another "
             "disk";
    default:
      return std::string(std::strerror(error)) + "; choose another place";
  }
}

tl::unexpected<base::Error> write_failure(const std::string& path, int error) {
  return base::fail(ErrorCode::kIo, "cannot write the recording " + path + ": " + remedy(error));
}

class FileSink final : public ByteSink {
 public:
  FileSink(std::string path, int descriptor) : path_(std::move(path)), file_(descriptor) {}

  Result<void> write(std::string_view bytes) override {
    while (!bytes.empty()) {
      const ssize_t written = ::write(file_.number(), bytes.data(), bytes.size());
      if (written < 0) {
        if (errno == EINTR) continue;
        return write_failure(path_, errno);
      }
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
  }

  Result<void> close() override {
    if (file_.close() != 0 && errno != EINTR) return write_failure(path_, errno);
    return {};
  }

 private:
  std::string path_;
  Descriptor file_;
};

class MemorySink final : public ByteSink {
 public:
  explicit MemorySink(std::string& bytes) : bytes_(bytes) {}
  Result<void> write(std::string_view bytes) override {
    bytes_.append(bytes);
    return {};
  }
  Result<void> close() override { return {}; }

 private:
  std::string& bytes_;
};

class FileSource final : public ByteSource {
 public:
  FileSource(std::string path, int descriptor) : path_(std::move(path)), file_(descriptor) {}

  std::uint64_t size() const override { return size_; }
  void set_size(std::uint64_t size) { size_ = size; }
  Growth look_again() override {
    struct stat opened = {}, named = {};
    if (::stat(path_.c_str(), &named) != 0 || ::fstat(file_.number(), &opened) != 0) {
      return Growth::kOther;
    }
    if (named.st_dev != opened.st_dev || named.st_ino != opened.st_ino) return Growth::kOther;
    const auto now = static_cast<std::uint64_t>(opened.st_size);
    if (now < size_) return Growth::kShorter;
    if (now == size_) return Growth::kNone;
    size_ = now;
    return Growth::kMore;
  }

  Result<void> read(std::uint64_t offset, std::size_t count, char* into) const override {
    while (count > 0) {
      const ssize_t got = ::pread(file_.number(), into, count, static_cast<off_t>(offset));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) {
        return base::fail(ErrorCode::kIo, "cannot read " + path_ + ": " + std::strerror(errno));
      }
      if (got == 0) return base::fail(ErrorCode::kIo, path_ + " became shorter while it was read");
      into += got;
      offset += static_cast<std::uint64_t>(got);
      count -= static_cast<std::size_t>(got);
    }
    return {};
  }

 private:
  std::string path_;
  Descriptor file_;
  std::uint64_t size_ = 0;
};

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}
  std::uint64_t size() const override { return bytes_.size(); }
  Result<void> read(std::uint64_t offset, std::size_t count, char* into) const override {
    if (offset > bytes_.size() || count > bytes_.size() - offset) {
      return base::fail(ErrorCode::kIo, "read beyond the end of the bytes given");
    }
    std::copy_n(bytes_.data() + offset, count, into);
    return {};
  }

 private:
  std::string bytes_;
};

}  // namespace

Result<std::unique_ptr<ByteSink>> open_file_sink(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) return write_failure(path, errno);
  return std::make_unique<FileSink>(path, descriptor);
}

std::unique_ptr<ByteSink> open_memory_sink(std::string& bytes) {
  return std::make_unique<MemorySink>(bytes);
}

Result<std::unique_ptr<ByteSource>> open_file_source(const std::string& path) {
  // O_NONBLOCK: opening a named pipe must not wait for a writer.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    if (errno == ENOENT || errno == ENOTDIR) {
      return base::fail(ErrorCode::kNotFound, "there is no file " + path);
    }
    return base::fail(ErrorCode::kIo, "cannot read " + path + ": " + std::strerror(errno));
  }
  auto source = std::make_unique<FileSource>(path, descriptor);
  struct stat status = {};
  if (::fstat(descriptor, &status) != 0) {
    return base::fail(ErrorCode::kIo, "cannot read " + path + ": " + std::strerror(errno));
  }
  if (S_ISDIR(status.st_mode)) {
    return base::fail(ErrorCode::kBadInput, path + " is a folder; give the recording inside it");
  }
  if (!S_ISREG(status.st_mode)) {
    return base::fail(ErrorCode::kBadInput,
                      path + " is not a file on disk and cannot be a recording");
  }
  source->set_size(static_cast<std::uint64_t>(status.st_size));
  return source;
}

std::unique_ptr<ByteSource> open_memory_source(std::string bytes) {
  return std::make_unique<MemorySource>(std::move(bytes));
}

}  // namespace monazite::recording
