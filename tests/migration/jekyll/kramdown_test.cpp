#include "migration/jekyll/kramdown.h"

#include <gtest/gtest.h>
#include <vector>

namespace loom::migration {
namespace {

std::vector<std::string> left;

std::string convert(std::string_view text) {
  left.clear();
  return convert_kramdown(text, [](std::uint32_t line, const std::string& message) {
    left.push_back(std::to_string(line) + ": " + message);
  });
}

TEST(Kramdown, AttributesOfHeadingsMoveIntoThem) {
  EXPECT_EQ(convert("## A\n{: #b .c}\ntext"), "## A {#b .c}\n\ntext");
  EXPECT_EQ(convert("## A {: #b}"), "## A {#b}");
  EXPECT_TRUE(left.empty());
}

TEST(Kramdown, ThePlaceOfTheContentsGoes) {
  EXPECT_EQ(convert("* toc\n{:toc}\ntext"), "\n\ntext");
  EXPECT_TRUE(left.empty());
}

TEST(Kramdown, OtherAttributesAreNamed) {
  EXPECT_EQ(convert("a\n[b](c){:target=\"_blank\"} d"), "a\n[b](c) d");
  EXPECT_EQ(left, std::vector<std::string>{"2: the attributes `{:target=\"_blank\"}` were left out"});
}

TEST(Kramdown, CodeIsLeftAlone) {
  for (const char* text : {"```\n[a](b){:x}\n```", "    [a](b){:x}",
                           "{% highlight a %}\n[a](b){:x}\n{% endhighlight %}", "`[a](b){:x}`"}) {
    EXPECT_EQ(convert(text), text);
  }
}

TEST(Kramdown, BlocksWithClassesGetAnElementAroundThem) {
  EXPECT_EQ(wrap_attributed_blocks(convert("a\n\nnote\nmore\n{: .note .info}\n\nb")),
            "a\n\n<div class=\"note info\">\n\nnote\nmore\n\n</div>\n\nb");
  EXPECT_TRUE(left.empty());
}

TEST(Kramdown, ElementsWithMarkdownInsideAreOpened) {
  EXPECT_EQ(open_markdown_elements("<div class=\"a\" markdown=\"1\">\n**b**\n</div>\nc"),
            "<div class=\"a\">\n\n**b**\n\n</div>\nc");
}

}  // namespace
}  // namespace loom::migration
