// The limits of reading and making images, in one place. Each is answered with an error that names the image.
#pragma once

#include <cstdint>

namespace loom::image {

/// A larger file is not read as an image.
inline constexpr std::uint64_t kImageBytesMax = std::uint64_t{256} << 20;
/// Width times height, of what is read and of what is made.
inline constexpr std::uint64_t kImagePixelsMax = 100'000'000;
/// Each side of an image that is made; the largest that every output format can hold.
inline constexpr std::uint32_t kMadeSideMax = 16'383;
/// A larger colour profile is left out.
inline constexpr std::uint64_t kColorProfileBytesMax = std::uint64_t{4} << 20;
/// Entries of an Exif directory that are looked at.
inline constexpr std::uint32_t kExifEntryCountMax = 1'000;

}  // namespace loom::image
