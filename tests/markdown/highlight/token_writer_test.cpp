#include "markdown/highlight/token_writer.h"

#include <gtest/gtest.h>

namespace loom::markdown::highlight {
namespace {

TEST(TokenWriter, WritesPlainTextWithoutASpan) {
  std::string out;
  TokenWriter(out, pygments_tags()).write(Token::Plain, "a<b");
  EXPECT_EQ(out, "a&lt;b");
}

TEST(TokenWriter, ClosesTheLastSpanWhenItEnds) {
  std::string out;
  TokenWriter(out, pygments_tags()).write(Token::Keyword, "if");
  EXPECT_EQ(out, "<span class=\"k\">if</span>");
}

TEST(TokenWriter, JoinsNeighboursOfOneClass) {
  std::string out;
  {
    TokenWriter writer(out, pygments_tags());
    writer.write(Token::Operator, "+");
    writer.write(Token::Operator, "+");
    writer.write(Token::Punctuation, ";");
  }
  EXPECT_EQ(out, "<span class=\"o\">++</span><span class=\"p\">;</span>");
}

TEST(TokenWriter, OpensASpanAgainOnEachLineThatHasText) {
  std::string out;
  TokenWriter(out, pygments_tags()).write(Token::String, "a\r\n\nb");
  EXPECT_EQ(out, "<span class=\"s\">a</span>\r\n\n<span class=\"s\">b</span>");
}

TEST(TokenWriter, WritesNothingForEmptyText) {
  std::string out;
  TokenWriter(out, pygments_tags()).write(Token::Keyword, "");
  EXPECT_EQ(out, "");
}

}  // namespace
}  // namespace loom::markdown::highlight
