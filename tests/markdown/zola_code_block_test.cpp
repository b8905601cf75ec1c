#include "markdown/zola_code_block.h"

#include <gtest/gtest.h>

#include "markdown/code_block.h"

namespace loom::markdown {
namespace {

CodeStyle style_of(CodeMarkup markup) {
  CodeStyle style;
  style.markup = markup;
  return style;
}

std::string html(std::string_view info, std::string_view code, const CodeStyle& style) {
  std::string out;
  append_code_block(out, {info, code}, style);
  return out;
}

TEST(ZolaCodeBlock, HasASpanForEachLineSinceGiallo) {
  EXPECT_EQ(html("nosuch", "a\n<b>\n", style_of(CodeMarkup::Giallo)),
            "<pre class=\"giallo z-code\"><code data-lang=\"nosuch\"><span class=\"giallo-l\">a</span>\n"
            "<span class=\"giallo-l\">&lt;b&gt;</span></code></pre>\n");
}

TEST(ZolaCodeBlock, NumbersMarksAndHidesLinesSinceGiallo) {
  EXPECT_EQ(html("nosuch, linenos, linenostart=10, hl_lines=3, hide_lines=2", "a\nb\nc\n",
                 style_of(CodeMarkup::Giallo)),
            "<pre class=\"giallo z-code\"><code data-lang=\"nosuch\">"
            "<span class=\"giallo-l\"><span aria-hidden=\"true\" class=\"giallo-ln\">10</span>a</span>\n"
            "<span class=\"giallo-l z-hl\"><span aria-hidden=\"true\" class=\"giallo-ln\">12</span>c</span>"
            "</code></pre>\n");
}

TEST(ZolaCodeBlock, NamesLanguagesAsGialloDoes) {
  EXPECT_NE(html("js", "", style_of(CodeMarkup::Giallo)).find("data-lang=\"javascript\""), std::string::npos);
  EXPECT_NE(html("", "", style_of(CodeMarkup::Giallo)).find("data-lang=\"plain\""), std::string::npos);
}

TEST(ZolaCodeBlock, GivesOtherOptionsAsData) {
  EXPECT_NE(html("nosuch,name=Hello world,Some key=x", "", style_of(CodeMarkup::Giallo))
                .find("<code data-lang=\"nosuch\" data-some-key=\"x\" data-name=\"Hello world\">"),
            std::string::npos);
}

TEST(ZolaCodeBlock, HasColoursInTheTextWhenAsked) {
  CodeStyle style = style_of(CodeMarkup::Giallo);
  style.inline_colors = true;
  style.theme = "github-light";
  EXPECT_NE(html("rust,hl_lines=1", "fn\n", style)
                .find("<pre class=\"giallo\" style=\"color: #24292e; background-color: #ffffff;\">"),
            std::string::npos);
  EXPECT_NE(html("rust,hl_lines=1", "fn\n", style)
                .find("<span class=\"giallo-l\" style=\"background-color: #e0e5eb;\">"
                      "<span style=\"color: #d73a49;\">fn</span></span>"),
            std::string::npos);
  style.dark_theme = "github-dark";
  EXPECT_NE(html("rust", "fn\n", style)
                .find("style=\"color-scheme: light dark; color: light-dark(#24292e, #e1e4e8); "
                      "background-color: light-dark(#ffffff, #24292e);\""),
            std::string::npos);
}

TEST(ZolaCodeBlock, IsPlainWithoutHighlightingSinceGiallo) {
  CodeStyle style = style_of(CodeMarkup::Giallo);
  style.highlight = false;
  EXPECT_EQ(html("js,linenos", "a\n", style), "<pre><code data-lang=\"js\">a\n</code></pre>\n");
  EXPECT_EQ(html("", "a\n", style), "<pre><code>a\n</code></pre>\n");
}

TEST(ZolaCodeBlock, HasLanguageClassesBeforeGiallo) {
  EXPECT_EQ(html("nosuch", "a\n", style_of(CodeMarkup::Syntect)),
            "<pre data-lang=\"nosuch\" class=\"language-nosuch z-code\">"
            "<code class=\"language-nosuch\" data-lang=\"nosuch\">a\n</code></pre>\n");
  CodeStyle style = style_of(CodeMarkup::Syntect);
  style.highlight = false;
  EXPECT_EQ(html("", "a\n", style), "<pre><code>a\n</code></pre>\n");
}

TEST(ZolaCodeBlock, NumbersLinesInATableBeforeGiallo) {
  EXPECT_EQ(html("nosuch,linenos,hl_lines=2", "a\nb\n", style_of(CodeMarkup::Syntect)),
            "<pre data-linenos data-lang=\"nosuch\" class=\"language-nosuch z-code\">"
            "<code class=\"language-nosuch\" data-lang=\"nosuch\"><table><tbody>"
            "<tr><td>1</td><td>a\n</td></tr>"
            "<tr><td><mark>2</mark></td><td><mark>b\n</mark></td></tr></tbody></table></code></pre>\n");
}

TEST(ZolaCodeBlock, HasTheThemesColoursBeforeGiallo) {
  CodeStyle style = style_of(CodeMarkup::Syntect);
  style.inline_colors = true;
  EXPECT_NE(
      html("nosuch,hl_lines=1,copy", "a\n", style)
          .find("<pre data-copy data-lang=\"nosuch\" style=\"background-color:#2b303b;color:#c0c5ce;\" "),
      std::string::npos);
  EXPECT_NE(html("nosuch,hl_lines=1", "a\n", style).find("<mark style=\"background-color:#343d46;\">a"),
            std::string::npos);
}

}  // namespace
}  // namespace loom::markdown
