#include "build/values/config_value.h"

#include <gtest/gtest.h>

namespace loom::build {
namespace {

using templating::Value;

TEST(ConfigValue, ShowsTheConfigurationUnderZolasNames) {
  base::Diagnostics diagnostics;
  const site::Config config =
      site::parse_config("config.toml",
                         "base_url = \"https://example.org\"\n"
                         "title = \"T\"\n"
                         "generate_feeds = true\n"
                         "feed_filenames = [\"rss.xml\", \"atom.xml\"]\n"
                         "feed_limit = 3\n"
                         "taxonomies = [{ name = \"tags\", paginate_by = 2, feed = true }]\n"
                         "[markdown]\nsmart_punctuation = true\n"
                         "[extra]\nnav = [\"a\", \"b\"]\n"
                         "[languages.fr]\ntitle = \"Le T\"\n",
                         site::SiteKind::Zola, diagnostics);
  ASSERT_FALSE(diagnostics.has_errors());
  const Value value = config_value(config, "serve", "en");
  EXPECT_EQ(value.field("base_url").as_text(), "https://example.org");
  EXPECT_EQ(value.field("mode").as_text(), "serve");
  EXPECT_EQ(value.field("title").as_text(), "T");
  EXPECT_TRUE(value.field("description").is_null());
  EXPECT_TRUE(value.field("generate_feed").as_boolean());
  EXPECT_TRUE(value.field("generate_feeds").as_boolean());
  EXPECT_EQ(value.field("feed_filename").as_text(), "rss.xml");
  EXPECT_EQ(value.field("feed_filenames").size(), 2U);
  EXPECT_EQ(value.field("feed_limit").as_integer(), 3);
  EXPECT_EQ(value.field("taxonomies").at(0).field("paginate_by").as_integer(), 2);
  EXPECT_TRUE(value.field("markdown").field("smart_punctuation").as_boolean());
  EXPECT_EQ(value.field("extra").field("nav").at(1).as_text(), "b");
  EXPECT_EQ(value.field("languages").field("fr").field("title").as_text(), "Le T");
  EXPECT_TRUE(value.field("titel").is_undefined());
}

TEST(ConfigValue, EachLanguageSeesItsOwn) {
  base::Diagnostics diagnostics;
  const site::Config config = site::parse_config(
      "config.toml",
      "base_url = \"https://example.org\"\ntitle = \"T\"\ntaxonomies = [{ name = \"tags\" }]\n"
      "[languages.fr]\ngenerate_feeds = true\nbuild_search_index = false\n"
      "taxonomies = [{ name = \"mots\" }]\n[languages.fr.translations]\nmore = \"Plus\"\n",
      site::SiteKind::Zola, diagnostics);
  const ConfigValues values = config_values(config, "build");
  const Value& french = find_config_value(values, "fr");
  EXPECT_TRUE(french.field("title").is_null());
  EXPECT_TRUE(french.field("generate_feeds").as_boolean());
  EXPECT_EQ(french.field("taxonomies").at(0).field("name").as_text(), "mots");
  EXPECT_EQ(french.field("languages").keys(), std::vector<std::string_view>{"en"});
  EXPECT_EQ(french.field("languages").field("en").field("title").as_text(), "T");
  const Value& english = find_config_value(values, "en");
  EXPECT_FALSE(english.field("generate_feeds").as_boolean());
  EXPECT_EQ(english.field("languages").field("fr").field("translations").field("more").as_text(), "Plus");
  EXPECT_EQ(find_config_value(values, "it").field("title").as_text(), "T");
}

TEST(ConfigValue, WordsAreZolas) {
  base::Diagnostics diagnostics;
  const site::Config config =
      site::parse_config("config.toml",
                         "base_url = \"https://example.org\"\nexclude_paginated_pages_in_sitemap = \"all\"\n"
                         "[slugify]\npaths = \"safe\"\n[markdown]\ninsert_anchor_links = \"left\"\n"
                         "[markdown.highlighting]\ntheme = \"nord\"\n",
                         site::SiteKind::Zola, diagnostics);
  const Value value = config_value(config, "build", "en");
  EXPECT_EQ(value.field("exclude_paginated_pages_in_sitemap").as_text(), "all");
  EXPECT_EQ(value.field("slugify").field("paths").as_text(), "safe");
  EXPECT_EQ(value.field("markdown").field("insert_anchor_links").as_text(), "left");
  EXPECT_EQ(value.field("markdown").field("highlighting").field("theme").as_text(), "nord");
  EXPECT_EQ(value.field("markdown").field("highlighting").field("style").as_text(), "inline");
  EXPECT_TRUE(config_value(site::bare_config("notes"), "build", "en")
                  .field("markdown")
                  .field("highlighting")
                  .is_null());
}

TEST(ConfigValue, WhatIsNotSetIsNull) {
  const site::Config config = site::bare_config("notes");
  const Value value = config_value(config, "build", "en");
  EXPECT_TRUE(value.field("author").is_null());
  EXPECT_EQ(value.field("extra").size(), 0U);
}

}  // namespace
}  // namespace loom::build
