#include "site/page_source.h"

#include <gtest/gtest.h>

namespace loom::site {
namespace {

Config zola_config(std::string_view more = "") {
  base::Diagnostics diagnostics;
  return parse_config("config.toml", "base_url = \"https://x.org\"\n" + std::string(more), SiteKind::Zola,
                      diagnostics);
}

std::shared_ptr<const PageSource> parse(std::string path, std::string text,
                                        const Config& config = zola_config()) {
  base::Diagnostics diagnostics;
  return parse_page_source(make_source_file(std::move(path), std::move(text)), config, diagnostics);
}

TEST(PageSource, KnowsItsFolderNameAndBody) {
  const auto source = parse("content/blog/a.md", "+++\ntitle = \"A\"\n+++\nBody\n");
  EXPECT_EQ(source->relative_path, "blog/a.md");
  EXPECT_EQ(source->folder, "blog");
  EXPECT_EQ(source->name, "a");
  EXPECT_EQ(source->kind, ContentKind::Page);
  EXPECT_EQ(source->body(), "Body\n");
  EXPECT_FALSE(source->takes_title_from_heading);
}

TEST(PageSource, SectionsAndBundlesAreKnownByName) {
  EXPECT_EQ(parse("content/_index.md", "")->kind, ContentKind::Section);
  const auto bundle = parse("content/blog/2024-05-01-post/index.md", "");
  EXPECT_EQ(bundle->kind, ContentKind::Page);
  EXPECT_TRUE(bundle->is_bundle);
  EXPECT_EQ(bundle->name_slug, "post");
  EXPECT_TRUE(bundle->date.has_value());
  EXPECT_FALSE(parse("content/index.md", "")->is_bundle);
}

struct NameCase {
  const char* name;
  const char* slug;
  const char* date;
};

TEST(PageSource, DatesOfFileNames) {
  for (const NameCase& c : std::initializer_list<NameCase>{
           {"2018-10-10-hello-world", "hello-world", "2018-10-10T00:00:00Z"},
           {"2018-10-10_hello", "hello", "2018-10-10T00:00:00Z"},
           {"2018-10-10", "2018-10-10", "2018-10-10T00:00:00Z"},
           {"2021-01-23 -hello new world", "hello new world", "2021-01-23T00:00:00Z"},
           {"2018-10-02T15:00:00Z-hello", "hello", "2018-10-02T15:00:00Z"},
           {"2018-10-02T15:00:00+02:00-hello", "hello", "2018-10-02T15:00:00+02:00"},
           {"2018-10-02T15:00:00.25-05:00_hello", "hello", "2018-10-02T15:00:00-05:00"},
           {"2018-13-10-hello", "2018-13-10-hello", ""},
           {"hello", "hello", ""}}) {
    const auto source = parse("content/" + std::string(c.name) + ".md", "");
    EXPECT_EQ(source->name_slug, c.slug) << c.name;
    EXPECT_EQ(source->date ? base::format_rfc3339(*source->date) : "", c.date) << c.name;
  }
}

TEST(PageSource, TheMetadatasDateWinsAndDatesMayStay) {
  EXPECT_EQ(base::format_rfc3339(*parse("content/2018-10-10-a.md", "+++\ndate = 2020-01-01\n+++\n")->date),
            "2020-01-01T00:00:00Z");
  EXPECT_EQ(
      parse("content/2018-10-10-a.md", "", zola_config("[slugify]\npaths_keep_dates = true\n"))->name_slug,
      "2018-10-10-a");
}

TEST(PageSource, DatesWithoutAZoneAreInTheOneOfTheConfiguration) {
  const Config config = zola_config("timezone = \"+02:00\"");
  const auto moment = base::parse_date_time("2024-05-01T00:30:00+02:00")->moment;
  EXPECT_EQ(parse("content/a.md", "+++\ndate = 2024-05-01T00:30:00\n+++\n", config)->date->moment, moment);
  EXPECT_EQ(parse("content/a.md", "---\ndate: 2024-05-01 00:30:00\n---\n", config)->date->moment, moment);
  EXPECT_EQ(parse("content/a.md", "+++\ndate = 2024-04-30T22:30:00Z\n+++\n", config)->date->moment, moment);
  const auto day = base::parse_date_time("2024-05-01T00:00:00+02:00")->moment;
  EXPECT_EQ(parse("content/2024-05-01-a.md", "", config)->date->moment, day);
  EXPECT_EQ(parse("content/a.md", "+++\ndate = 2024-05-01\n+++\n", config)->date->moment, day);
}

TEST(PageSource, LanguagesAreSuffixesOfTheName) {
  const Config config = zola_config("[languages.fr]\n");
  const auto french = parse("content/a.fr.md", "", config);
  EXPECT_EQ(french->language, "fr");
  EXPECT_EQ(french->name, "a");
  EXPECT_EQ(parse("content/_index.fr.md", "", config)->kind, ContentKind::Section);
  EXPECT_EQ(parse("content/v1.2.md", "", config)->name, "v1.2");
}

TEST(PageSource, InvalidUtf8IsRepairedWithAWarningAtItsPlace) {
  base::Diagnostics diagnostics;
  const auto source = parse_page_source(make_source_file("content/a.md", "one\ntwo \xFF three\n"),
                                        zola_config(), diagnostics);
  EXPECT_EQ(source->body(), "one\ntwo \xEF\xBF\xBD three\n");
  ASSERT_EQ(diagnostics.items().size(), 1u);
  EXPECT_EQ(diagnostics.items()[0].severity, base::Severity::Warning);
  EXPECT_EQ(diagnostics.items()[0].line, 2u);
  EXPECT_EQ(diagnostics.items()[0].column, 5u);
}

TEST(PageSource, WithoutMetadataTheFirstHeadingIsTheTitle) {
  EXPECT_TRUE(parse("content/a.md", "# Title\n")->takes_title_from_heading);
}

TEST(PageSource, BareFoldersHaveFrontPagesAndFolderSeries) {
  const Config config = bare_config("x");
  EXPECT_EQ(parse("README.md", "", config)->kind, ContentKind::Section);
  EXPECT_EQ(parse("docs/index.md", "", config)->kind, ContentKind::Section);
  EXPECT_TRUE(parse("a.md", "---\ndate: 2024-01-01\n---\n", config)->takes_title_from_heading);
  const auto part = parse("posts/my-series/one.md", "", config);
  ASSERT_EQ(part->front.taxonomies.size(), 1u);
  EXPECT_EQ(part->front.taxonomies[0].first, "series");
  EXPECT_TRUE(parse("posts/one.md", "", config)->front.taxonomies.empty());
}

TEST(PageSource, IgnoredContentIsNoSource) {
  const Config config = zola_config("ignored_content = [\"*.draft.md\", \"private/**\"]\n");
  EXPECT_TRUE(is_page_source("content/a.md", config));
  EXPECT_FALSE(is_page_source("content/a.draft.md", config));
  EXPECT_FALSE(is_page_source("content/private/a.md", config));
  EXPECT_FALSE(is_page_source("templates/a.md", config));
  EXPECT_FALSE(is_page_source("content/a.png", config));
}

}  // namespace
}  // namespace loom::site
