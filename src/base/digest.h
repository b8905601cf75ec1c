// Hashes: XXH3 for identity (ETags, memo keys), SHA-2 where others verify it (file fingerprints, integrity
// attributes).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loom::base {

/// XXH3 64 bits; stable across runs and machines.
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);
/// XXH3 128 bits as 32 lower-case hexadecimal digits.
std::string hash128_hex(std::string_view bytes);

enum class Sha2 { Sha256, Sha384, Sha512 };
/// Raw digest bytes.
std::string sha2(Sha2 kind, std::string_view bytes);
std::string to_hex(std::string_view bytes);
/// RFC 4648 §4, with padding.
std::string to_base64(std::string_view bytes);
/// The bytes behind RFC 4648 §4; nothing when the text is not that, its padding included.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace loom::base
