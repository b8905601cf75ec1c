#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/template_page.h"

namespace loom::build {
namespace {

using support::mistake;
using support::printed;
using testing::HasSubstr;

TEST(TextFunctions, NowIsTheClockOfTheBuildAndRendersEachTime) {
  const std::string text =
      "--- templates/page.html\n{{ now() | date(format=\"%Y-%m-%d\") }} {{ now(timestamp=true) }}\n"
      "--- loom.toml\nbase_url = \"http://a.example\"\n--- content/a.md\nx\n";
  Builder builder(support::plain_build_options());
  const site::SourceTree tree = support::source_tree(text);
  const support::Built first = support::build_tree(builder, tree);
  EXPECT_EQ(first.body("/a/"), "2026-01-01 1767225600\n");
  const support::Built second = support::build_tree(builder, tree, first.outcome.snapshot.get(),
                                                    support::build_moment("2026-02-03T00:00:00Z"));
  EXPECT_EQ(second.body("/a/"), "2026-02-03 1770076800\n");
  EXPECT_EQ(second.outcome.rendered_count, 1U);
}

TEST(TextFunctions, TransLooksUpTranslations) {
  constexpr std::string_view kConfig =
      "--- loom.toml\nbase_url = \"http://a.example\"\ntaxonomies = [{ name = \"tags\" "
      "}]\n[translations]\nhello = \"Hello\"\n"
      "[languages.fr]\n[languages.fr.translations]\nhello = \"Bonjour\"\n";
  EXPECT_EQ(printed(R"({{ trans(key="hello") }} {{ trans(key="hello", lang="fr") }})", kConfig),
            "Hello Bonjour");
  EXPECT_THAT(mistake(R"({{ trans(key="bye") }})", kConfig), HasSubstr("no translation of `bye`"));
}

TEST(TextFunctions, MarkdownFilterGivesHtmlToPrintWithSafe) {
  EXPECT_EQ(printed(R"({{ "*a* & b" | markdown(inline=true) | safe }})"), "<em>a</em> &amp; b");
  EXPECT_THAT(printed(R"({{ "*a*" | markdown | safe }})"), HasSubstr("<p><em>a</em></p>"));
  EXPECT_THAT(mistake(R"({{ 1 | markdown }})"), HasSubstr("takes a string"));
}

TEST(TextFunctions, NumbersAreGroupedAndTextIsEncoded) {
  EXPECT_EQ(printed(R"({{ 1234567 | num_format }} {{ 999 | num_format }} {{ -1234 | num_format }})"),
            "1,234,567 999 -1,234");
  EXPECT_EQ(printed(R"({{ "abc" | base64_encode }})"), "YWJj");
  EXPECT_THAT(mistake(R"({{ "x" | num_format }})"), HasSubstr("takes an integer"));
  EXPECT_THAT(mistake(R"({{ 1 | base64_encode }})"), HasSubstr("takes a string"));
}

}  // namespace
}  // namespace loom::build
