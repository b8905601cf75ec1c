#include "build/assets/sass_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/site_build.h"

namespace loom::build {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

site::Config zola_config(bool compile_sass, std::string theme = "") {
  site::Config config;
  config.kind = site::SiteKind::Zola;
  config.compile_sass = compile_sass;
  config.theme = std::move(theme);
  return config;
}

std::vector<std::string> entries_of(const SassPlan& plan) {
  std::vector<std::string> entries;
  for (const SassEntry& entry : plan.entries) {
    entries.push_back(entry.source + " > " + entry.output);
  }
  return entries;
}

std::vector<std::string> inputs_of(const SassPlan& plan) {
  std::vector<std::string> inputs;
  for (const site::SourceFile* file : plan.inputs) {
    inputs.push_back(file->path);
  }
  return inputs;
}

SassPlan plan(std::string_view text, const site::Config& config) {
  static std::vector<std::unique_ptr<site::SourceTree>> trees;
  trees.push_back(std::make_unique<site::SourceTree>(support::source_tree(text)));
  base::Diagnostics diagnostics;
  SassPlan made = plan_sass(*trees.back(), config, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  return made;
}

constexpr std::string_view kSite = R"(--- sass/main.scss
a{}
--- sass/css/print.sass
a
--- sass/_part.scss
a{}
--- sass/_folder/x.scss
a{}
--- sass/plain.css
a{}
--- static/other.css
a{}
--- themes/t/sass/main.scss
a{}
--- themes/t/sass/theme.scss
a{}
--- themes/u/sass/other.scss
a{}
)";

TEST(SassPlan, CompilesWhatIsNoPartialAndLetsTheSiteWinOverItsTheme) {
  EXPECT_THAT(entries_of(plan(kSite, zola_config(true, "t"))),
              ElementsAre("sass/css/print.sass > css/print.css", "sass/main.scss > main.css",
                          "themes/t/sass/theme.scss > theme.css"));
}

TEST(SassPlan, TheThemeIsCompiledWithoutBeingAskedFor) {
  EXPECT_THAT(entries_of(plan(kSite, zola_config(false, "t"))),
              ElementsAre("themes/t/sass/main.scss > main.css", "themes/t/sass/theme.scss > theme.css"));
  EXPECT_THAT(entries_of(plan(kSite, zola_config(false))), IsEmpty());
}

TEST(SassPlan, OnlyAStyleSheetThatLeavesItsFolderDependsOnOthers) {
  EXPECT_THAT(inputs_of(plan(kSite, zola_config(true))),
              ElementsAre("sass/_folder/x.scss", "sass/_part.scss", "sass/css/print.sass", "sass/main.scss",
                          "sass/plain.css", "themes/t/sass/main.scss", "themes/t/sass/theme.scss",
                          "themes/u/sass/other.scss"));
  const std::string leaves = std::string(kSite) + "--- sass/up.scss\n@import '../static/other';\n";
  EXPECT_THAT(inputs_of(plan(leaves, zola_config(true))), testing::Contains("static/other.css"));
}

TEST(SassPlan, TheFingerprintFollowsInputsAndNothingElse) {
  const site::Config config = zola_config(true);
  const std::uint64_t first = plan(kSite, config).fingerprint;
  EXPECT_EQ(plan(std::string(kSite) + "--- content/a.md\nx\n--- static/b.css\nx\n", config).fingerprint,
            first);
  EXPECT_NE(plan(std::string(kSite) + "--- sass/_new.scss\nx\n", config).fingerprint, first);
  EXPECT_NE(plan(kSite, zola_config(true, "t")).fingerprint, first);
}

TEST(SassPlan, TwoSourcesOfOneStyleSheetAreAnError) {
  base::Diagnostics diagnostics;
  const site::SourceTree tree = support::source_tree("--- sass/a.sass\na\n--- sass/a.scss\na{}\n");
  EXPECT_THAT(entries_of(plan_sass(tree, zola_config(true), diagnostics)),
              ElementsAre("sass/a.sass > a.css"));
  EXPECT_THAT(support::messages_of(diagnostics),
              HasSubstr("`sass/a.sass` and `sass/a.scss` are both compiled to `a.css`"));
}

TEST(SassPlan, AColonInANameSurvivesTheCommandLine) {
  EXPECT_EQ(sass_file_name("sass/a:b.scss").find(':'), std::string::npos);
  EXPECT_EQ(site_path_of(sass_file_name("sass/a:b::c.scss")), "sass/a:b::c.scss");
}

}  // namespace
}  // namespace loom::build
