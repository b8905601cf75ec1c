#include "site/config.h"

#include <gtest/gtest.h>

#include "support/source_tree_text.h"

namespace loom::site {
namespace {

struct Parsed {
  Config config;
  base::Diagnostics diagnostics;
};

Parsed parse(std::string_view text, SiteKind kind = SiteKind::Zola) {
  Parsed parsed;
  parsed.config = parse_config("config.toml", "base_url = \"https://x.org\"\n" + std::string(text), kind,
                               parsed.diagnostics);
  return parsed;
}

std::string messages_of(const Parsed& parsed) {
  std::string text;
  for (const base::Diagnostic& item : parsed.diagnostics.items()) {
    text += (item.severity == base::Severity::Warning ? "warning " : "error ") + std::to_string(item.line) +
            " " + item.message + "\n";
  }
  return text;
}

TEST(Config, ZolaDefaultsHold) {
  const Parsed p = parse("");
  EXPECT_TRUE(p.diagnostics.empty());
  EXPECT_EQ(p.config.base_url, "https://x.org");
  EXPECT_FALSE(p.config.generate_feeds);
  EXPECT_FALSE(p.config.feed_limit.has_value());
  EXPECT_EQ(p.config.feed_filenames, std::vector<std::string>{"atom.xml"});
  EXPECT_TRUE(p.config.publish_future);
  EXPECT_EQ(p.config.content_prefix, "content/");
}

TEST(Config, ABaseUrlThatMakesNoLinksIsAnError) {
  base::Diagnostics diagnostics;
  const Config config =
      parse_config("config.toml", "base_url = \"example.org\"", SiteKind::Zola, diagnostics);
  ASSERT_EQ(diagnostics.items().size(), 1u);
  EXPECT_EQ(diagnostics.items()[0].message, "`example.org` is no address of a site");
  EXPECT_EQ(diagnostics.items()[0].line, 1u);
  EXPECT_EQ(config.base_url, Config().base_url);
}

TEST(Config, LoomsOwnSitesLimitFeeds) {
  EXPECT_EQ(parse("", SiteKind::Loom).config.feed_limit, 20u);
  EXPECT_EQ(parse("feed_limit = 5", SiteKind::Loom).config.feed_limit, 5u);
}

TEST(Config, ReadsTheKeysOfADocumentedSite) {
  const Parsed p = parse(R"(
title = "T"
description = "D"
default_language = "de"
theme = "book"
compile_sass = true
minify_html = true
ignored_content = ["*.xlsx"]
generate_feeds = true
feed_filenames = ["rss.xml"]
taxonomies = [{name = "Tags", feed = true, paginate_by = 5, paginate_path = "seite"}, {name = "x", render = false}]
taxonomy_root = "blog"
build_search_index = true
exclude_paginated_pages_in_sitemap = "all"
author = "Ann"
hard_link_static = false
generate_sitemap = false
[markdown]
smart_punctuation = true
insert_anchor_links = "heading"
[markdown.highlighting]
style = "class"
light_theme = "a"
dark_theme = "b"
[link_checker]
internal_level = "warn"
skip_prefixes = ["http://x"]
[slugify]
paths = "off"
taxonomies = "safe"
anchors = "on"
paths_keep_dates = true
[search]
include_content = false
truncate_content_length = 100
index_format = "fuse_json"
[translations]
more = "Mehr"
[languages.fr]
title = "F"
taxonomies = [{name = "auteurs"}]
[languages.fr.translations]
more = "Plus"
[extra]
color = "red"
)");
  EXPECT_EQ(messages_of(p), "");
  EXPECT_EQ(p.config.link_checker.skip_prefixes, std::vector<std::string>{"http://x"});
  const Config& config = p.config;
  ASSERT_EQ(config.taxonomies.size(), 2u);
  EXPECT_EQ(config.taxonomies[0].slug, "Tags");
  EXPECT_EQ(config.taxonomies[0].paginate_by, 5u);
  EXPECT_FALSE(config.taxonomies[1].render);
  EXPECT_EQ(config.slugify.paths, SlugifyMode::Off);
  EXPECT_EQ(config.slugify.taxonomies, SlugifyMode::Safe);
  EXPECT_EQ(config.markdown.insert_anchor_links, markdown::AnchorLinks::Heading);
  EXPECT_EQ(config.link_checker.internal_level, LinkLevel::Warning);
  EXPECT_TRUE(config.exclude_paginated_pages_in_sitemap);
  ASSERT_NE(find_language(config, "fr"), nullptr);
  EXPECT_EQ(find_language(config, "fr")->translations[0].second, "Plus");
  EXPECT_NE(find_taxonomy(config, "fr", "auteurs"), nullptr);
  EXPECT_EQ(find_taxonomy(config, "de", "auteurs"), nullptr);
  EXPECT_EQ(*config.extra.find("color"), base::Data("red"));
  EXPECT_EQ(config.translations[0].second, "Mehr");
}

TEST(Config, OlderSpellingsAreUnderstood) {
  const Parsed p = parse(
      "generate_feed = true\nfeed_filename = \"rss.xml\"\nhighlight_code = true\n"
      "languages = [{code = \"fr\", feed = true}]\n[markdown]\nhighlight_code = false\nhighlight_theme = "
      "\"css\"\n"
      "extra_syntaxes_and_themes = []\nhighlight_themes_css = []\n");
  EXPECT_EQ(messages_of(p), "");
  EXPECT_TRUE(p.config.generate_feeds);
  EXPECT_EQ(p.config.feed_filenames, std::vector<std::string>{"rss.xml"});
  EXPECT_FALSE(p.config.markdown.code.highlight);
  EXPECT_FALSE(p.config.markdown.code.inline_colors);
  EXPECT_EQ(p.config.markdown.code.markup, markdown::CodeMarkup::Syntect);
  EXPECT_FALSE(p.config.markdown.external_links_external);
  ASSERT_NE(find_language(p.config, "fr"), nullptr);
  EXPECT_TRUE(find_language(p.config, "fr")->generate_feeds);
}

TEST(Config, TaxonomiesThatNameTheirLanguageBelongToIt) {
  const Parsed p = parse(
      "languages = [{code = \"fr\"}]\n"
      "taxonomies = [{name = \"tags\", rss = true}, {name = \"auteurs\", lang = \"fr\"}, "
      "{name = \"autori\", lang = \"it\"}]\n");
  EXPECT_EQ(messages_of(p),
            "error 3 the taxonomy `autori` is in the language `it`, which the site does not have\n");
  ASSERT_EQ(p.config.taxonomies.size(), 1u);
  EXPECT_TRUE(p.config.taxonomies[0].feed);
  EXPECT_NE(find_taxonomy(p.config, "fr", "auteurs"), nullptr);
}

TEST(Config, TranslationsMayStandInATablePerLanguage) {
  const Parsed p = parse(
      "languages = [{code = \"fr\"}]\n[translations.en]\nmore = \"More\"\n[translations.fr]\nmore = "
      "\"Plus\"\n[translations.it]\nmore = \"Di più\"\n");
  EXPECT_EQ(messages_of(p),
            "warning 7 there are translations for `it`, a language that the site does not have\n");
  EXPECT_EQ(p.config.translations[0].second, "More");
  EXPECT_EQ(find_language(p.config, "fr")->translations[0].second, "Plus");
}

TEST(Config, EachLanguageHasItsOwnSettings) {
  const Parsed p = parse(
      "title = \"T\"\nfeed_filenames = [\"rss.xml\"]\n[languages.fr]\ngenerate_feeds = true\n"
      "[languages.fr.search]\n");
  const LanguageSettings french = language_settings(p.config, "fr");
  EXPECT_EQ(french.title, "");
  EXPECT_TRUE(french.generate_feeds);
  EXPECT_EQ(french.feed_filenames, std::vector<std::string>{"atom.xml"});
  EXPECT_EQ(language_settings(p.config, "en").feed_filenames, std::vector<std::string>{"rss.xml"});
  EXPECT_FALSE(language_settings(p.config, "en").generate_feeds);
}

TEST(Config, TheTableOfTheDefaultLanguageCompletesTheTopLevel) {
  const Parsed p = parse(
      "title = \"T\"\n[translations]\na = \"top\"\n[languages.en]\ntitle = \"U\"\ngenerate_feeds = true\n"
      "feed_filenames = [\"rss.xml\"]\n");
  EXPECT_EQ(messages_of(p), "warning 6 `title` of the default language stands twice\n");
  EXPECT_EQ(p.config.title, "T");
  EXPECT_TRUE(p.config.generate_feeds);
  EXPECT_EQ(p.config.feed_filenames, std::vector<std::string>{"rss.xml"});
  EXPECT_TRUE(p.config.languages.empty());
}

TEST(Config, ALanguageNeedsACode) {
  const Parsed p = parse("default_language = \"english please\"\n[languages.pt-BR]\n[languages.x]\n");
  EXPECT_EQ(messages_of(p),
            "error 2 `english please` is no language code\nerror 4 `x` is no language code\n");
}

TEST(Config, UnknownKeysAreWarningsAtTheirLine) {
  const Parsed p = parse("tilte = \"x\"\n[markdown]\nsmart_punctation = true\n");
  ASSERT_EQ(p.diagnostics.items().size(), 2u);
  EXPECT_EQ(p.diagnostics.error_count(), 0u);
  const base::Diagnostic& nested = p.diagnostics.items()[0];
  EXPECT_EQ(nested.line, 4u);
  EXPECT_EQ(nested.column, 1u);
  EXPECT_EQ(nested.hint, "did you mean `smart_punctuation`?");
  EXPECT_EQ(p.diagnostics.items()[1].hint, "did you mean `title`?");
}

TEST(Config, WrongTypesAreErrorsAndKeepTheDefault) {
  const Parsed p = parse("feed_limit = \"many\"\ngenerate_feeds = 1\n[slugify]\npaths = \"never\"\n");
  EXPECT_EQ(p.diagnostics.error_count(), 3u);
  EXPECT_FALSE(p.config.feed_limit.has_value());
  EXPECT_EQ(p.config.slugify.paths, SlugifyMode::On);
}

TEST(Config, PaginateByZeroIsNoPagination) {
  const Parsed p = parse("paginate_by = 0\ntaxonomies = [{name = \"tags\", paginate_by = 0}]\n");
  EXPECT_TRUE(p.diagnostics.empty());
  EXPECT_EQ(p.config.taxonomies[0].paginate_by, 0u);
}

TEST(Config, TimezonesAreOffsets) {
  EXPECT_EQ(parse("timezone = \"+05:30\"").config.timezone, std::chrono::minutes(330));
  EXPECT_EQ(parse("timezone = \"-0800\"").config.timezone, std::chrono::minutes(-480));
  EXPECT_EQ(parse("timezone = \"UTC\"").config.timezone, std::chrono::minutes(0));
  for (const char* bad : {"timezone = \"Europe/Paris\"", "timezone = \"\"", "timezone = \"+99:00\""}) {
    EXPECT_EQ(parse(bad).diagnostics.error_count(), 1u) << bad;
  }
}

TEST(Config, LoomsTablesAreRead) {
  const Parsed p = parse(
      "publish_future = false\n[serve]\nlisten = \"0.0.0.0:80\"\nthreads = 2\nallow_hosts = [\"a\"]\n"
      "headers = { X-A = \"b\" }\n[preview]\ndrafts = true\n");
  EXPECT_EQ(p.diagnostics.error_count(), 0u);
  EXPECT_FALSE(p.config.publish_future);
  EXPECT_EQ(p.config.serve.listen, "0.0.0.0:80");
  EXPECT_EQ(p.config.serve.threads, 2u);
  EXPECT_EQ(p.config.serve.headers[0].second, "b");
  EXPECT_TRUE(p.config.preview.drafts);
}

TEST(Config, ABareFolderHasItsOwnDefaults) {
  base::Diagnostics diagnostics;
  const Config config = read_config(SourceTree(), "my-notes", diagnostics);
  EXPECT_EQ(config.kind, SiteKind::Bare);
  EXPECT_EQ(config.title, "My notes");
  EXPECT_EQ(config.content_prefix, "");
  EXPECT_TRUE(config.generate_feeds);
  EXPECT_FALSE(config.publish_future);
  EXPECT_EQ(config.taxonomies.size(), 3u);
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Config, LoomTomlWinsWithAWarning) {
  base::Diagnostics diagnostics;
  const SourceTree tree = support::source_tree(
      "--- config.toml\nbase_url = \"https://a\"\ntitle = \"zola\"\n--- loom.toml\nbase_url = "
      "\"https://a\"\ntitle = "
      "\"loom\"\n");
  const Config config = read_config(tree, "x", diagnostics);
  EXPECT_EQ(config.title, "loom");
  EXPECT_EQ(config.kind, SiteKind::Loom);
  ASSERT_EQ(diagnostics.items().size(), 1u);
  EXPECT_EQ(diagnostics.items()[0].file, "config.toml");
  EXPECT_EQ(diagnostics.items()[0].severity, base::Severity::Warning);
}

TEST(Config, BrokenTomlIsOneErrorWithItsLine) {
  const Parsed p = parse("title = \n");
  ASSERT_EQ(p.diagnostics.error_count(), 1u);
  EXPECT_EQ(p.diagnostics.items()[0].line, 2u);
}

TEST(Config, KeysWithoutEffectAreWarnings) {
  EXPECT_EQ(messages_of(parse("[preview]\noverlay = false\n[serve]\nthreads = 4\n", SiteKind::Loom)),
            "warning 5 `serve.threads` has no effect in this version of Loom\n"
            "warning 3 `preview.overlay` has no effect in this version of Loom\n");
}

TEST(Config, KeysWithoutEffectOfAZolaSiteAreOneWarning) {
  EXPECT_EQ(messages_of(parse("[preview]\noverlay = false\n[serve]\nthreads = 4\n")),
            "warning 5 these keys have no effect in this version of Loom: `serve.threads`, "
            "`preview.overlay`\n");
}

TEST(Config, KeysWithoutEffectThatSayTheDefaultAreQuiet) {
  EXPECT_EQ(messages_of(parse("minify_html = false\nhard_link_static = false\n[preview]\noverlay = true\n"
                              "[search]\ninclude_content = true\n",
                              SiteKind::Loom)),
            "");
}

}  // namespace
}  // namespace loom::site
