#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace monazite::viz {

/// A font's file, mapped into memory: the Japanese ones have 20 MB, of which little is read.
class FontFile {
 public:
  /// Nothing when the file is not there or is no font.
  [[nodiscard]] static std::shared_ptr<const FontFile> open(const std::string& path);
  ~FontFile();
  FontFile(const FontFile&) = delete;
  FontFile& operator=(const FontFile&) = delete;

  [[nodiscard]] const unsigned char* data() const { return data_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Ascent minus descent, of which Dear ImGui 1.86 makes a font's size, for an em of 1.
  [[nodiscard]] float line() const { return line_; }
  [[nodiscard]] float x_height() const { return x_height_; }      ///< for an em of 1
  [[nodiscard]] float cap_height() const { return cap_height_; }  ///< for an em of 1

 private:
  FontFile() = default;

  const unsigned char* data_ = nullptr;
  std::size_t size_ = 0;
  float line_ = 1, x_height_ = 0.5F, cap_height_ = 0.7F;
};

/// One family: its regular and bold files, or nothing where they are not installed.
struct FontFamily {
  std::string name;
  std::shared_ptr<const FontFile> regular, bold;  ///< bold: the regular one where there is no bold

  explicit operator bool() const { return regular != nullptr; }
};

/// What this machine has of what the viewer wants, the best of each kind.
struct FontFamilies {
  FontFamily latin;     ///< Noto Sans, else DejaVu Sans
  FontFamily shapes;    ///< DejaVu Sans: arrows and shapes
  FontFamily japanese;  ///< Noto Sans CJK, else IPA Gothic
};
/// `roots`: folders in which Debian's tree of fonts is looked for.
[[nodiscard]] FontFamilies find_fonts(const std::vector<std::string>& roots = {
                                          "/usr/share/fonts", "/usr/local/share/fonts"});

}  // namespace monazite::viz
