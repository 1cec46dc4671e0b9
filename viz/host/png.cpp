#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>

#include <stb/stb_image_write.h>

#include <viz/host/host.hpp>

namespace monazite::viz {

Pixels cut_out(const Pixels& pixels, const Rect& part, float scale) {
  const auto pixel = [scale](float at, int most) {
    return std::clamp(static_cast<int>(std::lround(at * scale)), 0, most);
  };
  const int left = pixel(part.x, pixels.width), right = pixel(part.right(), pixels.width);
  const int top = pixel(part.y, pixels.height), bottom = pixel(part.bottom(), pixels.height);
  Pixels cut{right - left, bottom - top, {}};
  if (pixels.rgba.empty()) return cut;
  for (int y = top; y < bottom; ++y) {
    const auto row = static_cast<std::ptrdiff_t>(y) * pixels.width;
    cut.rgba.insert(cut.rgba.end(), pixels.rgba.begin() + (row + left) * 4,
                    pixels.rgba.begin() + (row + right) * 4);
  }
  return cut;
}

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
