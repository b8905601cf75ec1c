#include "markdown/heading_attributes.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

TEST(HeadingAttributes, ReadsIdAndClasses) {
  const auto attributes = parse_heading_attributes("A title  {#my-id .one .two} ");
  ASSERT_TRUE(attributes.has_value());
  EXPECT_EQ(attributes->id, "my-id");
  EXPECT_EQ(attributes->classes, "one two");
  EXPECT_EQ(attributes->text_bytes, std::string_view("A title").size());
}

TEST(HeadingAttributes, ReadsClassesAlone) {
  const auto attributes = parse_heading_attributes("{.x}");
  ASSERT_TRUE(attributes.has_value());
  EXPECT_EQ(attributes->id, "");
  EXPECT_EQ(attributes->classes, "x");
  EXPECT_EQ(attributes->text_bytes, 0U);
}

TEST(HeadingAttributes, TakesSmartPunctuationBack) {
  const auto attributes = parse_heading_attributes("A {#a\u2013b}");
  ASSERT_TRUE(attributes.has_value());
  EXPECT_EQ(attributes->id, "a--b");
}

TEST(HeadingAttributes, LeavesOtherBraces) {
  for (const char* text :
       {"", "A", "A {}", "A { }", "A {id}", "A {#}", "A {#x", "#x}", "A {#x} b", "{#{x}", "A {#x y}"}) {
    EXPECT_FALSE(parse_heading_attributes(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace loom::markdown
