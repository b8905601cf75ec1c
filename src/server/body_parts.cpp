#include "server/body_parts.h"

#include <fmt/format.h>

#include "base/check.h"
#include "http/field_lines.h"

namespace loom::server {

using snapshot::Representation;
using snapshot::Resource;

BodyPart body_part(const Resource& resource, const Representation& representation, http::ByteRange range) {
  BodyPart part;
  if (representation.body != nullptr) {
    part.bytes = std::string_view(*representation.body).substr(range.offset_bytes, range.length_bytes);
  } else {
    LOOM_CHECK(resource.file != nullptr);
    part.file = resource.file.get();
    part.file_offset_bytes = range.offset_bytes;
    part.file_length_bytes = range.length_bytes;
  }
  return part;
}

std::string content_range(http::ByteRange range, std::uint64_t size_bytes) {
  return fmt::format("bytes {}-{}/{}", range.offset_bytes, range.offset_bytes + range.length_bytes - 1,
                     size_bytes);
}

std::unique_ptr<const MultipartBody> make_multipart(const Resource& resource, std::string_view boundary,
                                                    std::span<const http::ByteRange> ranges) {
  const Representation& representation = resource.identity();
  auto multipart = std::make_unique<MultipartBody>();
  std::vector<std::size_t> text_ends;
  std::string& text = multipart->text;
  for (const http::ByteRange& range : ranges) {
    text.append(text.empty() ? "--" : "\r\n--").append(boundary).append("\r\n");
    http::append_field(text, "Content-Type", resource.media_type);
    http::append_field(text, "Content-Range", content_range(range, resource.size_bytes()));
    text.append("\r\n");
    text_ends.push_back(text.size());
  }
  text.append("\r\n--").append(boundary).append("--\r\n");
  std::size_t text_begin = 0;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    multipart->parts.push_back(
        BodyPart{.bytes = std::string_view(text).substr(text_begin, text_ends[i] - text_begin)});
    multipart->parts.push_back(body_part(resource, representation, ranges[i]));
    text_begin = text_ends[i];
  }
  multipart->parts.push_back(BodyPart{.bytes = std::string_view(text).substr(text_begin)});
  return multipart;
}

}  // namespace loom::server
