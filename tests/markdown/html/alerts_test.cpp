#include "markdown/html/alerts.h"

#include <gtest/gtest.h>

#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

TEST(Alerts, AreQuotesWithAClassAndATitle) {
  EXPECT_EQ(html("> [!NOTE]\n> a *b*\n>\n> c\n"),
            "<blockquote class=\"markdown-alert markdown-alert-note\">\n"
            "<p class=\"markdown-alert-title\">Note</p>\n<p>a <em>b</em></p>\n<p>c</p>\n</blockquote>\n");
}

TEST(Alerts, ComeInFiveKindsInAnyCase) {
  EXPECT_NE(html("> [!tip]\n> a").find("markdown-alert-tip\">"), std::string::npos);
  EXPECT_NE(html("> [!Important]\n> a").find("markdown-alert-important\">"), std::string::npos);
  EXPECT_NE(html("> [!WARNING]  \n> a").find("markdown-alert-warning\">"), std::string::npos);
  EXPECT_NE(html("> [!CAUTION]\n> a").find("<p class=\"markdown-alert-title\">Caution</p>\n<p>a</p>"),
            std::string::npos);
}

TEST(Alerts, MayHoldOtherBlocksOrNothing) {
  EXPECT_NE(html("> [!NOTE]\n> - a").find("Note</p>\n<ul>\n<li>a</li>"), std::string::npos);
  EXPECT_NE(html("> [!NOTE]").find("Note</p>\n</blockquote>\n"), std::string::npos);
  EXPECT_NE(html("- > [!NOTE]\n  > a").find("markdown-alert-note"), std::string::npos);
}

TEST(Alerts, AreNotOtherQuotes) {
  for (const char* text :
       {"> a", "> [!NOTE] a", "> [!NOSUCH]\n> a", "> a\n> [!NOTE]", "> *[!NOTE]*\n> a", "[!NOTE]\na", ">"}) {
    EXPECT_EQ(html(text).find("markdown-alert"), std::string::npos) << text;
  }
}

TEST(Alerts, AreOrdinaryQuotesWhenTurnedOff) {
  MarkdownOptions options;
  options.github_alerts = false;
  EXPECT_EQ(html("> [!NOTE]\n> a", options), "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n");
}

TEST(Alerts, HaveOnlyAClassInZolasMarkup) {
  MarkdownOptions options;
  options.markup = MarkupStyle::Zola;
  EXPECT_EQ(html("> [!TIP]\n> a\n", options),
            "<blockquote class=\"markdown-alert-tip\">\n<p>a</p>\n</blockquote>\n");
}

}  // namespace
}  // namespace loom::markdown
