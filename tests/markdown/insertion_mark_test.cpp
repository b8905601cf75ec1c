#include "markdown/insertion_mark.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

std::string mark(std::size_t index) {
  std::string text;
  append_insertion_mark(text, index);
  return text;
}

TEST(InsertionMark, IsFoundWithItsNumber) {
  const std::string text = "a " + mark(0) + mark(12) + " b";
  const auto first = find_insertion_mark(text);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->begin, 2U);
  EXPECT_EQ(first->index, 0U);
  const auto second = find_insertion_mark(text, first->end);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->begin, first->end);
  EXPECT_EQ(second->index, 12U);
  EXPECT_EQ(text.substr(second->end), " b");
  EXPECT_FALSE(find_insertion_mark(text, second->end));
}

TEST(InsertionMark, PartsOfOneAreNone) {
  for (const std::string& text : {std::string("@\uFDD0"), std::string("@\uFDD0x\uFDD0@"),
                                  std::string("@\uFDD0"
                                              "1"),
                                  std::string("\uFDD0"
                                              "1\uFDD0@"),
                                  std::string("@\uFDD0"
                                              "99999999999999999999999\uFDD0@")}) {
    EXPECT_FALSE(find_insertion_mark(text)) << text;
  }
}

TEST(InsertionMark, TextOfOthersCannotHoldOne) {
  std::string text;
  append_without_marks(text, "a" + mark(1) + "b");
  EXPECT_EQ(text,
            "a@\uFFFD"
            "1\uFFFD@b");
  EXPECT_FALSE(find_insertion_mark(text));
}

}  // namespace
}  // namespace loom::markdown
