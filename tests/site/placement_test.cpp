#include "site/placement.h"

#include <gtest/gtest.h>

#include "site/link_index.h"
#include "support/site_model.h"

namespace loom::site {
namespace {

using support::SiteModel;

const std::string kZola = "--- config.toml\nbase_url = \"https://x.org\"\n";

TEST(Placement, PagesSectionsAndBundlesGetTheirPaths) {
  const SiteModel model(kZola + R"(--- content/about.md
--- content/blog/_index.md
--- content/blog/2024-05-01-Hello World.md
--- content/blog/bundle/index.md
--- content/blog/bundle/cat.png
--- content/blog/bundle/deep/dog.png
--- content/blog/side.png
--- content/orphans/o.md
--- content/orphans/unowned.png
)");
  EXPECT_EQ(
      model.paths(),
      "/ /about/ /blog/ /blog/bundle/ /blog/bundle/cat.png /blog/bundle/deep/dog.png /blog/hello-world/ "
      "/blog/side.png /orphans/o/");
  EXPECT_EQ(model.messages(), "");
  const PlacedPage* bundle = model.find_placed("/blog/bundle/");
  EXPECT_EQ(bundle->permalink, "https://x.org/blog/bundle/");
  EXPECT_EQ(bundle->components, (std::vector<std::string>{"blog", "bundle"}));
  EXPECT_EQ(bundle->assets_end - bundle->assets_begin, 2u);
  EXPECT_EQ(model.placement->assets[bundle->assets_begin].source_path, "content/blog/bundle/cat.png");
  EXPECT_EQ(bundle->ancestors.size(), 2u);
  EXPECT_EQ(model.find_placed("/orphans/o/")->parent, kNone);
}

TEST(Placement, SlugPathAndAliasesOfTheMetadata) {
  const SiteModel model(kZola + R"(--- content/blog/a.md
+++
slug = "Other Name"
aliases = ["old", "/older/page.html"]
+++
--- content/blog/b.md
+++
path = "/somewhere/else"
+++
)");
  EXPECT_EQ(model.paths(), "/ /blog/other-name/ /somewhere/else/");
  EXPECT_EQ(model.find_placed("/blog/other-name/")->aliases,
            (std::vector<std::string>{"/old/", "/older/page.html"}));
}

TEST(Placement, PermalinksOfOtherEnginesMayNameAFile) {
  EXPECT_EQ(SiteModel("--- a.md\n---\npermalink: /x/about.html\n---\n--- b.md\n---\nurl: y/\n---\n").paths(),
            "/ /x/about.html /y/");
}

TEST(Placement, CollisionsNameBothFiles) {
  const SiteModel model(kZola + "--- content/a.md\n--- content/b.md\n+++\nslug = \"a\"\n+++\n");
  ASSERT_EQ(model.diagnostics.error_count(), 1u);
  EXPECT_EQ(model.diagnostics.items()[0].file, "content/b.md");
  EXPECT_NE(model.diagnostics.items()[0].message.find("content/a.md"), std::string::npos);
}

TEST(Placement, AliasesAndFilesCollideToo) {
  EXPECT_EQ(SiteModel(kZola + "--- content/a.md\n--- content/b.md\n+++\naliases = [\"/a\"]\n+++\n")
                .diagnostics.error_count(),
            1u);
  EXPECT_EQ(SiteModel(kZola + "--- content/a.md\n+++\naliases = [\"/a\"]\n+++\n").diagnostics.error_count(),
            0u);
}

TEST(Placement, InABareFolderTheFirstPageKeepsAnAlias) {
  const SiteModel model(
      "--- a.md\n---\naliases: [/old/]\n---\n--- b.md\n---\naliases: [/old/, /b/, /a/]\n---\n");
  EXPECT_EQ(model.diagnostics.error_count(), 0u);
  EXPECT_EQ(model.diagnostics.warning_count(), 2u);
  EXPECT_EQ(model.find_placed("/a/")->aliases, std::vector<std::string>{"/old/"});
  EXPECT_TRUE(model.find_placed("/b/")->aliases.empty());
}

TEST(Placement, DraftsAreHiddenWithTheirFiles) {
  const std::string text = kZola + R"(--- content/a.md
+++
draft = true
+++
--- content/b/index.md
+++
draft = true
+++
--- content/b/x.png
--- content/hidden/_index.md
+++
draft = true
+++
--- content/hidden/c.md
--- content/hidden/y.png
)";
  const SiteModel model(text);
  EXPECT_EQ(model.paths(), "/");
  EXPECT_EQ(model.placement->hidden_draft_count, 4u);
  EXPECT_TRUE(model.placement->links->is_hidden("a.md"));
  EXPECT_EQ(SiteModel(text, true).paths(), "/ /a/ /b/ /b/x.png /hidden/ /hidden/c/ /hidden/y.png");
}

TEST(Placement, FuturePagesWaitWhereTheSiteSaysSo) {
  const std::string pages =
      "--- content/a.md\n+++\ndate = 2030-01-02\n+++\n--- content/b.md\n+++\ndate = 2029-01-01\n+++\n";
  EXPECT_EQ(SiteModel(kZola + pages).paths(), "/ /a/ /b/");
  const SiteModel waiting(kZola + "publish_future = false\n" + pages);
  EXPECT_EQ(waiting.paths(), "/");
  EXPECT_EQ(waiting.placement->next_publication, base::parse_date_time("2029-01-01")->moment);
  EXPECT_EQ(waiting.placement->hidden_future_count, 2u);
}

TEST(Placement, BareFoldersMakeSections) {
  const SiteModel model(R"(--- README.md
# Hello
--- guide/one.md
--- guide/img/a.png
--- guide/notes.py
--- guide/data.xyz
--- lone/index.md
--- lone/b.png
--- docs/index.md
--- docs/more.md
)");
  EXPECT_EQ(model.paths(), "/ /docs/ /docs/more/ /guide/ /guide/img/a.png /guide/one/ /lone/ /lone/b.png");
  EXPECT_EQ(model.section("README.md").title, "Hello");
  EXPECT_EQ(model.section("guide/_index.md").title, "Guide");
  EXPECT_NE(model.library.find_page("lone/index.md"), kNone);
}

TEST(Placement, OfSeveralFrontPagesTheMostExplicitWins) {
  const SiteModel model("--- README.md\n--- index.md\n--- a.md\n");
  EXPECT_EQ(model.paths(), "/ /a/ /readme/");
  EXPECT_EQ(model.placement->sections[0].relative_path, "index.md");
}

TEST(Placement, TheRootSectionAlwaysExists) {
  EXPECT_EQ(SiteModel("").placement->sections.size(), 1u);
  EXPECT_EQ(SiteModel(kZola + "--- content/_index.md\n+++\ndraft = true\n+++\n").paths(), "/");
}

TEST(Placement, APageMayTakeThePathOfASectionWithoutAFile) {
  const SiteModel model(kZola + "--- content/index.md\n");
  EXPECT_EQ(model.messages(), "");
  EXPECT_FALSE(model.placement->sections[0].render);
}

TEST(Placement, LanguagesHaveTheirOwnTree) {
  const SiteModel model(kZola +
                        "[languages.fr]\n--- content/blog/_index.md\n--- content/blog/_index.fr.md\n"
                        "--- content/blog/a.md\n--- content/blog/a.fr.md\n");
  EXPECT_EQ(model.paths(), "/ /blog/ /blog/a/ /fr/ /fr/blog/ /fr/blog/a/");
  EXPECT_EQ(model.names(model.section("blog/_index.fr.md").pages), "blog/a.fr.md");
}

}  // namespace
}  // namespace loom::site
