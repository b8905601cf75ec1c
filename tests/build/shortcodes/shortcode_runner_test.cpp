#include "build/shortcodes/shortcode_runner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/site_build.h"

namespace loom::build {
namespace {

using testing::HasSubstr;

constexpr std::string_view kTemplates = R"(
--- templates/page.html
{{ page.content | safe }}
--- templates/index.html
{{ section.content | safe }}
--- templates/shortcodes/args.html
{{ text | default(value="-") }} {{ number | default(value=0) }} {{ list | default(value=[]) | join(sep="+") }}
--- templates/shortcodes/nth.html
{{ nth }}
--- templates/shortcodes/quote.html
<q>{{ body }}</q>
--- templates/shortcodes/raw.html
<div>{{ body | safe }}</div>
--- templates/shortcodes/md.html
<div>{{ body | markdown | safe }}</div>
--- templates/shortcodes/heading.md
## {{ text }}

*{{ nth }}*
--- templates/shortcodes/where.html
{{ page.title | default(value="no page") }} {{ section.title | default(value="no section") }} {{ lang }} {{ config.title }}
)";

support::Built build(std::string_view body, std::string_view more = "") {
  return support::build_site("--- config.toml\nbase_url = \"https://example.org\"\ntitle = \"Site\"\n" +
                             std::string(kTemplates) + std::string(more) +
                             "--- content/a.md\n+++\ntitle = \"A\"\n+++\n" + std::string(body));
}

/// The content of the page, without the line end of its template.
std::string content(std::string_view body, std::string_view more = "") {
  std::string html = build(body, more).body("/a/");
  if (html.ends_with('\n')) {
    html.pop_back();
  }
  return html;
}

TEST(Shortcodes, AreGivenTheirArguments) {
  EXPECT_EQ(content("{{ args(text='a \"b\"', number=-3, list=[1, 'x', true,]) }}"),
            "a &quot;b&quot; -3 1+x+true\n");
  EXPECT_EQ(content("x {{ args(number=1.5) }} y"), "<p>x - 1.5 \n y</p>\n");
}

TEST(Shortcodes, ABodyIsTextThatTheTemplateMayCallSafe) {
  EXPECT_EQ(content("{% quote() %}\n<b> \n{% end %}"), "<q>&lt;b&gt;</q>\n");
  EXPECT_EQ(content("{% raw() %}\n<b>\n\n  x\n{% end %}\n\nafter"), "<div><b>\n\n  x</div>\n<p>after</p>\n");
  EXPECT_EQ(content("{% md() %}\n*a*\n{% end %}"), "<div><p><em>a</em></p>\n</div>\n");
}

TEST(Shortcodes, BodiesHoldShortcodes) {
  EXPECT_EQ(content("{% raw() %}a {{ nth() }} {% raw() %}{{ nth() }}{% end %}{% end %} {{ nth() }}"),
            "<p><div>a 1\n <div>2</div></div>\n 3\n</p>\n");
}

TEST(Shortcodes, MarkdownOnesArePartOfTheText) {
  const std::string html = content("{{ heading(text='One') }}\n\n{{ heading(text='One') }}\n");
  EXPECT_THAT(html, HasSubstr("<h2 id=\"one\">One</h2>\n<p><em>1</em></p>"));
  EXPECT_THAT(html, HasSubstr("<h2 id=\"one-1\">One</h2>\n<p><em>2</em></p>"));
}

TEST(Shortcodes, HtmlOnesAreNotMarkdown) {
  const std::string four = "--- templates/shortcodes/four.html\n    *not* code\n    # nor this\n";
  EXPECT_EQ(content("{{ four() }}", four), "    *not* code\n    # nor this\n");
}

TEST(Shortcodes, RunInCodeUnlessEscaped) {
  EXPECT_THAT(content("```\n{{ tag() }}\n```\n", "--- templates/shortcodes/tag.html\n<q>\n"),
              HasSubstr("&lt;q&gt;"));
  EXPECT_EQ(content("`{{/* nth() */}}` {{ nth() }}"), "<p><code>{{ nth() }}</code> 1\n</p>\n");
}

TEST(Shortcodes, WhatIsNoCallIsText) {
  EXPECT_EQ(content("{{ nth }} {{ unknown(x=y) }} {% if a %}"),
            "<p>{{ nth }} {{ unknown(x=y) }} {% if a %}</p>\n");
}

TEST(Shortcodes, KnowThePageOrSectionTheLanguageAndTheConfiguration) {
  EXPECT_EQ(content("{{ where() }}"), "A no section en Site\n");
  const support::Built built =
      build("x", "--- content/_index.md\n+++\ntitle = \"Home\"\n+++\n{{ where() }}\n");
  EXPECT_EQ(built.body("/"), "no page Home en Site\n\n");
}

TEST(Shortcodes, ArgumentsDoNotHideWhatEveryShortcodeHas) {
  const std::string shows =
      "--- templates/shortcodes/shows.html\n{{ lang }} {{ nth }} {{ body }} {{ page.title }}\n";
  EXPECT_EQ(content("{% shows(lang='xx', nth=7, body='no', page='no') %}yes{% end %}", shows),
            "en 1 yes A\n");
}

TEST(Shortcodes, SeeTheMetadataOfThePageButNotItsContent) {
  const std::string shows =
      "--- templates/shortcodes/shows.html\n{{ page.colocated_path }} {{ page.assets | join(sep=\",\") }} "
      "{{ page.ancestors | join(sep=\",\") }} {{ page.word_count }} [{{ page.content }}] "
      "{{ page.toc | length }} {{ page.permalink }} {{ page.extra.k }}\n";
  const support::Built built =
      build("x", shows +
                     "--- content/p/index.md\n+++\n[extra]\nk = 5\n+++\n# One\n{{ shows() }}\n"
                     "--- content/p/cat.png\npng\n");
  EXPECT_EQ(built.body("/p/"),
            "<h1 id=\"one\">One</h1>\np/ /p/cat.png _index.md 2 [] 0 https://example.org/p/ 5\n\n");
}

TEST(Shortcodes, MayUseMacrosFiltersAndFunctions) {
  EXPECT_EQ(content("{{ uses() }}",
                    "--- templates/m.html\n{% macro b(x) %}<b>{{ x | upper }}</b>{% endmacro b %}\n"
                    "--- templates/shortcodes/uses.html\n{% import \"m.html\" as m %}{{ m::b(x=\"q\") }}-"
                    "{{ get_url(path=\"@/b.md\") }} {{ get_url(path=\"x.css\") }} "
                    "{% set d = load_data(path=\"d.toml\") %}{{ d.v }}\n"
                    "--- d.toml\nv = \"w\"\n--- content/b.md\nb\n"),
            "<b>Q</b>-https://example.org/b/ https://example.org/x.css w\n");
}

TEST(Shortcodes, CannotAskForOtherPages) {
  const support::Built built =
      build("\n{{ asks() }}", "--- templates/shortcodes/asks.html\n{{ get_page(path=\"a.md\").title }}\n");
  EXPECT_THAT(built.messages(), HasSubstr("error templates/shortcodes/asks.html:1:"));
  EXPECT_THAT(built.messages(), HasSubstr("a shortcode cannot ask for pages"));
}

TEST(Shortcodes, ThoseOfTheSiteComeBeforeThoseOfItsTheme) {
  const support::Built built = support::build_site(
      "--- config.toml\nbase_url = \"https://example.org\"\ntheme = \"t\"\n"
      "--- themes/t/theme.toml\nname = \"t\"\n"
      "--- themes/t/templates/page.html\n{{ page.content | safe }}\n--- themes/t/templates/index.html\n"
      "--- themes/t/templates/shortcodes/both.html\ntheme\n"
      "--- themes/t/templates/shortcodes/own.html\nown {% include \"shortcodes/both.html\" %}\n"
      "--- templates/shortcodes/both.html\nsite\n--- content/a.md\n{{ both() }}{{ own() }}\n");
  EXPECT_EQ(built.body("/a/"), "<p>site\nown site\n\n</p>\n\n") << built.messages();
}

TEST(Shortcodes, AnUnknownOneIsAnErrorAtItsPlace) {
  const support::Built built = build("\nab {{ quot() }} {% nht() %}x{% end %}");
  EXPECT_THAT(
      built.messages(),
      HasSubstr("error content/a.md:5:4: there is no shortcode `quot` (did you mean `quote`; to show"));
  EXPECT_THAT(built.messages(), HasSubstr("error content/a.md:5:17: there is no shortcode `nht` (did you"));
}

TEST(Shortcodes, ABodyWithoutEndIsAnErrorAtItsPlace) {
  EXPECT_THAT(build("ab\n{% quote() %}").messages(),
              HasSubstr("error content/a.md:5:1: the body of `quote` has no end"));
  EXPECT_THAT(build("{% end %}").messages(),
              HasSubstr("error content/a.md:4:1: `{% end %}` ends no shortcode"));
}

TEST(Shortcodes, ACallThatIsNotFinishedIsPointedOutWhenAShortcodeHasItsName) {
  EXPECT_EQ(
      build("{{ nth(x=) }} {{ other(x=) }}").messages(),
      "warning content/a.md:4:10: this is no call of the shortcode `nth`, so it stays text (what stands "
      "here should be a string, a number, true, false or an array)\n");
}

TEST(Shortcodes, AMistakeInTheTemplateNamesTheCall) {
  const support::Built built =
      build("\n{{ bad() }}\n\n{{ nth() }}", "--- templates/shortcodes/bad.html\nok\n{{ missing }}\n");
  ASSERT_EQ(built.diagnostics.items().size(), 1U);
  const base::Diagnostic& item = built.diagnostics.items().front();
  EXPECT_EQ(item.file + ":" + std::to_string(item.line), "templates/shortcodes/bad.html:2");
  EXPECT_EQ(item.trail.back(), "while rendering the shortcode `bad` of content/a.md:5:1");
}

TEST(Shortcodes, AMistakeOfOneTemplateIsSaidOnce) {
  const support::Built built = build("{{ bad() }}",
                                     "--- templates/shortcodes/bad.html\n{{ missing }}\n"
                                     "--- content/b.md\n{{ bad() }}\n--- content/c.md\n{{ bad() }}\n");
  ASSERT_EQ(built.diagnostics.items().size(), 1U);
  EXPECT_THAT(built.diagnostics.items().front().trail.back(), HasSubstr("and 2 more"));
}

TEST(Shortcodes, ATemplateThatDoesNotParseIsReportedOnceAndNotAsUnknown) {
  const support::Built built = build("{{ bad() }}", "--- templates/shortcodes/bad.html\n{{ | }}\n");
  EXPECT_EQ(built.diagnostics.error_count(), 1U) << built.messages();
  EXPECT_THAT(built.messages(), HasSubstr("templates/shortcodes/bad.html:1:"));
}

TEST(Shortcodes, WhatTheyPrintTogetherHasALimit) {
  std::string body = "x";
  for (int i = 0; i < 30; ++i) {
    body = "{% twice() %}" + body + "{% end %}";
  }
  const support::Built built =
      build(body, "--- templates/shortcodes/twice.html\n{{ body | safe }}{{ body | safe }}\n");
  EXPECT_TRUE(built.diagnostics.has_errors());
}

TEST(Shortcodes, LineEndsOfWindowsAreNone) {
  EXPECT_EQ(content("{{ crlf() }}", "--- templates/shortcodes/crlf.html\na\r\nb\r\n"), "a\nb\n");
}

TEST(Shortcodes, ABareFolderHasNone) {
  const support::Built built = support::build_site("--- a.md\n# A\n\n{{ nth() }} {{/* x() */}}\n");
  EXPECT_THAT(built.body("/a/"), HasSubstr("{{ nth() }} {{/* x() */}}"));
  EXPECT_THAT(built.messages(), HasSubstr("Zola shortcode `nth` is left in the text"));
}

TEST(Shortcodes, ThoseOfHugoStayText) {
  EXPECT_THAT(build("{{ nth() }}\n\n{{< figure >}}\n").messages(),
              HasSubstr("warning content/a.md:6:0: Hugo shortcode `figure` is left in the text"));
}

TEST(Shortcodes, ALinkBehindOneIsReportedAtItsLine) {
  const support::Built built = build("{% quote() %}\na\nb\n{% end %}\n\n[x](@/none.md)\n");
  EXPECT_THAT(built.messages(), HasSubstr("error content/a.md:9:1: "));
}

}  // namespace
}  // namespace loom::build
