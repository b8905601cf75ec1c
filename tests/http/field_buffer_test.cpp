#include "http/field_buffer.h"

#include <gtest/gtest.h>
#include <utility>

namespace loom::http {
namespace {

TEST(FieldBuffer, StartsEmpty) {
  const FieldBuffer buffer;
  EXPECT_TRUE(buffer.empty());
  EXPECT_EQ(buffer.text(), "");
}

TEST(FieldBuffer, HoldsLinesInOrder) {
  FieldBuffer buffer;
  buffer.add("A", "1");
  buffer.add_lines("B: 2\r\nC: 3\r\n");
  EXPECT_EQ(buffer.text(), "A: 1\r\nB: 2\r\nC: 3\r\n");
  EXPECT_FALSE(buffer.empty());
}

TEST(FieldBuffer, GrowsBeyondItsInlineBytes) {
  FieldBuffer buffer;
  std::string expected;
  for (std::size_t i = 0; expected.size() < 3 * kInlineFieldBytes; ++i) {
    buffer.add("Name", std::to_string(i));
    expected += "Name: " + std::to_string(i) + "\r\n";
    ASSERT_EQ(buffer.text(), expected);
  }
}

TEST(FieldBuffer, CanBeFilledToTheLastInlineByte) {
  FieldBuffer buffer;
  const std::string line = "X: " + std::string(kInlineFieldBytes - 5, 'a') + "\r\n";
  buffer.add_lines(line);
  EXPECT_EQ(buffer.text(), line);
  buffer.add_lines("Y: b\r\n");
  EXPECT_EQ(buffer.text(), line + "Y: b\r\n");
}

TEST(FieldBuffer, KeepsItsTextWhenMoved) {
  FieldBuffer small;
  small.add("A", "1");
  const FieldBuffer moved(std::move(small));
  EXPECT_EQ(moved.text(), "A: 1\r\n");
}

TEST(FieldBufferDeathTest, RefusesLineEndsInValues) {
  FieldBuffer buffer;
  EXPECT_DEATH(buffer.add("A", "1\r\n"), "is_safe_field_value");
  EXPECT_DEATH(buffer.add_lines("A: 1"), "ends_with");
}

}  // namespace
}  // namespace loom::http
