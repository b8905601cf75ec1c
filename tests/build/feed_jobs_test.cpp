// plan_feeds of page_jobs.h.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/date_format.h"
#include "build/page_jobs.h"
#include "support/site_model.h"

namespace loom::build {
namespace {

using support::SiteModel;
using templating::Value;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kContent = R"(
--- content/blog/_index.md
+++
generate_feeds = true
+++
--- content/blog/a.md
+++
title = "A"
date = 2025-01-01
updated = 2025-09-09
[taxonomies]
tags = ["red"]
+++
--- content/blog/b.md
+++
title = "B"
date = 2025-02-01
+++
--- content/blog/c.md
+++
title = "C"
date = 2025-03-01
+++
--- content/blog/undated.md
)";

/// "/atom.xml: C B A" for each feed.
std::vector<std::string> feeds(std::string_view config) {
  const SiteModel model("--- loom.toml\nbase_url = \"https://example.org\"\n" + std::string(config) +
                        std::string(kContent));
  const SiteValues values(model.library);
  std::vector<std::string> all;
  for (const RenderJob& job : plan_feeds(values, model.config)) {
    const Value variables = Value::map(job.variables());
    std::string text = job.path + ":";
    const Value pages = variables.field("pages");
    for (std::size_t i = 0; i < pages.size(); ++i) {
      text += " " + std::string(pages.at(i).field("title").as_text());
    }
    all.push_back(text);
    EXPECT_EQ(variables.field("feed_url").as_text(), "https://example.org" + job.path);
    EXPECT_TRUE(job.is_default);
  }
  return all;
}

TEST(FeedJobs, DatedPagesNewestFirst) {
  EXPECT_THAT(feeds("generate_feeds = true\n"), ElementsAre("/atom.xml: C B A", "/blog/atom.xml: C B A"));
  EXPECT_THAT(feeds(""), ElementsAre("/blog/atom.xml: C B A"));
}

TEST(FeedJobs, TheLimitHoldsForEachFeed) {
  EXPECT_THAT(feeds("generate_feeds = true\nfeed_limit = 2\n"),
              ElementsAre("/atom.xml: C B", "/blog/atom.xml: C B"));
}

TEST(FeedJobs, EachFileNameIsAFeed) {
  EXPECT_THAT(feeds("feed_filenames = [\"atom.xml\", \"rss.xml\"]\n"),
              ElementsAre("/blog/atom.xml: C B A", "/blog/rss.xml: C B A"));
}

TEST(FeedJobs, TermsHaveFeedsWhereTheTaxonomyAsksForThem) {
  EXPECT_THAT(feeds("taxonomies = [{ name = \"tags\", feed = true }]\n"), Contains("/tags/red/atom.xml: A"));
  EXPECT_THAT(feeds("taxonomies = [{ name = \"tags\" }]\n"), ElementsAre("/blog/atom.xml: C B A"));
}

TEST(FeedJobs, LastUpdatedIsTheNewestMomentOfTheFeed) {
  const SiteModel model("--- loom.toml\nbase_url = \"https://example.org\"\n" + std::string(kContent));
  const SiteValues values(model.library);
  const std::vector<RenderJob> jobs = plan_feeds(values, model.config);
  ASSERT_EQ(jobs.size(), 1U);
  const Value updated = Value::map(jobs[0].variables()).field("last_updated");
  EXPECT_EQ(*base::format_date(updated.as_date(), "%F"), "2025-09-09");
}

TEST(FeedJobs, AnUpdateBeyondTheLimitCounts) {
  const SiteModel model("--- loom.toml\nbase_url = \"https://example.org\"\nfeed_limit = 1\n" +
                        std::string(kContent));
  const SiteValues values(model.library);
  const Value updated = Value::map(plan_feeds(values, model.config).at(0).variables()).field("last_updated");
  EXPECT_EQ(*base::format_date(updated.as_date(), "%F"), "2025-09-09");
}

TEST(FeedJobs, AFeedWithoutPagesHasNoLastUpdate) {
  const SiteModel model("--- loom.toml\nbase_url = \"https://example.org\"\ngenerate_feeds = true\n");
  const SiteValues values(model.library);
  EXPECT_TRUE(
      Value::map(plan_feeds(values, model.config).at(0).variables()).field("last_updated").is_undefined());
}

TEST(FeedJobs, EachLanguageHasItsOwnFeeds) {
  const std::string french =
      "[languages.fr]\ngenerate_feeds = true\nfeed_filenames = [\"rss.xml\"]\n"
      "taxonomies = [{ name = \"mots\", feed = true }]\n[languages.it]\n"
      "--- content/blog/_index.fr.md\n+++\ngenerate_feeds = true\n+++\n"
      "--- content/blog/a.fr.md\n+++\ntitle = \"AF\"\ndate = 2025-01-01\n[taxonomies]\nmots = "
      "[\"vert\"]\n+++\n"
      "--- content/blog/b.it.md\n+++\ntitle = \"BI\"\ndate = 2025-01-01\n+++\n";
  EXPECT_THAT(feeds("generate_feeds = true\ntaxonomies = [{ name = \"tags\" }]\n" + french),
              ElementsAre("/atom.xml: C B A", "/blog/atom.xml: C B A", "/fr/rss.xml: AF",
                          "/fr/blog/rss.xml: AF", "/fr/mots/vert/rss.xml: AF"));
}

TEST(FeedJobs, AFeedDependsOnThePagesItLeavesOutToo) {
  const SiteModel model("--- loom.toml\nbase_url = \"https://example.org\"\nfeed_limit = 1\n" +
                        std::string(kContent));
  const SiteValues values(model.library);
  const std::vector<RenderJob> jobs = plan_feeds(values, model.config);
  ASSERT_EQ(jobs.size(), 1U);
  for (const char* path : {"blog/a.md", "blog/c.md", "blog/undated.md"}) {
    EXPECT_THAT(jobs[0].entities, Contains(page_key(path))) << path;
  }
}

}  // namespace
}  // namespace loom::build
