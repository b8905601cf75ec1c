#include "markdown/prescan.h"

#include <gtest/gtest.h>
#include <string>

#include "markdown/limits.h"

namespace loom::markdown {
namespace {

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  text.reserve(part.size() * count);
  for (std::size_t index = 0; index < count; ++index) {
    text += part;
  }
  return text;
}

bool is_refused(std::string_view text) {
  return find_limit_breach(text).has_value();
}

TEST(LimitBreach, IsNoneInOrdinaryText) {
  for (const char* text : {"", "a", "> > a\n\n- b\n  - c\n", "| a |\n|---|\n| b |\n", "[a](b) ![c](d)"}) {
    EXPECT_FALSE(is_refused(text)) << text;
  }
}

TEST(LimitBreach, NamesThePlaceAndTheMend) {
  const auto breach = find_limit_breach("a\nb\n" + repeated(">", kNestingMax + 1));
  ASSERT_TRUE(breach.has_value());
  EXPECT_EQ(breach->offset, 4U);
  EXPECT_NE(breach->message.find("100"), std::string::npos);
  EXPECT_FALSE(breach->hint.empty());
}

TEST(LimitBreach, IsTheSizeAboveTheLimit) {
  std::string text(kTextBytesMax, 'a');
  EXPECT_FALSE(is_refused(text));
  text += 'a';
  EXPECT_TRUE(is_refused(text));
}

TEST(LimitBreach, IsTheNestingAboveTheLimit) {
  EXPECT_FALSE(is_refused(repeated(">", kNestingMax) + "a"));
  EXPECT_TRUE(is_refused(repeated("> ", kNestingMax + 1) + "a"));
  EXPECT_TRUE(is_refused(repeated("- ", kNestingMax + 1) + "a"));
  EXPECT_TRUE(is_refused(repeated("- ", 16'000) + "x\n" + repeated("\n", 16'000)));
}

TEST(LimitBreach, IsTheNestingBuiltLineByLine) {
  std::string text;
  for (std::size_t level = 0; level <= kNestingMax; ++level) {
    text += std::string(level * 2, ' ') + "- a\r\n";
  }
  EXPECT_TRUE(is_refused(text));
}

TEST(LimitBreach, IsTheTableWiderThanTheLimit) {
  EXPECT_FALSE(
      is_refused(repeated("|a", kTableColumnsMax) + "|\n" + repeated("|-", kTableColumnsMax) + "|\n"));
  EXPECT_TRUE(is_refused(repeated("a|", 2000) + "\n" + repeated("-|", 2000) + "\n" + repeated("a\n", 2000)));
  EXPECT_TRUE(is_refused("> " + repeated("|-", kTableColumnsMax + 10) + "\n"));
}

TEST(LimitBreach, IsTheTableWithTooManyCells) {
  const std::string head = repeated("|a", 100) + "|\n" + repeated("|-", 100) + "|\n";
  EXPECT_FALSE(is_refused(head + repeated("a\n", 9'000)));
  EXPECT_TRUE(is_refused(head + repeated("a\n", 11'000)));
  EXPECT_FALSE(is_refused(head + repeated(repeated("a\n", 5'000) + "\n", 3)));
}

TEST(LimitBreach, IsTheParagraphWithTooManyOpenBrackets) {
  EXPECT_TRUE(is_refused(repeated("![[]()", 16'000)));
  EXPECT_TRUE(is_refused(repeated("![[]()\r\n", 16'000)));
  EXPECT_FALSE(is_refused(repeated("[", 200'000)));
  EXPECT_FALSE(is_refused(repeated("[![a](b)](c)\n", 16'000)));
  EXPECT_FALSE(is_refused(repeated("![[]()\n\n", 16'000)));
  EXPECT_FALSE(is_refused(repeated("![[]()", 1'000)));
}

TEST(LimitBreach, CountsNoEscapedBrackets) {
  EXPECT_FALSE(is_refused(repeated("\\[\\[]", 16'000)));
}

}  // namespace
}  // namespace loom::markdown
