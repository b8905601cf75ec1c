#include "markdown/autolink.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace loom::markdown {
namespace {

/// The links of `text`, each as the URL it leads to.
std::vector<std::string> urls(std::string_view text) {
  std::vector<std::string> found;
  AutolinkFinder finder(text);
  while (const auto link = finder.next()) {
    found.push_back(std::string(link->url_prefix()) +
                    std::string(text.substr(link->begin, link->end - link->begin)));
  }
  return found;
}

using Urls = std::vector<std::string>;

TEST(Autolink, FindsUrlsWithTheirSchemes) {
  EXPECT_EQ(urls("see http://a.b/c?d=e#f and https://x.y"), (Urls{"http://a.b/c?d=e#f", "https://x.y"}));
  EXPECT_EQ(urls("FTP://a.b/ HTTPS://LOCALHOST"), (Urls{"FTP://a.b/", "HTTPS://LOCALHOST"}));
  EXPECT_EQ(urls("http://localhost:8080/x"), (Urls{"http://localhost:8080/x"}));
  EXPECT_EQ(urls("http://b\u00fccher.example/\u00e9"), (Urls{"http://b\u00fccher.example/\u00e9"}));
}

TEST(Autolink, LeavesOtherSchemesAndIncompleteUrls) {
  for (const char* text : {"", ":", "://", "http://", "http:// x", "http:/a.b", "javascript://a.b",
                           "xhttp://a.b", "http", "a:b", "http://_a.b", "http://a_b.c", "http://a.b_c"}) {
    EXPECT_EQ(urls(text), Urls{}) << text;
  }
}

TEST(Autolink, FindsWwwAtTheStartOfAWord) {
  EXPECT_EQ(urls("www.a.b (www.c.d/e) *www.f.g"),
            (Urls{"http://www.a.b", "http://www.c.d/e", "http://www.f.g"}));
  EXPECT_EQ(urls("xwww.a.b /www.a.b www www. www"), Urls{});
}

TEST(Autolink, LeavesPunctuationAfterTheUrlOutside) {
  EXPECT_EQ(urls("http://a.b. http://c.d/?! \"http://e.f\" http://g.h/_*"),
            (Urls{"http://a.b", "http://c.d/", "http://e.f", "http://g.h/"}));
  EXPECT_EQ(urls("http://a.b<c"), (Urls{"http://a.b"}));
}

TEST(Autolink, KeepsBalancedParenthesesInside) {
  EXPECT_EQ(urls("(http://a.b/c_(d)) http://a.b/c_(d)"), (Urls{"http://a.b/c_(d)", "http://a.b/c_(d)"}));
  EXPECT_EQ(urls("http://a.b/())))"), (Urls{"http://a.b/()"}));
}

TEST(Autolink, LeavesATrailingReferenceOutside) {
  EXPECT_EQ(urls("http://a.b/?c=d&copy;"), (Urls{"http://a.b/?c=d"}));
  EXPECT_EQ(urls("http://a.b/?c=d;"), (Urls{"http://a.b/?c=d"}));
}

TEST(Autolink, FindsMailAddresses) {
  EXPECT_EQ(urls("a.b-c_d+e@f-g.h.i, x@y.z."), (Urls{"mailto:a.b-c_d+e@f-g.h.i", "mailto:x@y.z"}));
}

TEST(Autolink, LeavesWhatIsNoMailAddress) {
  for (const char* text : {"@", "a@", "@b.c", "a@b", "a@b.c-", "a@b.c_", "a@b.", "a@b@c.d@"}) {
    EXPECT_EQ(urls(text), Urls{}) << text;
  }
}

TEST(Autolink, FindsTheNextBehindTheLast) {
  EXPECT_EQ(urls("http://a@b.c d@e.f@ x@y.zhttp://g"), (Urls{"http://a@b.c", "mailto:x@y.zhttp"}));
}

}  // namespace
}  // namespace loom::markdown
