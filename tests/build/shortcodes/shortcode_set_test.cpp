#include "build/shortcodes/shortcode_set.h"

#include <gtest/gtest.h>

#include "build/entities.h"
#include "build/functions/site_environment.h"

namespace loom::build {
namespace {

class ShortcodeSet : public testing::Test {
 protected:
  ShortcodeSet() {
    std::vector<templating::TemplateSource> sources;
    for (const char* name : {"shortcodes/a.html", "shortcodes/b.md", "shortcodes/both.html",
                             "shortcodes/both.md", "shortcodes/c.txt", "page.html"}) {
      sources.push_back({name, "x", name});
    }
    sources.push_back({"shortcodes/broken.html", "{% if %}", "broken"});
    add_template_entities(entities_, sources);
    base::Diagnostics diagnostics;
    templates_ = templating::TemplateSet::build(std::move(sources), environment_, diagnostics);
    host_.templates = &templates_;
    host_.entities = &entities_;
  }

  templating::Environment environment_ = make_site_environment();
  templating::TemplateSet templates_;
  EntityTable entities_;
  site::SourceTree tree_;
  site::Config config_;
  SourceCaches caches_;
  RenderHost host_{tree_, config_, caches_};
};

TEST_F(ShortcodeSet, FindsTheTemplateOfAName) {
  EXPECT_EQ(find_shortcode(host_, "a").template_name, "shortcodes/a.html");
  EXPECT_FALSE(find_shortcode(host_, "a").is_markdown);
  EXPECT_EQ(find_shortcode(host_, "b").template_name, "shortcodes/b.md");
  EXPECT_TRUE(find_shortcode(host_, "b").is_markdown);
  EXPECT_EQ(find_shortcode(host_, "both").template_name, "shortcodes/both.html");
  EXPECT_EQ(find_shortcode(host_, "c").template_name, "");
  EXPECT_FALSE(find_shortcode(host_, "c").is_broken);
}

TEST_F(ShortcodeSet, TellsABrokenTemplateFromNone) {
  EXPECT_EQ(find_shortcode(host_, "broken").template_name, "");
  EXPECT_TRUE(find_shortcode(host_, "broken").is_broken);
}

TEST_F(ShortcodeSet, NamesThoseThatCanBeCalled) {
  EXPECT_EQ(shortcode_names(host_), (std::vector<std::string>{"a", "b", "both"}));
}

}  // namespace
}  // namespace loom::build
