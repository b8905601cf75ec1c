#include "build/values/site_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/site_model.h"

namespace loom::build {
namespace {

using support::SiteModel;
using templating::Value;
using testing::ElementsAre;

constexpr std::string_view kSite = R"(
--- loom.toml
base_url = "https://example.org"
taxonomies = [{ name = "tags", paginate_by = 1 }]
--- content/_index.md
+++
title = "Home"
+++
--- content/blog/_index.md
+++
title = "Blog"
description = "All of it"
sort_by = "weight"
paginate_by = 2
weight = 7
[extra]
mark = "m"
+++
## Intro

Words.
--- content/blog/a.md
+++
title = "A"
weight = 1
[taxonomies]
tags = ["red"]
+++
[to b](@/blog/bundle/index.md)
--- content/blog/bundle/index.md
+++
title = "B"
description = "Second"
date = 2025-03-04
updated = 2025-04-05
weight = 2
slug = "named"
authors = ["Ann"]
aliases = ["old"]
[taxonomies]
tags = ["red", "blue"]
[extra]
mark = 5
+++
One two three.

<!-- more -->

## First

### Inner

## Second
--- content/blog/bundle/cat.png
png
--- content/blog/c.md
+++
weight = 3
+++
--- content/blog/deep/_index.md
)";

class SiteValuesTest : public testing::Test {
 protected:
  const PageObject& page(std::string_view path) const { return values_.page(model_.library.find_page(path)); }
  const SectionObject& section(std::string_view path) const {
    return values_.section(model_.library.find_section(path));
  }
  const PageObject& bundle() const { return page("blog/bundle/index.md"); }

  SiteModel model_{kSite};
  SiteValues values_{model_.library};
};

std::vector<std::string> texts(const Value& list) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < list.size(); ++i) {
    all.emplace_back(list.at(i).as_text());
  }
  return all;
}

TEST_F(SiteValuesTest, EveryFieldNameOfAPageAnswers) {
  for (const char* path : {"blog/a.md", "blog/bundle/index.md", "blog/c.md"}) {
    for (const std::string_view name : page(path).field_names()) {
      EXPECT_FALSE(page(path).field(name).is_undefined()) << path << " " << name;
    }
  }
  EXPECT_TRUE(bundle().field("titel").is_undefined());
}

TEST_F(SiteValuesTest, EveryFieldNameOfASectionAnswers) {
  for (const char* path : {"_index.md", "blog/_index.md", "blog/deep/_index.md"}) {
    for (const std::string_view name : section(path).field_names()) {
      EXPECT_FALSE(section(path).field(name).is_undefined()) << path << " " << name;
    }
  }
  EXPECT_TRUE(section("_index.md").field("titel").is_undefined());
}

TEST_F(SiteValuesTest, APageShowsItsMetadata) {
  EXPECT_EQ(bundle().field("title").as_text(), "B");
  EXPECT_EQ(bundle().field("description").as_text(), "Second");
  EXPECT_EQ(bundle().field("permalink").as_text(), "https://example.org/blog/named/");
  EXPECT_EQ(bundle().field("path").as_text(), "/blog/named/");
  EXPECT_EQ(bundle().field("slug").as_text(), "named");
  EXPECT_EQ(bundle().field("relative_path").as_text(), "blog/bundle/index.md");
  EXPECT_EQ(bundle().field("colocated_path").as_text(), "blog/bundle/");
  EXPECT_EQ(bundle().field("weight").as_integer(), 2);
  EXPECT_EQ(bundle().field("year").as_integer(), 2025);
  EXPECT_EQ(bundle().field("month").as_integer(), 3);
  EXPECT_EQ(bundle().field("day").as_integer(), 4);
  EXPECT_EQ(base::format_rfc3339(bundle().field("updated").as_date()).substr(0, 10), "2025-04-05");
  EXPECT_EQ(bundle().field("extra").field("mark").as_integer(), 5);
  EXPECT_FALSE(bundle().field("draft").as_boolean());
  EXPECT_THAT(texts(bundle().field("authors")), ElementsAre("Ann"));
  EXPECT_THAT(texts(bundle().field("aliases")), ElementsAre("/old/"));
  EXPECT_THAT(texts(bundle().field("components")), ElementsAre("blog", "named"));
  EXPECT_THAT(texts(bundle().field("taxonomies").field("tags")), ElementsAre("red", "blue"));
}

