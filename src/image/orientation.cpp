#include "image/orientation.h"

#include "image/byte_order.h"
#include "image/limits.h"

namespace loom::image {
namespace {

constexpr std::string_view kExifMark("Exif\0\0", 6);
constexpr std::uint32_t kOrientationTag = 0x0112;
constexpr std::uint32_t kTypeByte = 1;
constexpr std::uint32_t kTypeShort = 3;
constexpr std::uint32_t kTypeLong = 4;
constexpr std::size_t kEntryBytes = 12;

}  // namespace

Orientation parse_exif_orientation(std::string_view exif) {
  if (exif.starts_with(kExifMark)) {
    exif.remove_prefix(kExifMark.size());
  }
  const bool is_little = exif.starts_with(std::string_view("II*\0", 4));
  if (!is_little && !exif.starts_with(std::string_view("MM\0*", 4))) {
    return Orientation::Normal;
  }
  const auto read16 = is_little ? read_little16 : read_big16;
  const auto read32 = is_little ? read_little32 : read_big32;
  const std::size_t directory = read32(exif, 4);
  const std::uint32_t count = read16(exif, directory);
  for (std::uint32_t i = 0; i < count && i < kExifEntryCountMax; ++i) {
    const std::size_t entry = directory + 2 + i * kEntryBytes;
    if (read16(exif, entry) != kOrientationTag) {
      continue;
    }
    const std::uint32_t type = read16(exif, entry + 2);
    const std::uint32_t value = type == kTypeShort  ? read16(exif, entry + 8)
                                : type == kTypeLong ? read32(exif, entry + 8)
                                : type == kTypeByte ? read_byte(exif, entry + 8)
                                                    : 0;
    return value >= 1 && value <= 8 ? static_cast<Orientation>(value) : Orientation::Normal;
  }
  return Orientation::Normal;
}

}  // namespace loom::image
