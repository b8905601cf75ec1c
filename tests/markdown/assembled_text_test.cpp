#include "markdown/assembled_text.h"

#include <gtest/gtest.h>

#include "markdown/insertion_mark.h"

namespace loom::markdown {
namespace {

/// "3 4? 6": the file's line of each line, a question mark where columns are not the file's.
std::string lines_of(const AssembledText& text) {
  std::string shown;
  for (const TextLine& line : text.lines()) {
    shown += (shown.empty() ? "" : " ") + std::to_string(line.file_line) + (line.is_whole ? "" : "?");
  }
  return shown;
}

TEST(AssembledText, TheSourceAloneIsItself) {
  const std::string source = "a\nb\nc";
  AssembledText text(source, 5);
  text.add_source(source, 0);
  EXPECT_EQ(text.text(), source);
  EXPECT_EQ(lines_of(text), "5 6 7");
}

TEST(AssembledText, LinesBehindAPartThatWasTakenOutAreCountedOn) {
  const std::string source = "a\nX\nX\nX b\nc\n";
  AssembledText text(source, 1);
  text.add_source("a\n", 0);
  text.add_html("<p>", 2);
  text.add_source(" b\nc\n", 7);
  EXPECT_EQ(lines_of(text), "1 2? 5 6");
  EXPECT_EQ(text.insertions(), std::vector<std::string>{"<p>"});
  EXPECT_EQ(find_insertion_mark(text.text())->begin, 2U);
}

TEST(AssembledText, LinesThatWereMadeAreThoseOfTheirCall) {
  const std::string source = "a\nX b\nc";
  AssembledText text(source, 1);
  text.add_source("a\n", 0);
  text.add_markdown("# one\n\ntwo\n", 2);
  text.add_source(" b\nc", 3);
  EXPECT_EQ(text.text(), "a\n# one\n\ntwo\n b\nc");
  EXPECT_EQ(lines_of(text), "1 2? 2? 2? 2? 3");
}

TEST(AssembledText, ALineWithAGapIsNotWhole) {
  const std::string source = "x{{/*a*/}}\ny";
  AssembledText text(source, 1);
  text.add_source("x{{", 0);
  text.add_source("a", 5);
  text.add_source("}}\ny", 8);
  EXPECT_EQ(text.text(), "x{{a}}\ny");
  EXPECT_EQ(lines_of(text), "1? 2");
}

TEST(AssembledText, TheTextOfOthersHoldsNoMarks) {
  std::string mark;
  append_insertion_mark(mark, 0);
  AssembledText text(mark, 1);
  text.add_source(mark, 0);
  text.add_markdown(mark, mark.size());
  EXPECT_FALSE(find_insertion_mark(text.text()));
}

}  // namespace
}  // namespace loom::markdown
