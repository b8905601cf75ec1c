#include "http/request_parser.h"

#include <gtest/gtest.h>
#include <random>
#include <string>
#include <utility>

#include "http/limits.h"
#include "support/guarded_bytes.h"

namespace loom::http {
namespace {

/// What became of some bytes: 0 for need more, 200 for a complete head, else the status of the refusal.
int outcome(const RequestParser& parser, ParseState state) {
  switch (state) {
    case ParseState::NeedMore:
      return 0;
    case ParseState::Complete:
      return 200;
    case ParseState::Rejected:
      break;
  }
  return parser.reject_status();
}

int parse_whole(std::string_view bytes) {
  const test::GuardedBytes guarded(bytes);
  RequestParser parser;
  const ParseState state = parser.parse(guarded.view());
  return outcome(parser, state);
}

/// The outcome, and after how many bytes it was known, when they come one by one, each time at another
/// address.
std::pair<int, std::size_t> parse_byte_by_byte(std::string_view bytes) {
  RequestParser parser;
  for (std::size_t count = 1; count <= bytes.size(); ++count) {
    const std::string copy(bytes.substr(0, count));
    if (const int result = outcome(parser, parser.parse(copy)); result != 0) {
      return {result, count};
    }
  }
  return {0, bytes.size()};
}

/// Checks all ways of arrival.
void expect_outcome(std::string_view bytes, int expected) {
  EXPECT_EQ(parse_whole(bytes), expected) << bytes.substr(0, 200);
  EXPECT_EQ(parse_byte_by_byte(bytes).first, expected) << "byte by byte: " << bytes.substr(0, 200);
}

std::string head_with(std::string_view field_lines) {
  return "GET / HTTP/1.1\r\nHost: localhost\r\n" + std::string(field_lines) + "\r\n";
}

/// A parsed head with the bytes behind it.
struct Parsed {
  explicit Parsed(std::string text) : bytes(std::move(text)) {
    EXPECT_EQ(parser.parse(bytes), ParseState::Complete) << bytes;
  }
  const Request* operator->() const { return &parser.request(); }

