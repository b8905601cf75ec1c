// Media types by file name (IANA registry; RFC 9239 for JavaScript).
#pragma once

#include <string_view>

namespace loom::base {

/// The value of Content-Type for a file of this name, with charset for text; "application/octet-stream" when
/// unknown. The view is static.
std::string_view media_type_for(std::string_view file_name);
bool is_known_media_type(std::string_view file_name);
/// Text, JSON, XML, SVG, JavaScript, fonts without own compression, wasm: worth gzip and brotli.
bool is_compressible(std::string_view media_type);

}  // namespace loom::base
