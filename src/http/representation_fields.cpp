#include "http/representation_fields.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "http/field_lines.h"

namespace loom::http {

namespace {

/// Those that a 304 answer repeats: they tell a cache which stored answer is meant and how long it may be
/// kept.
void append_shared_fields(std::string& out, const RepresentationInfo& info) {
  if (!info.etag.empty()) {
    append_field(out, "ETag", info.etag);
  }
  if (info.last_modified) {
    append_field(out, "Last-Modified", base::format_http_date(*info.last_modified));
  }
  if (!info.cache_control.empty()) {
    append_field(out, "Cache-Control", info.cache_control);
  }
  if (info.has_other_codings) {
    append_field(out, "Vary", "Accept-Encoding");
  }
  for (const ExtraField& field : info.extra_fields) {
    append_field(out, field.name, field.value);
  }
}

}  // namespace

std::string strong_etag(std::string_view bytes, std::string_view content_coding) {
  if (content_coding.empty()) {
    return fmt::format("\"{}\"", base::hash128_hex(bytes));
  }
  return fmt::format("\"{}-{}\"", base::hash128_hex(bytes), content_coding);
}

std::string representation_fields(const RepresentationInfo& info) {
  std::string out;
  append_field(out, "Content-Type", info.media_type);
  append_field(out, "Content-Length", fmt::to_string(info.content_length_bytes));
  if (info.content_coding.empty()) {
    append_field(out, "Accept-Ranges", "bytes");
  } else {
    append_field(out, "Content-Encoding", info.content_coding);
  }
  append_field(out, "X-Content-Type-Options", "nosniff");
  append_shared_fields(out, info);
  return out;
}

std::string not_modified_fields(const RepresentationInfo& info) {
  std::string out;
  append_shared_fields(out, info);
  return out;
}

}  // namespace loom::http
