// Which jobs run again is what this tests; that their result is right, incremental_test.cpp.
#include "build/render_step.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/site_build.h"

namespace loom::build {
namespace {

constexpr std::string_view kSite = R"(
--- loom.toml
base_url = "https://example.org"
generate_sitemap = false
generate_robots_txt = false
--- templates/404.html
none
--- templates/index.html
{% for p in section.pages %}{{ p.title }} {% endfor %}
--- templates/page.html
{% include "part.html" %}{{ page.content | safe }}
--- templates/part.html
part
--- templates/lone.html
lone {{ page.title }}
--- content/a.md
+++
title = "A"
+++
Body of a.
--- content/b.md
+++
title = "B"
template = "lone.html"
+++
Body of b.
)";

std::string replaced(std::string_view from, std::string_view to) {
  std::string text(kSite);
  text.replace(text.find(from), from.size(), to);
  return text;
}

/// How many templates run when the site becomes `edited`, and which paths change.
std::string effect_of(const std::string& edited) {
  Builder builder(support::plain_build_options());
  const support::Built before = support::build_tree(builder, support::source_tree(kSite));
  const support::Built after =
      support::build_tree(builder, support::source_tree(edited), before.outcome.snapshot.get());
  std::string text = std::to_string(after.outcome.rendered_count) + ":";
  for (const std::string& path : after.outcome.changed_paths) {
    text += " " + path;
  }
  return text + after.messages();
}

TEST(RenderStep, NothingRunsWhenNothingChanged) {
  EXPECT_EQ(effect_of(std::string(kSite)), "0:");
}

TEST(RenderStep, OnlyReadersOfWhatChangedRun) {
  EXPECT_EQ(effect_of(replaced("Body of a.", "Other.")), "1: /a/");
  EXPECT_EQ(effect_of(replaced("Body of b.", "Other.")), "0:") << "its template shows no body";
  EXPECT_EQ(effect_of(replaced("\"A\"", "\"New\"")), "2: /") << "the page runs, but shows no title";
  EXPECT_EQ(effect_of(replaced("\"B\"", "\"New\"")), "2: / /b/");
}

TEST(RenderStep, ATemplateRunsForItsOwnPagesOnly) {
  EXPECT_EQ(effect_of(replaced("--- templates/part.html\npart", "--- templates/part.html\nnew")), "1: /a/");
  EXPECT_EQ(effect_of(replaced("lone {{", "new {{")), "1: /b/");
}

TEST(RenderStep, TheConfigurationRunsEverything) {
  EXPECT_EQ(effect_of(replaced("generate_sitemap", "title = \"T\"\ngenerate_sitemap")), "4:");
}

TEST(RenderStep, AWarningIsSaidAgainWhenTheRenderIsKept) {
  const site::SourceTree tree = support::source_tree(
      replaced("lone {{ page.title }}", "{{ get_url(path=\"x.css\", cachebust=true) }}"));
  Builder builder(support::plain_build_options());
  const support::Built first = support::build_tree(builder, tree);
  const support::Built second = support::build_tree(builder, tree, first.outcome.snapshot.get());
  EXPECT_EQ(second.outcome.rendered_count, 0U);
  EXPECT_THAT(first.messages(), testing::HasSubstr("x.css"));
  EXPECT_EQ(second.messages(), first.messages());
}

TEST(RenderStep, ATemplateThatIsTakenAwayGivesWayToTheNextAlternative) {
  const std::string config =
      "--- loom.toml\nbase_url = \"https://example.org\"\ntaxonomies = [{ name = \"tags\" }]\n"
      "--- templates/taxonomy_single.html\nany\n--- content/a.md\n+++\n[taxonomies]\ntags = "
      "[\"red\"]\n+++\n";
  Builder builder(support::plain_build_options());
  const support::Built own =
      support::build_tree(builder, support::source_tree(config + "--- templates/tags/single.html\nown\n"));
  EXPECT_EQ(own.body("/tags/red/"), "own\n");
  const support::Built any =
      support::build_tree(builder, support::source_tree(config), own.outcome.snapshot.get());
  EXPECT_EQ(any.body("/tags/red/"), "any\n");
}

TEST(RenderStep, AFeedSaysWhatItIs) {
  const auto media_type = [](const std::string& name, const std::string& text) {
    return support::build_site(
               "--- loom.toml\nbase_url = \"https://example.org\"\ngenerate_feeds = true\n"
               "feed_filenames = [\"" +
               name + "\"]\n--- templates/" + name + "\n" + text)
        .find("/" + name)
        ->media_type;
  };
  EXPECT_EQ(media_type("f.xml", "<feed>\n"), "application/atom+xml; charset=utf-8");
  EXPECT_EQ(media_type("f.xml", "<rss>\n"), "application/rss+xml; charset=utf-8");
  EXPECT_EQ(media_type("f.xml", "<other>\n"), "application/xml; charset=utf-8");
  EXPECT_EQ(media_type("f.json", "{}\n"), "application/feed+json");
}

}  // namespace
}  // namespace loom::build
