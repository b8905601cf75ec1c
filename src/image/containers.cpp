#include "image/containers.h"

#include <map>

#include "image/byte_order.h"
#include "image/limits.h"

namespace loom::image {
namespace {

constexpr std::string_view kExifMark("Exif\0\0", 6);
constexpr std::string_view kProfileMark("ICC_PROFILE\0", 12);
constexpr std::uint32_t kStartOfScan = 0xda;
constexpr std::uint32_t kApp1 = 0xe1;
constexpr std::uint32_t kApp2 = 0xe2;

/// SOF0 to SOF15 without DHT, JPG and DAC, which have numbers among them.
bool is_frame_header(std::uint32_t marker) {
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

bool stands_alone(std::uint32_t marker) {
  return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/// Parts by their number, which starts with 1; "" when one is missing.
std::string join_profile(const std::map<std::uint32_t, std::string_view>& parts, std::uint32_t count) {
  std::string profile;
  for (std::uint32_t i = 1; i <= count; ++i) {
    const auto part = parts.find(i);
    if (part == parts.end()) {
      return "";
    }
    profile += part->second;
  }
  return profile.size() <= kColorProfileBytesMax ? profile : "";
}

}  // namespace

JpegParts find_jpeg_parts(std::string_view bytes) {
  JpegParts found;
  std::map<std::uint32_t, std::string_view> profile_parts;
  std::uint32_t profile_part_count = 0;
  std::size_t at = 2;
  while (has_bytes(bytes, at, 2) && read_byte(bytes, at) == 0xff) {
    const std::uint32_t marker = read_byte(bytes, at + 1);
    if (marker == 0xff || stands_alone(marker)) {
      at += marker == 0xff ? 1 : 2;
      continue;
    }
    const std::size_t length = read_big16(bytes, at + 2);
    if (marker == kStartOfScan || length < 2 || !has_bytes(bytes, at + 2, length)) {
      break;
    }
    const std::string_view data = bytes.substr(at + 4, length - 2);
    if (is_frame_header(marker) && found.width == 0) {
      found.height = read_big16(data, 1);
      found.width = read_big16(data, 3);
    } else if (marker == kApp1 && data.starts_with(kExifMark) && found.exif.empty()) {
      found.exif = data;
    } else if (marker == kApp2 && data.starts_with(kProfileMark) && data.size() > kProfileMark.size() + 2) {
      profile_part_count = read_byte(data, kProfileMark.size() + 1);
      profile_parts.emplace(read_byte(data, kProfileMark.size()), data.substr(kProfileMark.size() + 2));
    }
    at += 2 + length;
  }
  found.color_profile = join_profile(profile_parts, profile_part_count);
  return found;
}

std::string_view find_png_chunk(std::string_view bytes, std::string_view type) {
  constexpr std::size_t kSignatureBytes = 8;
  // Length and type before the data, a checksum after it.
  constexpr std::size_t kHeadBytes = 8;
  constexpr std::size_t kChecksumBytes = 4;
  for (std::size_t at = kSignatureBytes; has_bytes(bytes, at, kHeadBytes);) {
    const std::size_t length = read_big32(bytes, at);
    if (!has_bytes(bytes, at + kHeadBytes, length)) {
      break;
    }
    if (bytes.substr(at + 4, 4) == type) {
      return bytes.substr(at + kHeadBytes, length);
    }
    at += kHeadBytes + length + kChecksumBytes;
  }
  return {};
}

std::string_view find_riff_chunk(std::string_view bytes, std::string_view name) {
  constexpr std::size_t kRiffHeadBytes = 12;
  constexpr std::size_t kHeadBytes = 8;
  for (std::size_t at = kRiffHeadBytes; has_bytes(bytes, at, kHeadBytes);) {
    const std::size_t length = read_little32(bytes, at + 4);
    if (!has_bytes(bytes, at + kHeadBytes, length)) {
      break;
    }
    if (bytes.substr(at, 4) == name) {
      return bytes.substr(at + kHeadBytes, length);
    }
    // Chunks begin at even places.
    at += kHeadBytes + length + length % 2;
  }
  return {};
}

bool is_rgb_profile(std::string_view profile) {
  constexpr std::size_t kHeaderBytes = 128;
  return profile.size() > kHeaderBytes && profile.size() <= kColorProfileBytesMax &&
         profile.substr(16, 4) == "RGB " && profile.substr(36, 4) == "acsp";
}

}  // namespace loom::image
