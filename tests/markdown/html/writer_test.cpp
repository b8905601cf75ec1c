#include "markdown/html/writer.h"

#include <gtest/gtest.h>
#include <random>

#include "markdown/cmark_html.h"
#include "markdown/render_text.h"

namespace loom::markdown {
namespace {

void expect_same_as_parser(const std::string& text) {
  EXPECT_EQ(without_own_markup(html(text, plain_options())), cmark_html(text)) << "for: " << text;
}

TEST(HtmlWriter, WritesWhatTheParserWrites) {
  for (const char* text : {
           "",
           "\n\n",
           "# One\n\n## Two ##\n\nThree\n===\n",
           "a *b **c** `d`* ~~e~~ \\* &amp; &copy; \"q\" 'a'",
           "hard  \nbreak\\\nsoft\nbreak",
           "- a\n- b\n\n  c\n  - d\n    1. e\n    2. f\n",
           "3. a\n4. b\n",
           "- [ ] todo\n- [x] done\n\n  more\n",
           "> a\n> > b\nlazy\n",
           "```rust ignore\nfn <main>() {}\n```\n\n    indented & code\n\n~~~\nx",
           "<div>\n*raw*\n</div>\n\na <b>c</b> <!-- d -->",
           "| a | b | c |\n|:--|:-:|--:|\n| 1 | *2* |\n| 3 | 4 | 5 | 6 |\n\nafter",
           "| a |\n|---|\n",
           "[a](b \"t<\") ![*i* `c`\n<b>](d 'e') <http://x.y/?a=b&c> [r][] [R]\n\n[r]: /u 'v'",
           "[a](<b c\"'&[]\\`^{|}~\u00e9>)",
           "***\n---\n- - -\n",
           "- a\n\n\n- b\n* c\n",
           "1. a\n\n   ```\n   b\n   ```\n2. c\n",
       }) {
    expect_same_as_parser(text);
  }
}

/// Puts pieces of syntax together at random: most of the result is nonsense, all of it is Markdown.
std::string random_markdown(std::mt19937& random) {
  static const std::vector<std::string> kPieces{
      "a",    "b c", " ",    "\n",   "\n\n",   "*",         "**",   "_",   "`",          "``",
      "~~",   "[",   "]",    "(",    ")",      "!",         "<",    ">",   "# ",         "- ",
      "1. ",  "> ",  "  ",   "    ", "```\n",  "|",         "---|", "\n|", "\\",         "&",
      "&lt;", "<b>", "</b>", "\"",   "'",      "\u00e9",    "---",  "\t",  "[x](y)",     "![",
      "<!--", "-->", "=",    "+ ",   "- [x] ", "[r]: /u\n", "[r]",  ":",   "http://a.b", "<http://c.d>",
      "  \n", "0"};
  std::string text;
  const auto count = std::uniform_int_distribution<int>(1, 60)(random);
  for (int piece = 0; piece < count; ++piece) {
    text += kPieces[std::uniform_int_distribution<std::size_t>(0, kPieces.size() - 1)(random)];
  }
  return text;
}

TEST(HtmlWriter, WritesWhatTheParserWritesForRandomTexts) {
  std::mt19937 random(20261120);
  for (int round = 0; round < 20'000 && !::testing::Test::HasFailure(); ++round) {
    expect_same_as_parser(random_markdown(random));
  }
}

TEST(HtmlWriter, KeepsItsFeetOnRandomTextsWithEveryOption) {
  std::mt19937 random(7);
  MarkdownOptions options;
  options.smart_punctuation = true;
  options.render_emoji = true;
  options.source_positions = true;
  options.drop_first_heading = true;
  options.anchor_links = AnchorLinks::Left;
  for (int round = 0; round < 5'000; ++round) {
    std::string text =
        random_markdown(random) + "\n<!-- more -->\n[^1] {#x}\n\n[^1]: " + random_markdown(random);
    render(text, options);
  }
}

TEST(HtmlWriter, NumbersBlocksWithTheirLinesInTheFile) {
  base::Diagnostics diagnostics;
  MarkdownInput input;
  input.text = "# A\n\nb\n\n- c\n";
  input.first_line = 10;
  input.options.source_positions = true;
  EXPECT_EQ(render_markdown(input, diagnostics).html,
            "<h1 data-line=\"10\" id=\"a\">A</h1>\n<p data-line=\"12\">b</p>\n"
            "<ul data-line=\"14\">\n<li data-line=\"14\">c</li>\n</ul>\n");
}

}  // namespace
}  // namespace loom::markdown
