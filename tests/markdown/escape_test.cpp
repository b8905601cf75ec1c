#include "markdown/escape.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

std::string text(std::string_view raw) {
  std::string out = "|";
  append_text(out, raw);
  return out;
}

std::string url(std::string_view raw) {
  std::string out = "|";
  append_url(out, raw);
  return out;
}

TEST(AppendText, EscapesFourCharactersAndNoApostrophe) {
  EXPECT_EQ(text("a&b<c>d\"e'f"), "|a&amp;b&lt;c&gt;d&quot;e'f");
  EXPECT_EQ(text(""), "|");
  EXPECT_EQ(text("&"), "|&amp;");
  EXPECT_EQ(text("\u00e9"), "|\u00e9");
}

TEST(AppendUrl, KeepsWhatAUrlMayHold) {
  EXPECT_EQ(url("http://a.b:80/c-_~!*()+,;=@%20?d#$"), "|http://a.b:80/c-_~!*()+,;=@%20?d#$");
}

TEST(AppendUrl, EncodesTheRest) {
  EXPECT_EQ(url("a b\"<>\\^`{|}[]\u00e9"), "|a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D%C3%A9");
  EXPECT_EQ(url("?a=b&c='d'"), "|?a=b&amp;c=&#x27;d&#x27;");
  EXPECT_EQ(url(std::string_view("\0\x7f", 2)), "|%00%7F");
}

TEST(AppendBodyText, LeavesQuotes) {
  std::string out;
  append_body_text(out, "\"a\" < 'b' & c>");
  EXPECT_EQ(out, "\"a\" &lt; 'b' &amp; c&gt;");
}

}  // namespace
}  // namespace loom::markdown
