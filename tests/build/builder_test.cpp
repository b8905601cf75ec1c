#include "build/builder.h"

#include <algorithm>
#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/process.h"
#include "support/site_build.h"

namespace loom::build {
namespace {

using support::build_site;
using support::build_tree;
using support::Built;
using support::plain_build_options;
using support::source_tree;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// The smallest templates that a site of its own needs; the built-in theme has the rest.
constexpr std::string_view kTemplates = R"(
--- templates/index.html
index {{ section.title }}:{% for p in section.pages %} {{ p.title }}{% endfor %}
--- templates/section.html
section {{ section.title }}:{% if paginator %}{% for p in paginator.pages %} {{ p.title }}{% endfor %}, {{ paginator.current_index }} of {{ paginator.number_pagers }}{% else %}{% for p in section.pages %} {{ p.title }}{% endfor %}{% endif %}
--- templates/page.html
page {{ page.title }} at {{ page.permalink }}: {{ page.content | safe }}
--- templates/taxonomy_list.html
{{ taxonomy.name }}:{% for term in terms %} {{ term.name }}={{ term.page_count }}{% endfor %}
--- templates/taxonomy_single.html
{{ term.name }}:{% for p in term.pages %} {{ p.title }}{% endfor %}
)";

constexpr std::string_view kConfig = R"(
--- loom.toml
base_url = "https://example.org"
title = "Garden"
)";

std::string site_text(std::string_view rest) {
  return std::string(kTemplates) + std::string(kConfig) + std::string(rest);
}

/// The same with more lines in the configuration; a base_url of its own replaces the usual one.
std::string site_text(std::string_view config, std::string_view rest) {
  const bool has_base_url = config.find("base_url") != std::string_view::npos;
  return std::string(kTemplates) + "--- loom.toml\n" +
         (has_base_url ? "" : "base_url = \"https://example.org\"\n") + std::string(config) + "\n" +
         std::string(rest);
}

TEST(Builder, AZolaSitesTaxonomyTakesThePathOfAPage) {
  const Built built = build_site(std::string(kTemplates) + R"(
--- config.toml
base_url = "https://example.org"
taxonomies = [{name = "authors"}]
--- content/authors/_index.md
--- content/authors/ann.md
--- content/a.md
+++
title = "A"
[taxonomies]
authors = ["Ann"]
+++
)");
  EXPECT_THAT(built.messages(), Not(HasSubstr("error ")));
  EXPECT_THAT(built.messages(), HasSubstr("is also the path of a page"));
  EXPECT_EQ(built.body("/authors/"), "authors: Ann=1\n");
  EXPECT_EQ(built.body("/authors/ann/"), "Ann: A\n\n");
}

