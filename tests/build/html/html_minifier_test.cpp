#include "build/html/html_minifier.h"

#include <gtest/gtest.h>

namespace loom::build {
namespace {

TEST(HtmlMinifier, MakesOneBlankOfWhiteSpace) {
  EXPECT_EQ(minify_html("<p>a \n\t b  <b> c </b>\n d</p>\n<p>e"), "<p>a b <b> c </b> d</p> <p>e");
  EXPECT_EQ(minify_html("a\xC2\xA0 \xC2\xA0"
                        "b"),
            "a\xC2\xA0 \xC2\xA0"
            "b");
}

TEST(HtmlMinifier, DropsWhiteSpaceThatMakesNoText) {
  EXPECT_EQ(
      minify_html("<!doctype html>\n<html>\n <head>\n  <title> a  b </title>\n <meta x>\n</head>\n<body>\n"
                  "<p>x</p>\n</body>\n</html>\n"),
      "<!doctype html><html><head><title> a  b </title><meta x></head><body> <p>x</p> </body> </html> ");
  EXPECT_EQ(minify_html("a <table>\n<tr>\n<td> b </td>\n<th>c</th>\n</tr>\n</table> d"),
            "a <table><tr><td> b </td><th>c</th></tr></table> d");
}

TEST(HtmlMinifier, KeepsABlankWhereATreeMayNeedOne) {
  for (const char* html : {"a <meta itemprop=b> c <link x> d", "<table><tr><td>a <tr><td><b>c </table>",
                           "<body><a><a>x</a> </body> "}) {
    EXPECT_EQ(minify_html(html), html);
  }
}

TEST(HtmlMinifier, KeepsWhatIsShownAsItIsWritten) {
  for (const char* html : {"<pre>\n a\n  b <b> c  d </b>\n</pre>", "<textarea>\n a\n  b</textarea>",
                           "<script>a  =  1\n// x\n</script>", "<style>a  { }\n</style>",
                           "<p style=\"white-space: pre\">a\n  b</p>", "<PRE>a\n<pre>b\n</pre>\nc</PRE>",
                           "<a  b='  c  '  >x</a>", "<svg><![CDATA[ a  b ]]></svg>"}) {
    EXPECT_EQ(minify_html(html), html);
  }
  EXPECT_EQ(minify_html("<pre>a\n</pre>\n\n<pre>\nb</pre>"), "<pre>a\n</pre> <pre>\nb</pre>");
}

TEST(HtmlMinifier, DropsCommentsButThoseThatDoSomething) {
  EXPECT_EQ(minify_html("a <!-- x --> b<!-- y -->c"), "a bc");
  for (const char* html : {"<!--[if IE]><p>x</p><![endif]-->", "<!--! licence -->",
                           "<!--#include file=\"x\" -->", "<!--<![endif]-->"}) {
    EXPECT_EQ(minify_html(html), html);
  }
}

TEST(HtmlMinifier, DoingItTwiceChangesNothing) {
  constexpr std::string_view kPage =
      "<html> <body> <p> a <!-- b --> c <pre> d  </pre> <i> </i> <table> <tr> <td> e </table> </body> ";
  const std::string once = minify_html(kPage);
  EXPECT_EQ(minify_html(once), once);
}

}  // namespace
}  // namespace loom::build
