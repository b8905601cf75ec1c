#include "base/diagnostics.h"

#include <gtest/gtest.h>

namespace loom::base {
namespace {

TEST(Diagnostics, CountsByKindAndPromotes) {
  Diagnostics diagnostics;
  diagnostics.add({Severity::Warning, "a.md", 1, 1, 1, "w", "", "", {}});
  EXPECT_FALSE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.warning_count(), 1U);
  diagnostics.promote_warnings();
  EXPECT_TRUE(diagnostics.has_errors());
}

TEST(Diagnostics, SortsByPlaceAndDropsRepetitions) {
  Diagnostics diagnostics;
  diagnostics.add({Severity::Error, "b.md", 1, 1, 1, "x", "", "", {}});
  diagnostics.add({Severity::Error, "a.md", 9, 1, 1, "x", "", "", {}});
  diagnostics.add({Severity::Error, "a.md", 2, 1, 1, "x", "", "", {}});
  diagnostics.add({Severity::Error, "b.md", 1, 1, 1, "x", "", "", {}});
  diagnostics.sort();
  ASSERT_EQ(diagnostics.items().size(), 3U);
  EXPECT_EQ(diagnostics.items()[0].line, 2U);
  EXPECT_EQ(diagnostics.items()[2].file, "b.md");
}

TEST(Diagnostics, FindsLineAndColumnInCharacters) {
  const std::string_view text = "one\r\nzwölf x\nthree";
  const LinePosition position = find_line_position(text, text.find('x'));
  EXPECT_EQ(position.line, 2U);
  EXPECT_EQ(position.column, 7U);
  EXPECT_EQ(position.text, "zwölf x");
  EXPECT_EQ(find_line_position(text, 3).text, "one");
  EXPECT_EQ(find_line_position(text, 999).line, 3U);
  EXPECT_EQ(find_line_position("", 0).line, 1U);
}

TEST(Diagnostics, PointsAtAnOffset) {
  const Diagnostic diagnostic = make_error_at("a.md", "x\nyz", 3, "wrong");
  EXPECT_EQ(diagnostic.line, 2U);
  EXPECT_EQ(diagnostic.column, 2U);
  EXPECT_EQ(diagnostic.source_line, "yz");
}

}  // namespace
}  // namespace loom::base
