#include "build/assets/code_style_sheets.h"

#include <gtest/gtest.h>

namespace loom::build {
namespace {

std::vector<site::SourceFile> sheets(std::string_view text) {
  base::Diagnostics diagnostics;
  return make_code_style_sheets(site::parse_config(
      "config.toml", "base_url = \"https://a.b\"\n" + std::string(text), site::SiteKind::Zola, diagnostics));
}

TEST(CodeStyleSheets, AreNoneWithoutClasses) {
  EXPECT_TRUE(sheets("[markdown.highlighting]\ntheme = \"nord\"\n").empty());
}

TEST(CodeStyleSheets, HaveTheNamesAndColoursOfTheirThemes) {
  const auto one = sheets("[markdown.highlighting]\nstyle = \"class\"\ntheme = \"nord\"\n");
  ASSERT_EQ(one.size(), 1u);
  EXPECT_EQ(one[0].path, "giallo.css");
  EXPECT_NE(one[0].bytes->find("#2e3440"), std::string::npos);
  const auto two = sheets(
      "[markdown.highlighting]\nstyle = \"class\"\nlight_theme = \"github-light\"\ndark_theme = \"nord\"\n");
  ASSERT_EQ(two.size(), 2u);
  EXPECT_EQ(two[0].path, "giallo-light.css");
  EXPECT_NE(two[0].bytes->find("#ffffff"), std::string::npos);
  EXPECT_EQ(two[1].path, "giallo-dark.css");
  EXPECT_NE(two[0].hash, two[1].hash);
}

TEST(CodeStyleSheets, HaveTheNamesThatAnOlderConfigurationGives) {
  const auto older = sheets(
      "[markdown]\nhighlight_code = true\nhighlight_theme = \"css\"\n"
      "highlight_themes_css = [{theme = \"dracula\", filename = \"syntax.css\"}]\n");
  ASSERT_EQ(older.size(), 1u);
  EXPECT_EQ(older[0].path, "syntax.css");
  EXPECT_NE(older[0].bytes->find("#282a36"), std::string::npos);
}

}  // namespace
}  // namespace loom::build
