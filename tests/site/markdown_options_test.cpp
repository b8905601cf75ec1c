#include "site/markdown_options.h"

#include <gtest/gtest.h>

namespace loom::site {
namespace {

markdown::MarkdownOptions options_of(std::string_view text, SiteKind kind = SiteKind::Zola) {
  base::Diagnostics diagnostics;
  const Config config =
      parse_config("config.toml", "base_url = \"https://a.b\"\n" + std::string(text), kind, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  return markdown_options(config);
}

TEST(MarkdownOptions, FollowTheKindOfTheSite) {
  const auto zola = options_of("");
  EXPECT_EQ(zola.markup, markdown::MarkupStyle::Zola);
  EXPECT_FALSE(zola.autolink);
  EXPECT_FALSE(zola.code.highlight);
  EXPECT_TRUE(zola.external_links_external);
  const auto loom = options_of("", SiteKind::Loom);
  EXPECT_EQ(loom.markup, markdown::MarkupStyle::Loom);
  EXPECT_TRUE(loom.autolink);
  EXPECT_TRUE(loom.code.highlight);
  EXPECT_EQ(loom.code.markup, markdown::CodeMarkup::Loom);
  EXPECT_EQ(options_of("[markdown]\nmarkup = \"zola\"\n", SiteKind::Loom).markup,
            markdown::MarkupStyle::Zola);
}

TEST(MarkdownOptions, HaveTheMarkupOfTheZolaWhoseKeysTheSiteUses) {
  const auto newer = options_of("[markdown.highlighting]\ntheme = \"nord\"\n");
  EXPECT_EQ(newer.code.markup, markdown::CodeMarkup::Giallo);
  EXPECT_TRUE(newer.code.inline_colors);
  EXPECT_EQ(newer.code.theme, "nord");
  const auto older = options_of("[markdown]\nhighlight_code = true\n");
  EXPECT_EQ(older.code.markup, markdown::CodeMarkup::Syntect);
  EXPECT_TRUE(older.code.inline_colors);
  EXPECT_FALSE(older.external_links_external);
  EXPECT_TRUE(options_of("[markdown]\nhighlight_code = true\nexternal_links_external = true\n")
                  .external_links_external);
  EXPECT_FALSE(
      options_of("[markdown]\nhighlight_code = true\nhighlight_theme = \"css\"\n").code.inline_colors);
}

TEST(MarkdownOptions, HaveTwoThemes) {
  const auto options = options_of(
      "[markdown.highlighting]\nstyle = \"class\"\nlight_theme = \"a-light\"\ndark_theme = \"b\"\n");
  EXPECT_FALSE(options.code.inline_colors);
  EXPECT_EQ(options.code.theme, "a-light");
  EXPECT_EQ(options.code.dark_theme, "b");
}

TEST(MarkdownOptions, KeepLoomsOwnCodeMarkupWhileNoThemeIsNamed) {
  EXPECT_EQ(options_of("[markdown]\nhighlight_code = true\n", SiteKind::Loom).code.markup,
            markdown::CodeMarkup::Loom);
  EXPECT_EQ(options_of("[markdown.highlighting]\ntheme = \"nord\"\n", SiteKind::Loom).code.markup,
            markdown::CodeMarkup::Giallo);
}

}  // namespace
}  // namespace loom::site