TEST_F(SiteValuesTest, APageShowsItsBody) {
  EXPECT_THAT(std::string(bundle().field("content").as_text()), testing::HasSubstr("<p>One two three.</p>"));
  EXPECT_THAT(std::string(bundle().field("summary").as_text()), testing::HasSubstr("One two three."));
  EXPECT_THAT(std::string(bundle().field("raw_content").as_text()), testing::StartsWith("One two"));
  EXPECT_EQ(bundle().field("reading_time").as_integer(), 1);
  EXPECT_GE(bundle().field("word_count").as_integer(), 3);
}

TEST_F(SiteValuesTest, WhatAPageLacksIsNull) {
  for (const char* name : {"date", "updated", "year", "month", "day", "description", "image", "summary",
                           "title", "colocated_path"}) {
    EXPECT_TRUE(page("blog/c.md").field(name).is_null()) << name;
  }
}

TEST_F(SiteValuesTest, TheTableOfContentsIsATree) {
  const Value toc = bundle().field("toc");
  ASSERT_EQ(toc.size(), 2U);
  EXPECT_EQ(toc.at(0).field("title").as_text(), "First");
  EXPECT_EQ(toc.at(0).field("id").as_text(), "first");
  EXPECT_EQ(toc.at(0).field("level").as_integer(), 2);
  EXPECT_EQ(toc.at(0).field("permalink").as_text(), "https://example.org/blog/named/#first");
  ASSERT_EQ(toc.at(0).field("children").size(), 1U);
  EXPECT_EQ(toc.at(0).field("children").at(0).field("title").as_text(), "Inner");
}

TEST_F(SiteValuesTest, APageKnowsItsPlace) {
  EXPECT_THAT(texts(bundle().field("ancestors")), ElementsAre("_index.md", "blog/_index.md"));
  EXPECT_THAT(texts(bundle().field("assets")), ElementsAre("/blog/bundle/cat.png"));
  EXPECT_EQ(bundle().field("lower").field("title").as_text(), "A");
  EXPECT_EQ(bundle().field("higher").field("relative_path").as_text(), "blog/c.md");
  EXPECT_TRUE(page("blog/a.md").field("lower").is_null());
  ASSERT_EQ(bundle().field("backlinks").size(), 1U);
  EXPECT_EQ(bundle().field("backlinks").at(0).field("title").as_text(), "A");
}

TEST_F(SiteValuesTest, ASectionShowsItselfAndItsPages) {
  const SectionObject& blog = section("blog/_index.md");
  EXPECT_EQ(blog.field("title").as_text(), "Blog");
  EXPECT_EQ(blog.field("description").as_text(), "All of it");
  EXPECT_EQ(blog.field("path").as_text(), "/blog/");
  EXPECT_EQ(blog.field("weight").as_integer(), 7);
  EXPECT_EQ(blog.field("paginate_by").as_integer(), 2);
  EXPECT_EQ(blog.field("extra").field("mark").as_text(), "m");
  EXPECT_EQ(blog.field("toc").at(0).field("title").as_text(), "Intro");
  ASSERT_EQ(blog.field("pages").size(), 3U);
  EXPECT_EQ(blog.field("pages").at(1).field("title").as_text(), "B");
  EXPECT_THAT(texts(blog.field("subsections")), ElementsAre("blog/deep/_index.md"));
  EXPECT_THAT(texts(section("blog/deep/_index.md").field("ancestors")),
              ElementsAre("_index.md", "blog/_index.md"));
  EXPECT_TRUE(section("_index.md").field("paginate_by").is_null());
}

