#include "server/respond.h"

#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

#include "http/request_parser.h"
#include "support/served_site.h"

namespace loom::server {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kPage = "<p>front page</p>";
constexpr std::string_view kText = "0123456789";

base::UnixTime at(std::int64_t seconds) {
  return base::UnixTime(std::chrono::seconds(seconds));
}

/// What a client sees of a response; owns everything, so that it outlives request and snapshot.
struct Seen {
  int status = 0;
  std::string fields;
  std::string body;
  bool close = false;

  /// The values of a field joined by "|", "" when absent.
  std::string field(const std::string& name) const {
    std::string values;
    std::size_t begin = 0;
    while (begin < fields.size()) {
      const std::string line = fields.substr(begin, fields.find("\r\n", begin) - begin);
      begin += line.size() + 2;
      if (line.starts_with(name + ": ")) {
        values += (values.empty() ? "" : "|") + line.substr(name.size() + 2);
      }
    }
    return values;
  }
};

Seen see(const Response& response) {
  Seen seen{response.status, std::string(response.fields) + std::string(response.extra_fields.text()), "",
            response.close};
  EXPECT_EQ(response.status_line.substr(0, 13), "HTTP/1.1 " + std::to_string(response.status) + " ");
  for (const BodyPart& part : response.parts()) {
    seen.body += part.file != nullptr ? "<file " + std::to_string(part.file_offset_bytes) + "+" +
                                            std::to_string(part.file_length_bytes) + ">"
                                      : std::string(part.bytes);
  }
  return seen;
}

class Respond : public testing::Test {
 protected:
  Respond() : site(test::make_site_builder()) {
    site.set("/", test::make_resource({.body = std::string(kPage),
                                       .gzip_body = "gzipped",
                                       .brotli_body = "brotli",
                                       .last_modified = at(1000000000)}));
    site.set("/text.txt", test::make_resource({.media_type = "text/plain", .body = std::string(kText)}));
    site.set("/docs/", test::make_resource({.body = "docs"}));
    site.set("/docs/d\xC3\xA9j\xC3\xA0 vu/", test::make_resource({.body = "again"}));
    auto moved = test::make_resource({.body = "moved"});
    moved->redirect = snapshot::Redirect{301, "/docs/"};
    site.set("/old/", moved);
  }

  /// `head` without the version, Host and empty line: "GET /", then field lines.
  Seen ask(const std::string& request_line, const std::string& field_lines = "") {
    return ask_bytes(request_line + " HTTP/1.1\r\nHost: localhost:8080\r\n" + field_lines + "\r\n");
  }

  Seen ask_bytes(const std::string& bytes) {
    if (snapshot == nullptr) {
      snapshot = site.build();
    }
    http::RequestParser parser;
    EXPECT_EQ(parser.parse(bytes), http::ParseState::Complete) << bytes;
    return see(respond(parser.request(), *snapshot, options));
  }

