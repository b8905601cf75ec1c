#include "base/transliteration.h"

#include "base/transliteration_tables.h"

namespace loom::base {

std::optional<std::string_view> find_ascii_form(std::uint32_t code_point) {
  constexpr std::size_t kPointerBytes = 3;
  constexpr std::size_t kInlineBytesMax = 2;
  const std::string_view pointers = transliteration_pointers();
  if (code_point >= pointers.size() / kPointerBytes) {
    return std::nullopt;
  }
  const std::string_view pointer = pointers.substr(code_point * kPointerBytes, kPointerBytes);
  const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(pointer[index]); };
  const std::size_t length = byte(2);
  if (length <= kInlineBytesMax) {
    return pointer.substr(0, length);
  }
  const std::size_t offset = byte(0) + byte(1) * std::size_t{256};
  const std::string_view texts = transliteration_texts();
  if (offset > texts.size() || length > texts.size() - offset) {
    return std::nullopt;
  }
  return texts.substr(offset, length);
}

}  // namespace loom::base
