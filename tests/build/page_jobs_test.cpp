#include "build/page_jobs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/site_model.h"

namespace loom::build {
namespace {

using support::SiteModel;
using testing::Contains;
using testing::ElementsAre;

constexpr std::string_view kConfig = "--- loom.toml\nbase_url = \"https://example.org\"\n";

/// "/a/ page.html content/a.md", one for each job.
std::vector<std::string> planned(std::string_view site) {
  const SiteModel model(std::string(kConfig) + std::string(site));
  const SiteValues values(model.library);
  std::vector<std::string> all;
  for (const RenderJob& job : plan_pages(values, model.config)) {
    all.push_back(job.path + " " + job.template_name + " " + job.label);
  }
  return all;
}

std::vector<std::string> redirects(std::string_view site) {
  const SiteModel model(std::string(kConfig) + std::string(site));
  const SiteValues values(model.library);
  std::vector<std::string> all;
  for (const PlannedRedirect& redirect : plan_redirects(values, model.config)) {
    all.push_back(redirect.path + " " + redirect.url);
  }
  return all;
}

TEST(PageJobs, EachPageAndSectionIsRenderedByItsTemplate) {
  EXPECT_THAT(planned("--- content/_index.md\n--- content/a.md\n--- content/blog/_index.md\n+++\ntemplate = "
                      "\"blog.html\"\npage_template = \"post.html\"\n+++\n--- content/blog/b.md\n"),
              ElementsAre("/a/ page.html content/a.md", "/blog/b/ post.html content/blog/b.md",
                          "/ index.html content/_index.md", "/blog/ blog.html content/blog/_index.md",
                          "/404.html 404.html 404.html"));
}

TEST(PageJobs, WhatIsNotRenderedHasNoJob) {
  EXPECT_THAT(
      planned("--- content/a.md\n+++\nrender = false\n+++\n--- content/blog/_index.md\n+++\nredirect_to = "
              "\"/a/\"\n+++\n"),
      ElementsAre("/ index.html /", "/404.html 404.html 404.html"));
}

TEST(PageJobs, PagersAndTermsHaveJobsOfTheirOwn) {
  const auto all = planned(
      "taxonomies = [{ name = \"tags\", paginate_by = 1 }, { name = \"series\", render = false }]\n"
      "--- content/_index.md\n+++\npaginate_by = 1\n+++\n"
      "--- content/a.md\n+++\n[taxonomies]\ntags = [\"red\"]\nseries = [\"s\"]\n+++\n"
      "--- content/b.md\n+++\n[taxonomies]\ntags = [\"red\"]\n+++\n");
  EXPECT_THAT(all, Contains("/ index.html content/_index.md"));
  EXPECT_THAT(all, Contains("/page/2/ index.html content/_index.md"));
  EXPECT_THAT(all, Contains("/tags/ tags/list.html|taxonomy_list.html /tags/"));
  EXPECT_THAT(all, Contains("/tags/red/ tags/single.html|taxonomy_single.html /tags/red/"));
  EXPECT_THAT(all, Contains("/tags/red/page/2/ tags/single.html|taxonomy_single.html /tags/red/"));
  EXPECT_THAT(all, testing::Not(Contains(testing::StartsWith("/series/"))));
}

TEST(PageJobs, RedirectsAreAliasesTargetsAndFirstPagers) {
  EXPECT_THAT(redirects("--- content/_index.md\n+++\npaginate_by = 1\n+++\n"
                        "--- content/a.md\n+++\naliases = [\"old\"]\n+++\n"
                        "--- content/b/_index.md\n+++\nredirect_to = \"/a/\"\n+++\n"
                        "--- content/c/_index.md\n+++\nredirect_to = \"https://other.example/\"\n+++\n"),
              ElementsAre("/old/ https://example.org/a/", "/page/1/ https://example.org/",
                          "/b/ https://example.org/a/", "/c/ https://other.example/"));
}

}  // namespace
}  // namespace loom::build
