#include "markdown/smart_punctuation.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

TEST(PlainPunctuation, TakesBackEachSign) {
  EXPECT_EQ(plain_punctuation("a\u2013b\u2014c\u2026\u2018d\u2019\u201Ce\u201D"), "a--b---c...'d'\"e\"");
}

TEST(PlainPunctuation, LeavesTheRest) {
  for (const char* text : {"", "abc", "\u00e9", "\u2020", "\xE2", "\xE2\x80"}) {
    EXPECT_EQ(plain_punctuation(text), text);
  }
}

}  // namespace
}  // namespace loom::markdown
