#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/template_page.h"

namespace loom::build {
namespace {

using support::mistake;
using support::printed;
using testing::HasSubstr;
using testing::MatchesRegex;

TEST(UrlFunctions, GetUrlMakesAbsoluteUrls) {
  EXPECT_EQ(printed(R"({{ get_url(path="css/a.css") | safe }})"), "https://example.org/css/a.css");
  EXPECT_EQ(printed(R"({{ get_url(path="/css/a.css") | safe }})"), "https://example.org/css/a.css");
  EXPECT_EQ(printed(R"({{ get_url(path="/b/") | safe }})"), "https://example.org/b");
  EXPECT_EQ(printed(R"({{ get_url(path="/") | safe }})"), "https://example.org");
  EXPECT_EQ(printed(R"({{ get_url(path="/", trailing_slash=true) | safe }})"), "https://example.org/");
  EXPECT_EQ(printed(R"({{ get_url(path="b#c", trailing_slash=true) | safe }})"), "https://example.org/b#c");
  EXPECT_EQ(printed(R"({{ get_url(path="atom.xml", trailing_slash=true) | safe }})"),
            "https://example.org/atom.xml");
  EXPECT_EQ(printed(R"({{ get_url(path="b", trailing_slash=true) | safe }})"), "https://example.org/b/");
  EXPECT_EQ(printed(R"({{ get_url(path="b/", trailing_slash=true) | safe }})"), "https://example.org/b/");
  EXPECT_EQ(printed(R"({{ get_url(path="https://other.example/x") | safe }})"), "https://other.example/x");
}

TEST(UrlFunctions, GetUrlFollowsContentLinks) {
  constexpr std::string_view kMore =
      "--- content/blog/_index.md\n--- content/blog/b.md\n+++\nslug = \"named\"\n+++\n";
  EXPECT_EQ(printed(R"({{ get_url(path="@/blog/b.md#part") | safe }})", kMore),
            "https://example.org/blog/named/#part");
  EXPECT_EQ(printed(R"({{ get_url(path="@/blog/_index.md") | safe }})", kMore), "https://example.org/blog/");
  EXPECT_THAT(mistake(R"({{ get_url(path="@/blog/c.md") }})", kMore),
              HasSubstr("there is no page `@/blog/c.md` (did you mean `@/blog/b.md`?)"));
}

TEST(UrlFunctions, TheFrontPageOfAnotherLanguageKeepsItsSlash) {
  EXPECT_EQ(
      printed(R"({{ get_url(path="/", lang="fr") | safe }} {{ get_url(path="x/", lang="fr") | safe }})"),
      "https://example.org/fr/ https://example.org/fr/x");
  EXPECT_EQ(printed(R"({{ get_url(path="/", lang="en") | safe }})"), "https://example.org");
}

TEST(UrlFunctions, OnlyAWholePartOfAPathIsItsLanguage) {
  EXPECT_EQ(
      printed(R"({{ get_url(path="fr/x", lang="fr") | safe }} {{ get_url(path="free", lang="fr") | safe }})"),
      "https://example.org/fr/x https://example.org/fr/free");
}

TEST(UrlFunctions, AnUnknownLanguageIsAMistake) {
  EXPECT_THAT(mistake(R"({{ get_url(path="@/a.md", lang="fr") }})"),
              HasSubstr("the site has no language `fr` (its languages are `en`)"));
}

TEST(UrlFunctions, CachebustAddsAFingerprintOfTheFile) {
  const std::string first =
      printed(R"({{ get_url(path="a.css", cachebust=true) | safe }})", "--- static/a.css\np{}\n");
  EXPECT_THAT(first, MatchesRegex("https://example.org/a\\.css\\?h=[0-9a-f]+"));
  EXPECT_NE(printed(R"({{ get_url(path="a.css", cachebust=true) | safe }})", "--- static/a.css\nb{}\n"),
            first);
}

TEST(UrlFunctions, CachebustWithoutTheFileIsAWarning) {
  const support::Built built = support::build_page(R"({{ get_url(path="a.css", cachebust=true) | safe }})");
  EXPECT_EQ(built.body("/a/"), "https://example.org/a.css\n");
  EXPECT_THAT(built.messages(), HasSubstr("warning templates/tested.html:1:"));
  EXPECT_THAT(built.messages(), HasSubstr("`a.css`"));
}

TEST(UrlFunctions, GetTaxonomyUrlFindsTermsByNameOrSlug) {
  for (const char* name : {"Dry Land", "dry land", "dry-land"}) {
    EXPECT_EQ(printed("{{ get_taxonomy_url(kind=\"tags\", name=\"" + std::string(name) + "\") | safe }}"),
              "https://example.org/tags/dry-land/");
  }
  EXPECT_THAT(mistake(R"({{ get_taxonomy_url(kind="tags", name="wet") }})"), HasSubstr("`wet` is no term"));
  EXPECT_THAT(mistake(R"({{ get_taxonomy_url(kind="topics", name="wet") }})"),
              HasSubstr("there is no taxonomy `topics`"));
  EXPECT_EQ(printed(R"(-{% if get_taxonomy_url(kind="topics", name="x", required=false) %}x{% endif %}-)"),
            "--");
}

TEST(UrlFunctions, AssetUrlIsAPathOnTheSite) {
  EXPECT_THAT(printed(R"({{ asset_url(path="style.css") | safe }})"),
              MatchesRegex("/_theme/style\\.[0-9a-f]+\\.css"));
  EXPECT_THAT(mistake(R"({{ asset_url(path="stile.css") }})"),
              HasSubstr("there is no theme asset `stile.css` (did you mean `style.css`?)"));
}

TEST(UrlFunctions, AMissingArgumentIsAMistake) {
  EXPECT_THAT(mistake("{{ get_url() }}"), HasSubstr("path"));
  EXPECT_THAT(mistake("{{ get_url(path=1) }}"), HasSubstr("path"));
}

}  // namespace
}  // namespace loom::build
