#include <array>

#include <fcntl.h>
#include <stb/stb_truetype.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <viz/plot/font_files.hpp>

namespace monazite::viz {
namespace {

/// Height of a letter's top over the baseline in the font's own units; 0: it has none.
int top_of(const stbtt_fontinfo& font, int letter) {
  int x0 = 0;
  int y0 = 0;
  int x1 = 0;
  int y1 = 0;
  return stbtt_GetCodepointBox(&font, letter, &x0, &y0, &x1, &y1) != 0 ? y1 : 0;
}

FontFamily first_of(const std::vector<std::string>& roots, const std::string& name,
                    const std::vector<std::array<const char*, 2>>& files) {
  for (const auto& root : roots) {
    for (const auto& [regular, bold] : files) {
      FontFamily family{name, FontFile::open(root + regular), nullptr};
      if (!family) continue;
      family.bold = FontFile::open(root + bold);
      if (family.bold == nullptr) family.bold = family.regular;
      return family;
    }
  }
  return {};
}

}  // namespace

std::shared_ptr<const FontFile> FontFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return nullptr;
  struct stat about {};
  void* data = MAP_FAILED;
  if (fstat(file, &about) == 0 && about.st_size > 0) {
    data = mmap(nullptr, static_cast<std::size_t>(about.st_size), PROT_READ, MAP_PRIVATE, file, 0);
  }
  ::close(file);
  if (data == MAP_FAILED) return nullptr;

  std::shared_ptr<FontFile> font{new FontFile};
  font->data_ = static_cast<const unsigned char*>(data);
  font->size_ = static_cast<std::size_t>(about.st_size);
  stbtt_fontinfo info{};
  const int start = stbtt_GetFontOffsetForIndex(font->data_, 0);
  if (start < 0 || stbtt_InitFont(&info, font->data_, start) == 0) return nullptr;
  const float em = stbtt_ScaleForMappingEmToPixels(&info, 1);
  int ascent = 0;
  int descent = 0;
  int gap = 0;
  stbtt_GetFontVMetrics(&info, &ascent, &descent, &gap);
  font->line_ = em * static_cast<float>(ascent - descent);
  if (const int x = top_of(info, 'x'); x > 0) font->x_height_ = em * static_cast<float>(x);
  if (const int h = top_of(info, 'H'); h > 0) font->cap_height_ = em * static_cast<float>(h);
  return font;
}

FontFile::~FontFile() {
  if (data_ != nullptr) munmap(const_cast<unsigned char*>(data_), size_);
}

FontFamilies find_fonts(const std::vector<std::string>& roots) {
  FontFamilies found;
  found.shapes =
      first_of(roots, "DejaVu Sans",
               {{"/truetype/dejavu/DejaVuSans.ttf", "/truetype/dejavu/DejaVuSans-Bold.ttf"}});
  found.latin =
      first_of(roots, "Noto Sans",
               {{"/truetype/noto/NotoSans-Regular.ttf", "/truetype/noto/NotoSans-Bold.ttf"}});
  if (!found.latin) found.latin = found.shapes;
  found.japanese =
      first_of(roots, "Noto Sans CJK",
               {{"/opentype/noto/NotoSansCJK-Regular.ttc", "/opentype/noto/NotoSansCJK-Bold.ttc"}});
  if (!found.japanese) {
    found.japanese =
        first_of(roots, "IPA Gothic",
                 {{"/opentype/ipafont-gothic/ipag.ttf", "/opentype/ipafont-gothic/ipag.ttf"}});
  }
  return found;
}

}  // namespace monazite::viz
