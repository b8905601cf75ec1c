#include "http/status.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

namespace loom::http {
namespace {

using testing::HasSubstr;

TEST(Status, LineHoldsCodeAndReason) {
  EXPECT_EQ(status_line(200), "HTTP/1.1 200 OK\r\n");
  EXPECT_EQ(status_line(431), "HTTP/1.1 431 Request Header Fields Too Large\r\n");
  EXPECT_EQ(status_reason(304), "Not Modified");
}

TEST(Status, ErrorFieldsFitTheErrorBody) {
  for (const int status :
       {400, 403, 404, 405, 406, 408, 412, 413, 414, 416, 417, 426, 429, 431, 500, 501, 503, 505}) {
    const std::string fields(error_fields(status));
    EXPECT_THAT(fields, HasSubstr("Content-Length: " + std::to_string(error_body(status).size()) + "\r\n"));
    EXPECT_THAT(fields, HasSubstr("Cache-Control: no-store\r\n"));
    EXPECT_TRUE(fields.ends_with("\r\n"));
    EXPECT_THAT(std::string(error_body(status)), HasSubstr(std::string(status_reason(status))));
  }
}

TEST(Status, SomeErrorsSayMore) {
  EXPECT_THAT(std::string(error_fields(405)), HasSubstr("Allow: GET, HEAD, OPTIONS\r\n"));
  EXPECT_THAT(std::string(error_fields(426)), HasSubstr("Upgrade: HTTP/1.1\r\nConnection: upgrade\r\n"));
  EXPECT_THAT(std::string(error_fields(503)), HasSubstr("Retry-After: "));
}

TEST(StatusDeathTest, OnlyStatusesThatAreSentAreKnown) {
  EXPECT_DEATH(status_line(418), "found");
  EXPECT_DEATH(error_body(200), "status >= 400");
}

}  // namespace
}  // namespace loom::http
