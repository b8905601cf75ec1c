#include "build/content_step.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/site_build.h"

namespace loom::build {
namespace {

class Steps {
 public:
  Content run(std::string_view text, std::uint64_t config_fingerprint = 1) {
    const site::SourceTree tree =
        support::source_tree("--- loom.toml\nbase_url = \"https://example.org\"\n" + std::string(text));
    base::Diagnostics found;
    const site::Config config = site::read_config(tree, "folder", found);
    Content content = step_.run({tree, config, config_fingerprint, support::build_moment(), false}, found);
    messages = support::messages_of(found);
    return content;
  }
  std::size_t rendered(std::string_view text, std::uint64_t config_fingerprint = 1) {
    return run(text, config_fingerprint).rendered_count;
  }
  std::string messages;

 private:
  ContentStep step_;
};

TEST(ContentStep, OnlyWhatChangedIsRenderedAgain) {
  Steps steps;
  EXPECT_EQ(steps.rendered("--- content/a.md\nx\n--- content/b.md\ny\n"), 2U);
  EXPECT_EQ(steps.rendered("--- content/a.md\nx\n--- content/b.md\ny\n"), 0U);
  EXPECT_EQ(steps.rendered("--- content/a.md\nx\n--- content/b.md\nz\n"), 1U);
  EXPECT_EQ(steps.rendered("--- content/a.md\nx\n"), 0U);
  EXPECT_EQ(steps.rendered("--- content/a.md\nx\n", 2), 1U) << "another configuration";
}

TEST(ContentStep, ALinkIsRenderedAgainWhenItLeadsElsewhere) {
  Steps steps;
  const std::string linking = "--- content/a.md\n[b](@/b.md)\n";
  steps.run(linking + "--- content/b.md\nx\n");
  const Content moved = steps.run(linking + "--- content/b.md\n+++\nslug = \"new\"\n+++\nx\n");
  EXPECT_EQ(moved.rendered_count, 2U);
  EXPECT_THAT(moved.library->pages.at(0).document->html, testing::HasSubstr("https://example.org/new/"));
  EXPECT_EQ(steps.rendered(linking + "--- content/b.md\n+++\nslug = \"new\"\n+++\nother\n"), 1U);
  steps.run(linking);
  EXPECT_THAT(steps.messages, testing::HasSubstr("error content/a.md:1:"));
}

TEST(ContentStep, AnchorLinksOfTheSectionRenderItsPagesAgain) {
  Steps steps;
  const std::string page = "--- content/a.md\n## Part\n--- content/_index.md\n+++\n";
  EXPECT_EQ(steps.rendered(page + "+++\n"), 2U);
  EXPECT_EQ(steps.rendered(page + "insert_anchor_links = \"left\"\n+++\n"), 2U);
}

TEST(ContentStep, MistakesAreSaidAgainEachTime) {
  Steps steps;
  const std::string broken = "--- content/a.md\n+++\ntitle = = 1\n+++\n[x](@/none.md)\n";
  steps.run(broken);
  const std::string first = steps.messages;
  EXPECT_THAT(first, testing::HasSubstr("error content/a.md:2:"));
  EXPECT_THAT(first, testing::HasSubstr("none.md"));
  steps.run(broken);
  EXPECT_EQ(steps.messages, first);
}

TEST(ContentStep, AShortcodeOfAnotherGeneratorIsReportedOncePerKind) {
  Steps steps;
  steps.run(
      "--- content/a.md\n{{< figure src=\"x\" >}}\n--- content/b.md\n{{< figure src=\"y\" >}}\n{{< tabs "
      ">}}\n");
  EXPECT_THAT(steps.messages, testing::HasSubstr("content/a.md:1:0: Hugo shortcode `figure`"));
  EXPECT_THAT(steps.messages, testing::Not(testing::HasSubstr("content/b.md:1:")));
  EXPECT_THAT(steps.messages, testing::HasSubstr("Hugo shortcode `tabs`"));
}

TEST(ContentStep, EqualDocumentsHaveEqualFingerprints) {
  Steps steps;
  const Content content =
      steps.run("--- content/a.md\nsame\n--- content/b.md\nsame\n--- content/c.md\nother\n");
  ASSERT_EQ(content.page_documents.size(), 3U);
  EXPECT_EQ(content.page_documents[0], content.page_documents[1]);
  EXPECT_NE(content.page_documents[0], content.page_documents[2]);
}

}  // namespace
}  // namespace loom::build
