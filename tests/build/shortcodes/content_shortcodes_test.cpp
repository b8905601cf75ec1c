#include "build/shortcodes/content_shortcodes.h"

#include <gtest/gtest.h>

#include "support/site_build.h"

namespace loom::build {
namespace {

/// Builds one version of a site after the other, and what a builder without a past makes of each.
class Edits {
 public:
  /// The content of a.md, or the messages when nothing was published.
  std::string body(std::string_view text, base::UnixTime now = support::build_moment()) {
    const site::SourceTree tree = support::source_tree(
        "--- config.toml\nbase_url = \"https://example.org\"\n"
        "--- templates/index.html\n{{ section.content | safe }}\n"
        "--- templates/page.html\n{{ page.content | safe }}\n" +
        std::string(text));
    built_ = support::build_tree(builder_, tree, previous_.get(), now);
    if (built_.outcome.snapshot) {
      previous_ = built_.outcome.snapshot;
    }
    Builder fresh(support::plain_build_options());
    const support::Built clean = support::build_tree(fresh, tree, nullptr, now);
    EXPECT_EQ(built_.messages(), clean.messages());
    if (!built_.outcome.snapshot) {
      return built_.messages();
    }
    EXPECT_EQ(built_.body("/a/"), clean.body("/a/"));
    return built_.body("/a/");
  }
  /// Templates of pages that ran in the last build.
  std::size_t rendered_count() const { return built_.outcome.rendered_count; }

 private:
  Builder builder_{support::plain_build_options()};
  support::Built built_;
  std::shared_ptr<const snapshot::Snapshot> previous_;
};

constexpr std::string_view kPage = "--- content/a.md\n{{ x() }}\n";

std::string with_template(std::string_view text) {
  return std::string(kPage) + "--- templates/shortcodes/x.html\n" + std::string(text) + "\n";
}

TEST(ContentShortcodes, RunAgainWhenTheirTemplateChanges) {
  Edits edits;
  EXPECT_EQ(edits.body(with_template("one")), "one\n\n");
  EXPECT_EQ(edits.body(with_template("two")), "two\n\n");
  EXPECT_EQ(edits.body(with_template("two")), "two\n\n");
  EXPECT_EQ(edits.rendered_count(), 0U);
}

TEST(ContentShortcodes, RunAgainWhenAnIncludedTemplateComesOrGoes) {
  Edits edits;
  const std::string includes = with_template("{% include \"p.html\" ignore missing %}");
  EXPECT_EQ(edits.body(includes), "\n\n");
  EXPECT_EQ(edits.body(includes + "--- templates/p.html\npart\n"), "part\n\n\n");
  EXPECT_EQ(edits.body(includes), "\n\n");
}

TEST(ContentShortcodes, RunAgainWhenTheirTemplateComesOrGoes) {
  Edits edits;
  EXPECT_NE(edits.body(kPage).find("there is no shortcode `x`"), std::string::npos);
  EXPECT_EQ(edits.body(with_template("one")), "one\n\n");
  EXPECT_EQ(edits.body(std::string(kPage) + "--- templates/shortcodes/x.md\n*two*\n"),
            "<p><em>two</em></p>\n\n");
  EXPECT_NE(edits.body(kPage).find("there is no shortcode `x`"), std::string::npos);
  EXPECT_NE(edits.body(with_template("{% if %}")).find("shortcodes/x.html"), std::string::npos);
  EXPECT_EQ(edits.body(with_template("one")), "one\n\n");
}

TEST(ContentShortcodes, RunAgainWhenAFileTheyReadComesChangesOrGoes) {
  Edits edits;
  const std::string loads =
      with_template("{% set d = load_data(path=\"d.toml\", required=false) %}{% if d %}{{ d.v }}{% endif %}");
  EXPECT_EQ(edits.body(loads), "\n\n");
  EXPECT_EQ(edits.body(loads + "--- d.toml\nv = 1\n"), "1\n\n");
  EXPECT_EQ(edits.body(loads + "--- d.toml\nv = 2\n"), "2\n\n");
  EXPECT_EQ(edits.body(loads + "--- d.toml\nv = 2\n--- static/other.css\n"), "2\n\n");
  EXPECT_EQ(edits.rendered_count(), 0U) << "another file";
  EXPECT_EQ(edits.body(loads), "\n\n");
}

TEST(ContentShortcodes, RunAgainWhenAPageTheyLinkToMoves) {
  Edits edits;
  const std::string links = with_template("{{ get_url(path=\"@/b.md\") }}");
  EXPECT_EQ(edits.body(links + "--- content/b.md\nb\n"), "https://example.org/b/\n\n");
  EXPECT_EQ(edits.body(links + "--- content/b.md\n+++\nslug = \"c\"\n+++\nb\n"),
            "https://example.org/c/\n\n");
  EXPECT_NE(edits.body(links).find("@/b.md"), std::string::npos);
}

TEST(ContentShortcodes, RunAgainWhenAFileComesBesideThePage) {
  Edits edits;
  const std::string page =
      "--- templates/shortcodes/x.html\n{{ page.assets | join(sep=\" \") }}\n"
      "--- content/a/index.md\n{{ x() }}\n";
  EXPECT_EQ(edits.body(page), "\n\n");
  EXPECT_EQ(edits.body(page + "--- content/a/cat.png\npng\n"), "/a/cat.png\n\n");
}

TEST(ContentShortcodes, RunEachTimeWhenTheyAskForTheTime) {
  Edits edits;
  const std::string asks = with_template("{{ now() | date(format=\"%Y\") }}");
  EXPECT_EQ(edits.body(asks), "2026\n\n");
  EXPECT_EQ(edits.body(asks, support::build_moment("2027-01-01T00:00:00Z")), "2027\n\n");
}

TEST(ContentShortcodes, APageWithoutThemIsNotRenderedAgain) {
  Edits edits;
  edits.body("--- content/a.md\nplain\n--- templates/shortcodes/x.html\none\n");
  edits.body("--- content/a.md\nplain\n--- templates/shortcodes/x.html\ntwo\n");
  EXPECT_EQ(edits.rendered_count(), 0U);
}

}  // namespace
}  // namespace loom::build
