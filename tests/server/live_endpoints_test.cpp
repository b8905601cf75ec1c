#include "server/live_endpoints.h"

#include <gtest/gtest.h>

#include "http/request_parser.h"
#include "server/live_script.h"

namespace loom::server {
namespace {

/// `bytes` must live as long as the request.
http::Request parsed(const std::string& bytes) {
  http::RequestParser parser;
  LOOM_CHECK(parser.parse(bytes) == http::ParseState::Complete);
  return parser.request();
}

LiveAnswer answer_to(std::string_view method, std::string_view path, std::string_view fields = "") {
  const std::string bytes = std::string(method) + " " + std::string(path) +
                            " HTTP/1.1\r\nHost: localhost:8080\r\n" + std::string(fields) + "\r\n";
  RespondOptions options;
  options.preview = true;
  return respond_live(parsed(bytes), options);
}

TEST(LiveEndpoints, KnowTheirPaths) {
  EXPECT_TRUE(is_live_path("/_loom/live.js"));
  EXPECT_TRUE(is_live_path("/_loom/events"));
  EXPECT_FALSE(is_live_path("/_loom/"));
  EXPECT_FALSE(is_live_path("/live.js"));
}

TEST(LiveEndpoints, SendTheScript) {
  const LiveAnswer answer = answer_to("GET", "/_loom/live.js");
  EXPECT_EQ(answer.response.status, 200);
  EXPECT_FALSE(answer.opens_stream);
  EXPECT_EQ(answer.response.body.bytes, kLiveScript);
  EXPECT_EQ(answer_to("HEAD", "/_loom/live.js").response.body_bytes(), 0U);
}

TEST(LiveEndpoints, OpenAStreamThatEndsWithItsConnection) {
  const LiveAnswer answer = answer_to("GET", "/_loom/events?generation=b-1");
  EXPECT_TRUE(answer.opens_stream);
  EXPECT_TRUE(answer.response.close);
  EXPECT_FALSE(answer_to("HEAD", "/_loom/events").opens_stream);
}

TEST(LiveEndpoints, RefuseOthers) {
  EXPECT_EQ(answer_to("GET", "/_loom/events", "Origin: http://evil.example\r\n").response.status, 403);
  EXPECT_EQ(answer_to("GET", "/_loom/events", "Sec-Fetch-Site: cross-site\r\n").response.status, 403);
  EXPECT_EQ(answer_to("POST", "/_loom/events").response.status, 405);
  EXPECT_EQ(answer_to("GET", "/_loom/events", "Origin: http://localhost:8080\r\n").response.status, 200);
}

TEST(LiveEndpoints, ReadTheGenerationFromTheQuery) {
  EXPECT_EQ(shown_generation("?generation=b-12"), "b-12");
  EXPECT_EQ(shown_generation("?x=1&generation=b-12&y=2"), "b-12");
  EXPECT_EQ(shown_generation("?xgeneration=b-12"), "");
  EXPECT_EQ(shown_generation("?"), "");
  EXPECT_EQ(shown_generation(""), "");
}

}  // namespace
}  // namespace loom::server
