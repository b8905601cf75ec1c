// What has to be rendered: pages, sections and their pagers, taxonomies, feeds, sitemap, robots.txt, the page
// for unknown paths. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "build/render_job.h"
#include "build/values/site_values.h"
#include "site/config.h"

namespace loom::build {

/// What shows a page of a Zola site that lacks one of the basic templates.
inline constexpr std::string_view kPlainTemplate = "zola/plain.html";

/// Everything with a template of its own. The jobs borrow `values` and `config`.
std::vector<RenderJob> plan_pages(const SiteValues& values, const site::Config& config);

/// Feeds of the whole site, of sections and of terms.
std::vector<RenderJob> plan_feeds(const SiteValues& values, const site::Config& config);

/// sitemap.xml (split when it is long) and robots.txt.
std::vector<RenderJob> plan_sitemap(const SiteValues& values, const site::Config& config);

struct PlannedRedirect {
  std::string path;
  /// Absolute URL.
  std::string url;
  std::string label;
};

/// Aliases, `redirect_to`, and the first pager's numbered path.
std::vector<PlannedRedirect> plan_redirects(const SiteValues& values, const site::Config& config);

/// Entries that one sitemap file may hold (sitemaps.org allows 50,000; Zola splits at this number).
inline constexpr std::size_t kSitemapEntriesMax = 30'000;

}  // namespace loom::build
