#include "markdown/line_reader.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace loom::markdown {
namespace {

std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> all;
  LineReader reader(text);
  while (reader.next()) {
    EXPECT_EQ(text.substr(reader.offset(), reader.line().size()), reader.line());
    all.emplace_back(reader.line());
    EXPECT_EQ(reader.number(), all.size());
  }
  return all;
}

using Lines = std::vector<std::string>;

TEST(LineReader, EndsLinesAtEachKindOfLineEnd) {
  EXPECT_EQ(lines("a\nb\r\nc\rd"), (Lines{"a", "b", "c", "d"}));
  EXPECT_EQ(lines("\n\r\n\r"), (Lines{"", "", ""}));
  EXPECT_EQ(lines("a\r\rb\n\rc"), (Lines{"a", "", "b", "", "c"}));
}

TEST(LineReader, GivesNoLineForTheEmptyTextAndNoneAfterTheLastLineEnd) {
  EXPECT_EQ(lines(""), Lines{});
  EXPECT_EQ(lines("a\n"), (Lines{"a"}));
}

TEST(LineReader, ReadsManyLinesWithoutAnyNewline) {
  EXPECT_EQ(lines(std::string(100'000, '\r')).size(), 100'000U);
}

}  // namespace
}  // namespace loom::markdown