  std::string bytes;
  RequestParser parser;
};

TEST(RequestParser, ReadsRequestLineAndFields) {
  const Parsed parsed(
      "HEAD /a%20b/?q=1?2 HTTP/1.1\r\n"
      "HOST: Example.org:8080\r\n"
      "accept-encoding:\t gzip, br \t\r\n"
      "If-None-Match: \"a\"\r\n"
      "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
      "Range: bytes=0-1\r\n"
      "If-Range: \"b\"\r\n"
      "Origin: http://example.org:8080\r\n"
      "Referer: http://example.org/\r\n"
      "Sec-Fetch-Site: same-origin\r\n"
      "User-Agent: curl/8\r\n"
      "X-Other: \xC3\xA9\r\n\r\nrest");
  EXPECT_EQ(parsed->method, Method::Head);
  EXPECT_EQ(parsed->method_name, "HEAD");
  EXPECT_EQ(parsed->target, "/a%20b/?q=1?2");
  EXPECT_EQ(parsed->path, "/a%20b/");
  EXPECT_EQ(parsed->query, "?q=1?2");
  EXPECT_EQ(parsed->minor_version, 1);
  EXPECT_EQ(parsed->host, "Example.org:8080");
  EXPECT_EQ(parsed->accept_encoding.first, "gzip, br");
  EXPECT_TRUE(parsed->accept_encoding.following_lines.empty());
  EXPECT_EQ(parsed->if_none_match.first, "\"a\"");
  EXPECT_EQ(parsed->if_modified_since, "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(parsed->range, "bytes=0-1");
  EXPECT_EQ(parsed->if_range, "\"b\"");
  EXPECT_EQ(parsed->origin, "http://example.org:8080");
  EXPECT_EQ(parsed->referer, "http://example.org/");
  EXPECT_EQ(parsed->sec_fetch_site, "same-origin");
  EXPECT_EQ(parsed->user_agent, "curl/8");
  EXPECT_TRUE(parsed->if_match.empty());
  EXPECT_TRUE(parsed->if_unmodified_since.empty());
  EXPECT_TRUE(parsed->keep_alive);
  EXPECT_EQ(parsed->head_bytes, parsed.bytes.size() - 4);
}

TEST(RequestParser, ViewsAreThoseOfTheLastBytesGiven) {
  const std::string bytes = head_with("User-Agent: a\r\n");
  RequestParser parser;
  {
    const std::string beginning = bytes.substr(0, bytes.size() - 3);
    ASSERT_EQ(parser.parse(beginning), ParseState::NeedMore);
  }
  ASSERT_EQ(parser.parse(bytes), ParseState::Complete);
  EXPECT_EQ(parser.request().user_agent, "a");
  EXPECT_GE(parser.request().host.data(), bytes.data());
  EXPECT_LT(parser.request().host.data(), bytes.data() + bytes.size());
}

TEST(RequestParser, IsIdleUntilARequestBegins) {
  RequestParser parser;
  EXPECT_FALSE(parser.has_begun());
  parser.parse("\r\n");
  EXPECT_FALSE(parser.has_begun());
  parser.parse("\r\nG");
  EXPECT_TRUE(parser.has_begun());
  parser.reset();
  EXPECT_FALSE(parser.has_begun());
}

TEST(RequestParser, IgnoresAFewEmptyLinesBeforeTheRequest) {
  expect_outcome("\r\n" + head_with(""), 200);
  expect_outcome("\r\n\r\n\r\n\r\n" + head_with(""), 200);
  expect_outcome("\r\n\r\n\r\n\r\n\r\n" + head_with(""), 400);
  expect_outcome("\n" + head_with(""), 400);
}

TEST(RequestParser, KeepAliveFollowsVersionAndConnection) {
  EXPECT_TRUE(Parsed(head_with(""))->keep_alive);
  EXPECT_FALSE(Parsed(head_with("Connection: close\r\n"))->keep_alive);
  EXPECT_FALSE(Parsed(head_with("Connection: keep-alive, CLOSE\r\n"))->keep_alive);
  EXPECT_FALSE(Parsed(head_with("Connection: keep-alive\r\nConnection: close\r\n"))->keep_alive);
  EXPECT_TRUE(Parsed(head_with("Connection: closed\r\n"))->keep_alive);
  EXPECT_FALSE(Parsed("GET / HTTP/1.0\r\n\r\n")->keep_alive);
  EXPECT_TRUE(Parsed("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n")->keep_alive);
}

TEST(RequestParser, LaterMinorVersionsCountAsOne) {
  EXPECT_EQ(Parsed("GET / HTTP/1.2\r\nHost: a\r\n\r\n")->minor_version, 1);
  EXPECT_EQ(Parsed("GET / HTTP/1.0\r\n\r\n")->minor_version, 0);
}

TEST(RequestParser, RefusesVersionsByKind) {
  expect_outcome("GET / HTTP/2.0\r\n", 505);
  expect_outcome("GET / HTTP/0.9\r\n", 505);
  expect_outcome("GET / HTTP/1.1 \r\n", 400);
  expect_outcome("GET / HTTP/1\r\n", 400);
  expect_outcome("GET / HTTP/11\r\n", 400);
  expect_outcome("GET / HTTP/1.1\n", 400);
  expect_outcome("GET / HTTPS/1.1\r\n", 400);
  expect_outcome("GET /\r\n", 400);
}

TEST(RequestParser, KnowsEveryMethodByItsExactName) {
  const auto method_of = [](const std::string& name) {
    return Parsed(name + (name == "CONNECT" ? " a:1" : " /") + " HTTP/1.1\r\nHost: a\r\n\r\n")->method;
  };
  EXPECT_EQ(method_of("GET"), Method::Get);
  EXPECT_EQ(method_of("OPTIONS"), Method::Options);
  EXPECT_EQ(method_of("POST"), Method::Post);
  EXPECT_EQ(method_of("PUT"), Method::Put);
  EXPECT_EQ(method_of("PATCH"), Method::Patch);
  EXPECT_EQ(method_of("DELETE"), Method::Delete);
  EXPECT_EQ(method_of("TRACE"), Method::Trace);
  EXPECT_EQ(method_of("CONNECT"), Method::Connect);
  EXPECT_EQ(method_of("get"), Method::Unknown);
  EXPECT_EQ(method_of("GETS"), Method::Unknown);
}

TEST(RequestParser, LimitsTheMethod) {
  expect_outcome(std::string(kMethodBytesMax, 'A') + " / HTTP/1.1\r\nHost: a\r\n\r\n", 200);
  expect_outcome(std::string(kMethodBytesMax + 1, 'A'), 501);
}

TEST(RequestParser, LimitsTheTarget) {
  const auto head = [](std::size_t target_bytes) {
    return "GET /" + std::string(target_bytes - 1, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n";
  };
  expect_outcome(head(kTargetBytesMax), 200);
  expect_outcome(head(kTargetBytesMax + 1), 414);
}

TEST(RequestParser, LimitsAField) {
  const auto head = [](std::size_t field_bytes) {
    return head_with("X: " + std::string(field_bytes - 3, 'a') + "\r\n");
  };
  expect_outcome(head(kFieldBytesMax), 200);
  expect_outcome(head(kFieldBytesMax + 1), 431);
  expect_outcome("GET / HTTP/1.1\r\n" + std::string(kFieldBytesMax + 1, 'a'), 431);
}

TEST(RequestParser, LimitsTheNumberOfFields) {
  const auto head = [](std::size_t other_field_count) {
    std::string lines;
    for (std::size_t i = 0; i < other_field_count; ++i) {
      lines += "X: 1\r\n";
    }
    return head_with(lines);
  };
  expect_outcome(head(kFieldCountMax - 1), 200);
  expect_outcome(head(kFieldCountMax), 431);
}

TEST(RequestParser, LimitsTheHead) {
  const std::string line = "X: " + std::string(8000 - 5, 'a') + "\r\n";
  std::string lines;
  while (lines.size() < kHeadBytesMax) {
    lines += line;
  }
  expect_outcome(head_with(lines), 431);
  EXPECT_EQ(parse_whole(head_with(lines.substr(0, lines.size() - line.size()))), 200);
}

TEST(RequestParser, SplitsTargetsByForm) {
  const Parsed absolute("GET HTTP://Example.org:81?q HTTP/1.1\r\nHost: other\r\n\r\n");
  EXPECT_EQ(absolute->target_form, TargetForm::Absolute);
  EXPECT_EQ(absolute->host, "Example.org:81");
  EXPECT_EQ(absolute->path, "/");
  EXPECT_EQ(absolute->query, "?q");
  const Parsed asterisk("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(asterisk->target_form, TargetForm::Asterisk);
  const Parsed authority("CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n");
  EXPECT_EQ(authority->target_form, TargetForm::Authority);
}

TEST(RequestParser, RefusesMalformedTargets) {
  for (const char* target : {"https://a/", "http:///", "http://", "http://user@a/", "http://a:b/", "ftp://a/",
                             "a", "*", "/#x", "/\"", "/<", "/>", "/\x7f", "/\xc3\xa9", "", "*a"}) {
    expect_outcome("GET " + std::string(target) + " HTTP/1.1\r\nHost: a\r\n\r\n", 400);
  }
  expect_outcome("OPTIONS ** HTTP/1.1\r\nHost: a\r\n\r\n", 400);
  expect_outcome("CONNECT / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
  expect_outcome("CONNECT a HTTP/1.1\r\nHost: a\r\n\r\n", 400);
}

TEST(RequestParser, AcceptsWhatBrowsersLeaveUnescapedInQueries) {
  expect_outcome("GET /?a[]={|}^`\\ HTTP/1.1\r\nHost: a\r\n\r\n", 200);
}

TEST(RequestParser, WantsOneValidHost) {
  expect_outcome("GET / HTTP/1.1\r\n\r\n", 400);
  expect_outcome("GET / HTTP/1.0\r\n\r\n", 200);
  expect_outcome("GET / HTTP/1.0\r\nHost: a/b\r\n\r\n", 400);
  expect_outcome("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400);
  expect_outcome("GET / HTTP/1.1\r\nHost: user@a\r\n\r\n", 400);
}

TEST(RequestParser, FramesBodies) {
  EXPECT_EQ(Parsed(head_with(""))->framing, Framing::None);
  EXPECT_FALSE(Parsed(head_with(""))->has_body());
  EXPECT_FALSE(Parsed(head_with("Content-Length: 0\r\n"))->has_body());
  EXPECT_EQ(Parsed(head_with("Content-Length: 18446744073709551615\r\n"))->content_length, UINT64_MAX);
  EXPECT_EQ(Parsed(head_with("Transfer-Encoding: chunked\r\n"))->framing, Framing::Chunked);
}

TEST(RequestParser, RefusesDoubtfulFraming) {
  for (const char* lines :
       {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked, chunked\r\n", "Transfer-Encoding: chunked,\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n", "Content-Length: +5\r\n",
        "Content-Length: 5 \r\nContent-Length: 5\r\n", "Content-Length: 18446744073709551616\r\n"}) {
    expect_outcome(head_with(lines), 400);
  }
  expect_outcome(head_with("Transfer-Encoding: gzip\r\n"), 501);
  expect_outcome(head_with("Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"), 501);
}

TEST(RequestParser, ReadsExpectations) {
  EXPECT_EQ(Parsed(head_with("Expect: 100-Continue\r\n"))->expectation, Expectation::Continue);
  EXPECT_EQ(Parsed(head_with("Expect: 100-continue, x\r\n"))->expectation, Expectation::Unknown);
  EXPECT_EQ(Parsed(head_with("Expect: x\r\nExpect: 100-continue\r\n"))->expectation, Expectation::Unknown);
  EXPECT_EQ(Parsed("GET / HTTP/1.0\r\nExpect: x\r\n\r\n")->expectation, Expectation::None);
}

TEST(RequestParser, UpgradeCountsOnlyWhenConnectionNamesIt) {
  EXPECT_EQ(Parsed(head_with("Upgrade: websocket\r\n"))->upgrade, "");
  EXPECT_EQ(Parsed(head_with("Upgrade: websocket\r\nConnection: Upgrade\r\n"))->upgrade, "websocket");
}

TEST(RequestParser, KeepsEveryLineOfAList) {
  const Parsed parsed(head_with("If-None-Match: \"a\"\r\nX: 1\r\nif-none-match: \"b\"\r\n"));
  EXPECT_EQ(parsed->if_none_match.first, "\"a\"");
  EXPECT_EQ(parsed->if_none_match.following_lines, "X: 1\r\nif-none-match: \"b\"\r\n");
}

TEST(RequestParser, RepeatedSingletonFitsNoGrammar) {
  EXPECT_EQ(Parsed(head_with("Range: bytes=0-1\r\nRange: bytes=2-3\r\n"))->range, kRepeatedField);
}

TEST(RequestParser, RefusesWithTheFirstWrongByte) {
  const auto bytes_until_refusal = [](std::string_view bytes) { return parse_byte_by_byte(bytes).second; };
  EXPECT_EQ(bytes_until_refusal("\x16\x03\x01"), 1U);
  EXPECT_EQ(bytes_until_refusal(" GET / HTTP/1.1\r\n"), 1U);
  EXPECT_EQ(bytes_until_refusal("GET /\r\n"), 6U);
  EXPECT_EQ(bytes_until_refusal("GET index.html HTTP/1.1\r\n"), 5U);
  EXPECT_EQ(bytes_until_refusal("GET / HTTP/1.1\rHost: a\r"), 16U);
  EXPECT_EQ(bytes_until_refusal("GET / HTTP/1.1\r\nHost : a\r\n"), 21U);
  EXPECT_EQ(bytes_until_refusal("GET / HTTP/1.1\r\n X: a\r\n"), 17U);
  EXPECT_EQ(bytes_until_refusal("GET / HTTP/1.1\r\nHost: a\nb"), 24U);
}

TEST(RequestParser, StopsAtTheEndOfItsHead) {
  const std::string two = head_with("") + "GET /second HTTP/1.1\r\nHost: a\r\n\r\n";
  RequestParser parser;
  ASSERT_EQ(parser.parse(two), ParseState::Complete);
  const std::size_t first_bytes = parser.request().head_bytes;
  EXPECT_EQ(parser.request().path, "/");
  parser.reset();
  ASSERT_EQ(parser.parse(std::string_view(two).substr(first_bytes)), ParseState::Complete);
  EXPECT_EQ(parser.request().path, "/second");
}

TEST(RequestParser, EveryControlByteInAValueIsRefused) {
  for (int byte = 0; byte < 256; ++byte) {
    for (const std::size_t prefix_bytes : {0, 1, 3, 7, 8, 15}) {
      const std::string value = std::string(prefix_bytes, 'v') + static_cast<char>(byte) + "0123456789";
      const bool is_allowed = byte == '\t' || (byte >= 0x20 && byte != 0x7F);
      EXPECT_EQ(parse_whole(head_with("X: " + value + "\r\n")), is_allowed ? 200 : 400) << byte;
    }
  }
}

/// Heads with random damage: however the bytes arrive, the outcome is the same, and no byte beyond them is
/// read.
TEST(RequestParser, DamagedHeadsHaveOneOutcome) {
  const std::string original =
      "POST http://a:1/b%20c/../?d HTTP/1.1\r\nHost: a:1\r\nTransfer-Encoding: gzip, chunked\r\nConnection: "
      "close\r\n"
      "Expect: 100-continue\r\nIf-None-Match: \"x\"\r\nif-none-match: W/\"y\"\r\nRange: bytes=0-1,2-\r\n\r\n";
  constexpr std::string_view kDamage(
      "\r\n\0 \t:,;*/%\"\x7F\x80"
      "ACGT0159",
      22);
  std::mt19937 random(9112);
  int rejected_count = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = original;
    for (std::size_t edits = 1 + random() % 3; edits > 0; --edits) {
      const std::size_t position = random() % bytes.size();
      const std::size_t replaced_bytes = random() % 3;
      bytes.replace(position, replaced_bytes, random() % 4, kDamage[random() % kDamage.size()]);
    }
    const int whole = parse_whole(bytes);
    ASSERT_EQ(parse_byte_by_byte(bytes).first, whole) << testing::PrintToString(bytes);
    rejected_count += whole >= 400 ? 1 : 0;
  }
  EXPECT_GT(rejected_count, 1000);
}

}  // namespace
}  // namespace loom::http
