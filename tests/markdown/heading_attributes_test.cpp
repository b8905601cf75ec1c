#include "markdown/heading_attributes.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

TEST(HeadingAttributes, ReadsIdAndClasses) {
  const auto attributes = parse_heading_attributes("A title  {#my-id .one\t.two} ", AttributeRule::OnlyNames);
  ASSERT_TRUE(attributes.has_value());
  EXPECT_EQ(attributes->id, "my-id");
  EXPECT_EQ(attributes->classes, "one two");
  EXPECT_EQ(attributes->text_bytes, std::string_view("A title").size());
}

TEST(HeadingAttributes, ReadsClassesAlone) {
  const auto attributes = parse_heading_attributes("{.x}", AttributeRule::OnlyNames);
  ASSERT_TRUE(attributes.has_value());
  EXPECT_EQ(attributes->id, "");
  EXPECT_EQ(attributes->classes, "x");
  EXPECT_EQ(attributes->text_bytes, 0U);
}

TEST(HeadingAttributes, LeavesOtherBraces) {
  for (const char* text : {"", "A", "A {}", "A { }", "A {id}", "A {#}", "A {#x", "#x}", "A {#x} b", "{#{x}",
                           "A {#x y}", "A \\{#x}"}) {
    EXPECT_FALSE(parse_heading_attributes(text, AttributeRule::OnlyNames).has_value()) << text;
  }
}

TEST(HeadingAttributes, TakesAllBracesWhenAsked) {
  const auto attributes = parse_heading_attributes("A {key=value #x word .y}", AttributeRule::AllBraces);
  ASSERT_TRUE(attributes.has_value());
  EXPECT_EQ(attributes->id, "x");
  EXPECT_EQ(attributes->classes, "y");
  EXPECT_TRUE(parse_heading_attributes("A {}", AttributeRule::AllBraces).has_value());
  EXPECT_FALSE(parse_heading_attributes("A <b>{#x</b>}", AttributeRule::AllBraces).has_value());
}

}  // namespace
}  // namespace loom::markdown
