// plan_sitemap of page_jobs.h.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "build/page_jobs.h"
#include "support/site_model.h"

namespace loom::build {
namespace {

using support::SiteModel;
using templating::Value;
using testing::ElementsAre;

/// "/sitemap.xml: https://example.org/ https://example.org/a/@2025-01-01" for each job.
std::vector<std::string> planned(std::string_view site, std::string_view configuration = "loom.toml") {
  const SiteModel model("--- " + std::string(configuration) + "\nbase_url = \"https://example.org\"\n" +
                        std::string(site));
  const SiteValues values(model.library);
  std::vector<std::string> all;
  for (const RenderJob& job : plan_sitemap(values, model.config)) {
    const Value variables = Value::map(job.variables());
    std::string text = job.path + ":";
    const Value entries = variables.field("entries");
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Value updated = entries.at(i).field("updated");
      text += " " + std::string(entries.at(i).field("permalink").as_text()).substr(19) +
              (updated.is_null() ? "" : "@" + std::string(updated.as_text()));
    }
    all.push_back(text);
  }
  return all;
}

TEST(SitemapJobs, EverythingRenderedIsListedInOrder) {
  EXPECT_THAT(planned("taxonomies = [{ name = \"tags\" }]\n"
                      "--- content/b.md\n+++\ndate = 2025-01-01\n[taxonomies]\ntags = [\"red\"]\n+++\n"
                      "--- content/a.md\n+++\ndate = 2025-01-01\nupdated = 2025-02-02T10:00:00Z\n+++\n"
                      "--- content/no.md\n+++\nrender = false\n+++\n"),
              ElementsAre("/sitemap.xml: / /a/@2025-02-02T10:00:00Z /b/@2025-01-01 /tags/ /tags/red/",
                          "/robots.txt:"));
}

TEST(SitemapJobs, PagersAreListedUnlessExcluded) {
  const std::string content =
      "--- content/_index.md\n+++\npaginate_by = 1\n+++\n--- content/a.md\n--- content/b.md\n";
  EXPECT_THAT(planned(content), ElementsAre("/sitemap.xml: / /a/ /b/ /page/2/", "/robots.txt:"));
  EXPECT_THAT(planned("exclude_paginated_pages_in_sitemap = \"all\"\n" + content),
              ElementsAre("/sitemap.xml: / /a/ /b/", "/robots.txt:"));
}

TEST(SitemapJobs, AZolaSiteListsTheFirstPagerUnderItsNumberToo) {
  const std::string section = "--- content/_index.md\n+++\npaginate_by = 1\n+++\n";
  EXPECT_THAT(planned(section + "--- content/a.md\n--- content/b.md\n", "config.toml"),
              ElementsAre("/sitemap.xml: / /a/ /b/ /page/1/ /page/2/", "/robots.txt:"));
  EXPECT_THAT(planned(section, "config.toml"), ElementsAre("/sitemap.xml: /", "/robots.txt:"));
}

TEST(SitemapJobs, BothCanBeTurnedOff) {
  EXPECT_THAT(planned("generate_sitemap = false\ngenerate_robots_txt = false\n"), testing::IsEmpty());
}

TEST(SitemapJobs, ALongSitemapIsSplit) {
  SiteModel model("--- loom.toml\nbase_url = \"https://example.org\"\n--- content/a.md\n");
  model.library.pages.resize(kSitemapEntriesMax + 1, model.library.pages.at(0));
  const SiteValues values(model.library);
  const std::vector<RenderJob> jobs = plan_sitemap(values, model.config);
  ASSERT_EQ(jobs.size(), 4U);
  EXPECT_EQ(jobs[0].path, "/sitemap1.xml");
  EXPECT_EQ(Value::map(jobs[0].variables()).field("entries").size(), kSitemapEntriesMax);
  EXPECT_EQ(Value::map(jobs[1].variables()).field("entries").size(), 2U);
  EXPECT_EQ(jobs[2].path, "/sitemap.xml");
  EXPECT_EQ(jobs[2].template_name, "split_sitemap_index.xml");
  EXPECT_EQ(Value::map(jobs[2].variables()).field("sitemaps").at(1).as_text(),
            "https://example.org/sitemap2.xml");
}

}  // namespace
}  // namespace loom::build
