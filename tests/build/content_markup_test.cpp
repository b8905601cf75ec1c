#include "build/content_markup.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/site_build.h"

namespace loom::build {
namespace {

using support::build_site;
using support::build_tree;
using support::Built;
using support::plain_build_options;
using support::source_tree;
using testing::HasSubstr;
using testing::IsEmpty;

std::string site_text(std::string_view config_name, std::string_view rest) {
  return "--- " + std::string(config_name) +
         "\nbase_url = \"https://x.org\"\n[markdown]\ninsert_anchor_links = \"right\"\n"
         "--- templates/index.html\ni\n--- templates/section.html\ns\n"
         "--- templates/page.html\n{{ page.content | safe }}|{{ page.summary | default(value=\"none\") | "
         "safe }}|\n"
         "--- content/a.md\n## B\n\n- c <!-- more --> d\n" +
         std::string(rest);
}

TEST(ContentMarkup, IsZolasOwnWithoutTemplatesOfTheSite) {
  const Built built = build_site(site_text("config.toml", ""));
  EXPECT_THAT(built.messages(), IsEmpty());
  EXPECT_THAT(built.body("/a/"), HasSubstr("aria-label=\"Anchor link for: b\">\U0001F517</a></h2>"));
  EXPECT_THAT(built.body("/a/"), HasSubstr("<li>c&hellip;</li>\n</ul>|"));
}

TEST(ContentMarkup, IsTheBuiltInThemesInALoomSite) {
  const Built built = build_site(site_text("loom.toml", ""));
  EXPECT_THAT(built.body("/a/"), HasSubstr("<h2 id=\"b\">B<a class=\"zola-anchor\" href=\"#b\""));
  EXPECT_THAT(built.body("/a/"), HasSubstr("c&hellip;"));
}

TEST(ContentMarkup, ComesFromTemplatesOfTheSite) {
  const Built built =
      build_site(site_text("config.toml",
                           "--- templates/anchor-link.html\n[{{ id }} {{ level }} {{ lang }}]\n"
                           "--- templates/summary-cutoff.html\n({{ summary | length }} {{ lang }})\n"));
  EXPECT_THAT(built.messages(), IsEmpty());
  EXPECT_THAT(built.body("/a/"), HasSubstr("<h2 id=\"b\">B[b 2 en]"));
  EXPECT_THAT(built.body("/a/"), HasSubstr("<li>c("));
  EXPECT_THAT(built.body("/a/"), HasSubstr(" en)"));
}

TEST(ContentMarkup, ComesFromTemplatesOfTheTheme) {
  const Built built = build_site(
      "--- config.toml\nbase_url = \"https://x.org\"\ntheme = \"t\"\n[markdown]\n"
      "insert_anchor_links = \"left\"\n--- themes/t/theme.toml\nname = \"t\"\n"
      "--- themes/t/templates/index.html\n{{ section.content | safe }}\n"
      "--- themes/t/templates/anchor-link.html\n[theme]\n--- content/_index.md\n## A\n");
  EXPECT_THAT(built.body("/"), HasSubstr("<h2 id=\"a\">[theme]"));
}

TEST(ContentMarkup, IsMadeAgainWhenATemplateOrWhatItReadsChanges) {
  Builder builder(plain_build_options());
  const std::string without = site_text("config.toml", "");
  const std::string with =
      without + "--- templates/anchor-link.html\n[{% include \"x.html\" ignore missing %}]\n";
  const Built first = build_tree(builder, source_tree(without));
  const Built second = build_tree(builder, source_tree(with), first.outcome.snapshot.get());
  EXPECT_THAT(second.body("/a/"), HasSubstr("B[]"));
  const Built third =
      build_tree(builder, source_tree(with + "--- templates/x.html\nnew\n"), second.outcome.snapshot.get());
  EXPECT_THAT(third.body("/a/"), HasSubstr("B[new"));
  const Built last = build_tree(builder, source_tree(without), third.outcome.snapshot.get());
  EXPECT_EQ(last.body("/a/"), first.body("/a/"));
}

TEST(ContentMarkup, ReportsAMistakeOnce) {
  const Built built = build_site(
      site_text("config.toml", "--- templates/anchor-link.html\n{{ nosuch }}\n--- content/e.md\n# a\n# b\n"));
  EXPECT_EQ(built.diagnostics.error_count(), 1u);
  EXPECT_THAT(built.messages(), HasSubstr("templates/anchor-link.html:1:4"));
}

}  // namespace
}  // namespace loom::build