TEST_F(SiteValuesTest, APagerKnowsItsNeighbours) {
  const site::Paginator& paginator = *section("blog/_index.md").section().paginator;
  const Value first = values_.pager_value(paginator, paginator.pagers.at(0));
  const Value last = values_.pager_value(paginator, paginator.pagers.at(1));
  EXPECT_EQ(first.field("number_pagers").as_integer(), 2);
  EXPECT_EQ(first.field("total_pages").as_integer(), 3);
  EXPECT_EQ(first.field("paginate_by").as_integer(), 2);
  EXPECT_EQ(first.field("pages").size(), 2U);
  EXPECT_TRUE(first.field("previous").is_null());
  EXPECT_EQ(first.field("next").as_text(), "https://example.org/blog/page/2/");
  EXPECT_EQ(last.field("current_index").as_integer(), 2);
  EXPECT_EQ(last.field("pages").at(0).field("relative_path").as_text(), "blog/c.md");
  EXPECT_EQ(last.field("previous").as_text(), first.field("first").as_text());
  EXPECT_TRUE(last.field("next").is_null());
}

TEST_F(SiteValuesTest, EveryFieldIsFoundByItsNameAndNoOther) {
  const std::vector<const templating::Object*> objects = {&bundle(), &section("blog/_index.md")};
  for (const templating::Object* object : objects) {
    for (const std::string_view name : object->field_names()) {
      const std::string text(name);
      EXPECT_FALSE(object->field(text).is_undefined()) << text;
      EXPECT_TRUE(object->field(text + "s").is_undefined()) << text;
      EXPECT_TRUE(object->field("x" + text.substr(1)).is_undefined()) << text;
    }
    EXPECT_TRUE(object->field("").is_undefined());
  }
}

TEST_F(SiteValuesTest, ThePageKnowsItsTerms) {
  const Value taxonomies = bundle().field("taxonomies");
  EXPECT_THAT(taxonomies.keys(), ElementsAre("tags"));
  ASSERT_EQ(taxonomies.field("tags").size(), 2U);
  EXPECT_EQ(taxonomies.field("tags").at(1).as_text(), "blue");
  EXPECT_TRUE(taxonomies.field("series").is_undefined());
  EXPECT_TRUE(taxonomies.is_truthy());
}

TEST_F(SiteValuesTest, TaxonomiesShowTheirTerms) {
  const site::Taxonomy* tags = values_.find_taxonomy("en", "tags");
  ASSERT_NE(tags, nullptr);
  EXPECT_EQ(values_.find_taxonomy("fr", "tags"), nullptr);
  EXPECT_TRUE(values_.taxonomy_value(*tags).field("items").is_undefined());
  const Value value = values_.taxonomy_with_items_value(*tags);
  EXPECT_EQ(value.field("kind").field("name").as_text(), "tags");
  EXPECT_EQ(value.field("kind").field("paginate_by").as_integer(), 1);
  EXPECT_EQ(value.field("permalink").as_text(), "https://example.org/tags/");
  ASSERT_EQ(value.field("items").size(), 2U);
  const Value red = value.field("items").at(1);
  EXPECT_EQ(red.field("name").as_text(), "red");
  EXPECT_EQ(red.field("slug").as_text(), "red");
  EXPECT_EQ(red.field("page_count").as_integer(), 2);
  EXPECT_EQ(red.field("path").as_text(), "/tags/red/");
}

TEST_F(SiteValuesTest, MetadataAndBodyAreReadsOfTheirOwn) {
  const EntityTable entities;
  const auto reads_of = [&](auto&& read) {
    ReadLog log(entities);
    read();
    std::vector<EntityKey> keys;
    for (const EntityRead& found : log.take_reads()) {
      keys.push_back(found.key);
    }
    return keys;
  };
  EXPECT_THAT(reads_of([&] { bundle().field("title"); }), ElementsAre(page_key("blog/bundle/index.md")));
  EXPECT_THAT(reads_of([&] { bundle().field("content"); }), ElementsAre(body_key("blog/bundle/index.md")));
  EXPECT_THAT(reads_of([&] { section("_index.md").field("pages"); }), ElementsAre(section_key("_index.md")));
  EXPECT_THAT(reads_of([&] { values_.find_page("none.md"); }), ElementsAre(page_key("none.md")));
  EXPECT_THAT(reads_of([&] { values_.find_permalink("blog/a.md"); }), testing::IsEmpty());
}

}  // namespace
}  // namespace loom::build
