// The bytes of an answer: a resource, a part of it, or several parts (multipart/byteranges). Pure. Any
// thread. RFC 9110 §14.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "http/byte_range.h"
#include "server/respond.h"
#include "snapshot/resource.h"

namespace loom::server {

/// Views into the representation, or points at the file of the resource. Requires: `range` lies inside.
BodyPart body_part(const snapshot::Resource& resource, const snapshot::Representation& representation,
                   http::ByteRange range);

/// The value of Content-Range: "bytes 0-1/10". Requires: `range` is not empty.
std::string content_range(http::ByteRange range, std::uint64_t size_bytes);

/// The ranges of the identity with the boundary lines and fields around them. Lives no longer than the
/// resource.
std::unique_ptr<const MultipartBody> make_multipart(const snapshot::Resource& resource,
                                                    std::string_view boundary,
                                                    std::span<const http::ByteRange> ranges);

}  // namespace loom::server
