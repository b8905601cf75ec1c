#include "markdown/emoji.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

std::string with_emoji(std::string_view text) {
  std::string out;
  append_with_emoji(out, text);
  return out;
}

TEST(Emoji, FindsNamesAtBothEndsOfTheTable) {
  EXPECT_EQ(find_emoji("+1"), "\U0001F44D");
  EXPECT_EQ(find_emoji("zzz"), "\U0001F4A4");
  EXPECT_EQ(find_emoji("tada"), "\U0001F389");
  EXPECT_EQ(find_emoji("nosuch"), "");
  EXPECT_EQ(find_emoji(""), "");
}

TEST(Emoji, ReplacesKnownNames) {
  EXPECT_EQ(with_emoji("a :tada: b:rocket::fire:"), "a \U0001F389 b\U0001F680\U0001F525");
}

TEST(Emoji, LeavesOtherColons) {
  for (const char* text : {"", ":", "::", "a: b :c", ":nosuch:", "12:30:45", ": tada :", ":tada"}) {
    EXPECT_EQ(with_emoji(text), text);
  }
  EXPECT_EQ(with_emoji(":nosuch:tada:"), ":nosuch\U0001F389");
}

}  // namespace
}  // namespace loom::markdown
