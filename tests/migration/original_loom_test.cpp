#include "migration/original_loom.h"

#include <gtest/gtest.h>

#include "migration/addresses.h"
#include "migration/site_files.h"
#include "support/source_tree_text.h"

namespace loom::migration {
namespace {

constexpr std::string_view kSite = R"(--- site.conf
title = Notes
base_url = https://x.org
nav = Home:/, Code:https://y.org/z
posts_per_page = 5
theme = nord
--- posts/first.md
---
title: "First: post"
date: 2025-01-02
slug: the-first
tags: [a b, c]
draft: true
mood: good
---
Text {{ f(x=1) }}
--- posts/tour/one.md
---
date: 2025-01-03T10:00:00
---
--- posts/tour/deep/lost.md
--- pages/about.md
---
title: About
---
--- images/a.png
)";

struct Imported {
  Imported() : tree(support::source_tree(kSite)), site(*convert_original_loom(tree)) {
    summary = settle_addresses(site);
    files = render_files(site);
  }
  site::SourceTree tree;
  NewSite site;
  AddressSummary summary;
  std::map<std::string, std::string> files;
};

TEST(OriginalLoom, PostsAndPagesKeepTheirAddresses) {
  const Imported result;
  EXPECT_EQ(result.summary.old_count, 4u);
  EXPECT_EQ(result.summary.kept_count, 4u);
  EXPECT_EQ(
      result.files.at("content/posts/first.md"),
      "+++\ntitle = \"First: post\"\ndate = 2025-01-02\ndraft = true\nslug = \"the-first\"\n\n[taxonomies]\n"
      "tags = [\"a b\", \"c\"]\n\n[extra]\nmood = \"good\"\n+++\n\nText {{/* f(x=1) */}}\n");
  EXPECT_NE(result.files.at("content/posts/_index.md").find("permalink = \"/post/:slug/\""),
            std::string::npos);
  EXPECT_NE(result.files.at("content/posts/tour/one.md").find("series = [\"tour\"]"), std::string::npos);
  EXPECT_TRUE(result.files.contains("content/about.md"));
}

TEST(OriginalLoom, TagsLeadToTheirNewPages) {
  EXPECT_NE(Imported().files.at("static/tag/a b/index.html").find("/tags/a-b/"), std::string::npos);
}

TEST(OriginalLoom, TheConfigurationIsTranslated) {
  const std::string config = Imported().files.at("loom.toml");
  EXPECT_NE(config.find("{ name = \"Code\", url = \"https://y.org/z\" }"), std::string::npos) << config;
  EXPECT_NE(Imported().files.at("content/_index.md").find("paginate_by = 5"), std::string::npos);
}

TEST(OriginalLoom, WhatIsLeftIsNamedByFileAndLine) {
  std::vector<std::string> places;
  const Imported result;
  for (const base::Diagnostic& item : result.site.leftovers.items()) {
    places.push_back(item.file + ":" + std::to_string(item.line));
  }
  std::sort(places.begin(), places.end());
  EXPECT_EQ(places,
            (std::vector<std::string>{"posts/first.md:7", "posts/tour/deep/lost.md:0", "site.conf:5"}));
}

TEST(OriginalLoom, AnotherFolderIsAnError) {
  EXPECT_FALSE(convert_original_loom(support::source_tree("--- a.md\ntext\n")));
}

}  // namespace
}  // namespace loom::migration
