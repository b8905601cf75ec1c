#include "build/theme_files.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/source_tree_text.h"

namespace loom::build {
namespace {

using support::source_tree;

struct Theme {
  explicit Theme(std::string_view text) : tree(source_tree(text)) {
    base::Diagnostics diagnostics;
    config = site::read_config(tree, "folder", diagnostics);
  }
  /// Where the template comes from; "" when there is none.
  std::string origin(const std::string& name) const {
    for (const templating::TemplateSource& source : collect_templates(tree, config)) {
      if (source.name == name) {
        return source.path;
      }
    }
    return "";
  }

  site::SourceTree tree;
  site::Config config;
};

TEST(ThemeFiles, TheSiteComesBeforeItsThemeAndTheThemeBeforeTheBuiltIn) {
  const Theme theme(
      "--- loom.toml\ntheme = \"t\"\n--- templates/page.html\n--- themes/t/templates/page.html\n"
      "--- themes/t/templates/section.html\n");
  EXPECT_EQ(theme.origin("page.html"), "templates/page.html");
  EXPECT_EQ(theme.origin("t/templates/page.html"), "themes/t/templates/page.html");
  EXPECT_EQ(theme.origin("section.html"), "themes/t/templates/section.html");
  EXPECT_EQ(theme.origin("index.html"), "(built-in theme) index.html");
}

TEST(ThemeFiles, AZolaSiteWithTemplatesOfItsOwnGetsOnlyWhatZolaHas) {
  const Theme own("--- config.toml\nbase_url = \"x\"\n--- templates/index.html\n");
  EXPECT_EQ(own.origin("page.html"), "");
  EXPECT_NE(own.origin("404.html"), "");
  EXPECT_NE(own.origin("sitemap.xml"), "");
  const Theme none("--- config.toml\nbase_url = \"x\"\n");
  EXPECT_NE(none.origin("page.html"), "");
}

TEST(ThemeFiles, WhatZolaHasBuiltInIsNotTheThemes) {
  const Theme own("--- config.toml\nbase_url = \"x\"\n--- templates/index.html\n");
  EXPECT_EQ(own.origin("404.html"), "(built-in theme) zola/404.html");
  EXPECT_EQ(own.origin("loom/base.html"), "");
  EXPECT_TRUE(collect_theme_assets(own.tree, own.config).empty());
  const Theme loom("--- loom.toml\n--- templates/index.html\n");
  EXPECT_EQ(loom.origin("404.html"), "(built-in theme) 404.html");
  EXPECT_EQ(loom.origin("zola/404.html"), "");
}

TEST(ThemeFiles, ABareFolderHasTheBuiltInTemplatesOnly) {
  const Theme bare("--- a.md\nx\n--- templates/page.html\n");
  EXPECT_EQ(bare.origin("page.html"), "(built-in theme) page.html");
}

TEST(ThemeFiles, HasTheTemplatesOfShortcodes) {
  const Theme theme(
      "--- config.toml\n--- templates/shortcodes/note.html\n{{ body }}\n--- templates/index.html\n");
  EXPECT_EQ(theme.origin("shortcodes/note.html"), "templates/shortcodes/note.html");
}

TEST(ThemeFiles, AssetsAreNoTemplatesAndCarryAFingerprint) {
  const Theme theme("--- loom.toml\n--- templates/assets/sub/look.css\np{}\n--- templates/assets/noext\nx\n");
  EXPECT_EQ(theme.origin("assets/sub/look.css"), "");
  const std::vector<ThemeAsset> assets = collect_theme_assets(theme.tree, theme.config);
  const ThemeAsset* look = find_theme_asset(assets, "sub/look.css");
  ASSERT_NE(look, nullptr);
  EXPECT_EQ(look->source_path, "templates/assets/sub/look.css");
  EXPECT_THAT(look->path, testing::MatchesRegex("/_theme/sub/look\\.[0-9a-f]+\\.css"));
  EXPECT_THAT(find_theme_asset(assets, "noext")->path, testing::MatchesRegex("/_theme/noext\\.[0-9a-f]+"));
  EXPECT_EQ(find_theme_asset(assets, "none.css"), nullptr);
  EXPECT_TRUE(std::is_sorted(assets.begin(), assets.end(),
                             [](const ThemeAsset& a, const ThemeAsset& b) { return a.name < b.name; }));
}

TEST(ThemeFiles, AnAssetOfTheSiteReplacesTheBuiltInOne) {
  const Theme theme("--- loom.toml\n--- templates/assets/style.css\np{}\n");
  const auto own = collect_theme_assets(theme.tree, theme.config);
  const auto built_in = collect_theme_assets({}, theme.config);
  EXPECT_EQ(*find_theme_asset(own, "style.css")->bytes, "p{}\n");
  EXPECT_NE(find_theme_asset(own, "style.css")->path, find_theme_asset(built_in, "style.css")->path);
}

}  // namespace
}  // namespace loom::build
