// Content codings of a finished body: gzip (RFC 1952, libdeflate) and brotli (RFC 7932). Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace loom::build {

/// Bodies shorter than this gain nothing.
inline constexpr std::size_t kEncodedBytesMin = 256;

enum class Effort { Fast, Best };

/// Nothing when the coded form is not smaller than `body`. The result depends on `body` and `effort` only.
std::optional<std::string> gzip_encoded(std::string_view body, Effort effort);
std::optional<std::string> brotli_encoded(std::string_view body, Effort effort);

}  // namespace loom::build
