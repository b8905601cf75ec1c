#include "build/theme_files.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "support/source_tree_text.h"

namespace loom::build {
namespace {

/// The text of the template, or "(none)".
std::string template_text(std::string_view site_text, std::string_view name) {
  const site::SourceTree tree = support::source_tree(site_text);
  base::Diagnostics diagnostics;
  const site::Config config = site::read_config(tree, "notes", diagnostics);
  for (const templating::TemplateSource& source : collect_templates(tree, config)) {
    if (source.name == name) {
      return source.text;
    }
  }
  return "(none)";
}

std::string asset_source(std::string_view site_text) {
  const site::SourceTree tree = support::source_tree(site_text);
  base::Diagnostics diagnostics;
  const site::Config config = site::read_config(tree, "notes", diagnostics);
  const std::vector<ThemeAsset> assets = collect_theme_assets(tree, config);
  const ThemeAsset* asset = find_theme_asset(assets, "style.css");
  return asset == nullptr ? "(none)" : asset->source_path;
}

const std::string kOwn = "--- templates/page.html\nown\n--- templates/assets/style.css\nown\n";

TEST(ThemeFiles, OfTheSiteWinOverTheBuiltInOnes) {
  EXPECT_EQ(template_text("--- loom.toml\n" + kOwn, "page.html"), "own\n");
  EXPECT_EQ(asset_source("--- loom.toml\n" + kOwn), "templates/assets/style.css");
}

TEST(ThemeFiles, OfTheSitesThemeComeBetween) {
  const std::string site = "--- loom.toml\ntheme = \"t\"\n--- themes/t/templates/page.html\ntheme\n";
  EXPECT_EQ(template_text(site, "page.html"), "theme\n");
  EXPECT_EQ(template_text(site + kOwn, "page.html"), "own\n");
  EXPECT_EQ(template_text(site + kOwn, "t/templates/page.html"), "theme\n");
}

TEST(ThemeFiles, AreNotTakenFromABareFolderWhereTemplatesIsContent) {
  EXPECT_EQ(template_text("--- a.md\nA\n" + kOwn, "page.html"), template_text("--- a.md\nA\n", "page.html"));
  EXPECT_EQ(asset_source("--- a.md\nA\n" + kOwn), "");
}

TEST(ThemeFiles, OfTheBuiltInThemeDoNotFillUpATemplateFolderOfZola) {
  const std::string site = "--- config.toml\nbase_url = \"https://x.org\"\n";
  EXPECT_EQ(template_text(site + kOwn, "section.html"), "(none)");
  EXPECT_NE(template_text(site + kOwn, "atom.xml"), "(none)");
  EXPECT_NE(template_text(site, "section.html"), "(none)");
}

}  // namespace
}  // namespace loom::build
