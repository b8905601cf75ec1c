#include "site/site_link_resolver.h"

#include <gtest/gtest.h>

#include "support/site_model.h"

namespace loom::site {
namespace {

constexpr std::string_view kSite = R"(--- loom.toml
base_url = "https://x.org/sub"
--- content/_index.md
--- content/blog/_index.md
--- content/blog/a.md
--- content/blog/b c.md
--- content/blog/cat.png
--- content/blog/bundle/index.md
--- content/blog/bundle/dog.png
--- content/draft.md
+++
draft = true
+++
--- static/logo.svg
)";

/// "keep", the new URL, or "broken: message (hint)".
std::string resolve(std::string_view destination, std::string_view from = "blog/a.md") {
  static const support::SiteModel model(kSite);
  const LinkTarget* self = model.placement->links->find_content(from);
  const SiteLinkResolver resolver(model.placement->links, std::string(from), self->path);
  const markdown::LinkResolution result = resolver.resolve(destination, markdown::LinkKind::Link);
  if (const auto* rewritten = std::get_if<markdown::RewrittenLink>(&result)) {
    return rewritten->url;
  }
  if (const auto* broken = std::get_if<markdown::BrokenLink>(&result)) {
    return "broken: " + broken->message + " (" + broken->hint + ")";
  }
  return "keep";
}

TEST(SiteLinkResolver, ContentLinksBecomePermalinks) {
  EXPECT_EQ(resolve("@/blog/a.md"), "https://x.org/sub/blog/a/");
  EXPECT_EQ(resolve("@/blog/_index.md#top"), "https://x.org/sub/blog/#top");
  EXPECT_EQ(resolve("@/blog/b%20c.md"), "https://x.org/sub/blog/b-c/");
}

TEST(SiteLinkResolver, RelativeMarkdownLinksBecomePermalinks) {
  EXPECT_EQ(resolve("b%20c.md?q=1#x"), "https://x.org/sub/blog/b-c/?q=1#x");
  EXPECT_EQ(resolve("./bundle/index.md"), "https://x.org/sub/blog/bundle/");
  EXPECT_EQ(resolve("../_index.md"), "https://x.org/sub/");
}

TEST(SiteLinkResolver, FilesAreFoundBesideTheSource) {
  EXPECT_EQ(resolve("cat.png"), "https://x.org/sub/blog/cat.png");
  EXPECT_EQ(resolve("../cat.png"), "keep");
  EXPECT_EQ(resolve("dog.png", "blog/bundle/index.md"), "keep");
}

TEST(SiteLinkResolver, EverythingElseStays) {
  for (const char* destination : {"https://other.org/a.md", "mailto:a@b.c", "#here", "/blog/", "//host/a.md",
                                  "missing.png", "../../tags/", "../", "?q"}) {
    EXPECT_EQ(resolve(destination), "keep") << destination;
  }
}

TEST(SiteLinkResolver, MissingPagesAreBrokenWithAHint) {
  EXPECT_EQ(resolve("@/blog/aa.md"), "broken: there is no page `blog/aa.md` (did you mean `@/blog/a.md`?)");
  EXPECT_EQ(resolve("nothing-like-it.md"), "broken: there is no page `blog/nothing-like-it.md` ()");
  EXPECT_NE(resolve("@/draft.md").find("not published"), std::string::npos);
  EXPECT_NE(resolve("../../../outside.md").find("broken"), std::string::npos);
}

TEST(SiteLinkResolver, LinksInAZolaSiteWorkWhereverTheTextIsShown) {
  const support::SiteModel model(
      "--- config.toml\nbase_url = \"https://x.org\"\n--- content/a/index.md\n# b\n--- "
      "content/a/cat.png\nx\n");
  const SiteLinkResolver resolver(model.placement->links, "a/index.md", "/a/");
  const auto url_of = [&](std::string_view destination) {
    const markdown::LinkResolution result = resolver.resolve(destination, markdown::LinkKind::Link);
    const auto* rewritten = std::get_if<markdown::RewrittenLink>(&result);
    return rewritten == nullptr ? "keep" : rewritten->url;
  };
  EXPECT_EQ(url_of("#b"), "https://x.org/a/#b");
  EXPECT_EQ(url_of("cat.png"), "https://x.org/a/cat.png");
  EXPECT_EQ(url_of("missing.js"), "https://x.org/a/missing.js");
  for (const char* destination : {"#", "../b/", "/c", "tel:1", "https://y.org"}) {
    EXPECT_EQ(url_of(destination), "keep") << destination;
  }
}

TEST(SiteLinkResolver, AZolaSiteIsOnlyHeldToItsContentLinks) {
  const support::SiteModel model(
      "--- config.toml\nbase_url = \"https://x.org\"\n--- content/a.md\n[b](b.md)\n--- "
      "content/c.md\n[d](@/d.md)\n");
  ASSERT_EQ(model.diagnostics.error_count(), 1u);
  EXPECT_EQ(model.diagnostics.items()[0].file, "content/c.md");
}

}  // namespace
}  // namespace loom::site
