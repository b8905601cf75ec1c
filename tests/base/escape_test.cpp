#include "base/escape.h"

#include <gtest/gtest.h>

namespace loom::base {
namespace {

TEST(Escape, Html) {
  EXPECT_EQ(html_escaped("<a href=\"x\">'&'</a>"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  EXPECT_EQ(html_escaped("plain ü"), "plain ü");
}

TEST(Escape, XmlDropsWhatXmlForbids) {
  EXPECT_EQ(xml_escaped(std::string_view("a\x01\x00<\t\n", 6)), "a&lt;\t\n");
}

TEST(Escape, TomlStringsStayOnOneLine) {
  EXPECT_EQ(toml_quoted("a \"b\" \\ é"), "\"a \\\"b\\\" \\\\ é\"");
  EXPECT_EQ(toml_quoted("one\ntwo\t\x01\x7f\r"), "\"one\\ntwo\\t\\u0001\\u007f\\u000d\"");
}

TEST(Escape, JsonIsSafeInsideScripts) {
  EXPECT_EQ(json_quoted("a\"b\\c\n\x01"), R"("a\"b\\c\n\u0001")");
  EXPECT_EQ(json_quoted("</script>&"), R"("\u003C/script\u003E\u0026")");
  EXPECT_EQ(json_quoted("\xe2\x80\xa8\xe2\x80\xa9"), R"("\u2028\u2029")");
  EXPECT_EQ(json_quoted("\xe2\x80\xa6"), "\"\xe2\x80\xa6\"");
  EXPECT_EQ(json_quoted("\xff"), "\"\xef\xbf\xbd\"");
}

TEST(Escape, UrlPathKeepsSlashesAndEncodesTheRest) {
  EXPECT_EQ(url_path_encoded("/a b/ü?#%"), "/a%20b/%C3%BC%3F%23%25");
  EXPECT_EQ(url_component_encoded("a/b+c~"), "a%2Fb%2Bc~");
}

TEST(Escape, PercentDecodingIsStrict) {
  EXPECT_EQ(percent_decoded("/a%20b%C3%bC+"), "/a b\xc3\xbc+");
  EXPECT_EQ(percent_decoded("%2525"), "%25");
  for (const char* text : {"%", "%2", "%zz", "a%1", "%-1"}) {
    EXPECT_EQ(percent_decoded(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace loom::base