TEST(Builder, PagesAndSectionsAreRenderedByTheirTemplates) {
  const Built built = build_site(site_text(R"(
--- content/_index.md
+++
title = "Home"
+++
--- content/about.md
+++
title = "About"
+++
Some *text*.
--- content/blog/_index.md
+++
title = "Blog"
+++
--- content/blog/first.md
+++
title = "First"
+++
)"));
  EXPECT_THAT(built.messages(), IsEmpty());
  EXPECT_EQ(built.body("/"), "index Home: About\n");
  EXPECT_EQ(built.body("/blog/"), "section Blog: First\n");
  EXPECT_EQ(built.body("/about/"),
            "page About at https://example.org/about/: <p>Some <em>text</em>.</p>\n\n");
  EXPECT_EQ(built.outcome.page_count, 2U);
  EXPECT_EQ(built.find("/about/")->media_type, "text/html; charset=utf-8");
  EXPECT_EQ(built.find("/about/")->status, 200);
}

TEST(Builder, ALongSectionHasPagersAndTheFirstOfThemRedirects) {
  const Built built = build_site(site_text(R"(
--- content/blog/_index.md
+++
title = "Blog"
sort_by = "weight"
paginate_by = 2
+++
--- content/blog/a.md
+++
title = "A"
weight = 1
+++
--- content/blog/b.md
+++
title = "B"
weight = 2
+++
--- content/blog/c.md
+++
title = "C"
weight = 3
+++
)"));
  EXPECT_EQ(built.body("/blog/"), "section Blog: A B, 1 of 2\n");
  EXPECT_EQ(built.body("/blog/page/2/"), "section Blog: C, 2 of 2\n");
  EXPECT_EQ(built.location("/blog/page/1/"), "/blog/");
  EXPECT_FALSE(built.has("/blog/page/3/"));
}

TEST(Builder, TaxonomiesHaveAListAndAPageForEachTerm) {
  const Built built = build_site(site_text(R"(taxonomies = [{ name = "tags", feed = true }])", R"(
--- content/a.md
+++
title = "A"
date = 2025-01-02
[taxonomies]
tags = ["Dry Land", "wet"]
+++
--- content/b.md
+++
title = "B"
date = 2025-01-01
[taxonomies]
tags = ["wet"]
+++
)"));
  EXPECT_THAT(built.messages(), IsEmpty());
  EXPECT_EQ(built.body("/tags/"), "tags: Dry Land=1 wet=2\n");
  EXPECT_EQ(built.body("/tags/wet/"), "wet: A B\n");
  EXPECT_EQ(built.body("/tags/dry-land/"), "Dry Land: A\n");
  EXPECT_THAT(built.body("/tags/dry-land/atom.xml"), HasSubstr("<feed"));
}

TEST(Builder, AliasesRedirectToThePage) {
  const Built built = build_site(site_text(R"(
--- content/a.md
+++
title = "A"
aliases = ["old/name", "/older.html"]
+++
)"));
  EXPECT_EQ(built.location("/old/name/"), "/a/");
  EXPECT_EQ(built.location("/older.html"), "/a/");
  EXPECT_EQ(built.find("/old/name/")->redirect->status, 301);
  EXPECT_THAT(built.body("/old/name/"), HasSubstr("url=https://example.org/a/"));
}

TEST(Builder, ASectionThatRedirectsIsNotRendered) {
  const Built built = build_site(site_text(R"(
--- content/blog/_index.md
+++
redirect_to = "https://elsewhere.example/"
+++
)"));
  EXPECT_EQ(built.location("/blog/"), "https://elsewhere.example/");
}

TEST(Builder, FeedsOfTheSiteAndOfSectionsHoldTheDatedPagesNewestFirst) {
  const Built built =
      build_site(site_text("generate_feeds = true\nfeed_filenames = [\"atom.xml\", \"rss.xml\"]", R"(
--- content/blog/_index.md
+++
generate_feeds = true
+++
--- content/blog/old.md
+++
title = "Old"
date = 2024-01-01
+++
--- content/blog/new.md
+++
title = "New"
date = 2025-01-01
+++
--- content/undated.md
+++
title = "Undated"
+++
)"));
  const std::string feed = built.body("/atom.xml");
  EXPECT_LT(feed.find("New"), feed.find("Old"));
  EXPECT_THAT(feed, Not(HasSubstr("Undated")));
  EXPECT_EQ(built.find("/atom.xml")->media_type, "application/atom+xml; charset=utf-8");
  EXPECT_EQ(built.find("/rss.xml")->media_type, "application/rss+xml; charset=utf-8");
  EXPECT_THAT(built.body("/blog/atom.xml"), HasSubstr("New"));
}

TEST(Builder, TheSitemapListsWhatIsRendered) {
  const Built built = build_site(site_text(R"(
--- content/a.md
+++
date = 2025-03-04
+++
--- content/hidden.md
+++
render = false
+++
)"));
  EXPECT_THAT(built.body("/sitemap.xml"), HasSubstr("<loc>https://example.org/a/</loc>"));
  EXPECT_THAT(built.body("/sitemap.xml"), HasSubstr("2025-03-04"));
  EXPECT_THAT(built.body("/sitemap.xml"), Not(HasSubstr("hidden")));
  EXPECT_FALSE(built.has("/hidden/"));
}

TEST(Builder, AFileOfTheAuthorsWinsOverADefault) {
  EXPECT_THAT(build_site(site_text("")).body("/robots.txt"), HasSubstr("https://example.org/sitemap.xml"));
  const Built built = build_site(site_text("--- static/robots.txt\nUser-agent: *\n"));
  EXPECT_THAT(built.messages(), IsEmpty());
  EXPECT_EQ(built.body("/robots.txt"), "User-agent: *\n");
}

TEST(Builder, UnknownPathsAreAnsweredByThe404Template) {
  const Built built = build_site(site_text("--- templates/404.html\nnothing on {{ config.title }}\n"));
  ASSERT_NE(built.outcome.snapshot, nullptr) << built.messages();
  const snapshot::ResourcePtr not_found = built.outcome.snapshot->not_found();
  EXPECT_EQ(*not_found->identity().body, "nothing on Garden\n");
  EXPECT_EQ(not_found->status, 404);
  EXPECT_FALSE(built.has("/404.html"));
}

TEST(Builder, ThemeAssetsHaveAFingerprintInTheirPath) {
  const Built built = build_site(site_text(R"(
--- templates/assets/look.css
p { color: red }
--- templates/page.html
{{ asset_url(path="look.css") }}
--- content/a.md
text
)"));
  std::string url = built.body("/a/");
  url.pop_back();
  EXPECT_THAT(url, testing::MatchesRegex("/_theme/look\\.[0-9a-f]+\\.css"));
  EXPECT_EQ(built.body(url), "p { color: red }\n");
  EXPECT_THAT(built.find(url)->identity().fields, HasSubstr("immutable"));
}

TEST(Builder, AStaticIndexAnswersForItsFolder) {
  const Built built = build_site(site_text("--- static/demo/index.html\n<p>demo\n--- static/a.txt\nplain\n"));
  EXPECT_EQ(built.body("/demo/"), "<p>demo\n");
  EXPECT_FALSE(built.has("/demo/index.html"));
  EXPECT_EQ(built.find("/a.txt")->media_type, "text/plain; charset=utf-8");
}

TEST(Builder, DraftsAreShownOnRequestOnly) {
  const std::string text = site_text("--- content/a.md\n+++\ntitle = \"A\"\ndraft = true\n+++\n");
  EXPECT_FALSE(build_site(text).has("/a/"));
  BuildOptions options = plain_build_options();
  options.include_drafts = true;
  EXPECT_TRUE(build_site(text, options).has("/a/"));
  Builder builder(plain_build_options());
  builder.set_include_drafts(true);
  EXPECT_TRUE(build_tree(builder, source_tree(text)).has("/a/"));
}

TEST(Builder, APageOfTheFutureAppearsWhenItsTimeHasCome) {
  const site::SourceTree tree =
      source_tree(site_text("publish_future = false", "--- content/a.md\n+++\ndate = 2026-05-01\n+++\n"));
  Builder builder(plain_build_options());
  const Built before = build_tree(builder, tree);
  EXPECT_FALSE(before.has("/a/"));
  const auto due = support::build_moment("2026-05-01T00:00:00Z");
  EXPECT_EQ(before.outcome.next_publication, due);
  const Built after = build_tree(builder, tree, before.outcome.snapshot.get(), due);
  EXPECT_TRUE(after.has("/a/"));
  EXPECT_EQ(after.outcome.next_publication, std::nullopt);
}

TEST(Builder, TwoSourcesWithOnePathAreAnErrorThatNamesBoth) {
  const Built pages = build_site(site_text(
      "--- content/a.md\n+++\nslug = \"same\"\n+++\n--- content/b.md\n+++\nslug = \"same\"\n+++\n"));
  EXPECT_EQ(pages.outcome.snapshot, nullptr);
  EXPECT_THAT(pages.messages(), HasSubstr("content/a.md"));
  EXPECT_THAT(pages.messages(), HasSubstr("content/b.md"));
  const Built file = build_site(site_text("--- content/a.md\ntext\n--- static/a/index.html\ntext\n"));
  EXPECT_EQ(file.outcome.snapshot, nullptr);
  EXPECT_THAT(file.messages(), HasSubstr("content/a.md"));
  EXPECT_THAT(file.messages(), HasSubstr("static/a/index.html"));
}

TEST(Builder, APageMayHaveThePathOfASectionWithoutAFile) {
  const Built built = build_site("--- notes.md\n# Notes\n--- notes/one.md\n# One\n");
  EXPECT_THAT(built.diagnostics.error_count(), 0U) << built.messages();
  EXPECT_THAT(built.body("/notes/"), HasSubstr("Notes"));
  EXPECT_TRUE(built.has("/notes/one/"));
}

TEST(Builder, AMissingTemplateIsAnErrorWithTheNearestName) {
  const Built built = build_site(site_text("--- content/a.md\n+++\ntemplate = \"pag.html\"\n+++\n"));
  EXPECT_EQ(built.outcome.snapshot, nullptr);
  EXPECT_EQ(built.messages(), "error :0:0: there is no template `pag.html` (did you mean `page.html`?)\n");
  EXPECT_THAT(built.diagnostics.items().at(0).trail, ElementsAre("while rendering content/a.md"));
}

TEST(Builder, ABrokenTemplatePublishesNothingAndNamesThePlace) {
  const Built built =
      build_site(site_text("--- templates/page.html\nfine\n{{ 1 + }}\n--- content/a.md\nx\n"));
  EXPECT_EQ(built.outcome.snapshot, nullptr);
  EXPECT_THAT(built.outcome.changed_paths, IsEmpty());
  EXPECT_THAT(built.messages(), testing::StartsWith("error templates/page.html:2:"));
}

TEST(Builder, AMistakeWhileRenderingNamesThePageAndIsSaidOnce) {
  const Built built = build_site(
      site_text("--- templates/page.html\n{{ page.titel }}\n--- content/a.md\nx\n--- content/b.md\nx\n"));
  ASSERT_EQ(built.diagnostics.items().size(), 1U) << built.messages();
  const base::Diagnostic& found = built.diagnostics.items()[0];
  EXPECT_EQ(found.file, "templates/page.html");
  EXPECT_EQ(found.line, 1U);
  EXPECT_THAT(found.trail.back(), HasSubstr("content/a.md and 1 more page"));
}

TEST(Builder, WarningsStopNothingUnlessStrict) {
  const std::string text = site_text("titel = \"x\"", "");
  const Built relaxed = build_site(text);
  EXPECT_NE(relaxed.outcome.snapshot, nullptr);
  EXPECT_EQ(relaxed.diagnostics.warning_count(), 1U) << relaxed.messages();
  BuildOptions options = plain_build_options();
  options.strict = true;
  const Built strict = build_site(text, options);
  EXPECT_EQ(strict.outcome.snapshot, nullptr);
  EXPECT_EQ(strict.diagnostics.error_count(), 1U);
}

TEST(Builder, ABaseUrlWithAPathMountsTheSite) {
  const Built built = build_site(site_text("base_url = \"https://example.org/garden\"",
                                           "--- content/a.md\n+++\ntitle = \"A\"\naliases = [\"b\"]\n+++\n"));
  ASSERT_NE(built.outcome.snapshot, nullptr) << built.messages();
  EXPECT_EQ(built.outcome.snapshot->mount_path(), "/garden/");
  EXPECT_THAT(built.body("/a/"), HasSubstr("at https://example.org/garden/a/"));
  EXPECT_EQ(built.location("/b/"), "/garden/a/");
}

TEST(Builder, TheCommandLineReplacesTheBaseUrlAndPreviewItsOrigin) {
  const std::string text = site_text("base_url = \"https://example.org/garden\"", "--- content/a.md\nx\n");
  BuildOptions replaced = plain_build_options();
  replaced.base_url = "http://other.example";
  EXPECT_THAT(build_site(text, replaced).body("/a/"), HasSubstr("at http://other.example/a/"));
  BuildOptions preview = plain_build_options();
  preview.preview_origin = "http://127.0.0.1:8080";
  EXPECT_THAT(build_site(text, preview).body("/a/"), HasSubstr("at http://127.0.0.1:8080/garden/a/"));
}

TEST(Builder, OnlyPreviewCarriesTheScript) {
  const std::string text = site_text("--- content/a.md\nx\n--- static/s.html\n<body></body>\n");
  const Built production = build_site(text);
  BuildOptions options = plain_build_options();
  options.mode = BuildMode::Preview;
  const Built preview = build_site(text, options);
  for (const char* path : {"/a/", "/s.html"}) {
    EXPECT_THAT(production.body(path), Not(HasSubstr("/_loom/"))) << path;
    EXPECT_THAT(preview.body(path), HasSubstr("/_loom/live.js")) << path;
  }
  EXPECT_THAT(preview.body("/sitemap.xml"), Not(HasSubstr("/_loom/")));
  EXPECT_THAT(*preview.outcome.snapshot->not_found()->identity().body, HasSubstr("/_loom/live.js"));
}

TEST(Builder, WhatStaysTheSameIsSharedWithThePreviousSnapshot) {
  const std::string rest =
      "--- content/a.md\n+++\ntitle = \"A\"\n+++\n--- static/s.css\np{}\n--- content/b.md\n";
  Builder builder(plain_build_options());
  const Built first = build_tree(builder, source_tree(site_text(rest + "old\n")));
  const Built second =
      build_tree(builder, source_tree(site_text(rest + "new\n")), first.outcome.snapshot.get());
  EXPECT_THAT(second.outcome.changed_paths, ElementsAre("/b/"));
  EXPECT_EQ(second.outcome.rendered_count, 1U);
  for (const char* path : {"/", "/a/", "/s.css", "/sitemap.xml", "/robots.txt"}) {
    EXPECT_EQ(second.find(path), first.find(path)) << path;
  }
  EXPECT_NE(second.find("/b/"), first.find("/b/"));
  EXPECT_EQ(second.outcome.snapshot->not_found(), first.outcome.snapshot->not_found());
}

TEST(Builder, AFreshBuilderSharesWhatIsTheSameToo) {
  const site::SourceTree tree = source_tree(site_text("--- content/a.md\nx\n--- static/s.css\np{}\n"));
  Builder first_builder(plain_build_options());
  const Built first = build_tree(first_builder, tree);
  Builder second_builder(plain_build_options());
  const Built second = build_tree(second_builder, tree, first.outcome.snapshot.get());
  EXPECT_THAT(second.outcome.changed_paths, IsEmpty());
  EXPECT_EQ(second.find("/a/"), first.find("/a/"));
}

TEST(Builder, CodingsAreMadeInProductionOnly) {
  const std::string text = site_text("--- static/long.txt\n" + std::string(4000, 'a') + "\n");
  BuildOptions options = plain_build_options();
  options.with_codings = true;
  EXPECT_NE(build_site(text, options).find("/long.txt")->find(snapshot::Coding::Gzip), nullptr);
  EXPECT_NE(build_site(text, options).find("/long.txt")->find(snapshot::Coding::Brotli), nullptr);
  options.mode = BuildMode::Preview;
  EXPECT_EQ(build_site(text, options).find("/long.txt")->find(snapshot::Coding::Gzip), nullptr);
}

TEST(Builder, AFolderOfPlainMarkdownIsASiteUnderTheBuiltInTheme) {
  const Built built =
      build_site("--- first.md\n# First note\n\nText.\n--- more/2025-01-02-second.md\n# Second\n");
  EXPECT_EQ(built.diagnostics.error_count(), 0U) << built.messages();
  EXPECT_THAT(built.body("/"), HasSubstr("First note"));
  EXPECT_THAT(built.body("/first/"), HasSubstr("<p>Text.</p>"));
  EXPECT_THAT(built.body("/more/second/"), HasSubstr("Second"));
}

TEST(Builder, ProgressReachesTheNumberOfPages) {
  std::atomic<std::size_t> last{0};
  std::size_t total = 0;
  BuildOptions options = plain_build_options();
  options.on_progress = [&](std::size_t done, std::size_t all) {
    last = std::max(last.load(), done);
    total = all;
  };
  build_site(site_text("--- content/a.md\nx\n"), options);
  EXPECT_GT(total, 3U);
  EXPECT_EQ(last, total);
}

TEST(Builder, PublishesCompiledSassUnlessAFileHasItsPlace) {
  if (base::find_program("sass").empty()) {
    GTEST_SKIP() << "the sass command is not installed";
  }
  const Built built = build_site(site_text(
      "compile_sass = true",
      "--- sass/a.scss\np{q{r:s}}\n--- sass/b.scss\np{q:r}\n--- static/b.css\nown\n"
      "--- content/x.md\n+++\ntemplate = \"x.html\"\n+++\n--- templates/x.html\n"
      "{{ get_url(path=\"a.css\", cachebust=true) }} {{ load_data(path=\"a.css\", format=\"plain\") }}\n"));
  EXPECT_EQ(built.messages(), "");
  EXPECT_EQ(built.body("/a.css"), "p q{r:s}\n");
  EXPECT_EQ(built.body("/b.css"), "own\n");
  EXPECT_THAT(built.body("/x/"), HasSubstr("a.css?h="));
  EXPECT_THAT(built.body("/x/"), HasSubstr("p q{r:s}"));
}

}  // namespace
}  // namespace loom::build
