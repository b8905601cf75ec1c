// Numbers inside of binary files. A number that is not wholly inside of the bytes reads as 0. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace loom::image {

constexpr std::uint32_t read_byte(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : 0;
}

constexpr bool has_bytes(std::string_view bytes, std::size_t at, std::size_t count) {
  return at <= bytes.size() && count <= bytes.size() - at;
}

constexpr std::uint32_t read_little16(std::string_view bytes, std::size_t at) {
  return has_bytes(bytes, at, 2) ? read_byte(bytes, at) | read_byte(bytes, at + 1) << 8 : 0;
}

constexpr std::uint32_t read_little32(std::string_view bytes, std::size_t at) {
  return has_bytes(bytes, at, 4) ? read_little16(bytes, at) | read_little16(bytes, at + 2) << 16 : 0;
}

constexpr std::uint32_t read_big16(std::string_view bytes, std::size_t at) {
  return has_bytes(bytes, at, 2) ? read_byte(bytes, at) << 8 | read_byte(bytes, at + 1) : 0;
}

constexpr std::uint32_t read_big32(std::string_view bytes, std::size_t at) {
  return has_bytes(bytes, at, 4) ? read_big16(bytes, at) << 16 | read_big16(bytes, at + 2) : 0;
}

}  // namespace loom::image
