// A request that is a hit allocates nothing between its bytes and its answer.
#include <gtest/gtest.h>
#include <string>

#include "http/request_parser.h"
#include "server/respond.h"
#include "support/allocation_counter.h"
#include "support/served_site.h"

namespace loom::server {
namespace {

class RespondAllocation : public testing::Test {
 protected:
  RespondAllocation() {
    snapshot::SnapshotBuilder site = test::make_site_builder();
    site.set("/a b/", test::make_resource({.body = "identity", .gzip_body = "gzip", .brotli_body = "br"}));
    snapshot = site.build();
    count_for("GET /a%20b/", 200);
  }

  std::size_t count_for(const std::string& request_line, int status, const std::string& field_lines = "") {
    const std::string bytes = request_line + " HTTP/1.1\r\nHost: localhost\r\n" + field_lines + "\r\n";
    const std::size_t before = test::allocation_count;
    http::RequestParser parser;
    const bool is_complete = parser.parse(bytes) == http::ParseState::Complete;
    const int answered = is_complete ? respond(parser.request(), *snapshot, options).status : 0;
    const std::size_t count = test::allocation_count - before;
    EXPECT_EQ(answered, status);
    return count;
  }

  std::shared_ptr<const snapshot::Snapshot> snapshot;
  RespondOptions options;
};

TEST_F(RespondAllocation, NoneForAHit) {
  EXPECT_EQ(count_for("GET /a%20b/", 200), 0U);
  EXPECT_EQ(count_for("HEAD /./a%20b/index.html?query", 200), 0U);
  EXPECT_EQ(count_for("GET /a%20b/", 200, "Accept-Encoding: gzip, deflate, br, zstd\r\n"), 0U);
}

TEST_F(RespondAllocation, NoneForNotModified) {
  EXPECT_EQ(count_for("GET /a%20b/", 304, "If-None-Match: \"a\", *\r\nIf-None-Match: *\r\n"), 0U);
  EXPECT_EQ(count_for("GET /a%20b/", 304, "If-None-Match: *\r\n"), 0U);
}

TEST_F(RespondAllocation, NoneForRefusals) {
  EXPECT_EQ(count_for("POST /", 405), 0U);
  EXPECT_EQ(count_for("GET /%", 400), 0U);
}

TEST_F(RespondAllocation, NoneForAHitInPreview) {
  options.preview = true;
  EXPECT_EQ(count_for("GET /a%20b/", 200, "Origin: http://localhost\r\n"), 0U);
}

TEST_F(RespondAllocation, IsSeenByTheCounter) {
  const std::string query(1000, 'q');
  EXPECT_GT(count_for("GET /a%20b?" + query, 301), 0U);
}

}  // namespace
}  // namespace loom::server
