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
  const Value value = config_value(config, "serve");
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

TEST(ConfigValue, WhatIsNotSetIsNull) {
  const site::Config config = site::bare_config("notes");
  const Value value = config_value(config, "build");
  EXPECT_TRUE(value.field("author").is_null());
  EXPECT_EQ(value.field("extra").size(), 0U);
}

}  // namespace
}  // namespace loom::build
