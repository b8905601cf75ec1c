#include "site/page_path.h"

#include <gtest/gtest.h>

#include "support/site_model.h"

namespace loom::site {
namespace {

using support::SiteModel;

const std::string kLoom = "--- loom.toml\nbase_url = \"https://x.org\"\ntaxonomies = [{ name = \"tags\" }]\n";

/// The paths of a site whose blog follows the pattern.
std::string paths_with(const std::string& pattern, const std::string& pages) {
  return SiteModel(kLoom + "[permalinks]\nblog = \"" + pattern + "\"\n" + pages).paths();
}

TEST(PagePath, PatternsOfTheConfigurationAreForTheirFolderAndAllBelow) {
  const std::string pages = R"(--- content/blog/2024-05-01-hello.md
--- content/blog/deep/2024-06-02-there/index.md
--- content/blog/deep/2024-06-02-there/cat.png
--- content/about.md
)";
  EXPECT_EQ(paths_with("/:year/:month/:slug/", pages),
            "/ /2024/05/hello/ /2024/06/there/ /2024/06/there/cat.png /about/");
  EXPECT_EQ(paths_with("/:section/:sections/:filename/", pages),
            "/ /about/ /blog/blog/2024-05-01-hello/ /blog/blog/deep/2024-06-02-there/ "
            "/blog/blog/deep/2024-06-02-there/cat.png");
}

TEST(PagePath, TitlesTermsAndSlugsFillPlaceholders) {
  const std::string page =
      "--- content/blog/a.md\n+++\ntitle = \"One Two\"\nslug = \"s\"\n[taxonomies]\ntags = [\"B b\", "
      "\"c\"]\n+++\n--- content/blog/b.md\n";
  EXPECT_EQ(paths_with("/:tags/:title/", page), "/ /b-b/c/one-two/ /b/");
  EXPECT_EQ(paths_with("/x-:slug", page), "/ /x-b/ /x-s/");
}

TEST(PagePath, APatternMayNameFiles) {
  EXPECT_EQ(paths_with("/:year/:slug.html",
                       "--- content/blog/2024-05-01-a/index.md\n--- content/blog/2024-05-01-a/cat.png\n"),
            "/ /2024/a.html /2024/cat.png");
}

TEST(PagePath, TheNearestSectionDecides) {
  const SiteModel model(kLoom + R"([permalinks]
"/" = "/all/:slug/"
blog = "/b/:slug/"
--- content/blog/_index.md
+++
permalink = "/own/:slug/"
+++
--- content/blog/a.md
--- content/blog/deep/b.md
--- content/blog/deep/c.md
+++
permalink = "/set/:slug.html"
+++
--- content/blog/deep/d.md
+++
path = "exact"
+++
--- content/e.md
)");
  EXPECT_EQ(model.messages(), "");
  EXPECT_EQ(model.paths(), "/ /all/e/ /blog/ /exact/ /own/a/ /own/b/ /set/c.html");
}

TEST(PagePath, OtherLanguagesKeepTheirPrefixAndFollowTheDefaultLanguage) {
  const SiteModel model(kLoom + R"([languages.fr]
--- content/blog/_index.md
+++
permalink = "/b/:slug/"
+++
--- content/blog/a.md
--- content/blog/a.fr.md
)");
  EXPECT_EQ(model.paths(), "/ /b/a/ /blog/ /fr/ /fr/b/a/");
}

TEST(PagePath, APageWithoutTheDateOfItsPatternIsNamed) {
  const SiteModel model(kLoom + "[permalinks]\nblog = \"/:year/:slug/\"\n--- content/blog/a.md\n+++\n+++\n");
  ASSERT_EQ(model.diagnostics.error_count(), 1u);
  const base::Diagnostic& error = model.diagnostics.items()[0];
  EXPECT_EQ(error.file, "content/blog/a.md");
  EXPECT_EQ(error.message, "the address `/:year/:slug/` needs a date, and this page has none");
  EXPECT_EQ(error.trail, std::vector<std::string>{"the pattern stands in loom.toml:4"});
}

TEST(PagePath, BadPatternsAreErrorsWithTheirLine) {
  const SiteModel model(kLoom + R"([permalinks]
blog = "/:yaer/:slug/"
nowhere = "/:slug/"
--- content/blog/_index.md
+++
permalink = "/fixed/"
+++
--- content/blog/a.md
+++
permalink = "/:what/"
+++
)");
  std::vector<std::string> places;
  for (const base::Diagnostic& item : model.diagnostics.items()) {
    places.push_back(item.file + ":" + std::to_string(item.line) +
                     (item.severity == base::Severity::Error ? " error" : " warning"));
  }
  EXPECT_EQ(places, (std::vector<std::string>{"content/blog/_index.md:2 error", "content/blog/a.md:2 error",
                                              "loom.toml:4 error", "loom.toml:5 warning"}));
}

TEST(PagePath, APatternThatGivesTwoPagesOneAddressIsACollision) {
  const SiteModel model(kLoom +
                        "[permalinks]\nblog = \"/:year/\"\n--- content/blog/2024-01-01-a.md\n"
                        "--- content/blog/2024-01-01-b.md\n");
  ASSERT_EQ(model.diagnostics.error_count(), 1u);
  EXPECT_NE(model.diagnostics.items()[0].message.find("/2024/"), std::string::npos);
}

TEST(PagePath, InABareFolderPatternsOfOtherEnginesWorkOrAreLeftOut) {
  EXPECT_EQ(SiteModel("--- posts/2024-01-02-a.md\n---\npermalink: /:categories/:year/:slug.html\n"
                      "categories: [x]\n---\n")
                .paths(),
            "/ /posts/ /x/2024/a.html");
  const SiteModel unknown("--- a.md\n---\npermalink: /:w_year/:slug/\n---\n--- b.md\n");
  EXPECT_EQ(unknown.paths(), "/ /a/ /b/");
  EXPECT_EQ(unknown.diagnostics.warning_count(), 1u);
  EXPECT_EQ(unknown.diagnostics.error_count(), 0u);
}

}  // namespace
}  // namespace loom::site
