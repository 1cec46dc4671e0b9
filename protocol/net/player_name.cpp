#include <boost/locale/utf.hpp>

#include <protocol/net/player_name.hpp>

namespace monazite::net {

std::string player_name(std::string_view text) {
  namespace utf = boost::locale::utf;
  std::string name;
  while (!text.empty()) {
    const char* next = text.data();
    const utf::code_point point = utf::utf_traits<char>::decode(next, text.data() + text.size());
    const bool known = point != utf::illegal && point != utf::incomplete;
    const auto size = known ? static_cast<std::size_t>(next - text.data()) : 1;
    const bool control = known && (point < 0x20 || (point >= 0x7F && point < 0xA0));
    const std::string_view character = control ? " "
                                       : known ? text.substr(0, size)
                                               : std::string_view("?");
    if (name.size() + character.size() > kLongestName) break;
    name += character;
    text.remove_prefix(size);
  }
  return name;
}

}  // namespace monazite::net
