#include "site/front_matter.h"

#include <gtest/gtest.h>

namespace loom::site {
namespace {

struct Parsed {
  FrontMatter front;
  base::Diagnostics diagnostics;
  std::string body;
};

Config zola_config() {
  base::Diagnostics diagnostics;
  return parse_config("config.toml", "base_url = \"https://x.org\"\ntaxonomies = [{name = \"tags\"}]\n",
                      SiteKind::Zola, diagnostics);
}

Parsed parse(const std::string& text, ContentKind kind = ContentKind::Page,
             const Config& config = zola_config()) {
  Parsed parsed;
  parsed.front = parse_front_matter({"content/a.md", text, kind}, config, parsed.diagnostics);
  parsed.body = text.substr(parsed.front.body_offset);
  return parsed;
}

Parsed parse_bare(const std::string& text) {
  return parse(text, ContentKind::Page, bare_config("site"));
}

using Terms = std::vector<std::pair<std::string, std::vector<std::string>>>;

TEST(FrontMatter, TomlFieldsOfAPage) {
  const Parsed p = parse(R"(+++
title = "T"
description = "D"
date = 2024-05-01
updated = 2024-06-01T10:00:00Z
weight = 3
draft = true
slug = "s"
aliases = ["/old"]
authors = ["Ann"]
template = "x.html"
in_search_index = false
[taxonomies]
tags = ["rust", "web"]
[extra]
color = "red"
+++
Body
)");
  EXPECT_TRUE(p.diagnostics.empty());
  EXPECT_EQ(p.front.title, "T");
  EXPECT_EQ(p.front.description, "D");
  EXPECT_EQ(base::format_rfc3339(*p.front.updated), "2024-06-01T10:00:00Z");
  EXPECT_EQ(p.front.weight, 3);
  EXPECT_TRUE(p.front.draft);
  EXPECT_EQ(p.front.aliases, std::vector<std::string>{"/old"});
  EXPECT_EQ(p.front.authors, std::vector<std::string>{"Ann"});
  EXPECT_EQ(p.front.template_name, "x.html");
  EXPECT_FALSE(p.front.in_search_index);
  EXPECT_EQ(p.front.taxonomies, (Terms{{"tags", {"rust", "web"}}}));
  EXPECT_EQ(*p.front.extra.find("color"), base::Data("red"));
  EXPECT_EQ(p.body, "Body\n");
  EXPECT_EQ(p.front.body_line, 18u);
}

TEST(FrontMatter, AZolaSiteKeepsToItsOwnNames) {
  const Parsed p = parse("+++\nsummary = \"S\"\ntags = [\"a\"]\npublished = false\n+++\n");
  EXPECT_FALSE(p.front.description);
  EXPECT_TRUE(p.front.taxonomies.empty());
  EXPECT_FALSE(p.front.draft);
  EXPECT_EQ(p.front.extra.find("summary"), nullptr);
  EXPECT_EQ(p.diagnostics.warning_count(), 3U);
}

TEST(FrontMatter, YamlWithFlatNames) {
  const Parsed p = parse_bare(
      "---\r\ntitle: 1984\r\ndate: 2024-05-01 12:00:00 +0200\r\nlastmod: 2024-06-01\r\ntags: [a, b]\r\n"
      "categories: x, y\r\nseries: S\r\nexcerpt: E\r\npublished: false\r\nlayout: post\r\ncolor: "
      "red\r\n---\r\nBody");
  EXPECT_TRUE(p.diagnostics.empty());
  EXPECT_EQ(p.front.title, "1984");
  EXPECT_EQ(p.front.description, "E");
  EXPECT_TRUE(p.front.draft);
  EXPECT_EQ(p.front.layout, "post");
  EXPECT_TRUE(p.front.updated.has_value());
  EXPECT_EQ(p.front.taxonomies, (Terms{{"tags", {"a", "b"}}, {"categories", {"x", "y"}}, {"series", {"S"}}}));
  EXPECT_EQ(*p.front.extra.find("color"), base::Data("red"));
  EXPECT_EQ(p.body, "Body");
}

TEST(FrontMatter, NoneLeavesTheWholeText) {
  for (const char* text :
       {"# Title\n\ntext", "", "\n", "---\n\ntext after a rule\n", "----\n", "+++ not alone\n"}) {
    const Parsed p = parse(text);
    EXPECT_EQ(p.front.syntax, FrontMatterSyntax::None) << text;
    EXPECT_EQ(p.body, text);
    EXPECT_TRUE(p.diagnostics.empty());
  }
}

TEST(FrontMatter, ByteOrderMarkAndBlankLinesBeforeItAreFine) {
  const Parsed p = parse("\xEF\xBB\xBF\n---\ntitle: T\n---\nBody");
  EXPECT_EQ(p.front.title, "T");
  EXPECT_EQ(p.body, "Body");
  EXPECT_EQ(p.front.body_line, 5u);
  EXPECT_EQ(parse("\xEF\xBB\xBF# Hello").body, "# Hello");
}

TEST(FrontMatter, EmptyBlocksAreFine) {
  EXPECT_EQ(parse("+++\n+++\nBody").body, "Body");
  EXPECT_EQ(parse("---\n---\nBody").body, "Body");
  EXPECT_EQ(parse("---\n---").body, "");
}

TEST(FrontMatter, AnUnterminatedBlockIsAnErrorAtItsStart) {
  const Parsed p = parse("\n+++\ntitle = \"x\"\nBody");
  ASSERT_EQ(p.diagnostics.error_count(), 1u);
  EXPECT_EQ(p.diagnostics.items()[0].line, 2u);
  EXPECT_EQ(p.diagnostics.items()[0].source_line, "+++");
  EXPECT_EQ(parse("---\ntitle: x\n").diagnostics.error_count(), 1u);
}

TEST(FrontMatter, MistakesStandAtTheirLineInTheFile) {
  const Parsed date = parse("---\ntitle: x\ndate: next tuesday\n---\n");
  ASSERT_EQ(date.diagnostics.items().size(), 1u);
  EXPECT_EQ(date.diagnostics.items()[0].line, 3u);
  EXPECT_EQ(date.diagnostics.items()[0].column, 7u);
  EXPECT_EQ(date.diagnostics.items()[0].source_line, "date: next tuesday");
  const Parsed type = parse("+++\ntitle = 12\n+++\n");
  ASSERT_EQ(type.diagnostics.error_count(), 1u);
  EXPECT_EQ(type.diagnostics.items()[0].line, 2u);
  const Parsed syntax = parse("+++\ntitle = \n+++\n");
  ASSERT_EQ(syntax.diagnostics.error_count(), 1u);
  EXPECT_EQ(syntax.diagnostics.items()[0].line, 2u);
}

TEST(FrontMatter, AllMistakesOfOneFileAreFound) {
  EXPECT_EQ(parse("---\ntitle: [1]\nweight: heavy\ndraft: maybe\nslug: ''\n---\n").diagnostics.error_count(),
            4u);
}

TEST(FrontMatter, SectionFields) {
  const Parsed p = parse(
      "+++\nsort_by = \"weight\"\npaginate_by = 5\npaginate_reversed = true\npaginate_path = \"seite\"\n"
      "insert_anchor_links = \"left\"\nredirect_to = \"a/b\"\npage_template = \"doc.html\"\ntransparent = "
      "true\n"
      "generate_feeds = true\n+++\n",
      ContentKind::Section);
  EXPECT_TRUE(p.diagnostics.empty());
  EXPECT_EQ(p.front.section.sort_by, SortBy::Weight);
  EXPECT_EQ(p.front.section.paginate_by, 5u);
  EXPECT_TRUE(p.front.section.paginate_reversed);
  EXPECT_EQ(p.front.section.paginate_path, "seite");
  EXPECT_EQ(p.front.section.insert_anchor_links, markdown::AnchorLinks::Left);
  EXPECT_EQ(p.front.section.redirect_to, "a/b");
  EXPECT_EQ(p.front.section.page_template, "doc.html");
  EXPECT_TRUE(p.front.section.transparent);
  EXPECT_TRUE(p.front.section.generate_feeds);
}

TEST(FrontMatter, UnknownSectionKeysAreWarned) {
  const Parsed p = parse("+++\nsort_bi = \"date\"\n+++\n", ContentKind::Section);
  ASSERT_EQ(p.diagnostics.items().size(), 1u);
  EXPECT_EQ(p.diagnostics.items()[0].hint, "did you mean `sort_by`?");
  EXPECT_EQ(parse("+++\nsort_by = \"colour\"\n+++\n", ContentKind::Section).diagnostics.error_count(), 1u);
  EXPECT_EQ(parse("+++\npaginate_by = 99999999\n+++\n", ContentKind::Section).diagnostics.error_count(), 1u);
}

TEST(FrontMatter, UnconfiguredTaxonomiesAreAnError) {
  const Parsed p = parse("+++\n[taxonomies]\ncolours = [\"red\"]\n+++\n");
  ASSERT_EQ(p.diagnostics.error_count(), 1u);
  EXPECT_EQ(p.diagnostics.items()[0].line, 3u);
  EXPECT_TRUE(parse("---\ncategories: [a]\n---\n").front.taxonomies.empty());
}

TEST(FrontMatter, SimplerEnginesLinesAreUnderstoodInABareFolder) {
  const Parsed p = parse_bare("---\ntitle: Loom: a tale\ntags: a, b\n---\n");
  EXPECT_TRUE(p.diagnostics.empty());
  EXPECT_EQ(p.front.title, "Loom: a tale");
  EXPECT_EQ(p.front.taxonomies, (Terms{{"tags", {"a", "b"}}}));
  EXPECT_EQ(parse("---\ntitle: Loom: a tale\n---\n").diagnostics.error_count(), 1u);
}

TEST(FrontMatter, MetadataThatIsNoTableIsAnError) {
  EXPECT_EQ(parse("---\na:\n---\n").diagnostics.error_count(), 0u);
  EXPECT_EQ(parse("---\n# only a comment\n---\n").diagnostics.error_count(), 0u);
}

}  // namespace
}  // namespace loom::site
