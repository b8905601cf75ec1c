#include "http/field_lines.h"

#include <gtest/gtest.h>
#include <vector>

namespace loom::http {
namespace {

TEST(FieldLines, WritesALine) {
  std::string out;
  append_field(out, "ETag", "\"a\"");
  append_field(out, "X-Empty", "");
  EXPECT_EQ(out, "ETag: \"a\"\r\nX-Empty: \r\n");
}

TEST(FieldLinesDeathTest, LineEndsNeverGetIntoAValue) {
  std::string out;
  EXPECT_DEATH(append_field(out, "Location", "/a\r\nX: y"), "is_safe_field_value");
  EXPECT_DEATH(append_field(out, "Location", "/a\n"), "is_safe_field_value");
  EXPECT_DEATH(append_field(out, "Location", std::string_view("\0", 1)), "is_safe_field_value");
  EXPECT_DEATH(append_field(out, "Loca tion", "/a"), "is_token");
}

TEST(FieldLines, VisitsEachLineWithItsName) {
  std::vector<std::string> seen;
  for_each_field_line("A: 1\r\nB: 2:3\r\n", [&](std::string_view name, std::string_view line) {
    seen.emplace_back(name);
    seen.emplace_back(line);
  });
  EXPECT_EQ(seen, (std::vector<std::string>{"A", "A: 1\r\n", "B", "B: 2:3\r\n"}));
}

}  // namespace
}  // namespace loom::http
