#include "http/request_target.h"

#include <gtest/gtest.h>

namespace loom::http {
namespace {

Request with_target(Method method, std::string_view target) {
  Request request;
  request.method = method;
  request.target = target;
  return request;
}

TEST(RequestTarget, MethodsAreCaseSensitive) {
  EXPECT_EQ(find_method("GET"), Method::Get);
  EXPECT_EQ(find_method("DELETE"), Method::Delete);
  EXPECT_EQ(find_method("Get"), Method::Unknown);
  EXPECT_EQ(find_method(""), Method::Unknown);
}

TEST(RequestTarget, WrongBeginningsAreKnownEarly) {
  EXPECT_TRUE(can_begin_target("/", Method::Get));
  EXPECT_TRUE(can_begin_target("*", Method::Get));
  EXPECT_TRUE(can_begin_target("h", Method::Get));
  EXPECT_TRUE(can_begin_target("http://a", Method::Get));
  EXPECT_TRUE(can_begin_target("a:1", Method::Connect));
  EXPECT_FALSE(can_begin_target("ht*", Method::Get));
  EXPECT_FALSE(can_begin_target("https", Method::Get));
  EXPECT_FALSE(can_begin_target("**", Method::Get));
  EXPECT_FALSE(can_begin_target("/", Method::Connect));
}

TEST(RequestTarget, QueryBeginsAtTheFirstQuestionMark) {
  Request request = with_target(Method::Get, "/a?b?c");
  ASSERT_TRUE(split_target(request));
  EXPECT_EQ(request.path, "/a");
  EXPECT_EQ(request.query, "?b?c");
}

TEST(RequestTarget, AuthorityWinsInAbsoluteForm) {
  Request request = with_target(Method::Get, "http://a:1/b");
  request.host = "other";
  ASSERT_TRUE(split_target(request));
  EXPECT_EQ(request.host, "a:1");
  EXPECT_EQ(request.path, "/b");
  EXPECT_TRUE(request.query.empty());
}

TEST(RequestTarget, RefusesFormsThatDoNotFit) {
  for (const char* target : {"http://", "http:///a", "http://a b/", "*"}) {
    Request request = with_target(Method::Get, target);
    EXPECT_FALSE(split_target(request)) << target;
  }
  Request without_port = with_target(Method::Connect, "a");
  EXPECT_FALSE(split_target(without_port));
  Request asterisk = with_target(Method::Options, "*");
  EXPECT_TRUE(split_target(asterisk));
}

}  // namespace
}  // namespace loom::http