  snapshot::SnapshotBuilder site;
  std::shared_ptr<const snapshot::Snapshot> snapshot;
  RespondOptions options;
};

TEST_F(Respond, SendsAPage) {
  const Seen seen = ask("GET /");
  EXPECT_EQ(seen.status, 200);
  EXPECT_EQ(seen.body, kPage);
  EXPECT_EQ(seen.field("Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(seen.field("Content-Length"), std::to_string(kPage.size()));
  EXPECT_EQ(seen.field("Vary"), "Accept-Encoding");
  EXPECT_EQ(seen.field("X-Content-Type-Options"), "nosniff");
  EXPECT_FALSE(seen.close);
}

TEST_F(Respond, HeadHasTheFieldsOfGetAndNoBody) {
  const Seen get = ask("GET /", "Accept-Encoding: br\r\n");
  const Seen head = ask("HEAD /", "Accept-Encoding: br\r\n");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.fields, get.fields);
  EXPECT_EQ(head.body, "");
  EXPECT_EQ(ask("HEAD /none").fields, ask("GET /none").fields);
  EXPECT_EQ(ask("HEAD /none").body, "");
  EXPECT_EQ(ask("HEAD /%zz").body, "");
  EXPECT_EQ(ask("HEAD /old/").body, "");
}

TEST_F(Respond, HeadIgnoresRange) {
  const Seen seen = ask("HEAD /text.txt", "Range: bytes=0-1\r\n");
  EXPECT_EQ(seen.status, 200);
  EXPECT_EQ(seen.field("Content-Length"), "10");
}

TEST_F(Respond, NegotiatesTheCoding) {
  const auto body = [&](const std::string& value) {
    return ask("GET /", "Accept-Encoding: " + value + "\r\n").body;
  };
  EXPECT_EQ(body("gzip, deflate, br, zstd"), "brotli");
  EXPECT_EQ(body("gzip, deflate"), "gzipped");
  EXPECT_EQ(body("br;q=0.5, gzip"), "gzipped");
  EXPECT_EQ(body("br;q=0.5, gzip;q=0.5"), "brotli");
  EXPECT_EQ(body("gzip;q=0, br;q=0"), kPage);
  EXPECT_EQ(body("identity, gzip;q=0.9"), kPage);
  EXPECT_EQ(body("identity, gzip"), "gzipped");
  EXPECT_EQ(body("*"), "brotli");
  EXPECT_EQ(body(""), kPage);
  EXPECT_EQ(ask("GET /", "Accept-Encoding: gzip;q=0\r\nAccept-Encoding: br\r\n").body, "brotli");
  EXPECT_EQ(ask("GET /", "Accept-Encoding: br\r\n").field("Content-Encoding"), "br");
}

TEST_F(Respond, RefusesWhenNoCodingIsAcceptable) {
  EXPECT_EQ(ask("GET /text.txt", "Accept-Encoding: gzip, identity;q=0\r\n").status, 406);
  EXPECT_EQ(ask("GET /text.txt", "Accept-Encoding: *;q=0\r\n").status, 406);
  EXPECT_EQ(ask("GET /", "Accept-Encoding: gzip, identity;q=0\r\n").body, "gzipped");
}

TEST_F(Respond, EachCodingHasItsOwnTag) {
  const std::string identity = ask("GET /").field("ETag");
  const std::string brotli = ask("GET /", "Accept-Encoding: br\r\n").field("ETag");
  EXPECT_NE(identity, brotli);
  EXPECT_EQ(ask("GET /", "If-None-Match: " + identity + "\r\n").status, 304);
  EXPECT_EQ(ask("GET /", "If-None-Match: " + brotli + "\r\n").status, 200);
  EXPECT_EQ(ask("GET /", "Accept-Encoding: br\r\nIf-None-Match: " + brotli + "\r\n").status, 304);
}

TEST_F(Respond, NotModifiedHasValidatorsAndVaryButNoContent) {
  const Seen seen = ask("GET /", "If-None-Match: *\r\n");
  EXPECT_EQ(seen.status, 304);
  EXPECT_EQ(seen.body, "");
  EXPECT_EQ(seen.field("ETag"), ask("GET /").field("ETag"));
  EXPECT_EQ(seen.field("Vary"), "Accept-Encoding");
  EXPECT_EQ(seen.field("Cache-Control"), "no-cache");
  EXPECT_EQ(seen.field("Last-Modified"), "Sun, 09 Sep 2001 01:46:40 GMT");
  EXPECT_EQ(seen.field("Content-Length"), "");
  EXPECT_EQ(seen.field("Content-Type"), "");
}

TEST_F(Respond, FailedPreconditionIsRefused) {
  EXPECT_EQ(ask("GET /", "If-Match: \"other\"\r\n").status, 412);
  EXPECT_EQ(ask("GET /", "If-Unmodified-Since: Sun, 09 Sep 2001 01:46:39 GMT\r\n").status, 412);
  EXPECT_EQ(ask("GET /none", "If-Match: \"other\"\r\n").status, 404);
}

TEST_F(Respond, UnknownPathGetsTheSitesPage) {
  const Seen seen = ask("GET /none");
  EXPECT_EQ(seen.status, 404);
  EXPECT_EQ(seen.body, "nothing here");
  EXPECT_EQ(ask("GET /none", "If-None-Match: *\r\n").status, 404);
  EXPECT_EQ(ask("GET /none", "Range: bytes=0-1\r\n").body, "nothing here");
}

TEST_F(Respond, FolderWithoutSlashIsRedirected) {
  const Seen seen = ask("GET /docs?a=b&c");
  EXPECT_EQ(seen.status, 301);
  EXPECT_EQ(seen.field("Location"), "/docs/?a=b&c");
  EXPECT_EQ(seen.field("Content-Length"), "0");
  EXPECT_EQ(ask("GET /./docs").field("Location"), "/docs/");
  EXPECT_EQ(ask("GET /docs/d%C3%A9j%c3%a0%20vu").field("Location"), "/docs/d%C3%A9j%C3%A0%20vu/");
}

TEST_F(Respond, NoLocationNamesAnotherHost) {
  for (const char* target : {"//docs", "//evil.example/../docs", "//evil.example/%2e%2e", "/%2fevil.example/",
                             "/\\evil.example", "//docs/", "/.//docs", "/x/..//docs"}) {
    const Seen seen = ask("GET " + std::string(target));
    EXPECT_EQ(seen.status, 404) << target;
    EXPECT_EQ(seen.field("Location"), "") << target;
  }
}

TEST_F(Respond, IndexNameIsItsFolder) {
  EXPECT_EQ(ask("GET /index.html").body, kPage);
  EXPECT_EQ(ask("GET /docs/index.html").body, "docs");
  EXPECT_EQ(ask("GET /docsindex.html").status, 404);
  EXPECT_EQ(ask("GET /text.txt/index.html").status, 404);
}

TEST_F(Respond, PathsAreDecodedOnce) {
  EXPECT_EQ(ask("GET /docs/d%C3%A9j%C3%A0%20vu/").body, "again");
  EXPECT_EQ(ask("GET /t%65xt.txt").body, kText);
  EXPECT_EQ(ask("GET /t%2565xt.txt").status, 404);
  EXPECT_EQ(ask("GET /docs%2F").status, 404);
  EXPECT_EQ(ask("GET /%ff").status, 404);
  EXPECT_EQ(ask("GET /%").status, 400);
  EXPECT_EQ(ask("GET /text.txt%00").status, 400);
}

TEST_F(Respond, QueryDoesNotChooseThePage) {
  EXPECT_EQ(ask("GET /?x=/none").body, kPage);
}

TEST_F(Respond, ConfiguredRedirectHasItsPage) {
  const Seen seen = ask("GET /old/");
  EXPECT_EQ(seen.status, 301);
  EXPECT_EQ(seen.field("Location"), "/docs/");
  EXPECT_EQ(seen.body, "moved");
}

TEST_F(Respond, ConfiguredLocationIsAlwaysAFieldValue) {
  auto moved = test::make_resource({.body = "moved"});
  moved->redirect = snapshot::Redirect{302, "/caf\xC3\xA9?a=b#c\r\nX: y"};
  site.set("/odd/", moved);
  const Seen seen = ask("GET /odd/");
  EXPECT_EQ(seen.status, 302);
  EXPECT_EQ(seen.field("Location"), "/caf%C3%A9?a=b#c%0D%0AX:%20y");
}

TEST_F(Respond, MountPathIsWhereTheSiteBegins) {
  site.set_mount_path("/blog/");
  EXPECT_EQ(ask("GET /blog/").body, kPage);
  EXPECT_EQ(ask("GET /blog/text.txt").body, kText);
  EXPECT_EQ(ask("GET /").field("Location"), "/blog/");
  EXPECT_EQ(ask("GET /").status, 302);
  EXPECT_EQ(ask("GET /blog?q").field("Location"), "/blog/?q");
  EXPECT_EQ(ask("GET /blog/docs").field("Location"), "/blog/docs/");
  EXPECT_EQ(ask("GET /text.txt").status, 404);
  EXPECT_EQ(ask("GET /blogger/").status, 404);
}

TEST_F(Respond, NoMountPathNamesAnotherHost) {
  site.set_mount_path("//evil.example/");
  EXPECT_EQ(ask("GET /").field("Location"), "/evil.example/");
  EXPECT_EQ(ask("GET //evil.example").field("Location"), "/evil.example/");
}

TEST_F(Respond, OptionsNamesTheMethods) {
  for (const char* line : {"OPTIONS /", "OPTIONS *", "OPTIONS /none"}) {
    const Seen seen = ask(line);
    EXPECT_EQ(seen.status, 204) << line;
    EXPECT_EQ(seen.field("Allow"), "GET, HEAD, OPTIONS");
    EXPECT_EQ(seen.body, "");
    EXPECT_EQ(seen.field("Content-Length"), "");
  }
}

TEST_F(Respond, OtherMethodsAreNotAllowed) {
  for (const char* method : {"POST", "PUT", "PATCH", "DELETE", "TRACE"}) {
    const Seen seen = ask(std::string(method) + " /");
    EXPECT_EQ(seen.status, 405) << method;
    EXPECT_EQ(seen.field("Allow"), "GET, HEAD, OPTIONS");
    EXPECT_FALSE(seen.close);
  }
  EXPECT_EQ(ask("CONNECT localhost:80").status, 405);
  EXPECT_TRUE(ask("CONNECT localhost:80").close);
  EXPECT_EQ(ask("BREW /").status, 501);
}

TEST_F(Respond, UnknownExpectationIsRefused) {
  EXPECT_EQ(ask("GET /", "Expect: magic\r\n").status, 417);
  EXPECT_EQ(ask("GET /", "Expect: 100-continue\r\n").status, 200);
}

TEST_F(Respond, WebSocketsAreNotSpoken) {
  const Seen seen = ask("GET /", "Connection: Upgrade\r\nUpgrade: websocket\r\n");
  EXPECT_EQ(seen.status, 426);
  EXPECT_EQ(seen.field("Upgrade"), "HTTP/1.1");
  EXPECT_EQ(ask("GET /", "Connection: Upgrade\r\nUpgrade: h2c\r\n").status, 200);
}

TEST_F(Respond, SendsOneRange) {
  const Seen seen = ask("GET /text.txt", "Range: bytes=2-4\r\n");
  EXPECT_EQ(seen.status, 206);
  EXPECT_EQ(seen.body, "234");
  EXPECT_EQ(seen.field("Content-Range"), "bytes 2-4/10");
  EXPECT_EQ(seen.field("Content-Length"), "3");
  EXPECT_EQ(seen.field("Content-Type"), "text/plain");
  EXPECT_EQ(seen.field("ETag"), ask("GET /text.txt").field("ETag"));
}

TEST_F(Respond, RangesComeFromTheIdentityAndStillVary) {
  const Seen seen = ask("GET /", "Accept-Encoding: br\r\nRange: bytes=0-2\r\n");
  EXPECT_EQ(seen.status, 206);
  EXPECT_EQ(seen.body, "<p>");
  EXPECT_EQ(seen.field("Vary"), "Accept-Encoding");
  EXPECT_EQ(seen.field("Content-Encoding"), "");
}

TEST_F(Respond, SendsSeveralRangesAsMultipart) {
  const Seen seen = ask("GET /text.txt", "Range: bytes=0-1,5-5, -1\r\n");
  EXPECT_EQ(seen.status, 206);
  const std::string type = seen.field("Content-Type");
  ASSERT_THAT(type, testing::StartsWith("multipart/byteranges; boundary="));
  const std::string boundary = type.substr(type.find('=') + 1);
  const auto part = [&](const std::string& range, const std::string& bytes) {
    return "--" + boundary + "\r\nContent-Type: text/plain\r\nContent-Range: bytes " + range + "/10\r\n\r\n" +
           bytes + "\r\n";
  };
  EXPECT_EQ(seen.body, part("0-1", "01") + part("5-5", "5") + part("9-9", "9") + "--" + boundary + "--\r\n");
  EXPECT_EQ(seen.field("Content-Length"), std::to_string(seen.body.size()));
  EXPECT_EQ(seen.field("Content-Range"), "");
}

TEST_F(Respond, UnsatisfiableRangeTellsTheSize) {
  const Seen seen = ask("GET /text.txt", "Range: bytes=10-\r\n");
  EXPECT_EQ(seen.status, 416);
  EXPECT_EQ(seen.field("Content-Range"), "bytes */10");
}

TEST_F(Respond, RangeCountsOnlyWhileTheClientsPartIsCurrent) {
  const std::string etag = ask("GET /").field("ETag");
  EXPECT_EQ(ask("GET /", "Range: bytes=0-0\r\nIf-Range: " + etag + "\r\n").status, 206);
  EXPECT_EQ(ask("GET /", "Range: bytes=0-0\r\nIf-Range: \"old\"\r\n").status, 200);
  EXPECT_EQ(ask("GET /", "Range: bytes=0-0\r\nIf-Range: W/" + etag + "\r\n").status, 200);
  EXPECT_EQ(ask("GET /", "Range: bytes=99-\r\nIf-Range: \"old\"\r\n").status, 200);
  EXPECT_EQ(ask("GET /", "Range: bytes=0-0\r\nIf-None-Match: " + etag + "\r\n").status, 304);
}

TEST_F(Respond, LargeFilesAreSentByDescriptor) {
  auto resource = test::make_resource({.media_type = "video/mp4"});
  auto file = std::make_shared<snapshot::LargeFile>();
  file->stamp.size_bytes = 5'000'000'000;
  resource->file = file;
  auto identity = std::make_unique<snapshot::Representation>(resource->identity());
  identity->body = nullptr;
  resource->representations[0] = std::move(identity);
  site.set("/film.mp4", resource);
  EXPECT_EQ(ask("GET /film.mp4").body, "<file 0+5000000000>");
  EXPECT_EQ(ask("HEAD /film.mp4").body, "");
  EXPECT_EQ(ask("GET /film.mp4", "Range: bytes=4294967296-4294967299\r\n").body, "<file 4294967296+4>");
  EXPECT_THAT(ask("GET /film.mp4", "Range: bytes=0-0,-1\r\n").body,
              testing::AllOf(HasSubstr("<file 0+1>"), HasSubstr("<file 4999999999+1>")));
}

TEST_F(Respond, ClosesWhenTheClientAsksForIt) {
  EXPECT_TRUE(ask("GET /", "Connection: close\r\n").close);
  EXPECT_TRUE(ask("GET /none", "Connection: close\r\n").close);
  EXPECT_TRUE(ask("POST /", "Connection: close\r\n").close);
  EXPECT_TRUE(ask_bytes("GET / HTTP/1.0\r\n\r\n").close);
  EXPECT_FALSE(ask("GET /%zz").close);
}

TEST_F(Respond, ClosesWhenTheBodyStaysUnread) {
  options.body_is_unread = true;
  EXPECT_TRUE(ask("GET /", "Content-Length: 5\r\n").close);
  EXPECT_EQ(ask("GET /", "Content-Length: 5\r\n").status, 200);
  EXPECT_EQ(ask("GET /", "Content-Length: 1000000000000\r\n").status, 413);
  EXPECT_EQ(ask("POST /", "Content-Length: 1000000000000\r\n").status, 405);
  EXPECT_TRUE(ask("POST /", "Content-Length: 1000000000000\r\n").close);
}

TEST_F(Respond, ProductionAnswersAnyHost) {
  EXPECT_EQ(ask_bytes("GET / HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://other\r\n\r\n").status, 200);
}

TEST_F(Respond, PreviewAnswersOnlyItsOwnHosts) {
  const std::vector<std::string> allowed{"mybox.lan", ".dev.example"};
  options.preview = true;
  options.bound_name = "studio";
  options.allowed_hosts = allowed;
  const auto status = [&](const std::string& host) {
    return ask_bytes("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status;
  };
  for (const char* host :
       {"localhost", "LOCALHOST:8080", "localhost.", "a.localhost", "127.0.0.1:8080", "192.168.1.2",
        "[::1]:80", "studio:1", "mybox.lan", "dev.example", "a.dev.example"}) {
    EXPECT_EQ(status(host), 200) << host;
  }
  for (const char* host : {"evil.example", "localhost.evil.example", "evillocalhost",
                           "127.0.0.1.evil.example", "a.mybox.lan", "evildev.example", "studio.evil"}) {
    EXPECT_EQ(status(host), 403) << host;
  }
  EXPECT_EQ(ask_bytes("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 403);
  EXPECT_EQ(ask_bytes("POST / HTTP/1.1\r\nHost: evil.example\r\n\r\n").status, 403);
  EXPECT_EQ(ask_bytes("GET / HTTP/1.0\r\n\r\n").status, 200);
}

TEST_F(Respond, PreviewRefusesForeignOrigins) {
  options.preview = true;
  const auto status = [&](const std::string& origin) {
    return ask("GET /", "Origin: " + origin + "\r\n").status;
  };
  EXPECT_EQ(status("http://localhost:8080"), 200);
  for (const char* origin : {"null", "http://localhost", "http://localhost:8081", "http://evil.example",
                             "localhost:8080", "http://localhost:8080/"}) {
    EXPECT_EQ(status(origin), 403) << origin;
  }
}

TEST_F(Respond, PreviewKeepsOtherSitesFromEmbedding) {
  EXPECT_EQ(ask("GET /").field("Cross-Origin-Resource-Policy"), "");
  options.preview = true;
  EXPECT_EQ(ask("GET /").field("Cross-Origin-Resource-Policy"), "same-origin");
}

TEST_F(Respond, PointsAtTheOwnerOfBorrowedBytesOnly) {
  snapshot = site.build();
  const std::string page = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  const std::string folder = "GET /docs HTTP/1.1\r\nHost: a\r\n\r\n";
  http::RequestParser parser;
  ASSERT_EQ(parser.parse(page), http::ParseState::Complete);
  const Response hit = respond(parser.request(), *snapshot, options);
  EXPECT_EQ(hit.resource, snapshot->find("/"));
  EXPECT_EQ(hit.body.bytes.data(), (*snapshot->find("/"))->identity().body->data());
  parser.reset();
  ASSERT_EQ(parser.parse(folder), http::ParseState::Complete);
  EXPECT_EQ(respond(parser.request(), *snapshot, options).resource, nullptr);
}

TEST(Refuse, IsAWholeAnswerThatCloses) {
  for (const int status : {400, 403, 405, 408, 413, 414, 416, 431, 500, 501, 503, 505}) {
    const Response response = refuse(status);
    EXPECT_TRUE(response.close);
    EXPECT_EQ(response.resource, nullptr);
    const Seen seen = see(response);
    EXPECT_EQ(seen.field("Content-Length"), std::to_string(seen.body.size()));
    EXPECT_THAT(seen.body, HasSubstr(std::to_string(status)));
  }
}

TEST(AnswersBeforeBody, OnlyWhenTheBodyWouldNotBeTaken) {
  const auto answers = [](const std::string& line, const std::string& field_lines, bool has_begun = false) {
    const std::string bytes = line + " HTTP/1.1\r\nHost: a\r\n" + field_lines + "\r\n";
    http::RequestParser parser;
    EXPECT_EQ(parser.parse(bytes), http::ParseState::Complete);
    return answers_before_body(parser.request(), has_begun);
  };
  EXPECT_FALSE(answers("GET /", ""));
  EXPECT_FALSE(answers("POST /", ""));
  EXPECT_FALSE(answers("GET /", "Content-Length: 65536\r\n"));
  EXPECT_FALSE(answers("GET /", "Transfer-Encoding: chunked\r\n"));
  EXPECT_TRUE(answers("GET /", "Content-Length: 65537\r\n"));
  EXPECT_TRUE(answers("GET /", "Content-Length: 5\r\nExpect: 100-continue\r\n"));
  EXPECT_FALSE(answers("GET /", "Content-Length: 5\r\nExpect: 100-continue\r\n", true));
  EXPECT_TRUE(answers("POST /", "Content-Length: 5\r\n"));
}

}  // namespace
}  // namespace loom::server
