#include <gtest/gtest.h>

#include "support/template_page.h"

namespace loom::build {
namespace {

using support::mistake;
using support::printed;

TEST(MarkdownFilter, RendersBlocksAndLines) {
  EXPECT_EQ(printed("{{ \"*a*\" | markdown | safe }}"), "<p><em>a</em></p>\n");
  EXPECT_EQ(printed("{{ \"*a*\" | markdown(inline=true) | safe }}"), "<em>a</em>");
}

TEST(MarkdownFilter, RunsShortcodes) {
  const std::string shortcode = "--- templates/shortcodes/x.html\n<i>{{ a }}{{ nth }}</i>";
  EXPECT_EQ(printed("{{ \"{{ x(a=1) }} {{ x(a=2) }}\" | markdown | safe }}", shortcode),
            "<p><i>11</i>\n <i>22</i>\n</p>\n");
  EXPECT_EQ(printed("{{ \"b {{ x(a=1) }}\" | markdown(inline=true) | safe }}", shortcode), "b <i>11</i>\n");
  EXPECT_EQ(printed("{{ \"{{/* x(a=1) */}}\" | markdown(inline=true) | safe }}", shortcode), "{{ x(a=1) }}");
}

TEST(MarkdownFilter, ALanguageCanBeAnArgumentOfItsShortcodes) {
  const std::string shortcode = "--- templates/shortcodes/x.html\n{{ lang }}";
  EXPECT_EQ(printed("{{ \"{{ x(lang='jp') }}\" | markdown(inline=true) }}", shortcode), "jp\n");
  EXPECT_EQ(printed("{{ \"{{ x() }}\" | markdown(inline=true) }}", shortcode), "en\n");
}

TEST(MarkdownFilter, AnUnknownShortcodeIsAMistakeOfTheTemplate) {
  EXPECT_EQ(mistake("{{ \"{{ none() }}\" | markdown }}").find("`markdown`: there is no shortcode `none`"), 0U)
      << mistake("{{ \"{{ none() }}\" | markdown }}");
}

TEST(MarkdownFilter, AShortcodeThatRunsItselfIsAMistake) {
  const std::string again = "--- templates/shortcodes/x.html\n{{ \"{{ x() }}\" | markdown }}";
  EXPECT_NE(mistake("{{ \"{{ x() }}\" | markdown }}", again).find("more than 16 deep"), std::string::npos);
}

TEST(MarkdownFilter, LinksToContent) {
  const std::string page = "--- content/linked.md\n+++\ntitle = \"L\"\n+++\n";
  const std::string link =
      printed("{{ \"[x](@/linked.md#y) [z](w.png)\" | markdown(inline=true) | safe }}", page);
  EXPECT_NE(link.find("/linked/#y\">x</a>"), std::string::npos) << link;
  EXPECT_EQ(link.find("@/"), std::string::npos) << link;
  EXPECT_NE(link.find("<a href=\"w.png\">"), std::string::npos) << link;
  EXPECT_NE(mistake("{{ \"[x](@/none.md)\" | markdown }}").find("there is no page `none.md`"),
            std::string::npos);
}

TEST(MarkdownFilter, TakesOnlyText) {
  EXPECT_NE(mistake("{{ 1 | markdown }}").find("it takes a string"), std::string::npos);
}

}  // namespace
}  // namespace loom::build
