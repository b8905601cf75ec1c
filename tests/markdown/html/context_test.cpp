#include "markdown/html/context.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

class ContextTest : public ::testing::Test {
 protected:
  MarkdownInput input_;
  Document document_;
  base::Diagnostics diagnostics_;
};

TEST_F(ContextTest, BeginsALineOnce) {
  Context context(input_, document_, diagnostics_);
  begin_line(context);
  EXPECT_EQ(context.html(), "");
  context.html() = "a";
  begin_line(context);
  begin_line(context);
  EXPECT_EQ(context.html(), "a\n");
}

TEST_F(ContextTest, SeparatesTextByOneBlank) {
  Context context(input_, document_, diagnostics_);
  separate_plain_text(context);
  EXPECT_EQ(context.plain(), "");
  context.plain() = "a";
  separate_plain_text(context);
  separate_plain_text(context);
  EXPECT_EQ(context.plain(), "a ");
}

TEST_F(ContextTest, CountsLinesInTheFile) {
  input_.first_line = 5;
  Context context(input_, document_, diagnostics_);
  EXPECT_EQ(file_line(context, 1), 5U);
  EXPECT_EQ(file_line(context, 3), 7U);
  EXPECT_EQ(file_line(context, 0), 0U);
}

}  // namespace
}  // namespace loom::markdown
