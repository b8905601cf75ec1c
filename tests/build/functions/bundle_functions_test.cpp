#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/template_page.h"

namespace loom::build {
namespace {

using support::build_page;
using support::Built;
using support::mistake;
using support::printed;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

constexpr std::string_view kFiles = "--- static/css/a.css\na { b : url(c.png) }\n--- static/d.js\nd()\n";

TEST(BundleFunctions, BundleGivesThePathOfAPublishedFile) {
  const Built built = build_page(R"({{ bundle(path="css/a.css") }})", kFiles);
  const std::string path = built.body("/a/").substr(0, built.body("/a/").find('\n'));
  EXPECT_THAT(path, MatchesRegex("/_bundle/a\\.[0-9a-f]{16}\\.css"));
  EXPECT_EQ(built.body(path), "a{b:url(\"/css/c.png\")}");
  EXPECT_THAT(built.find(path)->identity().fields, HasSubstr("immutable"));
}

TEST(BundleFunctions, BundleTakesAListAndGivesIntegrity) {
  EXPECT_THAT(printed(R"({{ bundle(path=["d.js", "/static/d.js"]) }})", kFiles),
              MatchesRegex("/_bundle/d\\.[0-9a-f]{16}\\.js"));
  EXPECT_THAT(printed(R"({{ bundle(path="d.js", integrity=true) | safe }})", kFiles),
              MatchesRegex("sha384-[A-Za-z0-9+/]{64}"));
}

TEST(BundleFunctions, BundleStandsBelowThePathOfTheSite) {
  const Built built = support::build_site(
      "--- loom.toml\nbase_url = \"https://e.org/blog/\"\n--- content/a.md\n+++\ntemplate = \"t.html\"\n+++\n"
      "--- templates/t.html\n{{ bundle(path=\"css/a.css\") }}\n" +
      std::string(kFiles));
  const std::string path = built.body("/a/").substr(0, built.body("/a/").find('\n'));
  EXPECT_THAT(path, MatchesRegex("/blog/_bundle/a\\.[0-9a-f]{16}\\.css"));
  EXPECT_EQ(built.body(path.substr(5)), "a{b:url(\"/blog/css/c.png\")}");
}

TEST(BundleFunctions, ShortcodesCanBundleToo) {
  const Built built = support::build_site(
      "--- loom.toml\nbase_url = \"https://e.org\"\n--- content/a.md\n{{ chart() }}\n"
      "--- templates/shortcodes/chart.html\n<script src=\"{{ bundle(path=\"d.js\") }}\"></script>\n" +
      std::string(kFiles));
  EXPECT_EQ(built.diagnostics.error_count(), 0U) << built.messages();
  const std::string body = built.body("/a/");
  const std::size_t begin = body.find("/_bundle/");
  ASSERT_NE(begin, std::string::npos);
  EXPECT_EQ(built.body(body.substr(begin, body.find('"', begin) - begin)), "d()\n");
}

TEST(BundleFunctions, MistakesAreThoseOfTheTemplate) {
  EXPECT_THAT(mistake(R"({{ bundle(path="none.css") }})"),
              HasSubstr("there is no file `none.css` to bundle"));
  EXPECT_THAT(mistake(R"({{ bundle(path=1) }})"), HasSubstr("`path` is no path and no list of paths"));
  EXPECT_THAT(mistake(R"({{ bundle(path=[]) }})"), HasSubstr("no list of paths"));
}

TEST(BundleFunctions, AnEditGivesWhatACleanBuildGives) {
  const auto site = [](std::string_view page_template, std::string_view css) {
    return support::source_tree(
        "--- loom.toml\nbase_url = \"https://e.org\"\n--- content/a.md\n+++\ntemplate = \"t.html\"\n+++\n"
        "--- content/b.md\nx\n--- templates/t.html\n" +
        std::string(page_template) + "\n--- static/a.css\n@import 'b.css';\n" + std::string(css));
  };
  Builder builder(support::plain_build_options());
  Built before;
  for (const site::SourceTree& tree :
       {site("{{ bundle(path='a.css') }}", "--- static/b.css\nb{}\n"), site("{{ bundle(path='a.css') }}", ""),
        site("{{ bundle(path='a.css') }}", "--- static/b.css\nc{}\n"),
        site("{{ bundle(path='a.css') }}", "--- static/b.css\nc{}\n--- content/c.md\nx\n"),
        site("none", "--- static/b.css\nc{}\n")}) {
    Built after = support::build_tree(builder, tree, before.outcome.snapshot.get());
    Builder fresh(support::plain_build_options());
    const Built clean = support::build_tree(fresh, tree);
    EXPECT_EQ(after.paths(), clean.paths());
    EXPECT_EQ(after.messages(), clean.messages());
    if (clean.outcome.snapshot) {
      EXPECT_EQ(after.body("/a/"), clean.body("/a/"));
      before = std::move(after);
    }
  }
  EXPECT_THAT(before.paths(), Not(HasSubstr("_bundle")));
}

}  // namespace
}  // namespace loom::build
