#include "server/body_parts.h"

#include <array>
#include <gtest/gtest.h>

#include "support/served_site.h"

namespace loom::server {
namespace {

TEST(BodyParts, PartViewsIntoTheRepresentation) {
  const auto resource = test::make_resource({.body = "0123456789"});
  const BodyPart part = body_part(*resource, resource->identity(), {2, 3});
  EXPECT_EQ(part.bytes, "234");
  EXPECT_EQ(part.bytes.data(), resource->identity().body->data() + 2);
  EXPECT_EQ(part.size_bytes(), 3U);
}

TEST(BodyParts, ContentRangeNamesTheLastByte) {
  EXPECT_EQ(content_range({0, 1}, 10), "bytes 0-0/10");
  EXPECT_EQ(content_range({4294967296, 2}, 5000000000), "bytes 4294967296-4294967297/5000000000");
}

TEST(BodyParts, MultipartPutsBoundariesAroundTheRanges) {
  const auto resource = test::make_resource({.media_type = "text/plain", .body = "0123456789"});
  const std::array<http::ByteRange, 2> ranges{{{0, 1}, {9, 1}}};
  const auto multipart = make_multipart(*resource, "b", ranges);
  std::string text;
  for (const BodyPart& part : multipart->parts) {
    text += part.bytes;
  }
  EXPECT_EQ(text,
            "--b\r\nContent-Type: text/plain\r\nContent-Range: bytes 0-0/10\r\n\r\n0\r\n"
            "--b\r\nContent-Type: text/plain\r\nContent-Range: bytes 9-9/10\r\n\r\n9\r\n--b--\r\n");
}

}  // namespace
}  // namespace loom::server
