#include "migration/addresses.h"

#include <gtest/gtest.h>

#include "migration/site_files.h"

namespace loom::migration {
namespace {

NewPage page(std::string path, std::string old_path, base::Data::Table front = {}) {
  return {path, "old/" + path, std::move(front), "text", std::move(old_path), {}};
}

NewSite site_of(std::vector<NewPage> pages) {
  NewSite site;
  site.config = {{"base_url", "https://x.org"}};
  site.pages = std::move(pages);
  return site;
}

TEST(Addresses, OnlyDifferencesAreWritten) {
  NewSite site = site_of({page("content/a.md", "/a/"), page("content/b.md", "/elsewhere/"),
                          page("content/c.md", "/c.html"), page("content/d.md", "")});
  const AddressSummary summary = settle_addresses(site);
  EXPECT_EQ(render_page(site.pages[0]), "+++\n+++\n\ntext\n");
  EXPECT_EQ(text_value(site.pages[1].front, "path"), "/elsewhere/");
  EXPECT_EQ(text_value(site.pages[2].front, "permalink"), "/c.html");
  EXPECT_TRUE(site.pages[3].front.empty());
  EXPECT_EQ(summary.old_count, 3u);
  EXPECT_EQ(summary.kept_count, 3u);
  EXPECT_TRUE(site.leftovers.empty());
}

TEST(Addresses, SectionsKeepTheirOldAddressAsAnAlias) {
  NewSite site = site_of({page("content/blog/_index.md", "/journal/")});
  const AddressSummary summary = settle_addresses(site);
  EXPECT_EQ(list_value(find_value(site.pages[0].front, "aliases")), std::vector<std::string>{"/journal/"});
  EXPECT_EQ(summary.redirected_count, 1u);
}

TEST(Addresses, APageThatDoesNotFitThePatternGetsItsAddress) {
  NewSite site =
      site_of({page("content/blog/2024-05-01-a.md", "/blog/2024/a/"), page("content/blog/b.md", "/blog/b/")});
  site.config.emplace_back("permalinks", base::Data::Table{{"blog", "/blog/:year/:slug/"}});
  settle_addresses(site);
  EXPECT_TRUE(site.pages[0].front.empty());
  EXPECT_EQ(text_value(site.pages[1].front, "path"), "/blog/b/");
  EXPECT_TRUE(site.leftovers.empty());
}

TEST(Addresses, TwoPagesWithOneAddressAreNamed) {
  NewSite site = site_of({page("content/a.md", "/x/"), page("content/b.md", "/x/index.html")});
  settle_addresses(site);
  ASSERT_EQ(site.leftovers.items().size(), 1u);
  EXPECT_EQ(site.leftovers.items()[0].file, "old/content/b.md");
  EXPECT_EQ(find_value(site.pages[1].front, "path"), nullptr);
}

TEST(Addresses, RedirectsThatAreTakenAreNamed) {
  NewSite site = site_of({page("content/a.md", "/a/"), page("content/b.md", "/b/")});
  site.pages[1].redirects = {"/a", "/older/b.html"};
  const AddressSummary summary = settle_addresses(site);
  EXPECT_EQ(list_value(find_value(site.pages[1].front, "aliases")),
            std::vector<std::string>{"/older/b.html"});
  EXPECT_EQ(site.leftovers.items().size(), 1u);
  EXPECT_EQ(summary.old_count, 4u);
  EXPECT_EQ(summary.redirected_count, 1u);
}

}  // namespace
}  // namespace loom::migration
