#include "migration/jekyll/jekyll_site.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "migration/addresses.h"
#include "migration/site_files.h"
#include "support/source_tree_text.h"

namespace loom::migration {
namespace {

struct Imported {
  explicit Imported(std::string_view text) : tree(support::source_tree(text)), site(*convert_jekyll(tree)) {
    summary = settle_addresses(site);
    files = render_files(site);
  }
  std::string file(const std::string& path) const { return files.contains(path) ? files.at(path) : "(none)"; }
  std::string paths() const {
    std::string text;
    for (const NewPage& page : site.pages) {
      text += (text.empty() ? "" : " ") + page.path.substr(8);
    }
    return text;
  }
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

TEST(JekyllSite, PostsFollowThePatternOfTheirPermalink) {
  const Imported result(R"(--- _config.yml
title: T
url: https://x.org
baseurl: /b
permalink: /news/:year/:month/:title/
--- _posts/2024-05-01-hello.md
---
title: Hello
tags: a b
layout: post
---
text
--- index.html
---
layout: home
---
<p>hi</p>
)");
  EXPECT_EQ(result.paths(), "news/2024-05-01-hello.md _index.md news/_index.md");
  EXPECT_EQ(result.file("content/news/2024-05-01-hello.md"),
            "+++\ntitle = \"Hello\"\n\n[taxonomies]\ntags = [\"a\", \"b\"]\n+++\n\ntext\n");
  EXPECT_NE(result.file("loom.toml").find("news = \"/news/:year/:month/:slug/\""), std::string::npos);
  EXPECT_NE(result.file("loom.toml").find("base_url = \"https://x.org/b\""), std::string::npos);
  EXPECT_NE(result.file("content/news/_index.md").find("transparent = true"), std::string::npos);
  EXPECT_EQ(result.summary.kept_count, 2u);
}

TEST(JekyllSite, CategoriesAndFileEndingsStayInAddresses) {
  const Imported result(R"(--- _config.yml
url: https://x.org
--- cats/_posts/2024-05-01-one.md
---
categories: Two
---
--- about.md
---
title: About
---
)");
  const std::string post = result.file("content/posts/2024-05-01-one.md");
  EXPECT_NE(post.find("categories = [\"cats\", \"Two\"]"), std::string::npos) << post;
  EXPECT_EQ(result.summary.kept_count, 2u);
  EXPECT_NE(result.file("content/about.md").find("permalink = \"/about.html\""), std::string::npos);
}

TEST(JekyllSite, CollectionsDefaultsAndRedirects) {
  const Imported result(R"(--- _config.yml
url: https://x.org
collections:
  docs: { output: true, permalink: "/:collection/:path/" }
  people: {}
defaults:
  - scope: { path: "_docs", type: docs }
    values: { image: /d.png }
--- _docs/index.md
---
permalink: /docs/
redirect_from: /manual/
---
--- _docs/guide/one.md
---
nav_order: 2
---
[two]({% link _docs/guide/two.md %})
--- _docs/guide/two.md
---
---
--- _people/ann.md
---
---
--- go.md
---
redirect_to: https://y.org
---
)");
  EXPECT_EQ(result.paths(),
            "docs/guide/one.md docs/guide/two.md docs/_index.md _index.md docs/guide/_index.md");
  EXPECT_NE(result.file("content/docs/guide/one.md").find("weight = 2\n\n[extra]\nimage = \"/d.png\""),
            std::string::npos);
  EXPECT_NE(result.file("content/docs/guide/one.md").find("[two](@/docs/guide/two.md)"), std::string::npos);
  EXPECT_NE(result.file("content/docs/_index.md").find("aliases = [\"/manual/\"]"), std::string::npos);
  EXPECT_NE(result.file("static/go.html").find("https://y.org"), std::string::npos);
  EXPECT_TRUE(result.has_left("_people:0", "no pages of their own"));
}

TEST(JekyllSite, DraftsUndatedPostsAndExcludedFiles) {
  const Imported result(R"(--- _config.yml
url: https://x.org
exclude: [secret]
--- _drafts/idea.md
---
title: Idea
---
--- _posts/2024-05-01-off.md
---
published: false
---
--- secret/a.md
---
---
--- img/a.png
--- _site/old.html
)");
  EXPECT_NE(result.file("content/posts/idea.md").find("draft = true"), std::string::npos);
  EXPECT_NE(result.file("content/posts/2024-05-01-off.md").find("draft = true"), std::string::npos);
  EXPECT_EQ(result.paths().find("secret"), std::string::npos);
  EXPECT_EQ(result.site.copies.at("static/img/a.png"), "img/a.png");
}

TEST(JekyllSite, IncludesDataAndWhatIsLeft) {
  const Imported result(R"(--- _config.yml
url: https://x.org
--- _data/versions.yml
now: 4.2
--- _includes/note.html
<p class="note">{{ include.text }}</p>
--- _layouts/default.html
{{ content }}
--- feed.xml
---
---
<feed>{{ site.title }}</feed>
--- a.md
---
title: A
---
{{ site.data.versions.now }} {% include note.html text="hi" %}

{{ site.posts.first.title }}
)");
  EXPECT_NE(result.file("content/a.md").find("\n4.2 {{ note(text=\"hi\") }}\n"), std::string::npos)
      << result.file("content/a.md");
  EXPECT_EQ(result.file("templates/shortcodes/note.html"),
            "<p class=\"note\">{{ text | default(value=\"\") | safe }}</p>\n");
  EXPECT_TRUE(result.has_left("a.md:6", "known only while the old site is built"));
  EXPECT_TRUE(result.has_left("_layouts:0", "1 layouts were not imported"));
  EXPECT_TRUE(result.has_left("feed.xml:0", "Loom makes this file itself"));
  EXPECT_EQ(result.site.copies.at("data/versions.yml"), "_data/versions.yml");
}

TEST(JekyllSite, AnotherFolderIsAnError) {
  EXPECT_FALSE(convert_jekyll(support::source_tree("--- a.md\ntext\n")));
}

}  // namespace
}  // namespace loom::migration
