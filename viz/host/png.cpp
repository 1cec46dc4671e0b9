#include <cerrno>
#include <cstring>

#include <stb/stb_image_write.h>

#include <viz/host/host.hpp>

namespace monazite::viz {

base::Result<void> write_png(const std::string& path, const Pixels& pixels) {
  constexpr int kChannels = 4;
  errno = 0;
  if (pixels.width > 0 && pixels.height > 0 &&
      stbi_write_png(path.c_str(), pixels.width, pixels.height, kChannels, pixels.rgba.data(),
                     pixels.width * kChannels) != 0) {
    return {};
  }
  const std::string reason = errno != 0 ? std::strerror(errno) : "the picture is empty";
  return base::fail(base::ErrorCode::kIo, path + " cannot be written (" + reason +
                                              "): name a folder that exists and is yours.");
}

}  // namespace monazite::viz
