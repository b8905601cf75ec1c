#include "build/assets/sass_messages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/site_build.h"

namespace loom::build {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kOutput = R"(Error: Can't find stylesheet to import.
  ,
1 | @use "q";
  | ^^^^^^^^
  '
  sass/b.scss 1:1  root stylesheet

Error: Expected expression.
  ,
2 |   color: $a+
  |             ^
  '
  sass/sub/c.sass 2:13  root stylesheet

Error: Expected expression.
  ,
2 |   color: $a+
  |             ^
  '
  sass/sub/c.sass 2:13  @use
  sass/d.scss 1:1       root stylesheet
)";

TEST(SassMessages, EachMistakeIsNamedOnceWithItsPlace) {
  const site::SourceTree tree =
      support::source_tree("--- sass/b.scss\n@use \"q\";\n--- sass/sub/c.sass\nx\n  color: $a+\n");
  const base::Diagnostics found = parse_sass_errors(kOutput, tree);
  ASSERT_EQ(found.items().size(), 2U);
  const base::Diagnostic& first = found.items()[0];
  EXPECT_EQ(first.file, "sass/b.scss");
  EXPECT_EQ(first.line, 1U);
  EXPECT_EQ(first.column, 1U);
  EXPECT_EQ(first.length, 8U);
  EXPECT_EQ(first.message, "Sass: Can't find stylesheet to import.");
  EXPECT_EQ(first.source_line, "@use \"q\";");
  const base::Diagnostic& second = found.items()[1];
  EXPECT_EQ(second.file + " " + second.source_line, "sass/sub/c.sass   color: $a+");
  EXPECT_EQ(second.line, 2U);
  EXPECT_EQ(second.column, 13U);
}

TEST(SassMessages, TheImportersAreTheTrail) {
  const base::Diagnostics found = parse_sass_errors(
      "Error: \"no such\n  thing\"\n  sass/_c.scss 2:13  @use\n  sass/d.scss 1:1   root stylesheet\n", {});
  ASSERT_EQ(found.items().size(), 1U);
  EXPECT_EQ(found.items()[0].message, "Sass: \"no such thing\"");
  EXPECT_THAT(found.items()[0].trail, ElementsAre("used by sass/d.scss:1"));
}

TEST(SassMessages, OtherOutputIsNone) {
  EXPECT_TRUE(parse_sass_errors("env: 'node': No such file or directory\n", {}).empty());
  EXPECT_TRUE(parse_sass_errors("", {}).empty());
}

}  // namespace
}  // namespace loom::build
