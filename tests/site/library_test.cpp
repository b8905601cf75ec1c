#include "site/library.h"

#include <gtest/gtest.h>

#include "support/site_model.h"

namespace loom::site {
namespace {

using support::SiteModel;

const std::string kZola = "--- config.toml\nbase_url = \"https://x.org\"\n";

TEST(Library, NeighboursFollowTheOrderOfTheSection) {
  const SiteModel model(kZola + R"(--- content/_index.md
+++
sort_by = "date"
+++
--- content/old.md
+++
date = 2023-01-01
+++
--- content/mid.md
+++
date = 2024-01-01
+++
--- content/new.md
+++
date = 2025-01-01
+++
)");
  EXPECT_EQ(model.page("new.md").lower, kNone);
  EXPECT_EQ(model.page("new.md").higher, model.library.find_page("mid.md"));
  EXPECT_EQ(model.page("old.md").lower, model.library.find_page("mid.md"));
  EXPECT_EQ(model.page("old.md").higher, kNone);
}

TEST(Library, SectionsOfABareFolderAreFoundByTheNameOfSections) {
  const SiteModel model(
      "--- README.md\n# Home\n--- blog/index.md\n# Blog\n--- blog/a.md\nA\n--- c/d.md\nD\n");
  EXPECT_EQ(model.section("_index.md").title, "Home");
  EXPECT_EQ(model.section("README.md").title, "Home");
  EXPECT_EQ(model.section("blog/_index.md").title, "Blog");
  EXPECT_NE(model.library.find_section("c/_index.md"), kNone);
  EXPECT_EQ(model.library.find_section("e/_index.md"), kNone);
  EXPECT_EQ(model.library.find_section("index.md"), kNone);
}

TEST(Library, TransparentSectionsPassTheirPagesUp) {
  const SiteModel model(kZola + R"(--- content/blog/_index.md
+++
sort_by = "date"
+++
--- content/blog/2023/_index.md
+++
transparent = true
sort_by = "date"
+++
--- content/blog/2023/a.md
+++
date = 2023-01-01
+++
--- content/blog/b.md
+++
date = 2024-01-01
+++
)");
  EXPECT_EQ(model.names(model.section("blog/_index.md").pages), "blog/b.md blog/2023/a.md");
  EXPECT_EQ(model.names(model.section("blog/2023/_index.md").pages), "blog/2023/a.md");
  EXPECT_EQ(model.names(model.section("_index.md").pages), "");
  EXPECT_EQ(model.page("blog/2023/a.md").lower, model.library.find_page("blog/b.md"));
}

TEST(Library, SubsectionsComeByWeight) {
  const SiteModel model(
      kZola +
      "--- content/a/_index.md\n+++\nweight = 2\n+++\n--- content/b/_index.md\n+++\nweight = 1\n+++\n"
      "--- content/b/deep/_index.md\n--- content/x/y/_index.md\n");
  const Section& root = model.section("_index.md");
  ASSERT_EQ(root.subsections.size(), 2u);
  EXPECT_EQ(model.placement->sections[root.subsections[0]].path, "/b/");
  EXPECT_EQ(model.find_placed("/x/y/")->parent, kNone);
  EXPECT_EQ(model.find_placed("/x/y/")->ancestors, std::vector<std::uint32_t>{0});
}

TEST(Library, TemplatesAreInherited) {
  const SiteModel model(kZola +
                        "--- content/docs/_index.md\n+++\npage_template = \"doc.html\"\n+++\n"
                        "--- content/docs/deep/_index.md\n--- content/docs/deep/a.md\n--- content/b.md\n"
                        "--- content/docs/c.md\n+++\ntemplate = \"own.html\"\n+++\n");
  EXPECT_EQ(model.page("docs/deep/a.md").template_name, "doc.html");
  EXPECT_EQ(model.page("docs/c.md").template_name, "own.html");
  EXPECT_EQ(model.page("b.md").template_name, "page.html");
  EXPECT_EQ(model.section("_index.md").template_name, "index.html");
  EXPECT_EQ(model.section("docs/_index.md").template_name, "section.html");
}

TEST(Library, TitlesComeFromMetadataHeadingOrName) {
  const SiteModel model(
      "--- a.md\n---\ntitle: Meta\n---\n# Heading\n--- b.md\n# Heading *b*\n--- some-notes.md\ntext\n");
  EXPECT_EQ(model.page("a.md").title, "Meta");
  EXPECT_EQ(model.page("b.md").title, "Heading b");
  EXPECT_EQ(model.page("some-notes.md").title, "Some notes");
  EXPECT_EQ(SiteModel(kZola + "--- content/a.md\n+++\n+++\n# Heading\n").page("a.md").title, "");
}

TEST(Library, BareSectionsListUndatedPagesLastInNaturalOrder) {
  const SiteModel model("--- 10-c.md\n--- 2-b.md\n--- 2024-01-01-x.md\n--- 2025-01-01-y.md\n");
  const Section& root = model.library.sections[0];
  EXPECT_EQ(model.names(root.pages), "2025-01-01-y.md 2024-01-01-x.md 2-b.md 10-c.md");
  EXPECT_TRUE(root.ignored_pages.empty());
}

TEST(Library, SectionsArePaginated) {
  const SiteModel model(
      kZola +
      "--- content/_index.md\n+++\npaginate_by = 2\nsort_by = \"slug\"\n+++\n--- content/a.md\n"
      "--- content/b.md\n--- content/c.md\n");
  const Section& root = model.section("_index.md");
  ASSERT_TRUE(root.paginator.has_value());
  ASSERT_EQ(root.paginator->pagers.size(), 2u);
  EXPECT_EQ(root.paginator->pagers[1].path, "/page/2/");
}

TEST(Library, PagesThatAreNotRenderedAreInNoList) {
  const SiteModel model(kZola + "--- content/_index.md\n--- content/a.md\n+++\nrender = false\n+++\n");
  EXPECT_EQ(model.names(model.section("_index.md").pages), "");
  EXPECT_NE(model.library.find_page("a.md"), kNone);
}

TEST(Library, BacklinksAreThePagesAndSectionsThatLinkHere) {
  const SiteModel model(kZola +
                        "--- content/_index.md\n[b](@/b.md)\n--- content/a.md\n[x](@/b.md#y) [z](b.md)\n--- "
                        "content/b.md\n[self](@/b.md)\n");
  const std::vector<const Entry*>& backlinks = model.page("b.md").backlinks;
  ASSERT_EQ(backlinks.size(), 2u);
  EXPECT_EQ(backlinks[0]->placed->relative_path, "_index.md");
  EXPECT_EQ(backlinks[1]->placed->relative_path, "a.md");
}

TEST(Library, ATermOnThePathOfAPageIsAnError) {
  const std::string collision =
      "\nbase_url = \"https://x\"\ntaxonomies = [{name = \"tags\"}]\n--- content/tags.md\n"
      "+++\n[taxonomies]\ntags = [\"x\"]\n+++\n";
  EXPECT_EQ(SiteModel("--- loom.toml" + collision).diagnostics.error_count(), 1u);
  const SiteModel zola("--- config.toml" + collision);
  EXPECT_EQ(zola.diagnostics.error_count(), 0u);
  EXPECT_EQ(zola.diagnostics.warning_count(), 1u);
  EXPECT_TRUE(zola.library.replaced_paths.contains("/tags/"));
  const SiteModel bare("--- tags/a.md\n---\ntags: x\n---\n");
  EXPECT_EQ(bare.diagnostics.error_count(), 0u);
  EXPECT_EQ(bare.diagnostics.warning_count(), 1u);
  EXPECT_FALSE(bare.library.taxonomies[0].config.render);
}

TEST(Library, ATaxonomyWithoutTermsTakesNoPath) {
  EXPECT_EQ(SiteModel("--- config.toml\nbase_url = \"https://x\"\ntaxonomies = [{name = \"tags\"}]\n--- "
                      "content/tags.md\n")
                .diagnostics.error_count(),
            0u);
}

TEST(Library, TranslationsAreTheVersionsOfOneText) {
  const SiteModel model(kZola +
                        "[languages.fr]\n[languages.it]\n--- content/_index.fr.md\n--- content/a/index.md\n"
                        "--- content/a/index.it.md\n--- content/b.fr.md\n--- content/c.md\n"
                        "--- content/c.it.md\n+++\nrender = false\n+++\n");
  const auto translations = [&](const Entry& entry) {
    std::string text;
    for (const Entry* translation : entry.translations) {
      text += translation->placed->relative_path + " ";
    }
    return text;
  };
  EXPECT_EQ(translations(model.section("_index.fr.md")), "_index.md _index.fr.md _index.it.md ");
  EXPECT_EQ(translations(model.page("a/index.it.md")), "a/index.md a/index.it.md ");
  EXPECT_EQ(translations(model.page("b.fr.md")), "b.fr.md ");
  EXPECT_EQ(translations(model.page("c.md")), "c.md ");
}

TEST(Library, ASiteOfOneLanguageHasNoTranslations) {
  const SiteModel model(kZola + "--- content/a.md\n");
  EXPECT_TRUE(model.page("a.md").translations.empty());
}

TEST(Library, ThePageTemplateOfATransparentSectionHolds) {
  const SiteModel model(
      kZola +
      "--- content/b/_index.md\n+++\npage_template = \"outer.html\"\n+++\n"
      "--- content/b/y/_index.md\n+++\ntransparent = true\npage_template = \"inner.html\"\n+++\n"
      "--- content/b/y/a.md\n");
  EXPECT_EQ(model.page("b/y/a.md").template_name, "inner.html");
}

TEST(Library, OrphansAreListed) {
  const SiteModel model(kZola + "--- content/x/a.md\n--- content/b.md\n");
  EXPECT_EQ(model.names(model.library.orphans), "x/a.md");
}

TEST(Library, SearchIndexFollowsTheSection) {
  const SiteModel model(kZola +
                        "--- content/x/_index.md\n+++\nin_search_index = false\n+++\n--- content/x/a.md\n");
  EXPECT_FALSE(model.page("x/a.md").in_search_index);
}

TEST(Library, TheSameSourcesGiveTheSameModelInAnyOrderOfThePaths) {
  // Equal dates, equal titles: only the permalink decides.
  std::string text = kZola + "--- content/_index.md\n+++\nsort_by = \"date\"\n+++\n";
  for (const char* name : {"c", "a", "b"}) {
    text += "--- content/" + std::string(name) + ".md\n+++\ndate = 2024-01-01\n+++\n";
  }
  const SiteModel model(text);
  EXPECT_EQ(model.names(model.section("_index.md").pages), "a.md b.md c.md");
}

}  // namespace
}  // namespace loom::site
