#include "markdown/html/headings.h"

#include <gtest/gtest.h>

#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

TEST(Headings, GetIdsFromTheirText) {
  EXPECT_EQ(html("# A & *b* `c`!\n"), "<h1 id=\"a-b-c\">A &amp; <em>b</em> <code>c</code>!</h1>\n");
  EXPECT_EQ(html("## A\n## A\n### \n"),
            "<h2 id=\"a\">A</h2>\n<h2 id=\"a-1\">A</h2>\n<h3 id=\"section\"></h3>\n");
}

TEST(Headings, KeepTheirTextAsIdWhenAskedTo) {
  MarkdownOptions options;
  options.slugify_anchors = false;
  EXPECT_EQ(html("# A b C\n# A b C\n", options),
            "<h1 id=\"A_b_C\">A b C</h1>\n<h1 id=\"A_b_C-1\">A b C</h1>\n");
}

TEST(Headings, TakeIdAndClassesFromTheAuthor) {
  EXPECT_EQ(html("# A {#b_c .d .e}\n"), "<h1 id=\"b_c\" class=\"d e\">A</h1>\n");
  EXPECT_EQ(html("A {.d}\n===\n"), "<h1 id=\"a\" class=\"d\">A</h1>\n");
}

TEST(Headings, LeaveIdsToTheAuthorsWhoComeLater) {
  EXPECT_EQ(html("# A\n\n# B {#a}\n"), "<h1 id=\"a-1\">A</h1>\n<h1 id=\"a\">B</h1>\n");
}

TEST(Headings, EscapeTheAuthorsId) {
  EXPECT_EQ(html("# A {#\"x&y}\n"), "<h1 id=\"&quot;x&amp;y\">A</h1>\n");
}

TEST(Headings, LinkToThemselvesWhereTheOptionsSay) {
  MarkdownOptions options;
  const std::string anchor = "<a class=\"zola-anchor\" href=\"#a\" aria-label=\"Anchor link for: a\">";
  options.anchor_links = AnchorLinks::Left;
  EXPECT_EQ(html("# A\n", options), "<h1 id=\"a\">" + anchor + "\U0001F517</a>A</h1>\n");
  options.anchor_links = AnchorLinks::Right;
  EXPECT_EQ(html("# A\n", options), "<h1 id=\"a\">A" + anchor + "\U0001F517</a></h1>\n");
  options.anchor_links = AnchorLinks::Heading;
  EXPECT_EQ(html("# A\n", options), "<h1 id=\"a\">" + anchor + "A</a></h1>\n");
}

TEST(Headings, MakeTheOutline) {
  MarkdownOptions options;
  options.anchor_links = AnchorLinks::Left;
  const Document document = render("# A [b](c) *d*[^1]\n\n> ## E\n\n[^1]: f\n", options);
  ASSERT_EQ(document.toc.size(), 1U);
  const Heading& top = document.toc[0];
  EXPECT_EQ(top.level, 1);
  EXPECT_EQ(top.id, "a-b-d");
  EXPECT_EQ(top.title, "A b d");
  EXPECT_EQ(top.title_html, "A b <em>d</em>");
  ASSERT_EQ(top.children.size(), 1U);
  EXPECT_EQ(top.children[0].id, "e");
}

TEST(Headings, GiveTheFirstOfLevelOneAsTheTitle) {
  EXPECT_EQ(render("## A\n# B\n# C\n").first_heading, "B");
  EXPECT_EQ(render("## A\n### B\n").first_heading, "A");
  EXPECT_EQ(render("a").first_heading, "");
}

TEST(Headings, DropTheFirstWhenAsked) {
  MarkdownOptions options;
  options.drop_first_heading = true;
  const Document document = render("a\n\n# T *x*\n\nb\n\n# T x\n", options);
  EXPECT_EQ(document.html, "<p>a</p>\n<p>b</p>\n<h1 id=\"t-x\">T x</h1>\n");
  EXPECT_EQ(document.first_heading, "T x");
  EXPECT_EQ(document.toc.size(), 1U);
  EXPECT_EQ(document.plain_text, "a b T x");
}

TEST(Headings, DropNoneOfALowerLevelOrInAQuote) {
  MarkdownOptions options;
  options.drop_first_heading = true;
  EXPECT_EQ(html("## A\n# B\n", options), "<h2 id=\"a\">A</h2>\n<h1 id=\"b\">B</h1>\n");
  EXPECT_EQ(html("> # A\n", options), "<blockquote>\n<h1 id=\"a\">A</h1>\n</blockquote>\n");
}

TEST(Headings, KeepEmptyIdsAndTakeAllBracesInZolasMarkup) {
  MarkdownOptions options;
  options.markup = MarkupStyle::Zola;
  EXPECT_EQ(html("# \n# \n", options), "<h1 id=\"\"></h1>\n<h1 id=\"-1\"></h1>\n");
  EXPECT_EQ(html("# A {key=value .c}\n", options), "<h1 id=\"a\" class=\"c\">A</h1>\n");
}

TEST(Headings, ReadAttributesAsTheyAreWritten) {
  EXPECT_EQ(html("# A {#*b*}\n"), "<h1 id=\"*b*\">A</h1>\n");
  EXPECT_EQ(html("# A ## {#b}\n"), "<h1 id=\"b\">A</h1>\n");
  EXPECT_EQ(html("A {#b}\n==="), "<h1 id=\"b\">A</h1>\n");
  EXPECT_EQ(html("# A {#b}"), "<h1 id=\"b\">A</h1>\n");
}

class StubTemplates : public MarkupTemplates {
 public:
  explicit StubTemplates(std::string anchor) : anchor_(std::move(anchor)) {}
  std::string render_anchor_link(std::string_view id, int level) const override {
    return anchor_ + std::string(id) + std::to_string(level) + "</a>";
  }
  std::string render_summary_cutoff(std::string_view summary) const override {
    return "[" + std::string(summary) + "]";
  }

 private:
  std::string anchor_;
};

std::string with_templates(std::string_view text, AnchorLinks anchors, const std::string& anchor) {
  base::Diagnostics diagnostics;
  const StubTemplates templates(anchor);
  MarkdownInput input;
  input.text = text;
  input.options.anchor_links = anchors;
  input.templates = &templates;
  return render_markdown(input, diagnostics).html;
}

TEST(Headings, TakeTheirAnchorLinkFromATemplate) {
  EXPECT_EQ(with_templates("## A", AnchorLinks::Left, "<a>"), "<h2 id=\"a\"><a>a2</a>A</h2>\n");
  EXPECT_EQ(with_templates("## A", AnchorLinks::Right, "<a>"), "<h2 id=\"a\">A<a>a2</a></h2>\n");
  EXPECT_EQ(with_templates("## A", AnchorLinks::Heading, "x<a y=\"z\">"),
            "<h2 id=\"a\"><a y=\"z\">A</a></h2>\n");
  EXPECT_EQ(with_templates("## A", AnchorLinks::Heading, "x"), "<h2 id=\"a\">A</h2>\n");
}

TEST(Headings, AskForNoTemplateWithoutAnchorLinks) {
  EXPECT_EQ(with_templates("## A", AnchorLinks::None, "<a>"), "<h2 id=\"a\">A</h2>\n");
}

}  // namespace
}  // namespace loom::markdown
