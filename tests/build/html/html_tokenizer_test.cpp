#include "build/html/html_tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace loom::build {
namespace {

/// "S<p> T'text' E</p>", one letter for each kind.
std::string tokens_of(std::string_view html) {
  std::string shown;
  std::string together;
  HtmlTokenizer tokenizer(html);
  while (const auto token = tokenizer.next()) {
    constexpr std::string_view kLetters = "TRSECD";
    shown += (shown.empty() ? "" : " ") + std::string(1, kLetters[static_cast<std::size_t>(token->kind)]) +
             std::string(token->raw);
    together += token->raw;
    EXPECT_FALSE(token->raw.empty());
  }
  EXPECT_EQ(together, html);
  return shown;
}

TEST(HtmlTokenizer, CutsTagsTextAndComments) {
  EXPECT_EQ(tokens_of("<!doctype html><p class=\"a>b\" x='>' y=1/>t<br/>1 < 2 <3</p ><!-- > --x-->"),
            "D<!doctype html> S<p class=\"a>b\" x='>' y=1/> Tt S<br/> T1 < 2 <3 E</p > C<!-- > --x-->");
  EXPECT_EQ(tokens_of("<?php x?></ y><!x>"), "D<?php x?> D</ y> D<!x>");
}

TEST(HtmlTokenizer, EndsCommentsAsBrowsersDo) {
  EXPECT_EQ(tokens_of("<!-->a<!--->b<!----!>c<!-- d"), "C<!--> Ta C<!---> Tb C<!----!> Tc C<!-- d");
  EXPECT_EQ(tokens_of("<!-- a -- b --->c"), "C<!-- a -- b ---> Tc");
}

TEST(HtmlTokenizer, TakesRawTextUpToItsOwnEndTag) {
  EXPECT_EQ(tokens_of("<style>a>b</styles></STYLE><title></title><textarea><p></textarea>"),
            "S<style> Ra>b</styles> E</STYLE> S<title> E</title> S<textarea> R<p> E</textarea>");
  EXPECT_EQ(tokens_of("<script>if (a</b/) '</p>'</script>x"), "S<script> Rif (a</b/) '</p>' E</script> Tx");
  EXPECT_EQ(tokens_of("<script>never closed<p>"), "S<script> Rnever closed<p>");
}

TEST(HtmlTokenizer, AScriptInACommentInAScriptDoesNotEndIt) {
  EXPECT_EQ(tokens_of("<script><!-- <script> </script> --> </script>t"),
            "S<script> R<!-- <script> </script> -->  E</script> Tt");
  EXPECT_EQ(tokens_of("<script><!-- x --> <script> </script>t"),
            "S<script> R<!-- x --> <script>  E</script> Tt");
  EXPECT_EQ(tokens_of("<script><!-- </script>t"), "S<script> R<!--  E</script> Tt");
}

TEST(HtmlTokenizer, SvgHasNoRawText) {
  EXPECT_EQ(tokens_of("<svg><title>a</title><script href=x /><g/></svg><title>b"),
            "S<svg> S<title> Ta E</title> S<script href=x /> S<g/> E</svg> S<title> Rb");
  EXPECT_EQ(tokens_of("<svg/><title><b>"), "S<svg/> S<title> R<b>");
}

TEST(HtmlTokenizer, TakesAnyEnding) {
  constexpr std::string_view kText = "<a b='c' d=e><!-- x --><script>y</script></a>&<";
  for (std::size_t end = 0; end <= kText.size(); ++end) {
    tokens_of(kText.substr(0, end));
  }
  for (const char* text : {"<", "</", "<!", "<!-", "<a", "<a b", "<a b=", "<a b='", "</>", "<a/", "<a ="}) {
    tokens_of(text);
  }
}

}  // namespace
}  // namespace loom::build
