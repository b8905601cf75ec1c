// Lists, singletons and framing over whole heads are tested in request_parser_test.cpp.
#include "http/field_collector.h"

#include <gtest/gtest.h>

namespace loom::http {
namespace {

TEST(FieldCollector, RefusesAWrongFieldAtItsLine) {
  FieldCollector fields;
  EXPECT_EQ(fields.add("Host", "a", 0), 0);
  EXPECT_EQ(fields.add("X", "anything", 0), 0);
  EXPECT_EQ(fields.add("host", "a", 0), 400);
  EXPECT_EQ(FieldCollector().add("Host", "a b", 0), 400);
  EXPECT_EQ(FieldCollector().add("Content-Length", "1x", 0), 400);
  EXPECT_EQ(FieldCollector().add("Transfer-Encoding", "", 0), 400);
}

TEST(FieldCollector, ViewsLieWhereTheLinesWere) {
  const std::string_view head = "____________Host: name\r\n";
  FieldCollector fields;
  ASSERT_EQ(fields.add("Host", "name", 18), 0);
  Request request;
  ASSERT_EQ(fields.finish(head, head.size(), request), 0);
  EXPECT_EQ(request.host, "name");
  EXPECT_EQ(request.host.data(), head.data() + 18);
}

TEST(FieldCollector, MissingHostIsFineBeforeHttp11Only) {
  Request request;
  EXPECT_EQ(FieldCollector().finish("", 0, request), 400);
  request.minor_version = 0;
  EXPECT_EQ(FieldCollector().finish("", 0, request), 0);
}

TEST(FieldCollector, ChunkedNeedsHttp11) {
  FieldCollector fields;
  ASSERT_EQ(fields.add("Transfer-Encoding", "chunked", 0), 0);
  Request request;
  request.minor_version = 0;
  EXPECT_EQ(fields.finish("chunked", 7, request), 400);
}

}  // namespace
}  // namespace loom::http
