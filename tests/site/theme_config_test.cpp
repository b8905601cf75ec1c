#include "site/theme_config.h"

#include <gtest/gtest.h>

#include "support/source_tree_text.h"

namespace loom::site {
namespace {

struct Merged {
  Config config;
  base::Diagnostics diagnostics;
};

Merged merge(std::string_view files) {
  Merged merged;
  merged.config = read_config(support::source_tree(files), "site", merged.diagnostics);
  return merged;
}

constexpr std::string_view kSite = "--- config.toml\nbase_url = \"https://a\"\ntheme = \"paper\"\n";

TEST(ThemeConfig, AThemeThatIsMissingIsAnError) {
  const Merged m = merge(std::string(kSite) + "--- content/a.md\n# A\n");
  ASSERT_EQ(m.diagnostics.items().size(), 1u);
  EXPECT_EQ(m.diagnostics.items()[0].message, "there is no theme `paper`");
  EXPECT_EQ(m.diagnostics.items()[0].file, "config.toml");
  EXPECT_NE(m.diagnostics.items()[0].hint.find("themes/paper"), std::string::npos);
}

TEST(ThemeConfig, AMissingThemeIsToldTheNearestName) {
  const Merged m = merge(std::string(kSite) + "--- themes/papers/theme.toml\nname = \"p\"\n");
  ASSERT_EQ(m.diagnostics.items().size(), 1u);
  EXPECT_EQ(m.diagnostics.items()[0].hint, "did you mean `papers`?");
}

TEST(ThemeConfig, AThemeForANewerZolaIsSaid) {
  const auto warnings_of = [](const std::string& version) {
    return merge(std::string(kSite) + "--- themes/paper/theme.toml\nmin_version = \"" + version + "\"\n")
        .diagnostics.warning_count();
  };
  EXPECT_EQ(warnings_of("0.22.1"), 0U);
  EXPECT_EQ(warnings_of("0.4"), 0U);
  EXPECT_EQ(warnings_of("soon"), 0U);
  EXPECT_EQ(warnings_of("0.23.3"), 1U);
}

TEST(ThemeConfig, ExtraFillsWhatTheSiteLeavesOut) {
  const Merged m = merge(std::string(kSite) +
                         "[extra]\na = 1\nlist = [1]\n[extra.deep]\nx = 1\n"
                         "--- themes/paper/theme.toml\nname = \"p\"\n[extra]\na = 2\nb = 3\nlist = [2, 3]\n"
                         "[extra.deep]\nx = 2\ny = 3\n");
  EXPECT_TRUE(m.diagnostics.empty());
  const base::Data& extra = m.config.extra;
  EXPECT_EQ(*extra.find("a"), base::Data(1));
  EXPECT_EQ(*extra.find("b"), base::Data(3));
  EXPECT_EQ(extra.find("list")->as_array()->size(), 1u);
  EXPECT_EQ(*extra.find("deep")->find("x"), base::Data(1));
  EXPECT_EQ(*extra.find("deep")->find("y"), base::Data(3));
}

TEST(ThemeConfig, ATableAgainstAPlainValueIsAnErrorAtTheThemesLine) {
  const Merged m = merge(std::string(kSite) +
                         "[extra]\nmenu = \"no\"\n--- themes/paper/theme.toml\n[extra.menu]\na = 1\n");
  ASSERT_EQ(m.diagnostics.error_count(), 1u);
  EXPECT_EQ(m.diagnostics.items()[0].file, "themes/paper/theme.toml");
  EXPECT_EQ(m.diagnostics.items()[0].message,
            "`extra.menu` has the kind table in the theme and string in the site's configuration");
}

TEST(ThemeConfig, TheConfigurationOfTheThemesDemonstrationIsNotRead) {
  const Merged m =
      merge(std::string(kSite) +
            "--- themes/paper/theme.toml\nname = \"p\"\n"
            "--- themes/paper/config.toml\nbase_url = \"https://b\"\ntitle = \"Demo\"\n[extra]\nb = 1\n");
  EXPECT_EQ(m.config.title, "");
  EXPECT_EQ(m.config.extra.find("b"), nullptr);
}

}  // namespace
}  // namespace loom::site
