#include "site/taxonomy.h"

#include <gtest/gtest.h>

#include "support/site_model.h"

namespace loom::site {
namespace {

using support::SiteModel;

constexpr std::string_view kPages = R"(--- content/a.md
+++
date = 2024-01-01
[taxonomies]
tags = ["Rust", "C++"]
+++
--- content/b.md
+++
date = 2025-01-01
[taxonomies]
tags = ["rust"]
+++
--- content/c.md
+++
[taxonomies]
tags = ["rust", "Rust"]
+++
)";

SiteModel site(std::string_view config) {
  return SiteModel("--- config.toml\nbase_url = \"https://x.org\"\n" + std::string(config) +
                   std::string(kPages));
}

TEST(Taxonomy, TermsWithOneSlugAreOneTerm) {
  const SiteModel model = site("taxonomies = [{name = \"tags\", feed = true}]\n");
  ASSERT_EQ(model.library.taxonomies.size(), 1u);
  const Taxonomy& tags = model.library.taxonomies[0];
  EXPECT_EQ(tags.path, "/tags/");
  EXPECT_EQ(tags.permalink, "https://x.org/tags/");
  EXPECT_TRUE(tags.config.feed);
  ASSERT_EQ(tags.terms.size(), 2u);
  EXPECT_EQ(tags.terms[0].name, "C++");
  EXPECT_EQ(tags.terms[0].path, "/tags/c/");
  EXPECT_EQ(tags.terms[1].name, "Rust");
  EXPECT_EQ(model.names(tags.terms[1].pages), "b.md a.md c.md");
}

TEST(Taxonomy, RootAndPaginationAreConfigured) {
  const SiteModel model = site(
      "taxonomy_root = \"blog\"\ntaxonomies = [{name = \"tags\", paginate_by = 2, paginate_path = "
      "\"seite\"}]\n");
  const Term& rust = model.library.taxonomies[0].terms[1];
  EXPECT_EQ(rust.path, "/blog/tags/rust/");
  ASSERT_TRUE(rust.paginator.has_value());
  ASSERT_EQ(rust.paginator->pagers.size(), 2u);
  EXPECT_EQ(rust.paginator->pagers[1].path, "/blog/tags/rust/seite/2/");
}

TEST(Taxonomy, ASeriesIsReadFromItsBeginning) {
  const SiteModel model(
      "--- posts/s/two.md\n---\ndate: 2024-02-01\n---\n--- posts/s/one.md\n---\ndate: "
      "2024-01-01\n---\n--- posts/s/loose.md\n");
  ASSERT_EQ(model.library.taxonomies.size(), 1u);
  EXPECT_EQ(model.library.taxonomies[0].path, "/series/");
  EXPECT_EQ(model.names(model.library.taxonomies[0].terms[0].pages),
            "posts/s/one.md posts/s/two.md posts/s/loose.md");
}

TEST(Taxonomy, PagesThatAreNotRenderedAreInTheListsOfZolaSitesOnly) {
  constexpr std::string_view kSite =
      ".toml\nbase_url = \"https://x.org\"\ntaxonomies = [{name = \"tags\", paginate_by = 5}]\n--- "
      "content/a.md\n+++\nrender = false\n[taxonomies]\ntags = [\"x\"]\n+++\n";
  EXPECT_TRUE(SiteModel("--- loom" + std::string(kSite)).library.taxonomies[0].terms.empty());
  const SiteModel zola("--- config" + std::string(kSite));
  ASSERT_EQ(zola.library.taxonomies[0].terms.size(), 1u);
  EXPECT_EQ(zola.library.taxonomies[0].terms[0].pages.size(), 1u);
  EXPECT_TRUE(zola.library.taxonomies[0].terms[0].paginator->pages.empty());
}

TEST(Taxonomy, EachLanguageHasItsOwnTerms) {
  const SiteModel model(
      "--- config.toml\nbase_url = \"https://x.org\"\ntaxonomies = [{name = \"tags\"}]\n[languages.fr]\n"
      "taxonomies = [{name = \"tags\"}, {name = \"auteurs\"}]\n"
      "--- content/a.md\n+++\n[taxonomies]\ntags = [\"hello\"]\n+++\n"
      "--- content/a.fr.md\n+++\n[taxonomies]\ntags = [\"bonjour\"]\nauteurs = [\"Zoé\"]\n+++\n");
  EXPECT_EQ(model.messages(), "");
  std::string paths;
  for (const Taxonomy& taxonomy : model.library.taxonomies) {
    for (const Term& term : taxonomy.terms) {
      paths += term.path + " ";
    }
  }
  EXPECT_EQ(paths, "/tags/hello/ /fr/tags/bonjour/ /fr/auteurs/zoe/ ");
}

}  // namespace
}  // namespace loom::site
