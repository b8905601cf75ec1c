#include "migration/hugo/hugo_site.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "migration/addresses.h"
#include "migration/site_files.h"
#include "support/source_tree_text.h"

namespace loom::migration {
namespace {

struct Imported {
  explicit Imported(std::string_view text)
      : tree(support::source_tree(text)),
        site(*convert_hugo(tree, base::parse_date_time("2026-01-01")->moment)) {
    summary = settle_addresses(site);
    files = render_files(site);
  }
  std::string file(const std::string& path) const { return files.contains(path) ? files.at(path) : "(none)"; }
  bool has_left(const std::string& file, const std::string& part) const {
    const auto& items = site.leftovers.items();
    return std::any_of(items.begin(), items.end(), [&](const base::Diagnostic& item) {
      return item.file + ":" + std::to_string(item.line) == file &&
             item.message.find(part) != std::string::npos;
    });
  }
  site::SourceTree tree;
  NewSite site;
  AddressSummary summary;
  std::map<std::string, std::string> files;
};

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(HugoSite, FilesSectionsAndBundlesKeepTheirAddresses) {
  const Imported result(R"(--- hugo.toml
baseURL = "https://x.org/"
title = "T"
--- content/_index.md
---
title: Home
---
--- content/posts/_index.md
---
title: Posts
---
--- content/posts/My First Post.md
---
title: First
date: 2024-05-01
tags: [a]
aliases: [/old/, sibling]
params: { x: 1 }
---
--- content/posts/trip/index.md
+++
title = "Trip"
slug = "journey"
+++
--- content/posts/trip/map.png
--- content/posts/trip/notes.md
--- static/robots.txt
)");
  EXPECT_EQ(result.summary.old_count, 6u);
  EXPECT_EQ(result.summary.kept_count, 4u);
  EXPECT_EQ(result.summary.redirected_count, 2u);
  const std::string first = result.file("content/posts/my-first-post.md");
  EXPECT_TRUE(holds(first, "aliases = [\"/old/\", \"/posts/sibling/\"]")) << first;
  EXPECT_TRUE(holds(first, "[extra]\nx = 1")) << first;
  EXPECT_TRUE(holds(result.file("content/posts/journey/index.md"), "slug = \"journey\""));
  EXPECT_EQ(result.site.copies.at("content/posts/journey/map.png"), "content/posts/trip/map.png");
  EXPECT_EQ(result.site.copies.at("static/robots.txt"), "static/robots.txt");
  EXPECT_EQ(result.file("content/posts/trip/notes.md"), "(none)");
}

TEST(HugoSite, PermalinksUrlsAndUglyOnes) {
  const Imported result(R"(--- config.yaml
baseURL: https://x.org
permalinks: { posts: "/:year/:slug/" }
--- content/posts/a.md
---
title: A
date: 2024-05-01
slug: one
---
--- content/posts/b.md
---
title: B
url: /elsewhere.html
---
)");
  EXPECT_EQ(result.summary.kept_count, 2u);
  EXPECT_TRUE(holds(result.file("loom.toml"), "posts = \"/:year/:slug/\""));
  EXPECT_TRUE(holds(result.file("content/posts/b.md"), "permalink = \"/elsewhere.html\""));
  const Imported ugly(
      "--- hugo.toml\nbaseURL = \"https://x.org\"\nuglyURLs = true\n--- content/Posts/A b.md\n");
  EXPECT_EQ(ugly.summary.kept_count, 1u);
}

TEST(HugoSite, LanguagesByFileNameAndByFolder) {
  const Imported result(R"(--- config/_default/hugo.toml
baseURL = "https://x.org"
defaultContentLanguage = "en"
--- config/_default/languages.toml
[en]
contentDir = "content/en"
[fr]
title = "FR"
contentDir = "content/fr"
--- content/en/a.md
--- content/fr/a.md
--- content/fr/only.md
)");
  EXPECT_NE(result.file("content/a.fr.md"), "(none)");
  EXPECT_TRUE(holds(result.file("loom.toml"), "[languages.fr]\ntitle = \"FR\""));
  EXPECT_EQ(result.summary.kept_count, 3u);
}

TEST(HugoSite, HiddenPagesAreNoPages) {
  const Imported result(R"(--- hugo.toml
baseURL = "https://x.org"
--- content/parts/_index.md
---
build: { render: never }
cascade: { build: { render: never } }
---
--- content/parts/a.md
--- content/gone.md
---
expiryDate: 2025-01-01
---
)");
  EXPECT_EQ(result.file("content/parts/a.md"), "(none)");
  EXPECT_TRUE(holds(result.file("content/gone.md"), "draft = true"));
  EXPECT_TRUE(result.has_left("content/gone.md:0", "has expired"));
}

TEST(HugoSite, ShortcodesReferencesAndParameters) {
  const Imported result(R"(--- hugo.toml
baseURL = "https://x.org"
[params]
version = "1.2"
--- layouts/shortcodes/note.html
<div>{{ .Inner | markdownify }}</div>
--- layouts/shortcodes/hard.html
{{ range .Site.Pages }}{{ end }}
--- content/docs/a.md
---
title: A
---
[b]({{< ref "b.md#x" >}}) {{< param version >}}
{{< note >}}*hi* {{< hard 1 >}}{{< /note >}}
{{< highlight go "linenos=table" >}}
x := 1
{{< /highlight >}}
{{% details summary="More & more" %}}
inside
{{% /details %}}
{{< youtube abc >}} {{< nowhere >}} {{</* note */>}} {{ f(a=1) }}
--- content/docs/b.md
)");
  EXPECT_EQ(
      result.file("content/docs/a.md"),
      "+++\ntitle = \"A\"\n+++\n\n[b](@/docs/b.md#x) 1.2\n{% note() %}*hi* {{ hard(arg0=\"1\") }}{% end %}\n"
      "```go\nx := 1\n```\n\n<details><summary>More &amp; more</summary>\n\ninside\n\n</details>\n\n"
      "{{ youtube(arg0=\"abc\") }} {{ nowhere() }} {{< note >}} {{/* f(a=1) */}}\n");
  EXPECT_EQ(result.file("templates/shortcodes/note.html"),
            "<div>{{ body | default(value=\"\") | markdown | safe }}</div>\n");
  EXPECT_TRUE(holds(result.file("templates/shortcodes/youtube.html"), "youtube-nocookie"));
  EXPECT_TRUE(result.has_left("layouts/shortcodes/hard.html:0", "written in Hugo's language"));
  EXPECT_TRUE(result.has_left("content/docs/a.md:12", "there is no template for the shortcode `nowhere`"));
}

TEST(HugoSite, LinksToFilesInUpperCaseLeadToTheirNewNames) {
  const Imported result(R"(--- hugo.toml
baseURL = "https://x.org"
--- content/docs/a.md
[b](./Big.md#x) [c](plain.md) [d](https://y.org/Z.md) [e](Gone.md
--- content/docs/Big.md
)");
  EXPECT_EQ(result.file("content/docs/a.md"),
            "+++\n+++\n\n[b](@/docs/big.md#x) [c](plain.md) [d](https://y.org/Z.md) [e](Gone.md\n");
}

TEST(HugoSite, MenusBecomeTheNavigation) {
  const Imported result(R"(--- hugo.yaml
baseURL: https://x.org
menus:
  main:
    - { name: Two, url: /two/, weight: 2 }
    - { name: One, pageRef: /one/, weight: 1 }
--- content/one.md
)");
  EXPECT_TRUE(
      holds(result.file("loom.toml"),
            "nav = [\n  { name = \"One\", url = \"/one/\" },\n  { name = \"Two\", url = \"/two/\" },\n]"));
}

TEST(HugoSite, AnotherFolderIsAnError) {
  EXPECT_FALSE(convert_hugo(support::source_tree("--- content/a.md\ntext\n"), {}));
}

}  // namespace
}  // namespace loom::migration
