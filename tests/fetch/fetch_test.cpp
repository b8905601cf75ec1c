#include "fetch/fetch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fetch/limits.h"
#include "support/one_shot_server.h"

namespace loom::fetch {
namespace {

using support::http_answer;
using support::OneShotServer;
using testing::HasSubstr;
using testing::StartsWith;

std::string error_of(const base::Result<std::string>& result) {
  return result ? "no error: " + *result : result.error().message();
}

TEST(Fetch, GivesTheBodyOfAnAnswer) {
  OneShotServer server({http_answer("200 OK", "data\n")});
  const auto body = fetch({server.url("/d.json?x=1"), false, "", {"Accept: application/json"}});
  ASSERT_TRUE(body) << body.error().message();
  EXPECT_EQ(*body, "data\n");
  const auto requests = server.take_requests();
  EXPECT_THAT(requests.front(), StartsWith("GET /d.json?x=1 HTTP/1.1\r\n"));
  EXPECT_THAT(requests.front(), HasSubstr("\r\nAccept: application/json\r\n"));
}

TEST(Fetch, SendsTheBodyOfAPost) {
  OneShotServer server({http_answer("200 OK", "made")});
  EXPECT_EQ(*fetch({server.url(), true, "a=1&b", {"Content-Type: text/x"}}), "made");
  const auto requests = server.take_requests();
  EXPECT_THAT(requests.front(), StartsWith("POST / HTTP/1.1\r\n"));
  EXPECT_THAT(requests.front(), HasSubstr("\r\nContent-Type: text/x\r\n"));
  EXPECT_TRUE(requests.front().ends_with("\r\n\r\na=1&b"));
}

TEST(Fetch, FollowsRedirectsOfTheWebOnly) {
  OneShotServer target({http_answer("200 OK", "there")});
  OneShotServer server({http_answer("302 Found", "", "Location: " + target.url() + "\r\n")});
  EXPECT_EQ(*fetch({server.url()}), "there");
  OneShotServer evil({http_answer("302 Found", "", "Location: file:///etc/hostname\r\n")});
  EXPECT_THAT(error_of(fetch({evil.url()})), StartsWith(evil.url() + ": "));
}

TEST(Fetch, AnErrorNamesTheAddressAndTheReason) {
  OneShotServer server({http_answer("404 Not Found", "nothing here")});
  EXPECT_EQ(error_of(fetch({server.url("/x")})), server.url("/x") + ": status 404");
  EXPECT_EQ(error_of(fetch({"file:///etc/hostname"})),
            "file:///etc/hostname: only http:// and https:// are fetched");
  EXPECT_EQ(error_of(fetch({"httpx"})), "httpx: only http:// and https:// are fetched");
  OneShotServer cut({"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"});
  EXPECT_THAT(error_of(fetch({cut.url()})), StartsWith(cut.url() + ": "));
}

TEST(Fetch, AnAnswerThatIsTooLargeIsRefused) {
  OneShotServer server({http_answer("200 OK", std::string(kAnswerBytesMax + 1, 'x'))});
  EXPECT_EQ(error_of(fetch({server.url()})), server.url() + ": the answer is larger than 32 MiB");
}

}  // namespace
}  // namespace loom::fetch
