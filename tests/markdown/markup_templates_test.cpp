#include "markdown/markup_templates.h"

#include <gtest/gtest.h>

namespace loom::markdown {
namespace {

TEST(MarkupTemplates, LinkAHeadingToItself) {
  EXPECT_EQ(MarkupTemplates().render_anchor_link("a<\u00E9", 2),
            "<a class=\"zola-anchor\" href=\"#a%3C%C3%A9\" aria-label=\"Anchor link for: a&lt;\u00E9\">"
            "\U0001F517</a>");
}

TEST(MarkupTemplates, EndACutSummaryWithAnEllipsis) {
  EXPECT_EQ(MarkupTemplates().render_summary_cutoff("<p>a"), "&hellip;");
}

}  // namespace
}  // namespace loom::markdown
